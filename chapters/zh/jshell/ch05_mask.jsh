// ch05_mask.jsh 由 `./learn export --language zh` 从 zh/ch05_mask.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch05_mask.jsh
// 想从它结束的地方接着试：./learn jshell 5

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch05_mask.*;
import seq2seq.plot.MaskGrid;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch05_mask.md");

Script.say("""
    第 5 章：广播掩码
    ═════════════════

    *问题：哪些位置是词，哪些是填充？*

    批量是一块整齐的矩形，句子却有长有短。从第 1 章起，我们用填充把短句补齐；也是从
    那时起，每个张量里都混进了一些数，它们不属于任何词。放着不管，损失的平均值会把它
    们算进去，注意力机制会去看它们，模型会去学它们：学会了在 `<pad>` 后面再写
    `<pad>`，损失会很好看，翻译却一点没变好。学完这一章，你只用一次比较，不写循环，
    就能标出批量里哪些位置是真实的；你还能认出四种错误，它们让掩码说谎，却一个错也不
    报。

    思路
    ────

    句子的位置从 0 数起，和 Java 一样。（公式里的步从 1 数起，所以第 t 步在位置
    t − 1。）比如一句话有 2 个真实词元（词，还有它的 `<eos>`），它们就在位置 0 和 1
    上；从位置 2 起都是填充。所以矩形里的每一格，只问一个问题就定了：*这个位置小于真
    实词元的个数吗？*

    真实词元的个数，就是这句话的有效长度。把答案排成矩形，“是”记 1，“否”记 0，这就是
    批量的*掩码*（mask）。掩码和别的数据没有两样：可以拿它去乘，可以把它加起来，也可
    以问它：这个批量里有几个真实词元？

    直接看编号是不是 `<pad>`，行不行？对编号来说，行。可是后面要用掩码的是损失、状态
    和注意力机制，那里已经没有编号了；长度却只是一个数，带着走就行。那么，只让一样长
    的句子进同一个批量，根本不填充，行不行？一对句子有两个长度，两个都得相同才行；长
    度少见的句对，就凑不满一个批量。

    公式
    ────

        maskₙ,ₚₒₛᵢₜᵢₒₙ = ⎧ 1  if position < lengthₙ
                         ⎩ 0  otherwise

    这里的句子是 n = 0, …, N − 1，位置是 0, …, T − 1。位置排成一行 (1, T)，有效长度
    排成一列 (N, 1)，掩码是 (N, T)。拿 (1, T) 和 (N, 1) 比较，正是广播（第 0 章）的
    拿手好戏：哪一边在哪个轴上大小是 1，就沿那个轴复制，直到两边都成了 (N, T)。写循
    环也行，走到每句话的末尾就停；但那样就得一句一句地来，而做成批量，图的正是一次做
    完。

    用哪些长度？一个批量里有两种。*源*句的长度决定编码器和注意力机制可以看到哪
    里；*目标*句的长度决定哪些词计入损失。两种弄混了，掩码的形状照样像模像样，所以一
    开始就该起两个不同的名字。这个模型里，别的地方都不用掩码：在填充处算出来的东西，
    没有谁去看，就没有害处。

    最小的例子
    ──────────

    取 T = 3 步，N = 2 句话，真实词元分别是 1 个和 2 个。广播从不把复制出来的东西给
    人看，我们就亲手复制一遍。行*向下*复制，每句话一份；列*向右*复制，每一步一份。
    """);

Tensor positions = Tensor.arange(3).reshape(1, 3);
Tensor lengths = Tensor.ofInts(1, 2).reshape(2, 1);
Tensor down = positions.broadcastTo(2, 3);
Tensor right = lengths.broadcastTo(2, 3);
System.out.println("positions " + positions + "\ncopied down " + down);
System.out.println("lengths " + lengths + "\ncopied to the right " + right);
Script.end(1, """
    positions (1×3)
    [[0 1 2]]
    copied down (2×3)
    [[0 1 2]
     [0 1 2]]
    lengths (2×1)
    [[1]
     [2]]
    copied to the right (2×3)
    [[1 1 1]
     [2 2 2]]
    """);

Script.say("""
    *运行之前，先猜一猜*：六次比较，三次为真。是哪三次？
    """);

Tensor byHand = down.lessThan(right);
Script.show(byHand);
Script.end(2, """
    (2×3)
    [[1 0 0]
     [1 1 0]]
    """);

Script.say("""
    第 0 行是只有一个词元的句子：位置 0 小于 1，位置 1 和 2 都不小于 1。第 1 行是有
    两个词元的句子。第 0 行正中间的那次比较，最容易弄错：1 < 1 为假，因为位置 1 上的
    词元，该是*第二个*了。

    刚才的复制只是为了让你看清楚：两个张量逐元素的运算，都会自己复制。
    `LengthMask.of` 一次调用就做好掩码；`BroadcastCopies` 把两份复制品和掩码摆在一
    起，真印成 T，假印成 F：
    """);

Tensor mask = positions.lessThan(lengths);
System.out.print(BroadcastCopies.of(new int[] {1, 2}, 3));
System.out.println(Arrays.equals(mask.toArray(), byHand.toArray()));
Script.show(Arrays.equals(LengthMask.of(new int[] {1, 2}, 3).toArray(), mask.toArray()));
Script.end(3, """
    [0 1 2]  <  [1 1 1]  =  [T F F]
    [0 1 2]     [2 2 2]     [T T F]
    true
    true
    """);

Script.say("""
    再画成图：给定的用实线框，广播复制出来的用虚线框。
    """);

Script.show(MaskGrid.of(3, new int[] {1, 2}).save(Path.of("images/ch05_mask.png")));
Script.end(4, """
    images/ch05_mask.png
    """);

Script.say("""
    ［图：行 0 1 2 向下复制，列 1 2 向右复制，再逐格比较：T F F，T T F
    （images/ch05_mask.png）］

    掩码就是数
    ──────────

    真是 1，假是 0，所以求和就是计数。把一行加起来，又得到这句话的有效长度；把全部加
    起来，得到真实词元的总数，第 6 章就要除以它。
    """);

int[] four = {5, 2, 4, 1};
Tensor batch = LengthMask.of(four, 5);
System.out.println(batch);
System.out.println("a row each: " + batch.sum(1));
System.out.println("real tokens: " + batch.sum() + " of " + batch.size());
Script.end(5, """
    (4×5)
    [[1 1 1 1 1]
     [1 1 0 0 0]
     [1 1 1 1 0]
     [1 0 0 0 0]]
    a row each: (4) [5 2 4 1]
    real tokens: 12 of 20
    """);

Script.say("""
    乘上掩码，真实的留下，其余变成 0。下面有六个数，三个落在填充上。*运行之前，先猜
    一猜*：乘了掩码再求和，这个和对 `x` 的梯度（第 0 章）是什么？
    """);

Tensor x = Tensor.of(new float[][] {{3, 50, 60}, {4, 5, 70}}).withGrad();
Tensor sum = x.times(mask).sum();
sum.backward();
System.out.println("sum " + sum);
System.out.println("gradient " + x.grad());
Script.end(6, """
    sum 12
    gradient (2×3)
    [[1 0 0]
     [1 1 0]]
    """);

Script.say("""
    这个和的梯度*就是*掩码：填充上的数不管怎么变，这个和都纹丝不动。（掩码自己得不到
    梯度。比较的结果，除了跳变的那一点，处处是平的，没有斜率可传；长度也不是要学的东
    西。）

    时间步在前
    ──────────

    从第 1 章起，序列张量都是时间步在前。掩码要和它们放在一起，轴的次序也得一样，所
    以要转置：
    """);

Tensor timeMajor = LengthMask.timeMajor(four, 5);
System.out.println(timeMajor);
Script.show(Arrays.equals(batch.transpose().toArray(), timeMajor.toArray()));
Script.end(7, """
    (5×4)
    [[1 1 1 1]
     [1 1 1 0]
     [1 0 1 0]
     [1 0 1 0]
     [1 0 0 0]]
    true
    """);

Script.say("""
    现在每一*列*是一句话，每一行告诉我们，到了这一步，还有哪几句没完。和 (T, N, H)
    的张量放在一起时，掩码末尾还要添一个大小为 1 的轴，`reshape(T, N, 1)`，好让它沿
    着每个位置的 H 个数复制：一个向量要么整个留下，要么整个清零。

    一个词也没有的句子
    ──────────────────

    有效长度是 0 怎么办？每句话都有 `<eos>`，就不会是 0；可是数据来的时候，未必都
    有。没有哪个位置小于 0，所以那一行全是 0，用不着特殊处理。要特殊处理的，是用掩码
    的那些地方：编码器拒收空句，因为没有最后一个词元，就没处取状态；整个批量一个真实
    词元也没有，损失（第 6 章）就报错；注意力机制（第 10 章）给空句的权重全是 0。

    遇到不可能的长度，当场就报错；错误消息会说明是哪一句，违反了哪条规则：
    """);

Script.fails(() -> {
  LengthMask.of(new int[] {1, 4}, 3);
});
Script.end(8, """
    ShapeException: mask: sentence 1 has valid length 4; it must be from 0 to 3, the number of steps
    """);

Script.say("""
    容易出错的地方
    ──────────────

    多算一个词元：`<=`

    运算里没有 `lessThanOrEqual`，但很容易凑出来：“不大于”就是。
    """);

Tensor tooMany = Tensor.ones(2, 3).minus(positions.greaterThan(lengths));
System.out.println(tooMany);
System.out.println("real tokens: " + tooMany.sum());
Script.end(9, """
    (2×3)
    [[1 1 0]
     [1 1 1]]
    real tokens: 5
    """);

Script.say("""
    数出 5 个真实词元，其实只有 3 个。程序不会崩溃，可是每个短句后面都有一格填充算进
    了损失，而那里根本没有什么正确的词；第 11 章会让你看到，损失因此偏了多少。要是两
    句话都占满 3 步，这样算出来的掩码却和正确的一模一样。所以测试掩码时，长度要有长
    有短，还要数一数有几个 1。改法：用 `<`。

    列写成了行

    漏掉 `reshape(2, 1)`，就成了长度 (N) 对位置 (T)。N = 2，T = 3，对不上，程序马上
    告诉我们：
    """);

Script.fails(() -> {
  Tensor.arange(3).lessThan(Tensor.ofInts(1, 2));
});
Script.end(10, """
    ShapeException: lessThan: cannot broadcast (3) with (2): axis -1 has sizes 3 and 2, which must be equal or 1
    """);

Script.say("""
    要是 N = T，就对得上了。三句话，都是三步，词元数是 1、2、3：
    """);

Tensor diagonal = Tensor.arange(3).lessThan(Tensor.ofInts(1, 2, 3));
System.out.println("wrong: " + diagonal);
System.out.println("right: " + LengthMask.of(new int[] {1, 2, 3}, 3));
Script.end(11, """
    wrong: (3) [1 1 1]
    right: (3×3)
    [[1 0 0]
     [1 1 0]
     [1 1 1]]
    """);

Script.say("""
    错的那个，是拿位置 0 去比句子 0 的长度，拿位置 1 去比句子 1 的长度，依此类推。得
    到的只是一个向量；再广播一次，所有位置就都成了真实的。

    掩码放倒了

    还有一种类似的错误，后果更严重：掩码 (N, T) 没错，旁边的数却是 (T, N)。让每个真
    实词元的代价是 1，每个填充位置的代价是 9，那么只对真实词元取平均，就应该正好是
    1。（`mask.where(a, b)` 在掩码是 1 的地方取 `a`，是 0 的地方取 `b`。）
    """);

int[] ofThree = {1, 2, 3};
Tensor cost = LengthMask.timeMajor(ofThree, 3).where(Tensor.scalar(1), Tensor.scalar(9));
System.out.println("cost (T,N) " + cost);
Tensor sideways = LengthMask.of(ofThree, 3);
System.out.println("on its side: " + cost.times(sideways).sum().dividedBy(sideways.sum()));
Tensor upright = LengthMask.timeMajor(ofThree, 3);
System.out.println("time first: " + cost.times(upright).sum().dividedBy(upright.sum()));
Script.end(12, """
    cost (T,N) (3×3)
    [[1 1 1]
     [9 1 1]
     [9 9 1]]
    on its side: 5
    time first: 1
    """);

Script.say("""
    放倒的掩码，1 的个数没错，两边的形状又都是 3×3，所以谁也不会报错。错的只有结果，
    因为它放行的 6 个位置里，有 3 个是填充。给掩码起名时带上它的轴；写测试时，不要让
    任何两个大小相等：用 N = 2 和 T = 3，同样的疏忽就会变成一条错误消息。

    零乘无穷大

    乘以 0，能清掉任何有限的数，却清不掉无穷大，也清不掉 NaN（“不是数”，not a
    number，0/0 就得到它）：按浮点数的规则，0 · ∞ 是 NaN，而一个 NaN 就让整个和变成
    NaN。这样的值真的会有：概率舍入成了 0，它的对数就是负无穷大；第 10 章还会特意把
    负无穷大放到填充上。填充里要是可能有这样的值，就别用乘法，改用选择：凡是不取的
    数，`where` 看都不看；往回走的时候，它给那里的梯度是 0。（不过，这只保证 `where`
    自己的输入收到的梯度是干净的。再往回走一步，那里的数要是 0 的对数，这个为 0 的梯
    度就要除以 0，又成了 NaN。所以要在这样的一步之前就选，或者干脆不让无穷大出现；第
    6 章用的是后一种办法。）
    """);

Tensor risky = Tensor.of(new float[][] {{3, 50, 60}, {4, 5, Float.POSITIVE_INFINITY}});
System.out.println("times: " + risky.times(mask).sum());
System.out.println("where: " + mask.where(risky, Tensor.scalar(0)).sum());
Script.end(13, """
    times: NaN
    where: 12
    """);

Script.say("""
    形状
    ────

    内容                       形状                       怎么得到
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    有效长度                   (N)，整数，每个从 0 到 T   填充批量时数好
    位置                       (1, T)                     `LengthMask.positions(T)`
    排成列的长度               (N, 1)                     `LengthMask.column(lengths
                                                          )`
    掩码                       (N, T)，1 是真实词元，0    `LengthMask.of(lengths,
                               是填充                     T)`
    掩码，时间步在前           (T, N)                     `LengthMask.timeMajor(leng
                                                          ths, T)`
    和输出 (T, N, H) 放在一起  (T, N, 1)                  `reshape(T, N, 1)`
    的掩码

    五行小结
    ────────

    • 一句话的有效长度就是它真实词元的个数；掩码在真实词元处是 1，在填充处是 0。
    • 一次比较就做好：位置排成行，长度排成列，中间一个 `<`。
    • 掩码的和就是计数：每行的和是长度，总和是真实词元的个数。
    • 乘上掩码，就只留下真实的数，梯度就是掩码本身；`where` 还能挡住无穷大和 NaN。
    • 给掩码起名要带上轴；测试要用 N ≠ T，长度要有长有短。

    如果……会怎样？
    ──────────────

    1. 如果填充不在句子后面，而在句子前面呢？用哪个比较来做掩码？
    2. 如果掩码里放的不是 1 和 0，而是 `true` 和 `false` 呢？这一章里哪几行要换个写
       法？
    3. 如果批量按长度排过序，你拿的却是排序之前的掩码呢？会有哪个形状露出马脚吗？

    答案（../../solutions/answers.zh.md#第-5-章）

    练习
    ────

    • 练习 5.1，在普通数组上，用广播做长度掩码：`./learn check 5.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 5.2，从源句的长度，做出注意力分数 (T′, N, T) 的掩码：`./learn check 5.2`

    延伸阅读
    ────────

    • NumPy 文档里讲广播的一页
      （https://numpy.org/doc/stable/user/basics.broadcasting.html）：大多数张量库都
      遵守这条规则。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，序列到序列学习
      （https://zh.d2l.ai/chapter_recurrent-modern/seq2seq.html）：同样的掩码，用在
      损失里。
    • 代码：`LengthMask`（../main/java/seq2seq/ch05_mask/LengthMask.java） 和
      `BroadcastCopies`（../main/java/seq2seq/ch05_mask/BroadcastCopies.java），两个
      小小的类。

    ────────────────────────────────────────

    第 4 章：解码器（ch04_decoder.md） · 目录（README.md） · 下一章：第 6 章：掩码损
    失（ch06_loss.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
