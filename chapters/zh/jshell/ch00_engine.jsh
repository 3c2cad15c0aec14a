// ch00_engine.jsh 由 `./learn export --language zh` 从 zh/ch00_engine.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch00_engine.jsh
// 想从它结束的地方接着试：./learn jshell 0

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import java.util.stream.IntStream;
import seq2seq.ch00_engine.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch00_engine.md");

Script.say("""
    第 0 章：从标量到张量
    ═════════════════════

    *问题：程序怎么知道自己的导数？*

    整门课只造一台机器，这一页给它打地基。这台机器读进一种语言的句子，写出另一种语言
    的句子。它只靠例子来学：它有五十万个数，每次都改动一点点，而每个数该往哪边改，它
    必须心里有数。学完这一章，随便给你一个式子，你都能让梯度从后往前走一遍，把这些方
    向找出来。还有一个关于梯度的错误，人人都要犯一次；以后再碰上，你一眼就能认出它。

    我们要造什么
    ────────────

    许多任务都是把一个序列变成另一个序列：句子变成译文，语音变成文字，问题变成回答。
    难就难在两边的长度不一样。四个词可能译成五个词，一秒钟的声音可能只是一个音节。两
    边的长度确实有关系，句子长，译文也长，可是谁也没法事先说出哪个词对应哪个词。从例
    子里学会这样的任务，就叫*序列到序列学习*（sequence-to-sequence learning）。

    贯穿全课的想法，是用两个网络，因为读和写是两件事，用的也是两种语言。第一个叫*编
    码器*（encoder），它读完整个输入，把读懂的内容记成一组数，个数是固定的，这组数就
    是*上下文变量*（context）。第二个叫*解码器*（decoder），它从上下文变量出发，一个
    词接一个词地写出输出。
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).save(Path.of("images/ch00_model.png")));
Script.end(1, """
    images/ch00_model.png
    """);

Script.say("""
    ［图：词从左下方进来，一步一个；编码器的方框 h_1 到 h_4 把自己知道的往右传，一直
    传到上下文变量 c；从 c 有箭头通到解码器的每个方框 s_1 到 s_4，每个方框还读入上一
    步的正确的词，最开头是 bos，并写出一个词；再往上，损失拿每个词和目标比较
    （images/ch00_model.png）］

    这张图从左往右看。左下方，词一步一个地进来。编码器的方框 h₁ 到 h₄ 都把自己知道的
    往右传，传到最后一个，就成了上下文变量 c。右边是解码器的方框 s₁ 到 s₄。每个方框
    都会得到上下文变量（沿着下面那条线），还有前一个词。第一个方框的前面没有词，给它
    的是 `<bos>`（序列开始），因为一个词都还没写的时候，总得先给它点什么来起头。

    图里灰色的部分，还有损失，都是训练时才有的。训练时知道正确的词：解码器读的就是它
    们，损失则告诉我们，解码器自己写的词离它们还差多远。使用时，灰色的部分全都没有。
    解码器每写一个词，下一步就把这个词读进来，直到写出 `<eos>`（序列结束；左右两边都
    没有画出来）。图里的每个部件，后面都有专门的一章；到了那一章，这张图会再出现一
    次，并给那个部件涂上颜色。

    2014 年，Kyunghyun Cho 等人提出了这样一对网络，让它给另一个翻译系统的短语译法打
    分。不久之后，Ilya Sutskever、Oriol Vinyals 和 Quoc Le 独立想出了同样的一对网
    络，并让它自己写译文；此前还没有哪个网络能独自译得这么好。前一篇论文用的名字是
    *encoder-decoder*，后一篇是 *sequence to sequence*，两个名字都留了下来。Dzmitry
    Bahdanau 等人很快看出这个想法卡在哪里：个数固定的一组数，装不下一个长句子。他们
    开的药方是注意力机制，第 10 章来讲。

    学会翻译，到底是学会什么？模型从来不只报出一个词，而是为词表里的每个词都给出一个
    概率，于是每个可能的句子也就有了一个概率：P(Y | X)，读作“给定输入 X 时输出 Y 的
    概率”。编码器和解码器一起训练，目标只有一个：让 log P(Y | X) 在手头这些句对上的
    平均值尽可能大。（这门课里的 log 都是自然对数，也就是中学里的 ln。）为什么取对
    数，第 6 章再说；真正动手训练，是第 7 章的事。

    所以，训练就是拧动五十万个数，好让一个数变得更好。随便拧一拧，变好了就留下，行不
    行？数这么多，随便一拧，这里帮忙，那里添乱，抵来抵去几乎什么也不剩。所以其中每一
    个数，我们都想知道：把它往大里拧，是帮忙还是添乱，影响又有多大。这就是斜率，我们
    从它讲起。

    一个式子的斜率
    ──────────────

    取 y = a · b + a²，看 a = 2、b = −3 这一处。把 a 挪动一点点 δ，y 会挪动多少？是
    δ 的多少倍，y 沿 a 方向的斜率就是多少。要量它，只用四则运算就够了：往右迈一小
    步，往左迈一小步，再把两处结果的差，除以两处的距离 2δ。这一步要小到斜率在路上几
    乎不变，又不能太小：要是两个结果几乎每一位都相同，它们的差里就大半是舍入误差了。
    """);

DoubleBinaryOperator f = (p, q) -> p * q + p * p;
double delta = 0.001;
double slopeA = (f.applyAsDouble(2 + delta, -3) - f.applyAsDouble(2 - delta, -3)) / (2 * delta);
double slopeB = (f.applyAsDouble(2, -3 + delta) - f.applyAsDouble(2, -3 - delta)) / (2 * delta);
System.out.println("slopes " + Numbers.fixed(slopeA, 4) + " and " + Numbers.fixed(slopeB, 4));
Script.end(2, """
    slopes 1.0000 and 2.0000
    """);

Script.say("""
    中学数学也这么说：∂y/∂a = b + 2a = 1，∂y/∂b = a = 2。（弯弯的 ∂ 表示另一个输入按
    住不动。）所有这些斜率放在一起，就是 y 的*梯度*（gradient）。

    这样量，每个输入都要把式子算两遍。我们的模型有五十万个输入（说的是 `./learn
    train` 训练的那一个；各章里用的大多小一些），改进一小步就得算一百万遍。像中学里
    那样在纸上推导，也不是出路：公式有五十万个，模型一改，又得全部重推。有一个办法，
    能让程序自己求出全部斜率，代价和算一遍式子差不多。

    计算图：从后往前走一遍
    ──────────────────────

    让程序一边算，一边记住自己做了什么：每个结果由哪些数得来，用的是哪种运算。这份记
    录就是*计算图*（computation graph）。（它记的是做过的事，不是程序本身：`if` 只记
    走到的那一支，循环则每一圈都记。）图里的数叫*节点*（nodes）。有些数不是算出来
    的，比如这里的 a 和 b，它们叫*叶节点*（leaves）。

    现在从终点出发。y 动 1，y 就动 1，所以它自己的梯度是 1。从这里开始，每个节点都把
    梯度传给算出它的那些节点，传之前先乘上这一步运算的斜率。这就是中学学过的链式法
    则，一步用一次。整个过程叫*反向传播*（backward pass，也叫 backpropagation）：

    运算        对每个输入的斜率  于是各输入收到的梯度
    ──────────  ────────────────  ────────────────────
    v = a + b   1 和 1            dv 和 dv
    v = a · b   b 和 a            b · dv 和 a · dv
    v = aᵖ      p · aᵖ⁻¹          p · aᵖ⁻¹ · dv
    v = tanh a  1 − v²            (1 − v²) · dv

    这里的 dv 是 ∂y/∂v 的简写，也就是“v 的梯度”。（tanh 是一个从 −1 到 1 的 S 形函
    数；它的公式、图像和斜率的来历，这一页后面都有。）`Scalar` 是一个 `double`，外加
    一份自己怎么来的记录。*运行之前，先猜一猜* a 的梯度；注意，式子里有两处用到它。
    """);

Scalar a = Scalar.of(2);
Scalar b = Scalar.of(-3);
Scalar y = a.times(b).plus(a.pow(2));
y.backward();
Expression graph = Expression.of(y).with("a", a).with("b", b).with("y", y);
Script.show(graph);
Script.end(3, """
    a  = 2.0000                   grad 1.0000
    b  = -3.0000                  grad 2.0000
    v1 = a * b = -6.0000          grad 1.0000
    v2 = pow 2.0000 (a) = 4.0000  grad 1.0000
    y  = v1 + v2 = -2.0000        grad 1.0000
    """);

Script.show(ExpressionGraph.of(y).with("a", a).with("b", b).with("y", y).save(Path.of("images/ch00_graph.png")));
Script.end(4, """
    images/ch00_graph.png
    """);

Script.say("""
    ［图：左边是叶节点 a 和 b，中间是乘积和平方，右边是 y，每个节点都标着值和梯度；
    从 a 出来两支箭头（images/ch00_graph.png）］

    跟着梯度从 y 往回走。加法把它的 1 原样交给两边。乘法把 b · 1 = −3 交给 a，把
    a · 1 = 2 交给 b。平方把 2a · 1 = 4 交给 a。于是 a 收到 −3 和 4，到达同一个节点
    的梯度要*相加*，得 1：a 一动，变化会沿两条路一起传到 y。这些数正是我们刚才量出来
    的。

    代价为什么这么小？每个运算，去的时候经过一次，回的时候经过一次。回的时候，它要为
    自己的每个输入做一次小小的计算，而它的输入只有一两个。所以往回走一趟，和算一遍式
    子的代价差不多，顶多两三倍，*不管整个式子有多少个输入*。五十万个数也能学，靠的就
    是这一点。

    为什么不从前往后走？也可以：从一个输入出发，看它一动会带动什么。但这样走一趟，只
    得到*这个*输入的斜率，而输入有五十万个。结果却只有一个，所以从后往前，走一趟就够
    了。

    按什么次序走

    有个地方容易出错。假如 a 自己也是由别的节点算出来的，−3 刚到、4 还没来，它就急着
    往下传，那么传下去的梯度就是不完整的。所以，一个节点要等*所有用到它的节点*都传给
    它了，才能往下传。让每个节点都排在所有用到它的节点后面，这样的次序叫*拓扑序*
    （topological order）。

    怎样找到拓扑序？先数，再走：

    1. 从结果出发，数出每个节点用了几次。（这里 a 用了两次：乘积里一次，平方里一
       次。）
    2. 准备一张“就绪”名单，开始时上面只有结果。每次从上面取走一个节点，把它的梯度传
       给它的每个输入，并把那个输入的计数减 1。计数减到 0 的输入已经收齐了，也就就绪
       了。

    每个节点只从名单上取走一次，每支箭头只走一次。如果改成走遍每一条*路径*，加起来也
    能得到正确的梯度，只是永远走不完：先算 a + a，再把结果和它自己相加，如此翻倍 60
    次，图里有 61 个节点、120 支箭头，路径却有 2⁶⁰ 条。练习 0.1 要你写的，就是用名单
    走的这一趟。

    斜率有什么用
    ────────────

    来看天下最小的模型：只有一个可以调的数 w，它叫*权重*（weight）。不管问它什么，它
    都回答 tanh(2w)，而我们希望它回答 0.5。它错得有多厉害，用一个数来表示，这个数
    叫*损失*（loss）：(tanh(2w) − 0.5)²。答对了，损失是 0；离得越远，损失越大。为什
    么要平方？偏左偏右，平方都一样对待；而且越靠近目标，它越平缓，步子也就跟着变短。
    直接用距离，则近处和远处一样陡，我们会在目标两边跨来跨去。

    损失的斜率为正，说明越往右损失越高，那就往左走；斜率为负，就往右走。两种情况合成
    一句话：让 w *逆着*它的梯度走。这就是*梯度下降*（gradient descent）。走多远由一
    个系数决定，这里是 0.25，它叫*学习率*（learning rate）。权重很多时，所有权重同时
    动，每个都逆着自己的斜率，越陡走得越远。只要步子短，各自带来的好处就可以直接相
    加。
    """);

Scalar lossAt(Scalar weight) {
  return weight.times(2).tanh().minus(Scalar.of(0.5)).pow(2);
}
double[][] descend(double rate, int steps) {
  double[][] walk = new double[2][steps];
  double w = 1;
  for (int step = 0; step < steps; step++) {
    Scalar weight = Scalar.of(w);
    Scalar loss = lossAt(weight);
    loss.backward();
    walk[0][step] = w;
    walk[1][step] = loss.value();
    w -= rate * weight.grad();
  }
  return walk;
}
double[][] walk = descend(0.25, 16);
System.out.println("w " + Numbers.fixed(walk[0][15], 4)
    + ", loss " + Numbers.fixed(walk[1][15], 4));
Script.end(5, """
    w 0.2747, loss 0.0000
    """);

Script.say("""
    走了十五步，损失的前四位小数已经全是 0，而它的导数，谁也没有动手写过。
    """);

double[] xs = IntStream.range(0, 71).mapToDouble(i -> -0.1 + i * 0.02).toArray();
double[] curve = Arrays.stream(xs).map(x -> lossAt(Scalar.of(x)).value()).toArray();
Script.show(LinePlot.of("Walking against the slope", "weight w", "loss (tanh(2w) − 0.5)²").
    with("loss", xs, curve).with("steps 0 to 15", walk[0], walk[1]).withYRange(0, 0.5).
    save(Path.of("images/ch00_engine.png")));
Script.end(6, """
    images/ch00_engine.png
    """);

Script.say("""
    ［图：损失随权重变化的曲线，以及从 w = 1 走到最低点的十五步
    （images/ch00_engine.png）］

    注意，开头几步损失很大，步子却很短。在 w = 1 处 tanh 几乎是平的，函数平，斜率就
    小。请记住这一点，到第 2 章，会有五十个这样的函数排成一串。

    步子太大

    斜率只在脚下这一点作数。步子迈得越大，它对落脚处就越说不准。下面还是同一个下降过
    程，换四个学习率，看第 36 到 39 步时走到了哪里。最好的位置是 0.2747。*运行之前，
    先猜一猜*：四个里面哪几个找到了它。
    """);

for (double rate : new double[] {0.05, 0.4, 0.6, 1.5}) {
  double[][] path = descend(rate, 40);
  StringBuilder line = new StringBuilder("rate " + Numbers.fixed(rate, 2) + ", w:");
  for (int step = 36; step < 40; step++) {
    line.append(' ').append(Numbers.fixed(path[0][step], 3));
  }
  System.out.println(line);
}
Script.end(7, """
    rate 0.05, w: 0.578 0.557 0.536 0.514
    rate 0.40, w: 0.275 0.275 0.275 0.275
    rate 0.60, w: 0.336 0.200 0.445 0.195
    rate 1.50, w: 4.275 4.275 4.275 4.275
    """);

Script.say("""
    学习率 0.05 时，方向没错，只是还没走到：稳当，也慢。0.4 已经到了。0.6 时，每一步
    都跨到山谷对面，离谷底时近时远，就这样永远来回跳下去。1.5 时，早在这几步之前，它
    就冲过了山谷，到了左边很陡的地方，从那里只一步，就把 w 甩到了右边的 4.275。那里
    的 tanh 平得厉害，权重显示出来的每一位都不再动了。再也没有什么能把它拉回来。

    换成任何模型，学习率都是这副脾气：太小，损失降得慢；太大，损失就不再下降，要么来
    回跳，要么甩到一个没有梯度能领它回来的地方。所以学习率要试：先取一个太大的，再一
    次次缩小到三分之一左右，直到损失降下来，并且一直在降。

    走到的一定是*最深*的山谷吗？谁也不能保证。不过权重有五十万个，几乎总有哪个方向还
    能往下走；一般认为，大网络最后停下的地方，大多已经够好了（*Deep Learning* 第
    8.2.2 节（https://www.deeplearningbook.org/contents/optimization.html））。

    从数到数组
    ──────────

    模型有很多权重，它做的事，大半是对许多数做同一种运算。*张量*（tensor）就是一个
    带*形状*（shape）的数组。形状 (2 × 3) 有两个*轴*（axes），大小是 2 和 3。单独一
    个数叫*标量*（scalar），形状是 ()，一个轴也没有。我们的张量存的是 float32，大约
    有七位有效数字。（为什么不用 double？它占的内存多一倍，处理器一次能算的个数少一
    半；而斜率只是从几个例句得来的，远不到第七位就已经靠不住了。）对张量做一次运算，
    不管涉及多少个数，图里都只添一个节点。（负责计算、并记住计算图的代码，叫*引擎*。
    我们有两个：小的是 `Scalar`，快的是 `Tensor`。）
    """);

Tensor m = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
Script.show(m.times(m));
Script.end(8, """
    (2×3)
    [[ 1  4  9]
     [16 25 36]]
    """);

Script.say("""
    大多数运算像这个乘积一样，逐个元素地做。沿一个轴求和，这个轴就消失了：`m.sum(0)`
    把各行加到一起，形状变成 (3)。用 `m.sum()` 对全部元素求和，就只剩下一个数。

    广播
    ────

    逐元素的运算要求两个形状相同。可是很多时候，形状不同，意思却很清楚：把这一行加到
    每一行上，拿这一列和每一列比。*广播*（broadcasting）就是让这样的两个形状变得相同
    的规则。把两个形状上下写好，靠右对齐。每个位置上，两个大小要么相等，要么其中一个
    是 1（缺的那个按 1 算）。哪里是 1，那个张量就沿那个轴复制：

        (2 × 1) and (3) → (2 × 1) and (1 × 3) → (2 × 3)

    一个数复制了好几份，它的梯度是什么？它用在好几个地方，所以各份传回来的梯度要相
    加，和刚才的 a 一样。*运行之前，先猜一猜*：总和对这一列、这一行的梯度各是什么？
    （要哪些叶节点的梯度，就用 `withGrad()` 把它们标出来。由它们算出来的张量也有梯
    度；别的张量，你一问 `grad()`，就有一条错误消息告诉你该怎么做。）
    """);

Tensor column = Tensor.of(new float[][] {{10}, {20}}).withGrad();
Tensor row = Tensor.of(1, 2, 3).withGrad();
Tensor sum = column.plus(row);
sum.sum().backward();
System.out.println("sum " + sum);
System.out.println("gradient of column " + column.grad());
System.out.println("gradient of row " + row.grad());
Script.end(9, """
    sum (2×3)
    [[11 12 13]
     [21 22 23]]
    gradient of column (2×1)
    [[3]
     [3]]
    gradient of row (3) [2 2 2]
    """);

Script.say("""
    列里的每个数用在 3 个地方，行里的每个数用在 2 个地方。梯度的形状永远和它的张量一
    样。不合规则时，引擎会明明白白地报错：(2 × 3) 和 (2) 就不行，因为靠右对齐后，3
    碰上了 2。想给每一*行*配一个数，就先用 `reshape(2, 1)` 把它们变成一列。

    矩阵乘法
    ────────

    训练的时间几乎都花在一种运算上：*矩阵乘法*（matrix product）。A 的形状是
    (m, k)，B 的形状是 (k, n)，A 的每一行都和 B 的每一列碰一次面，把数一对一对相乘，
    再加起来：

        Cᵢⱼ = Σₚ Aᵢₚ Bₚⱼ   (m, k) · (k, n) → (m, n)

    里边的两个大小必须相等，乘完就消失，留下外边的两个。

    求它的梯度，盯住一个元素就行。Aᵢₚ 用在 C 的第 i 行，每一列 j 用一次，在那里乘的
    是 Bₚⱼ。所以每一列都传回 dCᵢⱼ Bₚⱼ，加起来就是 dAᵢₚ = Σⱼ dCᵢⱼ Bₚⱼ。这又是一次矩阵
    乘法，dC 乘上放倒了的 B。把矩阵放倒，行变成列，就叫它的*转置*，记作 Bᵀ。对 B 照
    样想一遍，得到第三个乘积：

        dA = dC · Bᵀ
        (m, n) · (n, k) → (m, k)
        dB = Aᵀ · dC
        (k, m) · (m, n) → (k, n)

    转置放在哪里，不用背。只要三个大小各不相同，把这几个因子拼在一起，形状对得上的拼
    法只有一种。

    `MatMulByHand` 把这三个乘积都写成了循环，供你对照着读。为了最后只得到一个数，下
    面的代码把 C 的每个元素乘上一个我们给定的系数，再全部加起来。所以 dC 就是这些系
    数。*运行之前*，先在纸上算两个数：C₀₀，以及 dB₀₀ = A₀₀ · dC₀₀ + A₁₀ · dC₁₀。
    """);

float[][] left = {{1, 2, 3}, {4, 5, 6}};
float[][] right = {{1, 0}, {0, 3}, {2, -1}};
float[][] dC = {{1, 0}, {10, 100}};
Tensor A = Tensor.of(left).withGrad();
Tensor B = Tensor.of(right).withGrad();
Tensor C = A.matmul(B);
C.times(Tensor.of(dC)).sum().backward();
System.out.println("C " + C + "\ndA " + A.grad() + "\ndB " + B.grad());
System.out.println("as by hand: " + Arrays.deepEquals(MatMulByHand.product(left, right), C.toRows())
    + ", " + Arrays.deepEquals(MatMulByHand.gradientOfA(dC, right), A.grad().toRows())
    + ", " + Arrays.deepEquals(MatMulByHand.gradientOfB(left, dC), B.grad().toRows()));
Script.end(10, """
    C (2×2)
    [[ 7  3]
     [16  9]]
    dA (2×3)
    [[  1   0   2]
     [ 10 300 -80]]
    dB (3×2)
    [[ 41 400]
     [ 52 500]
     [ 63 600]]
    as by hand: true, true, true
    """);

Script.say("""
    层与层之间为什么要有“弯”
    ────────────────────────

    输入 x 乘上权重矩阵 W，再加上一行数 b，也就是*偏置*（bias），得到的就是一个*线性
    层*（linear layer）：x W + b。x 的形状是 (N, D)，W 的形状是 (D, H)，线性层把 N
    行、每行 D 个数变成 N 行、每行 H 个数。权重表示每个输入对每个输出有多重要；偏置
    表示输入全为 0 时，出来的是什么。

    两个线性层一前一后，会不会比一个更能干？*运行之前*，回想一下中学数学：线性函数的
    线性函数，是什么函数？（`Tensor.normal` 抽取 0 附近的随机数，服从正态分布；标准
    差取 1，所以大多落在 −2 和 2 之间。3 是种子，和 Java 自己的 `Random` 一样：换成
    别的数也行，种子相同，抽出的数就相同。偏置先不管。）
    """);

Generator random = Generator.seeded(3);
Tensor x = Tensor.normal(Shape.of(4, 5), 1, random);
Tensor first = Tensor.normal(Shape.of(5, 6), 1, random);
Tensor second = Tensor.normal(Shape.of(6, 2), 1, random);
Tensor twoLayers = x.matmul(first).matmul(second);
Tensor oneLayer = x.matmul(first.matmul(second));
double largest = 0;
for (float difference : twoLayers.minus(oneLayer).toArray()) {
  largest = Math.max(largest, Math.abs(difference));
}
System.out.println("largest difference below 0.00001: " + (largest < 0.00001));
Script.end(11, """
    largest difference below 0.00001: true
    """);

Script.say("""
    两层其实就是一层，权重是 W₁ W₂。（加上偏置也一样，那一层的偏置是 b₁ W₂ + b₂。）
    不管接多少层，都多不出半点本事。所以，任意两层之间都要夹一个图像不是直线的函数，
    叫*非线性函数*（nonlinearity）。这门课用两个：

    • *双曲正切函数*（tanh），tanh a = (eᵃ − e⁻ᵃ)/(eᵃ + e⁻ᵃ)，把任何数压进 −1 到 1
      之间。（分子的斜率就是分母，分母的斜率就是分子；按中学学过的商的求导法则，就得
      1 − tanh² a，也就是上面表里的 1 − v²。）
    • *sigmoid 函数*，σ(a) = 1/(1 + e⁻ᵃ)，把任何数压进 0 到 1 之间，适合表示“取多少”
      的数。（它的斜率，照同样的法则，是 σ(1 − σ)，最多 1/4，那时 σ 等于二分之一。）
    """);

double[] as = IntStream.range(0, 81).mapToDouble(i -> -4 + i * 0.1).toArray();
Script.show(LinePlot.of("The two bent functions of this course", "a", "value").
    with("tanh a", as, Arrays.stream(as).map(v -> Scalar.of(v).tanh().value()).toArray()).
    with("sigmoid a", as, Arrays.stream(as).map(v -> Scalar.of(v).sigmoid().value()).toArray()).
    withYRange(-1.1, 1.1).save(Path.of("images/ch00_bent.png")));
Script.end(12, """
    images/ch00_bent.png
    """);

Script.say("""
    ［图：两条 S 形曲线：tanh 从 −1 到 1，sigmoid 从 0 到 1（images/ch00_bent.png）
    ］

    线性层，中间夹着非线性函数：这就是*神经网络*（neural network），全部家当都在这里
    了。这就够了吗？两个线性层，中间弯一次，只要够宽，在有限范围的输入上，任何一个连
    续函数都能逼近，要多接近就有多接近（*Deep Learning*，第 6.4.1 节
    （https://www.deeplearningbook.org/contents/mlp.html））。要多宽，训练找不找得到
    那些权重，是另一回事。这门课剩下的内容，讲的是怎样把这些层搭起来。

    两个引擎，同一个答案
    ────────────────────

    一层，过一遍 tanh，再求和得到一个数：s = Σⱼ tanh(Σᵢ xᵢ Wᵢⱼ + bⱼ)。`OneLayer` 把
    它写了两遍，一遍是张量上的四个运算，一遍是标量上的循环。
    """);

double[] xv = {0.5, -1};
double[][] wv = {{0.1, -0.4, 0.3}, {0.7, 0.2, -0.6}};
double[] bv = {0, 0.1, -0.2};
OneLayer.Answer scalars = OneLayer.onScalars(xv, wv, bv);
OneLayer.Answer tensors = OneLayer.onTensors(xv, wv, bv);
double apart = scalars.largestDifference(tensors);
System.out.println("largest difference, gradients too: " + Numbers.scientific(apart, 2));
Script.end(13, """
    largest difference, gradients too: 2.8e-08
    """);

Script.say("""
    张量存的是 float32，标量存的是 double，所以两者在第八位上才不同。标量引擎慢，但
    是短，可以从头读到尾。在这门课里，快的那个对不对，由它来当裁判。

    自己写一个运算
    ──────────────

    引擎里的一个运算就是两个公式，一个往前，一个往后；要接进计算图，只有一扇门：
    `Autograd.result`。引擎自带的运算走这扇门，你写的也能走。下面是 softsign，
    y = x / (1 + |x|)，它的斜率是 1 / (1 + |x|)²。读之前，先说三点：

    • 引擎没有 |x|，所以取 x² 的平方根，`x.times(x).pow(0.5)`。
    • `detach()` 只取张量里的数，不要它的计算图。这里用不着计算图，因为斜率由我们自
      己来写。
    • 往回走的那个公式拿到 dy，也就是结果的梯度，算出的东西加到 `x.gradient()` 上；
      传到 `x` 的梯度都收在那里。（事后用 `grad()` 看里面有什么。）
    """);

Tensor softsign(Tensor x) {
  Tensor size = Tensor.ones(x.shape().toArray()).plus(x.times(x).pow(0.5)).detach();
  float[] y = x.dividedBy(size).toArray();
  return Autograd.result("softsign", x.shape(), y, dy -> x.gradient().add(
      Tensor.of(x.shape(), dy).dividedBy(size.times(size)).toArray()), x);
}
GradientCheck.check("softsign", in -> softsign(in[0]), 1e-3, Tensor.of(-2, 0.5f, 3));
Tensor one = Tensor.of(1, -3).withGrad();
softsign(one).sum().backward();
System.out.println(one.grad());
Script.end(14, """
    (2) [0.2500 0.0625]
    """);

Script.say("""
    `GradientCheck` 像我们前面那样量了斜率，没有挑出毛病：只要有一处和我们的相差超过
    `1e-3`，它就会抛出异常。用 float32 来量，斜率只有几位数字是准的；公式要是写错
    了，通常差得远不止这么一点。

    容易出错的地方
    ──────────────

    忘了清零的梯度

    `backward()` 是往已有的梯度上*加*。在同一张图里必须这样，前面的 a 就是例子。可是
    循环每转一圈，要的都是新的梯度。w² 在 w = 3 处的斜率是 6：
    """);

Tensor weight = Tensor.of(3).withGrad();
weight.times(weight).sum().backward();
System.out.println("first time " + weight.grad());
weight.times(weight).sum().backward();
System.out.println("again, not cleared " + weight.grad());
weight.clearGrad();
weight.times(weight).sum().backward();
System.out.println("again, cleared " + weight.grad());
Script.end(15, """
    first time (1) [6]
    again, not cleared (1) [12]
    again, cleared (1) [6]
    """);

Script.say("""
    那个 12 不会报错，它只是一个错的数。这样做梯度下降，每一步都还背着以前走过的所有
    地方的斜率，像一个球滚过谷底，又冲上对面的坡。所以要养成习惯：清零、前向、反向、
    更新。

    同一张图走两遍

    图里留着往前算时的那些数，因为斜率要用它们来算。反向传播走完，图就释放了，腾出内
    存给下一张。再要它走一遍，就会报错，而且说得明明白白：
    """);

Tensor loss = Tensor.of(3).withGrad().sum();
loss.backward();
Script.fails(() -> {
  loss.backward();
});
Script.end(16, """
    IllegalStateException: backward: this graph was walked before; its memory is gone. Compute the loss again, then call backward() once
    """);

Script.say("""
    想再要一次梯度，就把损失重新算一遍。

    形状
    ────

    内容                                      形状
    ────────────────────────────────────────  ──────────────────────────────────────
    一个数                                    ()
    矩阵乘法 C = A · B                        (m, k) · (k, n) → (m, n)
    它的两个梯度 dA = dC · Bᵀ 和              (m, k) 和 (k, n)，与 A 和 B 的形状相同
    dB = Aᵀ · dC
    线性层 x W + b                            (N, D) · (D, H) + (H) → (N, H)

    五行小结
    ────────

    • 斜率告诉我们，一个数动一点点，结果会动多少；所有斜率放在一起，就是梯度。
    • 程序记住每个数是怎么来的。在这张图上往回走一趟，就得到全部斜率，代价和算一遍式
      子差不多。
    • 到达同一个节点的梯度要相加；收齐了，节点才能往下传。
    • 梯度下降让每个权重逆着自己的梯度走一点点。学习率太小，走得慢；太大，就永远到不
      了谷底。
    • 层就是矩阵乘法加偏置，层与层之间夹一个图像不是直线的函数；不夹，再多的层也只是
      一层。

    如果……会怎样？
    ──────────────

    1. 如果学习率是负数呢？
    2. 如果那个最小的模型不从 1 出发，而从 w = 10 出发呢？
    3. 如果节点不是收齐了再传一次，而是每到一份就传一份呢？叶节点还能得到正确的梯度
       吗？

    答案（../../solutions/answers.zh.md#第-0-章）

    练习
    ────

    • 练习 0.1，按拓扑序做标量的反向传播：`./learn check 0.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 0.2，求两个形状广播之后的形状：`./learn check 0.2`
    • 练习 0.3，求矩阵乘法的两个梯度：`./learn check 0.3`

    如果觉得 0.1 一上来太难，就先做 0.2 和 0.3。

    延伸阅读
    ────────

    • Andrej Karpathy，micrograd（https://github.com/karpathy/micrograd）（2020）：
      和 `Scalar` 同样的思路，只用 94 行 Python。
    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      6 章（https://www.deeplearningbook.org/contents/mlp.html）：第 6.5 节讲计算图
      上的反向传播。
    • NumPy 文档里讲广播的一页
      （https://numpy.org/doc/stable/user/basics.broadcasting.html）。
    • Cho 等人（2014），Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation（https://arxiv.org/abs/1406.1078）。
      Sutskever、Vinyals 和 Le（2014），Sequence to Sequence Learning with Neural
      Networks（https://arxiv.org/abs/1409.3215）。Bahdanau、Cho 和 Bengio（2015），
      Neural Machine Translation by Jointly Learning to Align and Translate
      （https://arxiv.org/abs/1409.0473）。
    • 代码：先读 `Scalar`（../../src/main/java/seq2seq/engine/Scalar.java），它很
      短，可以从头读到尾；再读 `Tensor`
      （../../src/main/java/seq2seq/engine/Tensor.java），还有本章自己的类
      （../main/java/seq2seq/ch00_engine）。

    ────────────────────────────────────────

    目录（README.md） · 下一章：第 1 章：嵌入（ch01_embedding.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
