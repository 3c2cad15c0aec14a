// ch02_recurrence.jsh 由 `./learn export --language zh` 从 zh/ch02_recurrence.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch02_recurrence.jsh
// 想从它结束的地方接着试：./learn jshell 2

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import java.util.stream.IntStream;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch02_recurrence.md");

Script.say("""
    第 2 章：循环单元
    ═════════════════

    *问题：网络怎么记住它读过的东西？*

    照第 1 章的做法，一个词不管站在哪里，向量都一样。可是“dog bites man”（狗咬人）和
    “man bites dog”（人咬狗）是两条不同的新闻。所以模型需要一份记忆，从一个词带到下
    一个词，还要学会往里面放什么。学完这一章，你能动手算出三种常用循环单元的一步，能
    跟着梯度沿时间往回走，还能说清：为什么有的单元能从五十步之前的事里学到东西，有的
    却不能。

    思路
    ────

    从左往右读句子，边读边做笔记。笔记是由 H 个数构成的向量，叫*隐藏状态*（hidden
    state）h；这 H 个数，每一个叫一个*隐藏单元*（unit）。（一个隐藏单元记什么，由训
    练决定；说得清楚的很少。）每一步有一个小公式，叫*循环单元*（cell），它拿到新来的
    词和到目前为止的笔记，写出新的笔记。这样工作的网络就是*循环神经网络*（recurrent
    neural network），简称 RNN。

    每一步用的都是同一个公式、同一套权重。所以多长的句子都能读；在句首学到的关于一个
    词的知识，到了句尾照样管用。笔记的大小始终不变，也是这个道理：同一套权重，每一步
    都得和它配得上。H 该取多大？隐藏单元越多，记得越多，代价也越高，因为从状态到状态
    就有 H² 个权重。和第 1 章的 D 一样：多试几个，到再加大也没多少起色的地方，就停
    下。

    普通的循环单元
    ──────────────

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ)

    符号      是什么                                 形状
    ────────  ─────────────────────────────────────  ──────
    xₜ        第 t 步的输入：N 个句子，每句一个嵌入  (N, D)
    hₜ₋₁、hₜ  这一步之前和之后的隐藏状态             (N, H)
    Wₓₕ       从输入到状态的权重                     (D, H)
    Wₕₕ       从状态到状态的权重                     (H, H)
    bₕ        偏置，靠广播加到每一行                 (H)

    两个乘积都是 (N, H)，所以能加在一起。有了 tanh，这个单元就不只是一个线性层（第 0
    章）；而且不管句子多长，每个数都留在 −1 和 1 之间。这两件事，sigmoid 函数也做得
    到。可是它的斜率最多 1/4（第 0 章），tanh 的可以到 1；而我们马上会看到，沿着句子
    走，这些斜率要连乘。
    """);

Script.show(CellDiagram.rnn().save(Path.of("images/ch02_rnn.png")));
Script.end(1, """
    images/ch02_rnn.png
    """);

Script.say("""
    ［图：普通循环单元：之前的状态乘 W_hh，加上输入乘 W_xh，再加偏置；取 tanh，就是
    新状态（images/ch02_rnn.png）］

    先走一步，取 N = 1、D = H = 2，权重挑得简单，你心算就能核对。`RnnCell` 就是把这
    个公式写成一个类。它接收和返回的状态都装在 `CellState` 里，也就是套在 h 外面的一
    个小盒子，因为后面的 LSTM 还要往里放第二个向量。
    """);

Tensor Wxh = Tensor.of(new float[][] {{0.5f, -0.5f}, {0.25f, 1}});
Tensor Whh = Tensor.of(new float[][] {{1, 0.5f}, {0, -1}});
Tensor bh = Tensor.of(0.1f, 0);
Tensor x = Tensor.of(new float[][] {{1, 2}});
Tensor before = Tensor.of(new float[][] {{0.3f, -0.2f}});
Tensor sum = x.matmul(Wxh).plus(before.matmul(Whh)).plus(bh);
Tensor after = sum.tanh();
RnnCell rnn = new RnnCell(Wxh, Whh, bh);
System.out.println("by hand " + sum.at(0) + ", its tanh " + after.at(0));
System.out.println("RnnCell " + rnn.next(x, CellState.of(before)).hidden().at(0));
Script.end(2, """
    by hand (2) [1.4000 1.8500], its tanh (2) [0.8854 0.9517]
    RnnCell (2) [0.8854 0.9517]
    """);

Script.say("""
    沿着时间走
    ──────────

    现在让这个单元把一个句子从头走到尾，每一步都把状态交给下一步的自己。读第一个词之
    前没有什么可记的，所以 h₀ 全是 0。（和第 1 章一样，公式里的步从 1 数起：x₁ 是第
    一个词，在位置 0，h₁ 是读完它之后的状态。）下面两个句子用的词完全相同。*运行之
    前，先猜一猜*：状态分得清它们吗？
    """);

Tensor dog = Tensor.of(new float[][] {{1, 0}});
Tensor bites = Tensor.of(new float[][] {{0, 1}});
Tensor man = Tensor.of(new float[][] {{1, -1}});
Tensor read(Cell cell, Tensor... words) {
  CellState state = cell.zeroState(1);
  for (Tensor word : words) {
    state = cell.next(word, state);
  }
  return state.hidden().at(0);
}
System.out.println("h after dog bites man " + read(rnn, dog, bites, man));
System.out.println("h after man bites dog " + read(rnn, man, bites, dog));
Script.end(3, """
    h after dog bites man (2) [ 0.7856 -0.9695]
    h after man bites dog (2) [ 0.8323 -0.8246]
    """);

Script.say("""
    分得清，因为每个状态都取决于前一个状态。每一步画一个节点，循环就拉成了一条链，这
    就叫*按时间展开*（unrolled）：
    """);

Script.show(RecurrentGraph.of(Unrolling.of(3)).save(Path.of("images/ch02_unrolled.png")));
Script.end(4, """
    images/ch02_unrolled.png
    """);

Script.say("""
    ［图：左边是一个带环的状态；右边把它拉成了从 h_0 到 h_3 的一条链，每一步下面有一
    个输入，每一步的箭头上都是同样的 W_hh 和 W_xh（images/ch02_unrolled.png）］

    左边，环上的黑方块表示“晚一步”。右边，环没有了：它就是第 0 章那样的图，梯度可以
    沿着它往回走。从图上看得出两件事。第一，每一步用的都是同样的权重，所以它们的梯度
    要沿时间相加。第二，从 h₃ 回到 x₁ 只有一条路，中间的每一个状态都得经过。

    沿时间往回走
    ────────────

    在这条路上，梯度会怎么样？我们取一步、两个隐藏单元，把所有斜率都看一遍。

    新状态的第 j 个隐藏单元是 hₜ,ⱼ = tanh(aₜ,ⱼ)，其中 aₜ,ⱼ = Σᵢ hₜ₋₁,ᵢ Wᵢⱼ + …，这里
    W 是 Wₕₕ 的简写。旧状态的第 i 个隐藏单元动一点点，aₜ,ⱼ 就动它的 Wᵢⱼ 倍。tanh 再
    把它乘上自己的斜率，传下去；这个斜率我们在第 0 章见过，是 1 − hₜ,ⱼ²。两个旧的隐
    藏单元、两个新的隐藏单元，一共四个斜率，正好排成一个矩阵：

        Jₜ = ⎛ W₁₁ (1 − hₜ,₁²)  W₁₂ (1 − hₜ,₂²) ⎞
             ⎝ W₂₁ (1 − hₜ,₁²)  W₂₂ (1 − hₜ,₂²) ⎠

    第 i 行表示旧隐藏单元 i 动一动会带来什么，第 j 列表示新隐藏单元 j 受到哪些影响。
    一些数对另一些数的所有斜率排成的矩阵，叫*雅可比矩阵*（Jacobian）。（有的书把状态
    写成列，那里的雅可比矩阵是放倒的。）让引擎来求这四个斜率，一次求一个新隐藏单元
    的。（`slice(1, j, j + 1)` 沿着轴 1，从 `j` 取到 `j + 1` 之前，也就是一列。）
    """);

Tensor slopes = Tensor.ones(1, 2).minus(after.times(after));
System.out.println("by hand, J " + Whh.times(slopes));
for (int j = 0; j < 2; j++) {
  Tensor old = Tensor.of(new float[][] {{0.3f, -0.2f}}).withGrad();
  Tensor next = x.matmul(Wxh).plus(old.matmul(Whh)).plus(bh).tanh();
  next.slice(1, j, j + 1).sum().backward();
  System.out.println("engine, column " + (j + 1) + " of J: " + old.grad().at(0));
}
Script.end(5, """
    by hand, J (2×2)
    [[ 0.2162  0.0471]
     [ 0.0000 -0.0942]]
    engine, column 1 of J: (2) [0.2162 0.0000]
    engine, column 2 of J: (2) [ 0.0471 -0.0942]
    """);

Script.say("""
    这些数的绝对值比 Wₕₕ 里的小（零还是零），因为这里新隐藏单元的值都接近 1，tanh 在
    那里几乎是平的。

    走上好几步，一个变化会从一个隐藏单元传到另一个，再传到下一个，沿着每一条路径往前
    走；同一条路径上斜率相乘，不同路径之间相加。先乘再加，这正是矩阵乘法。所以走 k
    步，斜率就是 J_(T−k+1) ⋯ J_(T−1) J_T，k 个矩阵连乘。

    训练要的是 Wₕₕ 的梯度。往回走，随身带着状态的梯度 dh。每一步只要三个式子：先往回
    穿过 tanh；再收下权重应得的那一份；最后往回穿过乘积，到达前一个状态。

        daₜ = dhₜ ⊙ (1 − hₜ ⊙ hₜ)   dWₕₕ = Σₜ hₜ₋₁ᵀ daₜ   dhₜ₋₁ = daₜ Wₕₕᵀ

    （符号 ⊙ 表示逐个元素相乘。）这就是*沿时间反向传播*（backpropagation through
    time）：第 0 章的反向传播，用在按时间展开的图上。下面走三步，没有输入，再和引擎
    的答案对照。（`detach()` 和第 0 章一样，只取张量里的数，不要它的计算图。）
    """);

Tensor W = Whh.withGrad();
Tensor[] h = {before, null, null, null};
for (int t = 1; t <= 3; t++) {
  h[t] = h[t - 1].matmul(W).tanh();
}
h[3].sum().backward();
Tensor dh = Tensor.ones(1, 2);
Tensor dW = Tensor.zeros(2, 2);
for (int t = 3; t >= 1; t--) {
  Tensor now = h[t].detach();
  Tensor da = dh.times(Tensor.ones(1, 2).minus(now.times(now)));
  dW = dW.plus(h[t - 1].detach().transpose().matmul(da));
  dh = da.matmul(Whh.transpose());
}
System.out.println("by hand " + dW);
System.out.println("engine " + W.grad());
Script.end(6, """
    by hand (2×2)
    [[ 0.8574  0.2327]
     [ 0.0989 -0.6145]]
    engine (2×2)
    [[ 0.8574  0.2327]
     [ 0.0989 -0.6145]]
    """);

Script.say("""
    注意，它要用到前向时的每一个状态。所以训练占用的内存，会随着步数增长。

    梯度消失和梯度爆炸
    ──────────────────

    梯度往回走，每走一步就乘上一个 Jₜ。五十个这样的因子乘起来会怎样，只用一个隐藏单
    元最容易看清：hₜ = tanh(w hₜ₋₁)。一步的因子是 w(1 − hₜ²)。*运行之前，先猜一猜*
    w = 2 时的第五个因子：它比第一个大还是小？
    """);

for (double w : new double[] {0.5, 2}) {
  double unit = 0.1;
  StringBuilder line = new StringBuilder("w = " + Numbers.fixed(w, 1) + ", factors");
  for (int t = 1; t <= 6; t++) {
    unit = StrictMath.tanh(w * unit);
    line.append("  ").append(Numbers.fixed(w * (1 - unit * unit), 2));
  }
  System.out.println(line);
}
Script.end(7, """
    w = 0.5, factors  0.50  0.50  0.50  0.50  0.50  0.50
    w = 2.0, factors  1.92  1.72  1.19  0.54  0.25  0.18
    """);

Script.say("""
    w = 0.5 时，每个因子都差不多是二分之一。w = 2 时，状态越长越大，长到接近 1，那里
    的 tanh 几乎是平的，于是因子变小。所以因子永远不会超过 w，而且只有状态还小的时
    候，才接近 w。

    有 H 个隐藏单元时，我们量的是从 h_(T−k) 到 h_T 的斜率矩阵有多大：把所有元素的平
    方加起来，开方，再除以 √H，这样在 k = 0、什么都还没发生的时候，它等于 1：那时 H
    个数各自只跟着自己动，矩阵里有 H 个 1，其余都是 0。`GradientOverTime` 一次就量出
    所有的 k，用的网络是这样的：

    • 它*不读输入*。从一个小的随机状态出发，放着不管，走 T = 50 步。所以我们看到的，
      全是循环单元自己的行为。
    • H = 32，Wₕₕ 是一个随机的*旋转*乘上一个系数。旋转不改变长度，所以每个方向伸缩的
      倍数，正好就是这个系数。

    （`measure` 还要两个数，是给门的偏置用的。普通循环单元没有门，所以这里取 0。）
    """);

int T = 50;
GradientOverTime measure(CellKind kind, double scale, double keep, double write) {
  return GradientOverTime.measure(kind, 32, T, scale, keep, write, Generator.seeded(3));
}
void show(String name, double[] sizes) {
  System.out.println(name + ":  k=1 " + Numbers.scientific(sizes[1], 2) + "  k=10 "
      + Numbers.scientific(sizes[10], 2) + "  k=50 " + Numbers.scientific(sizes[50], 2));
}
double[] half = measure(CellKind.RNN, 0.5, 0, 0).hidden();
double[] twice = measure(CellKind.RNN, 2, 0, 0).hidden();
show("RNN, scale 0.5", half);
show("RNN, scale 2.0", twice);
Script.end(8, """
    RNN, scale 0.5:  k=1 5.0e-01  k=10 9.8e-04  k=50 8.9e-16
    RNN, scale 2.0:  k=1 1.1e+00  k=10 2.9e+00  k=50 5.9e+03
    """);

Script.say("""
    系数 0.5 时，它就是 0.5ᵏ，两位数字都对得上：走 50 步，只剩下 10⁻¹⁵。这就是*梯度
    消失*（vanishing gradient）。损失在第 50 步说得再多，权重也学不到关于第 1 步的半
    点东西。

    系数 2 时，往回的第一步只有 1.1，原因前面已经见过：到第 50 步，状态已经长大了，
    凡是靠近 1 或 −1 的隐藏单元，tanh 的斜率就把 2 吃掉一部分，合起来将近一半。为什
    么不像只有一个隐藏单元时那样，吃掉更多？那一个总是把自己往同一边推，越推越远。这
    里每个隐藏单元都被 32 个推着，一会儿往这边，一会儿往那边，所以摇摆不停，每一步都
    有一些在 0 附近，tanh 在那里是陡的。这就够了：到头来，梯度长到了原来的几千倍。这
    就是*梯度爆炸*（exploding gradient）：更新一次，就把权重甩得老远。

    爆炸的梯度拦得住：第 7 章会给梯度的长度定一个界限，超过了就缩短，没超过就不动。
    消失的梯度，事后再也救不回来，因为已经没有什么可以放大了。（把系数正好取成 1 也
    不行。隐藏单元只要不在 0 处，tanh 的斜率就小于 1，总要拿走一点；而且权重更新一
    次，系数就变了。）只能在循环单元本身的构造上想办法。

    这真的要紧吗？

    没有记忆就做不了的任务，最小的是这一个：读 T 个随机符号，符号一共四种，然后说
    出*第一个*是什么。第一个之后的全是噪声，不用理会。瞎猜的话，四次能对一次，损失是
    log 4 = 1.39。每种循环单元的权重，一律更新 200 次。（调用里的 0，又是给门用
    的。）*运行之前，先猜一猜*：普通循环单元在 T = 5 和 T = 20 时，各做得怎么样？
    """);

void remember(String name, CellKind kind, double keep, int steps) {
  FirstSymbol result = FirstSymbol.train(kind, keep, steps, 200, Generator.seeded(5));
  System.out.println(name + ", T = " + steps + ":  loss " + Numbers.fixed(result.loss(), 2)
      + ",  right in " + Numbers.fixed(100 * result.right(), 0) + " of 100");
}
remember("RNN", CellKind.RNN, 0, 5);
remember("RNN", CellKind.RNN, 0, 20);
Script.end(9, """
    RNN, T = 5:  loss 0.00,  right in 100 of 100
    RNN, T = 20:  loss 1.39,  right in 25 of 100
    """);

Script.say("""
    五步时，它学得分毫不差。二十步时，它什么都没学到。初始权重一样，训练也一样，中间
    只多了 15 个符号。

    门控循环单元
    ────────────

    普通的循环单元每一步都把笔记全部重写一遍。要是有些笔记可以留着不动，就好了。*门*
    （gate）是 0 和 1 之间的数，每个隐藏单元一个，用来乘在别的东西上：0 一点也不放过
    去，1 全部放过去。门和别的东西一样，由输入和状态算出来，最后过一个 sigmoid 函数
    （第 0 章）。

    *门控循环单元*（gated recurrent unit），简称 GRU，有两个门。把 xₜ 简写成 x，之前
    的状态写成 h，之后的状态写成 h′：

    名称                       公式                       含义
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    *重置门*（reset gate）     r = σ(x Wₓᵣ + bₓᵣ + h Wₕᵣ  候选隐藏状态能看到多少过去
                               + bₕᵣ)
    *更新门*（update gate）    z = σ(x W_xz + b_xz + h    旧状态留下多少
                               W_hz + b_hz)
    *候选隐藏状态*             h̃ = tanh(x W_(xh̃) +        打算写进去的内容
    （candidate），简称候选    b_(xh̃) + r ⊙ (h W_(hh̃) +
                               b_(hh̃)))
    新状态                     h′ = (1 − z) ⊙ h̃ + z ⊙ h   两者的混合

    反正要加在一起，为什么要两个偏置？对门来说，一个就够了。候选却两个都要，因为 r
    夹在它们中间；于是门也跟着有了两个。（这个领域大多用 PyTorch 这个库，它把候选叫
    做 n。在这门课里，n 是句子的下标。）
    """);

Script.show(CellDiagram.gru().save(Path.of("images/ch02_gru.png")));
Script.end(10, """
    images/ch02_gru.png
    """);

Script.say("""
    ［图：GRU：最上面一条线是旧状态，乘以 z，再加上 1 − z 乘候选；重置门乘在状态的乘
    积上，然后才过 tanh（images/ch02_gru.png）］

    顺着最上面那条线看：从 hₜ₋₁ 到 hₜ，路上只有一次乘以 z 和一次加法，没有权重矩阵挡
    着，也没有 tanh 挡着。z = 1 时，旧状态原样通过。z = 0 时，换成候选。

    三份权重并排放在一个矩阵里，Wₓₕ 是 (D, 3H)，Wₕₕ 是 (H, 3H)，次序是 r, z, h̃，这样
    一步只要两次大的乘法，不用六次小的。用随机的权重，动手算一遍：
    """);

GruCell gru = GruCell.uniform(2, 2, Generator.seeded(5));
Tensor fromX = gru.project(x);  // x·W_xh + b_xh, (N,3H)
Tensor fromH = before.matmul(gru.stateWeight()).plus(gru.stateBias());  // h·W_hh + b_hh
Tensor r = fromX.slice(1, 0, 2).plus(fromH.slice(1, 0, 2)).sigmoid();
Tensor z = fromX.slice(1, 2, 4).plus(fromH.slice(1, 2, 4)).sigmoid();
Tensor candidate = fromX.slice(1, 4, 6).plus(r.times(fromH.slice(1, 4, 6))).tanh();
Tensor mixed = Tensor.scalar(1).minus(z).times(candidate).plus(z.times(before));
System.out.println("before " + before.at(0) + "\ncandidate " + candidate.at(0)
    + "\nz " + z.at(0) + "\nafter " + mixed.at(0));
System.out.println("GruCell " + gru.next(x, CellState.of(before)).hidden().at(0));
Script.end(11, """
    before (2) [ 0.3000 -0.2000]
    candidate (2) [0.9285 0.2681]
    z (2) [0.4534 0.4014]
    after (2) [0.6435 0.0802]
    GruCell (2) [0.6435 0.0802]
    """);

Script.say("""
    新状态的每个数，都在旧状态和候选之间；z 越大，离旧状态越近。

    重置门什么时候有用

    只有 z 的循环单元，可以保留状态，也可以换掉状态。可是候选本身就是*从*旧状态算出
    来的，所以即使 z = 0，过去的影子还是会透过来。有时候我们不要它透过来：比如一个新
    的分句开始了，它的主语和上一句毫不相干。

    来看一个隐藏单元，它把读到的数加起来：z 始终接近 0，候选是 tanh(value + r h)。第
    二个输入的意思是“从头来”，重置门听它的：r = σ(10 − 20 · start)，平时接近 1，遇到
    “从头来”就接近 0。拿来对照的是一个同样的隐藏单元，只是它的重置门不听这个信号。
    （`Latch.sequence` 把两个输入并排放好，(T, 1, 2)。`GateTrace` 盯住一个句子里的一
    个隐藏单元，这里都是 0 号；`row("h")` 是它每一步的状态。）
    """);

float[] values = {0.5f, 0.5f, 0.5f, -0.5f, 0.2f};
float[] start = {0, 0, 0, 1, 0};
GruCell adder(float listens) {
  return new GruCell(Tensor.of(new float[][] {{0, 0, 1}, {listens, 0, 0}}),
      Tensor.of(new float[][] {{0, 0, 1}}), Tensor.of(10, -10, 0), Tensor.zeros(3));
}
Tensor inputs = Latch.sequence(values, start);
System.out.println("with reset    "
    + Tensor.of(GateTrace.of(adder(-20), inputs, 0, 0).row("h")));
System.out.println("without reset "
    + Tensor.of(GateTrace.of(adder(0), inputs, 0, 0).row("h")));
Script.end(12, """
    with reset    (5) [ 0.4621  0.7452  0.8469 -0.4620 -0.2562]
    without reset (5) [0.4621 0.7452 0.8469 0.3336 0.4881]
    """);

Script.say("""
    到第 4 步，第一个隐藏单元给出 tanh(−0.5) = −0.46，好像前面什么都没有过。第二个做
    不到：前三步攒下的值加到 −0.5 上，把它盖过去了。

    长短期记忆网络
    ──────────────

    GRU 有个年长的亲戚，叫*长短期记忆网络*（long short-term memory），简称 LSTM。它
    带着两个向量：一个是隐藏状态 h，外面看得见；一个是*记忆元*（cell state），留在里
    面，对它只做缩放和相加。为什么要两个？留着以后用的东西，不必每一步都拿出来，也不
    必每次都过一遍 tanh。记忆元写成一个单词 cellₜ，因为 c 要留给上下文变量；论文和
    PyTorch 写作 cₜ。和前面一样，带一撇的是这一步之后的。

    名称                     公式                           含义
    ───────────────────────  ─────────────────────────────  ────────────────────────
    *输入门*（input gate）   i = σ(x Wₓᵢ + h Wₕᵢ + bᵢ)      新的写进去多少
    *遗忘门*（forget gate）  f = σ(x W_xf + h W_hf + b_f)   旧的保留多少
    候选                     g = tanh(x W_xg + h W_hg +     打算写进去的内容
                             b_g)
    *输出门*（output gate）  o = σ(x Wₓₒ + h Wₕₒ + bₒ)      记忆元露出来多少
    新记忆元                 cell′ = f ⊙ cell + i ⊙ g       保留下来的，加上写进去的
    新状态                   h′ = o ⊙ tanh(cell′)           露出来的
    """);

Script.show(CellDiagram.lstm().save(Path.of("images/ch02_lstm.png")));
Script.end(13, """
    images/ch02_lstm.png
    """);

Script.say("""
    ［图：LSTM：最上面一条线是记忆元，乘以 f，再加上 i 乘 g；下面，输出门乘上记忆元
    的 tanh，得到新状态（images/ch02_lstm.png）］

    最上面同样有一条直达的路，路上只有一次与门的相乘和一次加法。遗忘门这个名字容易误
    导人：f = 1 时，一切都*保留*。GRU 只有一个 z，而这里，保留和写入各有一个门，所以
    LSTM 可以全部保留，*同时*再往上加。`LstmCell` 把四份权重并排放，次序是
    i, f, g, o。

    看看门在做什么
    ──────────────

    为了看清门怎样工作，我们取一个只有一个隐藏单元的 LSTM，亲手设好权重，让它记住最
    近一个带标记的值。输入是一对数，`value` 和 `write`（图上标作“值”和“写入”），所以
    D = 2。`write` 是 1，就把值存下来。`write` 是 0，不管来的是什么，旧值都留着。
    （做法和上面的重置门一样：标记通到 i 的权重是一个大的正数，通到 f 的是一个大的负
    数；标记是 0 时，两个门各由自己的偏置压在另一边。o 一直开着，g 只读 `value`。）
    """);

float[] passing = {0.5f, -1, 0.8f, -0.3f, 1, -0.9f, 0.4f, 0.1f};
float[] write = {1, 0, 0, 1, 0, 0, 1, 0};
Tensor sequence = Latch.sequence(passing, write);
GateTrace trace = GateTrace.of(Latch.lstm(), sequence, 0, 0);
Script.show(GateHeatmap.of("One LSTM unit that stores what is flagged", sequence, List.of("value", "write"),
    trace).save(Path.of("images/ch02_gates.png")));
Script.end(14, """
    images/ch02_gates.png
    """);

Script.say("""
    ［图：只有一个隐藏单元的 LSTM，八步里的输入、门、记忆元和隐藏状态；只有“写入”是
    1 的地方，记忆元才变（images/ch02_gates.png）］

    顺着记忆元那一行看。第 1、4、7 步标记是 1：i 打开，f 关上，记忆元变成
    g = tanh(value)。其余各步，g 随着每个输入摇摆，记忆元纹丝不动。在训练出来的网络
    里，没有人去设权重；权重自己往损失更低的地方走，门也就没有这么黑白分明。

    门为什么能把梯度传回去
    ──────────────────────

    在 f 接近 1、又没写进什么的地方，cell′ ≈ cell，所以 cell′ 的梯度几乎原封不动地交
    回给 cell。在 GRU 里，z 起同样的作用。我们照老办法来量，没有输入，系数取 0.9（候
    选和每个门各有一个自己的旋转），偏置有三种。（同样的系数，普通循环单元的梯度最多
    只剩原来的千分之五：0.9⁵⁰ = 0.005。比这多出来的，都是门的功劳。）

    • *半开*：所有偏置都是 0，所以所有的门都接近 σ(0) = 0.5；
    • *保留*：给负责保留的门（z 或 f）的偏置加 4，让门接近 σ(4) = 0.98；
    • *保留而不写*：只用于 LSTM，再从输入门的偏置里减去 4，让 i 接近 0.02。（在 GRU
      里，这两件事归同一个门管：保留的份额是 z，写入的就是 1 − z。）

    对 LSTM，我们量的是从第 T − k 步的*记忆元*到隐藏状态 h_T 的斜率，因为它靠记忆元
    来记。它的曲线不从 1 开始，因为输出门只开一半，最多把记忆元露出来一半。*运行之
    前，先猜一猜*：五个里面，哪几个还看得见五十步之前？（第六行把最后一个再量一遍，
    这次是从隐藏状态到隐藏状态。）
    """);

double[] gruHalf = measure(CellKind.GRU, 0.9, 0, 0).hidden();
double[] gruKeeps = measure(CellKind.GRU, 0.9, 4, 0).hidden();
double[] lstmHalf = measure(CellKind.LSTM, 0.9, 0, 0).cell();
double[] lstmKeeps = measure(CellKind.LSTM, 0.9, 4, 0).cell();
double[] lstmOnlyKeeps = measure(CellKind.LSTM, 0.9, 4, -4).cell();
show("GRU half open", gruHalf);
show("GRU that keeps", gruKeeps);
show("LSTM half open", lstmHalf);
show("LSTM that keeps", lstmKeeps);
show("LSTM that keeps and does not write", lstmOnlyKeeps);
show("the same, from hidden state to hidden state", measure(CellKind.LSTM, 0.9, 4, -4).hidden());
Script.end(15, """
    GRU half open:  k=1 5.5e-01  k=10 1.7e-02  k=50 3.4e-08
    GRU that keeps:  k=1 9.8e-01  k=10 8.4e-01  k=50 4.4e-01
    LSTM half open:  k=1 2.8e-01  k=10 8.7e-03  k=50 1.2e-08
    LSTM that keeps:  k=1 1.7e-01  k=10 1.9e-01  k=50 5.7e+00
    LSTM that keeps and does not write:  k=1 4.9e-01  k=10 4.2e-01  k=50 2.2e-01
    the same, from hidden state to hidden state:  k=1 1.4e-02  k=10 6.9e-03  k=50 3.7e-03
    """);

double[] ks = IntStream.rangeClosed(0, T).asDoubleStream().toArray();
Script.show(LinePlot.of("How far back a gradient reaches, H = 32", "steps back, k", "size (1 = whole)").
    with("RNN, scale 0.5", ks, half).with("RNN, scale 2", ks, twice).
    with("GRU half open", ks, gruHalf).with("GRU that keeps", ks, gruKeeps).
    with("LSTM that keeps", ks, lstmKeeps).with("… and does not write", ks, lstmOnlyKeeps).
    withLogY().withYRange(1e-17, 1e5).withNamesAtLines().
    save(Path.of("images/ch02_recurrence.png")));
Script.end(16, """
    images/ch02_recurrence.png
    """);

Script.say("""
    ［图：往回走 50 步，梯度的大小，纵轴取对数：系数 0.5 的普通循环单元和半开的 GRU
    沿直线下降，系数 2 的普通循环单元上升；“保留”的 GRU 和“保留而不写”的 LSTM 几乎是
    平的；“保留”的 LSTM 起点比它们低，最后超过 1（images/ch02_recurrence.png）］

    在对数坐标上，一条直线表示每一步的因子都一样。有四件事值得注意。

    • *保留*的 GRU，每一步大约损失百分之二，正好是门拿走的那一份：0.982⁵⁰ = 0.40，实
      际剩下 0.44，因为候选那边还传过来一点。
    • *半开*的 GRU，梯度照样消失。有了门，梯度消失并没有绝迹。门只是让网络可以*选
      择*保留什么，而这个选择，要靠训练去找。
    • *保留*的 LSTM 同时也在写入，起点最低，最后却超过了 1。起点低，是因为写进去的越
      积越多，记忆元变得很大，而要露出来，就得过 tanh，tanh 在那里是平的。往上涨，是
      因为露在 h 里的东西，下一步又读进来，再通过开着的输入门写进去：在直达的那条路
      旁边，又多了一条路。第 0 章说过，各条路要相加，这里加起来就超过了 1。
    • *保留而不写*的 LSTM，从隐藏状态到隐藏状态，几乎什么也没传过来。它的记忆在记忆
      元里，h 只是它露出来的那一部分。

    它们学得会吗？

    还是上面的任务，T = 20：第一个符号是什么？每种单元训练两遍，一遍从通常的起点出
    发，门半开；一遍在*训练开始之前*，给负责保留的门的偏置加 3。
    """);

remember("GRU", CellKind.GRU, 0, 20);
remember("GRU that starts by keeping", CellKind.GRU, 3, 20);
remember("LSTM", CellKind.LSTM, 0, 20);
remember("LSTM that starts by keeping", CellKind.LSTM, 3, 20);
Script.end(17, """
    GRU, T = 20:  loss 1.39,  right in 23 of 100
    GRU that starts by keeping, T = 20:  loss 0.01,  right in 100 of 100
    LSTM, T = 20:  loss 1.39,  right in 25 of 100
    LSTM that starts by keeping, T = 20:  loss 0.07,  right in 100 of 100
    """);

Script.say("""
    就这一个数，决定了是瞎猜还是稳操胜券。训练要找的权重，两种情况下是一样的；可是门
    半开时，第 1 步那里没有梯度传过来，也就没有什么来指明它们在哪个方向。LSTM 的遗忘
    门要用正的偏置，这个建议 2000 年就有人提出，2015 年又有人发现它确实要紧（Gers 等
    人，Jozefowicz 等人，见下文）。（那为什么不让每个门都这样开头？门的值靠近 0 或 1
    时，sigmoid 函数的斜率小，门就挪得慢。第 7 章的句子短，就从半开起步。）

    GRU 还是 LSTM？

    要记得久，两者都胜过普通循环单元；它们之间却分不出高下：Chung 等人（2014）发现两
    者不相上下，Jozefowicz 等人（2015）另外试了一万种单元，没有找到一种样样都更好
    的。不同的地方还是有的：

                        RNN                 GRU                  LSTM
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    H 相同时的权重数和  1 倍                3 倍                 4 倍
    计算量
    一路带着的向量      h                   h                    h 和记忆元
    全部保留，*同时*写  不能                不能，保留是 z，写   能
    入                                      入是 1 − z
    可以一直数下去      不能，限在 −1 到 1  不能，h′ 夹在两个从  能，记忆元可以一直
                        之间                −1 到 1 的数之间     增长（Weiss 等人，
                                                                 2018）

    所以先用 GRU：它小一些，要操心的状态也只有一个。任务要数数，或者要保留的东西非常
    多，再试 LSTM。只要记一小会儿，就用普通循环单元；它还能帮你弄懂另外两种。没有特
    别说明时，这门课用 GRU 训练。

    容易出错的地方
    ──────────────

    名字相同，循环单元不同

    文献里有两种 GRU。Cho 等人（2014）正式发表的那一种，状态在乘权重*之前*重置，
    (r ⊙ h) W_(hh̃)。上面的这一种重置的是乘出来的*结果*，r ⊙ (h W_(hh̃) + b_(hh̃))；
    PyTorch、cuDNN（NVIDIA 处理器的库）和这门课用的都是它。另一个库 Keras 两种都有，
    用开关 `reset_after` 来选，TensorFlow 1 里默认是前一种，从 TensorFlow 2 起默认是
    后一种。（它的文档还说，Cho 的论文在 arXiv 上最早的版本 v1 是后一种，v3 是前一
    种。）混合的写法也有不同：在 Chung 等人（2014）那里，z 和 1 − z 对调了位置。把一
    种的权重装进另一种，形状全都对得上，谁也不会报错：
    """);

Tensor Wcandidate = gru.stateWeight().slice(1, 4, 6);
Tensor bcandidate = gru.stateBias().slice(0, 4, 6);
Tensor resetFirst = r.times(before).matmul(Wcandidate).plus(bcandidate);
Tensor other = fromX.slice(1, 4, 6).plus(resetFirst).tanh();
Tensor swapped = z.times(candidate).plus(Tensor.scalar(1).minus(z).times(before));
System.out.println("ours            " + mixed.at(0));
System.out.println("reset first     "
    + Tensor.scalar(1).minus(z).times(other).plus(z.times(before)).at(0));
System.out.println("z and 1-z swapped " + swapped.at(0));
Script.end(18, """
    ours            (2) [0.6435 0.0802]
    reset first     (2) [0.6490 0.0745]
    z and 1-z swapped (2) [ 0.5850 -0.0121]
    """);

Script.say("""
    看起来不像出了错，倒像模型没训练好。改法：和别的库比较之前，先对着公式核对一步。
    （PyTorch 的 LSTM 有两个偏置，一个给 x，一个给 h；起作用的只是它们的和。）

    没有清零的状态

    每个句子都从 h₀ = 0 开始。如果把上一个批量的状态带过来，开头几个词就是带着别人的
    记忆来读的：
    """);

CellState left = gru.next(dog, gru.next(bites, gru.zeroState(1)));
System.out.println("man, from zeros      " + gru.next(man, gru.zeroState(1)).hidden().at(0));
System.out.println("man, from what was left " + gru.next(man, left).hidden().at(0));
Script.end(19, """
    man, from zeros      (2) [-0.2169  0.4417]
    man, from what was left (2) [-0.1126  0.6849]
    """);

Script.say("""
    没有报错，同一个句子每次的结果却不一样。改法：每个批量都用新的 `zeroState`。（如
    果是一篇切成几段的长文本，把状态带过去才对；这时要切断的是它的*梯度*，用
    `detach()`，否则图会永远长下去。）

    形状
    ────

    内容              RNN       GRU                  LSTM
    ────────────────  ────────  ───────────────────  ─────────────────────
    门和候选，按次序  没有      r, z, h̃              i, f, g, o
    Wₓₕ               (D, H)    (D, 3H)              (D, 4H)
    Wₕₕ               (H, H)    (H, 3H)              (H, 4H)
    偏置              bₕ (H)    bₓₕ 和 bₕₕ，各 (3H)  bₕ (4H)
    状态              h (N, H)  h (N, H)             h 和记忆元，各 (N, H)

    三种单元都一样：一步的输入是 (N, D)，之后的状态是 (N, H)。

    五行小结
    ────────

    • 循环单元用一个输入和旧状态算出新状态，每一步用的都是同样的权重。
    • 按时间展开，它和别的计算图没有两样；往回走一步，梯度就乘上一个雅可比矩阵。
    • 许多小于 1 的因子让梯度消失，许多大于 1 的因子让梯度爆炸；消失了的梯度，什么也
      教不了。
    • 门是 0 和 1 之间的数，让循环单元能够保留状态；状态保留下来时，梯度几乎可以完整
      通过。
    • 门只有在保留的时候才帮得上忙：给负责保留的门一个正的初始偏置，还要弄清你手上的
      GRU 是哪一种。

    如果……会怎样？
    ──────────────

    1. 如果普通循环单元没有 tanh 呢？它的梯度什么时候消失，什么时候爆炸，它的状态又
       会怎么样？
    2. 如果 GRU 的更新门，每一步、每个隐藏单元都是 1 呢？读到最后，网络读到了什么？
    3. 如果 LSTM 的遗忘门和输入门每一步都是 1 呢？一千步之后，记忆元里是什么，h 又能
       露出多少？

    答案（../../solutions/answers.zh.md#第-2-章）

    练习
    ────

    • 练习 2.1，普通循环单元的一步：`./learn check 2.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 2.2，GRU 的一步：`./learn check 2.2`
    • 练习 2.3，LSTM 的一步：`./learn check 2.3`

    延伸阅读
    ────────

    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      10 章（https://www.deeplearningbook.org/contents/rnn.html）：公式 10.8 和 10.9
      是普通循环单元，第 10.2.2 节讲它的梯度，第 10.7 节和第 10.10 节讲长期记忆和
      门。
    • Bengio、Simard 和 Frasconi（1994），Learning Long-Term Dependencies with
      Gradient Descent is Difficult（https://doi.org/10.1109/72.279181）。Pascanu、
      Mikolov 和 Bengio（2013），On the difficulty of training recurrent neural
      networks（https://arxiv.org/abs/1211.5063）。
    • GRU：Cho 等人（2014），Learning Phrase Representations using RNN
      Encoder-Decoder for Statistical Machine Translation
      （https://arxiv.org/abs/1406.1078），公式 5 到 8。LSTM：Hochreiter 和
      Schmidhuber（1997），Long Short-Term Memory
      （https://doi.org/10.1162/neco.1997.9.8.1735）；它的遗忘门，Gers、Schmidhuber
      和 Cummins（2000），Learning to Forget
      （https://doi.org/10.1162/089976600300015015）。
    • 哪种更好？Chung 等人（2014），Empirical Evaluation of Gated Recurrent Neural
      Networks on Sequence Modeling（https://arxiv.org/abs/1412.3555）。Jozefowicz、
      Zaremba 和 Sutskever（2015），An Empirical Exploration of Recurrent Network
      Architectures（https://proceedings.mlr.press/v37/jozefowicz15.html）。Weiss、
      Goldberg 和 Yahav（2018），On the Practical Computational Power of Finite
      Precision RNNs for Language Recognition（https://arxiv.org/abs/1805.04908）。
    • 各个库自己写的公式：PyTorch 的 GRU
      （https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html），Keras 的
      GRU（https://keras.io/api/layers/recurrent_layers/gru/）。
    • 代码：`RnnCell`（../main/java/seq2seq/ch02_recurrence/RnnCell.java）、
      `GruCell`（../main/java/seq2seq/ch02_recurrence/GruCell.java）、`LstmCell`
      （../main/java/seq2seq/ch02_recurrence/LstmCell.java），每种单元一个类，还有
      `GradientOverTime`
      （../main/java/seq2seq/ch02_recurrence/GradientOverTime.java）。

    ────────────────────────────────────────

    第 1 章：嵌入（ch01_embedding.md） · 目录（README.md） · 下一章：第 3 章：编码器
    （ch03_encoder.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
