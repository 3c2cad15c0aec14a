// ch09_architectures.jsh 由 `./learn export --language zh` 从 zh/ch09_architectures.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch09_architectures.jsh
// 想从它结束的地方接着试：./learn jshell 9

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch09_architectures.*;
import seq2seq.data.PaddedBatch;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch09_architectures.md");

Script.say("""
    第 9 章：循环神经网络家族
    ═════════════════════════

    *问题：同样的循环单元，还能造出什么？*

    第 1 到 8 章的翻译器，是一个家族里的一员。别的成员有的给句子里的每个词做标注，有
    的对整个句子作出评判，有的给图片写说明。它们的差别，只是几个箭头，*Deep
    Learning*（Goodfellow、Bengio 和 Courville）的第 10 章把它们全画了出来。读完这一
    章，其中七个你都亲手运行过，每个都做了一件它做得了的事；以后自己遇到任务，你也说
    得出该用哪一个，哪一个练多久都做不了。

    全家合影
    ────────

    图，类              输入 → 未归一化的   往下传               例如
                        对数概率（logits）
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    10.3                编号 (N, T) →       状态                 预测数列的下一个值
    `HiddenRecurrence`  (T, N, V′)
    10.4                编号 (N, T) →       答案                 该记住的东西全在答
    `OutputRecurrence`  (T, N, V′)                               案里的任务
    10.5                编号 (N, T) →       状态                 这条评论友好吗？
    `SequenceToSummary  (1, N, V′)
    `
    10.9                向量 (N, pixels) →  状态、答案           给图片写说明
    `VectorToSequence`  (T′, N, V′)
    10.10               编号 (N, T) →       状态、答案           写出一个词的读音，
    `HiddenAndOutputRe  (T, N, V′)                               相邻的音必须协调
    currence`
    10.11               编号 (N, T) →       两个状态，           标注每个词的词性
    `Bidirectional`     (T, N, V′)          (T, N, 2H)
    10.12               编号 (N, T) →       状态、答案           翻译
    `SequenceToSequenc  (T′, N, V′)
    e`

    状态都是 (T, N, H)；要是网络自己写出 T′ 个词，状态就是 (T′, N, H)。图 10.5、
    10.11 和 10.12 的编号还带着有效长度 (N)；凡是答案要往下传的，输入里还有前面的答
    案，(N, T) 或 (N, T′)。

    书里的字母和我们的字母
    ──────────────────────

    书里                这里                是什么               这里的形状
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    x⁽ᵗ⁾，t = 1, …, τ   xₜ，t = 1, …, T     一步的输入，是嵌入   (N, D)
    h⁽ᵗ⁾；图 10.11 里   hₜ；gₜ              隐藏状态；倒着读的   (N, H)
    的 g⁽ᵗ⁾                                 那个隐藏状态
    o⁽ᵗ⁾；ŷ⁽ᵗ⁾          oₜ；oₜ 的 softmax   未归一化的对数概     (N, V′)
                        函数值              率，书里也这样叫；
                                            概率
    y⁽ᵗ⁾                yₜ；送进状态时是它  目标：编号；向量     (N)；(N, D)
                        的嵌入
    L⁽ᵗ⁾；它们的和 L    掩码损失，也就是带  损失                 ()
                        掩码的平均，第 6
                        章；我们的 L 是层
                        数，这里是 1
    U                   Wₓₕ                 从输入到状态         (D, H)
    W                   Wₕₕ；图 10.4 里来   从往下传的量到状态   (H, H)；(D, H)
                        自答案，是 W_yh
    R                   图 10.10 里是       从答案或图片到状态   (D, H)；(pixels, H)
                        W_yh；图 10.9 里是
                        乘图片的那个权重，
                        书里乘答案的那个叫
                        U
    V                   Wₒᵤₜ；我们的 V 和   从状态到输出         (H, V′)
                        V′ 是符号的个数
    s⁽ᵗ⁾，书里没有画    sₜ，图 10.12 里的   写入器（解码器）的   (N, H)；(H, H)
                        Wₛₛ                 状态，以及把它往下
                                            传的权重
    C；nₓ、n_y          上下文变量 c；T、   读取器（编码器）交   (N, H)
                        T′                  给写入器的东西；长
                                            度

    书里的向量是列，写作 Ux；我们的向量是批量里的行，写作 x Wₓₕ：两者互为转置。

    思路
    ────

    做三个选择，就造出了整个家族。进来和出去的是什么：一个序列，还是单独一个向量？从
    一步传到下一步的是什么：隐藏状态，答案，还是两样都传？往哪个方向读？零件始终是那
    几样；我们用第 2 章的普通循环单元，D = 8，H = 32。（这里的序列短，它应付得了；没
    有门挡在中间，一支箭头传得了什么、传不了什么，也看得最清楚。）

    每个网络领一个任务，例子按规则编出来。（`Task` 是一个 record：两边的编号各写成什
    么符号，一个编出例子的函数，一个评判答案的函数。你自己造一个，`make` 和 `learn`
    照样能用。）`learn` 先打印一个例子，再训练网络，每次更新用 32 个新例子；训练前
    后，各用另外 200 个例子评测一次，评测时网络从不看目标。整个答案全对的例子所占的
    比例，叫*完全匹配率*（exact match）。
    """);

interface Maker<M> {
  M create(int symbols, int answers, int embedSize, int hiddenSize, Generator generator);
}
<M> M make(Maker<M> maker, Task task) {
  return maker.create(task.sourceSize(), task.targetSize(), 8, 32, Generator.seeded(3));
}
Curves curves = new Curves();
void learn(Network network, Task task, Task exam, int updates) {
  System.out.println(task.name() + ": " + exam.show(exam.examples(1, Generator.seeded(7)).get(0)));
  Evaluation before = Evaluation.of(network, exam, 200, Generator.seeded(2));
  curves.put(network.figure() + " " + task.name(),
      TrainLoop.run(network, task, updates, 0.01, Generator.seeded(1)));
  Evaluation after = Evaluation.of(network, exam, 200, Generator.seeded(2));
  System.out.println(network.figure() + ": logits "
      + network.logits(exam.batch(32, Generator.seeded(2))).shape() + ", exact match "
      + Numbers.fixed(before.exactMatch(), 3) + " before, "
      + Numbers.fixed(after.exactMatch(), 3) + " after " + updates + " updates");
}
Script.end(1, "");

Script.say("""
    状态往下传：图 10.3
    ───────────────────

    这是第 2 章的循环，每一步再加上输出和损失。每一步的损失，都是拿这一步的未归一化
    的对数概率和这一步的目标来比；softmax 函数包在损失里面。

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ),   oₜ = hₜ Wₒᵤₜ + bₒᵤₜ

    每个网络都会把自己画出来。左边，网络画成一个圈，用的是书里的字母 U、V 和 W；右边
    是同一个网络，按时间展开成两步，每个节点每步各画一次。
    """);

Task echo = Tasks.echo(2);
HiddenRecurrence stateful = make(HiddenRecurrence::create, echo);
stateful.picture(2).save(Path.of("images/ch09_10_3.png"));
Script.end(2, "");

Script.say("""
    ［图：左：一个圈，从 h 回到 h。右，展开以后：两步里，每一步都从 x 到 h，到 o，再
    到 y 旁边的损失；箭头 W 从 h 通到下一个 h（images/ch09_10_3.png）］

    它的任务是回声：每一步都说出两步以前读到的字母；还没有这样的字母时，就说 `-`。和
    这一章的多数任务一样，一个序列有 4 到 8 个字母，评测时和训练时一样。（更长的序
    列，网络也跑得动，只是没练过：第 10 章还会说到。）在这里的 N = 32 个序列里，最长
    的有 T = 8 个字母；每一步可选的答案有 4 个特殊词元、4 个字母和 `-`，所以
    V′ = 9。
    """);

learn(stateful, echo, echo, 200);
Script.end(3, """
    echo after 2: b d d d d a a → - - b d d d d
    10.3: logits (8×32×9), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    只有答案往下传：图 10.4
    ───────────────────────

    在这里，状态*不*往下传。关于过去，每一步知道的只有前一个答案。这叫*输出循环*
    （output recurrence）。

        hₜ = tanh((xₜ ⊕ yₜ₋₁) W + bₕ),   xₜ ⊕ yₜ₋₁ (N, 2D),   W (2D, H)

    矩阵 W 里，上面是 Wₓₕ，下面是 W_yh，这是第 4 章的窍门（图里两个分开画，用的是书
    里的字母 U 和 W）；而 yₜ₋₁ 在这里是答案的*嵌入*。书里往下传的，是未归一化的对数
    概率的整个向量 oₜ₋₁。我们只传胜出的那个词的嵌入，带的信息就少了。书的图注留了一
    个例外：如果输出“维数很高，内容丰富”，也许就能把需要的东西带过去。单独一个词就不
    行了。

    使用时，yₜ₋₁ 是网络自己的答案，也就是虚线箭头；书里的图 10.4 画的只有这一种。训
    练时，它是正确的答案，也就是实线箭头，就像书里的图 10.6：强制教学，第 7 章。我们
    的图两种都画。
    """);

Task parity = Tasks.parity();
OutputRecurrence stateless = make(OutputRecurrence::create, parity);
stateless.picture(2).save(Path.of("images/ch09_10_4.png"));
Script.end(4, "");

Script.say("""
    ［图：左：有两个圈回到 h，实线的来自 y，训练时用；虚线的来自 o，使用时用。右，展
    开以后：h 和 h 之间没有箭头；第 1 步的答案通到第 2 步的 h，来自 y，或者沿着虚线
    来自 o（images/ch09_10_4.png）］

    没有实线箭头从一个状态通到下一个状态：训练时，哪一步都不用等别的步。任务是在每一
    步说出，到现在为止 1 的个数是偶数（`e`）还是奇数（`o`）。这要记住一个比特，而前
    一个答案*就是*这个比特。
    """);

learn(stateless, parity, parity, 100);
Script.end(5, """
    even or odd so far: 0 1 1 1 1 0 0 → e o e o e e e
    10.4: logits (8×32×6), exact match 0.000 before, 1.000 after 100 updates
    """);

Script.say("""
    所有时间步一次算完

    所以，训练不用沿着时间循环：所有步的输入 (T, N, 2D) 当作 T · N 行，和 W 一次乘
    完。下面列出引擎为一个批量做的矩阵乘法，每个只写行数。
    """);

PaddedBatch batch = parity.batch(32, Generator.seeded(4));
int[][] right = TeacherForcing.inputs(batch.target());
Tensor together = stateless.logits(batch.source(), right);
Tensor single = stateless.oneByOne(batch.source(), right);
System.out.println("T = " + together.dim(0) + ", N = 32; rows of each product, in order:");
System.out.println("10.3 " + ProductRows.of(() -> stateful.logits(batch)));
System.out.println("10.4 " + ProductRows.of(() -> stateless.logits(batch)));
System.out.println("all at once and one by one, the same bits: "
    + Arrays.equals(together.toArray(), single.toArray()));
Script.end(6, """
    T = 8, N = 32; rows of each product, in order:
    10.3 [256, 32, 32, 32, 32, 32, 32, 32, 32, 256]
    10.4 [256, 256]
    all at once and one by one, the same bits: true
    """);

Script.say("""
    图 10.3 在两个大乘法之间夹着 T 个小乘法，后一个要等前一个。图 10.4 只有两个大
    的：所有时间步同时训练。使用时就没有好处了：每个答案还是要等前一个。

    丢掉了什么

    *运行之前，先猜一猜*：让图 10.4 做回声，练的次数加倍。在第 t 步，它知道 xₜ 和
    yₜ₋₁，后者就是字母 xₜ₋₃。那么 xₜ₋₂ 是什么，它能说出多少？
    """);

OutputRecurrence forgetful = make(OutputRecurrence::create, echo);
learn(forgetful, echo, echo, 400);
int[][] heard = echo.batch(1, Generator.seeded(5)).source();
System.out.println("heard     " + echo.sourceText(heard[0]));
for (Network network : List.of(stateful, forgetful)) {
  int[][] said = network.answer(heard, new int[] {heard[0].length}, heard[0].length);
  System.out.println(network.figure() + " says " + echo.targetText(said[0]));
}
Script.end(7, """
    echo after 2: b d d d d a a → - - b d d d d
    10.4: logits (8×32×9), exact match 0.000 before, 0.000 after 400 updates
    heard     c c d c d
    10.3 says - - c c d
    10.4 says - - - - -
    """);

Script.say("""
    什么也说不出：它要的字母，输入里没有，前一个答案里也没有。（为什么全是短横？训练
    时，`-` 后面有一半的时候还是 `-`；单看任何一个字母，出现在那里的次数都要少得多。
    所以读到 `-`，最好就猜 `-`，一个接一个地猜下去。）状态里可以存以后用得着的任何东
    西。答案却必须当场就对，别的什么也捎不上。所以图 10.4 能表示的函数比图 10.3 少，
    训练起来却更容易：所有步一次算完，梯度也不用沿着时间往回走。有得必有失。

    从一个序列到一个总结：图 10.5
    ─────────────────────────────

    一个编码器（第 3 章），加上一个线性层。线性层接在上下文变量上，也就是每个序列最
    后一个真实词元处的状态。答案只有一个，损失也只有一个，都在最后。不过，输出的梯度
    不一定来自目标：在更大的网络里，谁用这个总结，梯度就从谁那里传回来。图 10.12 的
    读取器就是这样的网络，它的梯度来自写入器。

    任务：最大的数字是哪一个？
    """);

Task largest = Tasks.largest();
SequenceToSummary summary = make(SequenceToSummary::create, largest);
summary.picture(2).save(Path.of("images/ch09_10_5.png"));
Script.end(8, "");

Script.say("""
    ［图：两步里各有 x 和 h，箭头从 h 通到下一个 h；只在最后一步之后，有一个输出、一
    个损失和一个目标（images/ch09_10_5.png）］
    """);

learn(summary, largest, largest, 300);
Script.end(9, """
    the largest digit: 2 6 6 6 6 1 1 → 6
    10.5: logits (1×32×10), exact match 0.100 before, 0.995 after 300 updates
    """);

Script.say("""
    从一个向量到一个序列：图 10.9
    ─────────────────────────────

    现在反过来：输入是单独一个向量 x (N, pixels)，比如一张图片。每一步都把它和前一个
    答案拼接起来，yₜ₋₁ ⊕ x (N, D + pixels)，第 4 章就是这样对待上下文变量的；网络一
    直写到 `<eos>`。

    训练时，说明文字里的每个词 yₜ 有两个用处：这一步里，它是网络本来该说的词；下一步
    里，它是网络要读的词。（书里图注的数法不同：那里的 y⁽ᵗ⁾ 是第 t 步的*输入*、第
    t − 1 步的*目标*。我们的是第 t 步的目标、第 t + 1 步的输入，整门课都是这样。此外
    没有差别。）
    """);

Task captions = Tasks.captions(false);
VectorToSequence captioner =
    VectorToSequence.create(25, captions.targetSize(), 8, 32, Generator.seeded(3));
captioner.picture(2).save(Path.of("images/ch09_10_9.png"));
Script.end(10, "");

Script.say("""
    ［图：下面有一个 x，箭头通到每一步的 h；每一步的 y 是这一步的目标，又通到下一步
    的 h（images/ch09_10_9.png）］

    它的图片有 5 · 5 = 25 个像素，涂满一行，涂满一列，两样都有，或者都没有。有五张图
    片，行号和列号相同，训练时从不给它看；评测用的 200 个例子，全从这五张里抽。
    """);

learn(captioner, captions, Tasks.captions(true), 200);
Script.end(11, """
    caption a picture: ....# ....# ....# ....# ##### → row 5 and column 5 <eos>
    10.9: logits (6×32×12), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    状态和答案都往下传：图 10.10
    ────────────────────────────

    又是从一个序列到同样长的另一个序列，只是这一次，传给下一步的有两样：状态和答案。
    """);

Task oneCase = Tasks.oneCase();
HiddenAndOutputRecurrence consistent = make(HiddenAndOutputRecurrence::create, oneCase);
consistent.picture(2).save(Path.of("images/ch09_10_10.png"));
Script.end(12, "");

Script.say("""
    ［图：和图 10.3 一样，但是通到下一个 h 的箭头有两种：一种来自 h，一种来自 y，使
    用时来自 o（images/ch09_10_10.png）］

    这有什么好处？设目标就是源句，要么全用小写字母，要么全用大写字母，抛硬币决定。两
    个答案都对，评测时哪个都算对；混着写就错。图 10.3 的网络学的是同样的例子。（它更
    新的次数更多，学习率更小：用 0.002 更新 400 次，而不是用 0.01 更新 200 次。因为
    我们想看它最后停在哪里，而用 0.01 的话，它的概率会一直晃来晃去。）

    句子的概率，是各词概率的乘积，所以等于 e 的某次方，指数就是四个损失的*和*取负。
    `loss` 给的是四个损失的平均，因此要乘 −4。
    """);

learn(consistent, oneCase, oneCase, 200);
HiddenRecurrence apart = make(HiddenRecurrence::create, oneCase);
TrainLoop.run(apart, oneCase, 400, 0.002, Generator.seeded(1));
int[] source = {4, 5, 6, 7};
int[][] targets = {{4, 5, 6, 7}, {8, 9, 10, 11}, {4, 9, 6, 11}};
for (int[] target : targets) {
  PaddedBatch pair = PaddedBatch.of(List.of(source), List.of(target));
  System.out.println("P(" + oneCase.targetText(target) + " | a b c d): 10.3 "
      + Numbers.fixed(StrictMath.exp(-4 * apart.loss(pair).item()), 4) + ", 10.10 "
      + Numbers.fixed(StrictMath.exp(-4 * consistent.loss(pair).item()), 4));
}
Script.end(13, """
    one case throughout: b d d d d a a → b d d d d a a
    10.10: logits (8×32×12), exact match 0.000 before, 1.000 after 200 updates
    P(a b c d | a b c d): 10.3 0.0480, 10.10 0.4899
    P(A B C D | a b c d): 10.3 0.0742, 10.10 0.4986
    P(a B c D | a b c d): 10.3 0.0713, 10.10 0.0000
    """);

Script.say("""
    图 10.3 只凭源句给每个字母定概率。一旦给定源句，它的各个答案就互不影响，这叫*条
    件独立*（conditionally independent）。每个字母各抛各的硬币，全部 2⁴ = 16 种写
    法，概率都在 1/16 = 0.0625 附近。图 10.10 只在第一步抛一次硬币，以后就一直照办，
    因为每一步都读到了前一步说的是什么。这样，对于这个长度的答案，任何概率分布它都能
    表示：句子的概率是一个乘积，每个词都以前面*所有*的词为条件（第 6 章），而它的状
    态装得下它们。（源句它只知道读过的那一段；剩下的，下一节再说。）要写句子，就少不
    了这一点：正确的译文有许多，几个混在一起就不对了。

    两个方向都读：图 10.11
    ──────────────────────

    *双向循环神经网络*（bidirectional RNN）有两个循环单元，一个从左往右读，状态是
    hₜ；一个从右往左读，状态是 gₜ。每一步把两个状态拼接起来，答案就既看得见前面，也
    看得见后面：

        gₜ = tanh(xₜ W_xg + gₜ₊₁ W_gg + b_g),
        oₜ = (hₜ ⊕ gₜ) Wₒᵤₜ + bₒᵤₜ,
        Wₒᵤₜ (2H, V′)
    """);

Task again = Tasks.comesAgain();
Bidirectional tagger = make(Bidirectional::create, again);
tagger.picture(2).save(Path.of("images/ch09_10_11.png"));
Script.end(14, "");

Script.say("""
    ［图：两条状态的链：h 从左到右，g 从右到左；两者都通到自己那一步的输出
    （images/ch09_10_11.png）］

    批量里有填充时，第二个循环单元从每个序列自己的最后一个真实词元开始。任务要用到未
    来：这个字母后面还会再来（`+`），还是已经是最后一次（`.`）？*运行之前，先猜一
    猜*：拿来对照的图 10.3 会做得怎样？
    """);

learn(tagger, again, again, 400);
learn(make(HiddenRecurrence::create, again), again, again, 400);
Script.end(15, """
    does it come again: b d d d d a a → . + + + . + .
    10.11: logits (8×32×6), exact match 0.000 before, 1.000 after 400 updates
    does it come again: b d d d d a a → . + + + . + .
    10.3: logits (8×32×6), exact match 0.000 before, 0.040 after 400 updates
    """);

Script.say("""
    从左往右读，就只好猜：靠前的字母还会再来，靠后的不会了。

    代价呢？这样的网络不能*写*。它要读完整个输入，才给得出第一个答案；而写的时候，读
    的正是自己写出来的东西，右边的那些步还不存在。所以双向的网络用来读（编码器、标注
    器），要写的网络只能从左往右走。

    读取器和写入器：图 10.12
    ────────────────────────

    到目前为止，读进一个序列的网络，答案要么和这个序列一样长，要么长度是 1。这里的 T
    和 T′ 可以不同：读取器（图 10.5，去掉输出）把上下文变量交给写入器（图 10.9）。这
    就是整门课的模型；这个类只有几行，套在第 7 章的 `Seq2Seq` 外面，循环单元用 GRU。
    图里从 c 到每个状态都有一个箭头。上下文变量进来有三种方式，路上可以有、也可以没
    有状态桥接，第 4 章都分清楚了；书里的图没有画这些，我们的图也没有画。
    """);

Task runs = Tasks.runs();
SequenceToSequence translator = SequenceToSequence.create(CellKind.GRU, ContextMode.BOTH,
    runs.sourceSize(), runs.targetSize(), 8, 32, Generator.seeded(3));
translator.picture(2).save(Path.of("images/ch09_10_12.png"));
Script.end(16, "");

Script.say("""
    ［图：左边是读取器，两步里各有 x 和 h；最后的状态给出上下文变量 c；右边是写入
    器，一共三步，每一步都有一个箭头来自 c，一个来自前一个状态，一个来自前一个答案
    （images/ch09_10_12.png）］

    任务：连着的相同字母只写一次。答案该有多长，网络得自己弄明白。
    """);

learn(translator, runs, runs, 400);
Script.end(17, """
    each run once: b b b a a a <eos> → b a <eos>
    10.12: logits (5×32×8), exact match 0.000 before, 0.995 after 400 updates
    """);

Script.say("""
    它们学得怎样
    ────────────
    """);

Script.show(curves.smallMultiples().withReference(0.116, "log 2 / 6").save(Path.of("images/ch09_losses.png")));
Script.end(18, """
    images/ch09_losses.png
    """);

Script.say("""
    ［图：九张小图，坐标轴相同，画的是损失随更新次数的变化：六条降得很低，两条一直很
    高，还有一条停在 0.116 的虚线上（images/ch09_losses.png）］

    有三条曲线降不下来。其中两条，是因为网络缺了任务要用的东西：图 10.4 做回声，缺的
    是记忆；图 10.3 做“还会再来吗”，缺的是未来。第三条是“从头到尾一种大小写”：硬币的
    结果是猜不到的，每个序列都要付出 log 2 奈特，平均有六个字母，所以哪个网络也不能
    把每个答案的损失降到 log 2 / 6 = 0.116 以下。

    容易出错的地方
    ──────────────

    *用了同一步的目标*。忘了强制教学的挪位，一步读到的就是它自己的正确答案，和第 7
    章一样：箭头从 yₜ 通到 hₜ。哪怕是网络*做不了*的任务，损失也会降到 0 附近，可是一
    评测就知道，它什么也没学会。（有个测试防着它：把输入和目标一个一个地改，看哪些未
    归一化的对数概率跟着变。变的必须正是图里箭头通到的那些，一个不多，一个不少。）

    *先读到填充*。我们要是谎称所有步都是真实的，`tagger` 就会把填充过的一行整个倒过
    来，填充于是到了前面：倒着读的循环单元还没读到第一个字母，就先把填充读进去了。
    """);

int[] letters = {4, 5, 4, 6};
int[][] padded = {Arrays.copyOf(letters, 6)};
System.out.println("read               " + again.sourceText(letters));
for (int length : new int[] {6, 4}) {
  int[][] said = tagger.answer(padded, new int[] {length}, 6);
  String answer = again.targetText(Arrays.copyOf(said[0], 4));
  System.out.println("as if " + length + " were real  " + answer);
}
Script.end(19, """
    read               a b a c
    as if 6 were real  + + + .
    as if 4 were real  + . . .
    """);

Script.say("""
    改法：只把前 lengthₙ 步倒过来，得到的状态也照样倒回去。

    五行小结
    ────────

    • 家族成员的差别在于：进出的是什么，一步一步往下传的是什么，往哪个方向读。
    • 往下传的状态什么都能带（10.3）；往下传的答案只带得了自己（10.4），但训练时所有
      步可以一次算完。
    • 最后的状态总结一个序列（10.5）；一个向量放在每个词旁边，就能写出一个序列
      （10.9）；两者合起来就能翻译（10.12）。
    • 后面的答案不读前面的答案，各个答案就条件独立，几种写法会混在一句里；读了，这毛
      病就好了（10.10）。
    • 只要整个输入都在手上，从两头读就有帮助；但它不能用来写（10.11）。

    如果……会怎样？
    ──────────────

    1. 如果图 10.4 像书里那样，把整个 oₜ₋₁ 往下传，而输出层里还多出一千个词，没有一
       个目标用得到它们呢？这样它学得会回声吗？
    2. 如果别人一句话还没说完，你就要给其中的词做标注呢？还有哪几张图里的网络用得
       上？
    3. 如果图 10.12 的写入器不读自己的答案，只看 c 和自己的状态呢？这一章的任务里，
       哪些它会做不好？

    答案（../../solutions/answers.zh.md#第-9-章）

    练习
    ────

    • 练习 9.1，两个方向的输出，不读填充：`./learn check 9.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 9.2，图 10.4 的网络的强制教学，所有步一次算完：`./learn check 9.2`

    延伸阅读
    ────────

    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      10 章（https://www.deeplearningbook.org/contents/rnn.html），第 10.2 到 10.4
      节：所有的图和图注都在那里。
    • Elman（1990），Finding Structure in Time
      （https://doi.org/10.1207/s15516709cog1402_1）：状态往下传。Jordan
      （1986），*Serial Order*：答案往下传。Schuster 和 Paliwal（1997），
      Bidirectional Recurrent Neural Networks（https://doi.org/10.1109/78.650093）。
    • Vinyals、Toshev、Bengio 和 Erhan（2015），Show and Tell: A Neural Image
      Caption Generator（https://arxiv.org/abs/1411.4555）：图 10.9 的实际应用。
    • 代码：这一章的各个网络（../main/java/seq2seq/ch09_architectures）；任务的规则
      在 `Tasks`（../main/java/seq2seq/ch09_architectures/Tasks.java） 里。

    ────────────────────────────────────────

    第 8 章：写出序列（ch08_inference.md） · 目录（README.md） · 下一章：第 10 章：
    注意力机制（ch10_attention.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
