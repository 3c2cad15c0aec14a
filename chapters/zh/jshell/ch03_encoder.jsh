// ch03_encoder.jsh 由 `./learn export --language zh` 从 zh/ch03_encoder.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch03_encoder.jsh
// 想从它结束的地方接着试：./learn jshell 3

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch03_encoder.*;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch03_encoder.md");

Script.say("""
    第 3 章：编码器
    ═══════════════

    *问题：一整句话，怎样存进一个状态？*

    做翻译，要先读完一句话，才写得出另一句话的第一个词。这一章来造模型里负责读的那一
    半。学完以后，你会把循环层一层层叠起来，说得出它们交出来的每样东西是什么形状，还
    知道该到哪里去取每句话的状态，让填充碰不着它。
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.ENCODER).
    save(Path.of("images/ch03_model.png")));
Script.end(1, """
    images/ch03_model.png
    """);

Script.say("""
    ［图：整个模型；涂了颜色的是左边的编码器：一串状态，每个状态都有一个词送进来，最
    后一个状态有箭头通向上下文变量（images/ch03_model.png）］

    思路
    ────

    第 2 章的循环单元读一个词元，就更新一次隐藏状态。读完最后一个词元，这个状态已经
    走过了整句话。那就让它*代表*这句话吧：一共 H 个数，谁想知道这句话说了什么，拿到
    的就是这些数，此外什么也没有。第 0 章把它们叫做上下文变量，c。

    一般说来，上下文变量可以由所有隐藏状态算出来，用什么函数 q 来算，由我们选。（这
    个字母只在这一页这样用：从第 10 章起，q 是查询。）

        c = q(h₁, h₂, …, h_T)   here: q(h₁, …, h_T) = h_T

    我们选最简单的，最后一个状态，因为只有它读过全部内容。也可以选所有状态的平均。还
    有第三种：把状态全都留下，让解码器每一步重新挑；这时上下文变量就不再是一个向量，
    而是一串向量。这就是第 10 章的注意力机制。在那里我们还要量一量，选简单的要付出什
    么代价：四个词也好，四十个词也好，都只有 H 个数可用。

    要造编码器，还得应付两件第 2 章没有的事：一是循环单元不止一个；二是批量里的句
    子，各在各的那一步结束。

    为什么要好几层
    ──────────────

    想想看，一个词要改变状态，得走怎样一条路。在普通的循环单元里，这个词过一个矩阵，
    再由 tanh 弯一次；接着就轮到下一个词了。只弯一次，能做的事有限：网络的本领，靠的
    是好几层，以及层与层之间的弯（第 0 章）。所以我们在第一个循环单元上面，再放一
    个。它不读词，它读的是下面那个循环单元在同一步的隐藏状态。它有自己的权重，也有自
    己的状态，因为它读的是别的东西，要记的也是别的东西。这样叠起来，其中每个循环单元
    叫做一*层*（layer）；层数是 L。

    现在可以分工了。最下面一层看到的，是光秃秃的词。它交上去的，是这个词连同前面读过
    的内容，上面一层就从这里接着做。*Deep Learning* 第 10.5 节
    （https://www.deeplearningbook.org/contents/rnn.html）就是这样解释好处从哪里来
    的：低层把输入变个样子，让高层更好用。Sutskever、Vinyals 和 Le 用了四层，他们报
    告说，深的网络明显好过浅的，不过也补充说，原因也许是状态变大了（第 3.4 节
    （https://arxiv.org/abs/1409.3215））。

    不加层，只加隐藏单元，行不行？H 大了，记笔记的地方是大了，可是从词到状态，还是只
    弯一次。层数也有代价：每加一层，要学的权重就多一批，等的时间就长一截，梯度的路也
    远一程。所以先从一层做起；再加一层，要在验证集上真的更好，才留着。不另外指定，
    `./learn train` 就只造一层；加上 `--layers 2`，就能看看第二层有什么用。

    公式
    ────

    层从最下面数起，第一个是 0；步从最左边数起，第一个是 1。设 xₜ (N, D) 是送进第 t
    步的嵌入：

        hₜ⁽⁰⁾ = cell⁽⁰⁾(xₜ, hₜ₋₁⁽⁰⁾)
        hₜ⁽ˡ⁾ = cell⁽ˡ⁾(hₜ⁽ˡ⁻¹⁾, hₜ₋₁⁽ˡ⁾),
        l = 1, …, L − 1

    每个 h 都是 (N, H)；第一步之前的 h₀ 全是 0。（上面一层可以比下面一层窄，也可以
    宽：它的 Wₓₕ 只要为读到的每个数备一行就行。大小一律相同，各层的状态就能叠成一个
    张量，所以几乎人人都这样做。）代码里的列表从 0 数起，所以第 t 步在位置 t − 1。编
    码器交出来两样东西，各有各的名字：

    • *Output*（输出）(T, N, H)：*最上面*一层在*每一步*的隐藏状态，hₜ⁽ᴸ⁻¹⁾，其中
      t = 1, …, T。
    • *State*（状态）(L, N, H)：*每一层*在*句末*的隐藏状态。对第 n 句来说，句末就是
      它最后一个真实词元所在的那一步，t = lengthₙ。

    上下文变量 c (N, H) 就在两者相交的地方：最上面一层，在句末。

    来心算一遍：两层，每层一个隐藏单元，这里的“循环单元”只是把输入加到自己的状态上。
    输入是 1、2、3、4。*先猜一猜*最上面一层那一行，再往下看：

                             第 1 步  第 2 步  第 3 步  第 4 步
    ───────────────────────  ───────  ───────  ───────  ───────
    第 1 层读下面一行，得到  1        4        10       20
    第 0 层读输入，得到      1        3        6        10
    输入                     1        2        3        4

    Output 是最上面一行：1、4、10、20。如果句子在第 4 步结束，State 就是第 0 层的 10
    和第 1 层的 20，上下文变量是 20。如果句子在第 3 步结束，那个 4 是填充，State 就
    是 6 和 10，上下文变量是 10。

    两句话的批量
    ────────────

    我们读“we sleep very well”，还有它的简短版“sleep well”。`lengths` 数的是真实词
    元，`<eos>` 也算在内（上面的图没有画它）。各个大小特意取得互不相同，这样一看形状
    就知道哪个轴是哪个：N = 2 句话，T = 5 步，V = 8 个词元，D = 6，后面还有 H = 4 和
    L = 3。
    """);

String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "we", "sleep", "very", "well"};
int[][] tokens = {{4, 5, 6, 7, 2}, {5, 7, 2, 0, 0}};
int[] lengths = {5, 3};
Generator generator = Generator.seeded(1);
Embedding embedding = Embedding.normal(8, 6, generator);
Tensor x = embedding.forward(tokens);
System.out.println("embeddings " + x.shape());
Script.end(2, """
    embeddings (5×2×6)
    """);

Script.say("""
    这是 (T, N, D)，和第 1 章一样。在第 4 步和第 5 步，第二句拿到的是 `<pad>` 的嵌
    入。它跟别的向量没有两样，上面可没写着“不用理我”。

    亲手叠三层
    ──────────

    三个 GRU 循环单元。最下面的接收嵌入的 D = 6 个数，另外两个接收下面一层的 H = 4
    个数。`unroll` 就是第 2 章写的那个循环：它走过所有的步，每一步都从上一步的状态出
    发，最后把各步的状态合成一个张量返回。和 Wₓₕ 相乘，用不着等上一步，所以
    `project` 先把所有步的乘积一次算好。*运行之前，先猜一猜*：三个形状是什么？
    """);

List<Cell> cells = new ArrayList<>();
for (int l = 0; l < 3; l++) {
  cells.add(CellKind.GRU.create(l == 0 ? 6 : 4, 4, generator));
}
Tensor signal = x;
for (Cell cell : cells) {
  signal = cell.unroll(cell.project(signal), cell.zeroState(2)).hidden();
  System.out.println(signal.shape());
}
Script.end(3, """
    (5×2×4)
    (5×2×4)
    (5×2×4)
    """);

Script.say("""
    每一层都给出 (T, N, H)，最后一层给出的就是 Output。`RecurrentLayers` 做同样的
    事，几层都行。（参数 0 是给暂退法留的，第 7 章再讲。）
    """);

RecurrentLayers layers = new RecurrentLayers(cells, 0);
RecurrentLayers.Run run = layers.run(x, layers.zeroState(2), Mode.inference());
System.out.println("Output " + run.outputs().shape());
System.out.println("same bits: " + Arrays.equals(run.outputs().toArray(), signal.toArray()));
Script.end(4, """
    Output (5×2×4)
    same bits: true
    """);

Script.say("""
    `Mode` 表示模型是在训练，还是在使用。只使用，什么也不学，叫做*推断*
    （inference）。第 7 章之前，两者没有分别，我们一律传 `Mode.inference()`。

    谁依赖谁
    ────────

    这个批量的隐藏状态，全画在下面这张图里。有标记的那些，等一下再说。
    """);

Script.show(StateGrid.of(3, tokens, lengths, id -> words[id]).save(Path.of("images/ch03_states.png")));
Script.end(5, """
    images/ch03_states.png
    """);

Script.say("""
    ［图：两句话各是一张网格，三层五步，箭头从下面和左边来；第一句在第 5 步的三个状
    态、第二句在第 3 步的三个状态有标记；填充上的状态颜色很淡
    （images/ch03_states.png）］

    每个状态都有两支箭头进来：一支来自下面，同一步；一支来自左边，同一层。（第 1 步
    从左边来的是零，图上没有画。）有两种箭头，你找不到，因为模型里根本没有。没有箭头
    从右边来，所以一个状态只知道自己这一步和前面的词，后面的一概不知。（编码器也可以
    从右边读，因为整句话一开始就在那里；第 9 章会造一个这样的网络。）也没有箭头跨到
    另一句话去：同一个批量里的句子只是并排着算，从不打照面。

    我们来验证。在第一句的第 2 步，用 `<unk>` 换掉“sleep”，Output 哪里变了，就在哪里
    写 1。行是步，列是句子。*运行之前，先猜一猜*：会出现什么图案？
    """);

int[][] changed = {{4, 3, 6, 7, 2}, {5, 7, 2, 0, 0}};
Tensor y = embedding.forward(changed);
Tensor other = layers.run(y, layers.zeroState(2), Mode.inference()).outputs();
Script.show(other.minus(run.outputs()).pow(2).sum(2).greaterThan(Tensor.scalar(0)));
Script.end(6, """
    (5×2)
    [[0 0]
     [1 0]
     [1 0]
     [1 0]
     [1 0]]
    """);

Script.say("""
    第一句从第 2 步起变了，第二句浑然不觉。

    箭头还告诉我们，可以按什么次序算。一层一层地算，每一层走完所有的步，这是我们刚才
    的做法。一步一步地算，每一步穿过所有的层，也同样可行，因为不管轮到谁，它下面和左
    边的都已经算好了。解码器要用的正是后一种，因为它写完一个词，才写下一个。
    """);

List<CellState> states = layers.zeroState(2);
for (int t = 1; t <= 5; t++) {
  states = layers.step(x.at(t - 1), states, Mode.inference());
}
Tensor top = states.get(2).hidden();
System.out.println("same bits: " + Arrays.equals(top.toArray(), run.outputs().at(4).toArray()));
Script.end(7, """
    same bits: true
    """);

Script.say("""
    一句话在哪里结束
    ────────────────

    “we sleep very well `<eos>`”在第 5 步结束，“sleep well `<eos>`”在第 3 步结束。到
    了第 4 步和第 5 步，循环单元还在填充上往前走，因为批量是矩形，程序不会为哪一行停
    下来。所以，每句话的状态要到它自己的那一步去取。图上有标记的，就是这些状态。最上
    面一层是这样取的：
    """);

Tensor[] ends = new Tensor[2];
for (int n = 0; n < 2; n++) {
  ends[n] = run.outputs().at(lengths[n] - 1).at(n);
}
Tensor context = Tensor.stack(ends);
Script.show(context);
Script.end(8, """
    (2×4)
    [[0.3803 0.2600 0.1480 0.1057]
     [0.2512 0.2890 0.1134 0.1486]]
    """);

Script.say("""
    这就是上下文变量，每句话一行。`LastValidState` 对每一层都这么取，`Encoder` 再把
    所有零件装到一起：嵌入、循环层，还有“该取哪一步”的规则。
    """);

Encoder encoder = new Encoder(embedding, layers);
Encoded encoded = encoder.forward(tokens, lengths, Mode.inference());
System.out.println("Output  (T,N,H)  " + encoded.outputs().shape());
System.out.println("State   (L,N,H)  " + encoded.state().shape());
System.out.println("context (N,H)    " + encoded.context().shape());
System.out.println("by hand: " + Arrays.equals(encoded.context().toArray(), context.toArray()));
Script.end(9, """
    Output  (T,N,H)  (5×2×4)
    State   (L,N,H)  (3×2×4)
    context (N,H)    (2×4)
    by hand: true
    """);

Script.say("""
    解码器拿到的是哪一个，State 还是上下文变量？两个都拿，用处不同。State 用作解码器
    的初始状态，每一层交给解码器的同一层。上下文变量摆在解码器读的每个词旁边。Output
    留给注意力机制用。（如果循环单元是 LSTM，每一层还有记忆元。它在同一步取出，存在
    `encoded.states()` 里，跟着 State 一起交过去，但不是上下文变量的一部分。）

    再加填充，什么也不变
    ────────────────────

    一句话的状态应当只取决于这句话：跟批量填充到多长无关，跟批量里还有哪些句子也无
    关。*运行之前，先猜一猜*：两行里，哪一行会打印 true？
    """);

int[][] longer = {{4, 5, 6, 7, 2, 0, 0, 0}, {5, 7, 2, 0, 0, 0, 0, 0}};
Tensor padded = encoder.forward(longer, lengths, Mode.inference()).state();
System.out.println("longer: " + Arrays.equals(padded.toArray(), encoded.state().toArray()));
int[][] alone = {{5, 7, 2}};
Tensor single = encoder.forward(alone, new int[] {3}, Mode.inference()).context();
System.out.println("alone: " + Arrays.equals(single.at(0).toArray(), context.at(1).toArray()));
Script.end(10, """
    longer: true
    alone: true
    """);

Script.say("""
    两行都是，逐位相同。学习的时候也一样。我们先拿 State 当结果，再拿 Output 当结
    果，每次都看嵌入表里 `<pad>` 那一行的梯度：
    """);

Tensor table = embedding.parameters().get(0).value();
encoder.forward(tokens, lengths, Mode.inference()).state().sum().backward();
System.out.println("<pad> from State:  " + table.grad().at(0));
table.clearGrad();
encoder.forward(tokens, lengths, Mode.inference()).outputs().sum().backward();
System.out.println("<pad> from Output: " + table.grad().at(0));
Script.end(11, """
    <pad> from State:  (6) [0 0 0 0 0 0]
    <pad> from Output: (6) [-0.0038 -0.0083  0.0257 -0.0088  0.0002 -0.0240]
    """);

Script.say("""
    从 State 出发，没有任何梯度能传到 `<pad>`，真的一点也没有：从填充到有标记的状
    态，没有箭头。Output 里却还有填充上的状态，谁用它，谁就得把这些状态排除掉。第 5
    章的掩码，就是做这件事的。

    容易出错的地方
    ──────────────

    在填充上取状态

    张量的最后一步，写起来太顺手了：`outputs.at(T - 1)`。句子要是占满了矩形，这样写
    没有错，所以拿一样长的句子来测试，都能通过。下面是“sleep well `<eos>`”，填充到四
    种不同的长度：
    """);

System.out.println("at its last real token " + context.at(1));
for (int steps : new int[] {4, 5, 8, 20}) {
  int[][] row = {Arrays.copyOf(tokens[1], steps)};
  Tensor outputs = encoder.forward(row, new int[] {3}, Mode.inference()).outputs();
  System.out.println("at the end of " + steps + " steps  " + outputs.at(steps - 1).at(0));
}
Script.end(12, """
    at its last real token (4) [0.2512 0.2890 0.1134 0.1486]
    at the end of 4 steps  (4) [0.3064 0.2757 0.1228 0.1421]
    at the end of 5 steps  (4) [0.3613 0.2433 0.1305 0.1239]
    at the end of 8 steps  (4) [0.4746 0.1812 0.1478 0.0632]
    at the end of 20 steps  (4) [0.5733 0.1768 0.1437 0.0117]
    """);

Script.say("""
    同一句话，填充一变，状态就跟着变。这些状态，还说得出句子里的内容吗？我们让两句话
    后面的填充越来越长，量一量两个状态相距多远：各个差的平方加起来，再开方，和两点之
    间的距离一样。（`item()` 从只装着一个数的张量里取出这个数。）*运行之前，先猜一
    猜*：距离会变大、不变，还是变小？
    """);

int[][] longRows = {Arrays.copyOf(tokens[0], 45), Arrays.copyOf(tokens[1], 45)};
Tensor all = encoder.forward(longRows, lengths, Mode.inference()).outputs();
double[] padding = new double[41];
double[] distance = new double[41];
for (int k = 0; k <= 40; k++) {
  Tensor gap = all.at(4 + k).at(0).minus(all.at(2 + k).at(1));
  padding[k] = k;
  distance[k] = StrictMath.sqrt(gap.times(gap).sum().item());
}
for (int k = 0; k <= 40; k += 10) {
  System.out.println(k + " tokens of padding: " + Numbers.scientific(distance[k], 2));
}
Script.show(LinePlot.of("Two sentences, washed away by padding", "tokens of padding read, k",
    "distance between the two states").withLogY().
    with("we sleep very well / sleep well", padding, distance).
    save(Path.of("images/ch03_encoder.png")));
Script.end(13, """
    0 tokens of padding: 1.4e-01
    10 tokens of padding: 8.1e-03
    20 tokens of padding: 5.5e-04
    30 tokens of padding: 3.4e-05
    40 tokens of padding: 1.9e-06
    images/ch03_encoder.png
    """);

Script.say("""
    ［图：两句话的状态之间的距离，纵轴是对数刻度；读到的填充越多，距离越小，一路往下
    走（images/ch03_encoder.png）］

    两句话都给冲没了。不管读过什么，状态都走到同一个地方去，那里只说得出一句话：“好
    多填充。”这和第 2 章的梯度消失是同一个道理：从这里起，两句话每一步读到的都是同一
    个 `<pad>`；它们之间还剩的差别，半开的门每次只留下一部分，比例大致不变。（所以是
    一条直线。）这些权重是随机的；能不能把它们训练得一遇到 `<pad>` 就把更新门开到接
    近 1（第 2 章），让状态留着不动？多少能行。可是门永远到不了 1，网络还得花工夫去
    学；而到对的那一步去取状态，分毫不差，一点工夫也不用花。

    一句话要填充多少，取决于批量里最长的那句，而批量是按随机次序抽的。所以训练时，解
    码器拿到的状态被冲掉了多少，全凭运气。到了使用时，句子是单独送进来的，没有填充，
    解码器拿到的又是一种它几乎没见过的状态。从头到尾，没有一条错误消息。在真实的代码
    里，你会碰到这个错：比如《动手学深度学习》
    （https://zh.d2l.ai/chapter_recurrent-modern/seq2seq.html）的编码器，取的就是矩
    形最后一步之后的状态。改法：每句话的状态，都到它自己的最后一个真实词元那里去取，
    `Encoder` 就是这样做的。

    把一步当成一句

    Output 是时间步在前，所以 `outputs().at(1)` 是位置 1，也就是所有句子的第 2
    *步*。它不是句子 1（我们的第二句才是）：句子从 0 数起，错误消息里也是。
    """);

System.out.println("step 2      " + encoded.outputs().at(1).shape());
System.out.println("sentence 1  " + encoded.outputs().transpose(1, 0, 2).at(1).shape());
Script.end(14, """
    step 2      (2×4)
    sentence 1  (5×4)
    """);

Script.say("""
    这里一看形状就露馅，因为 N 和 T 不同。要是两者相等，就什么也看不出来。改法是养成
    习惯：说清楚哪个轴在前，测试时让各种大小都不同。

    没有最后一个词元

    一句话要是没有真实词元，就没有哪一步可以取状态。编码器会拒收：
    """);

Script.fails(() -> {
  encoder.forward(tokens, new int[] {5, 0}, Mode.inference());
});
Script.end(15, """
    ShapeException: encoder: sentence 1 has valid length 0; it must be from 1 to 5, the number of steps
    """);

Script.say("""
    该改的是读数据的地方：每句话都添上一个 `<eos>`，这样连空句也有一个词元了。

    形状
    ────

    内容                                 形状       怎么得到
    ───────────────────────────────────  ─────────  ────────────────────────────────
    嵌入                                 (T, N, D)  `Embedding.forward`
    某一层在某一步的隐藏状态，hₜ⁽ˡ⁾      (N, H)     `run.states().get(l).get(t - 1)`
    Output：最上面一层，每一步           (T, N, H)  `encoded.outputs()`
    State：每一层，在每句话的最后一个真  (L, N, H)  `encoded.state()`
    实词元处
    上下文变量 c：State 的最上面一层     (N, H)     `encoded.context()`

    五行小结
    ────────

    • 编码器读一句话，把读到的内容留在最后一个状态里；一般说来，上下文变量可以是所有
      状态的任意函数。
    • 层就是叠起来的循环单元：每一层读下面一层的状态，也有自己的状态。
    • Output 是最上面一层每一步的状态，State 是每一层在句末的状态，上下文变量是最上
      面一层在句末的状态。
    • 一个状态只依赖它下面和左边的东西，不依赖后面的词，也不依赖别的句子。
    • 句末就是每句话自己的最后一个真实词元；在那里取状态，填充既改变不了状态，也改变
      不了梯度。

    如果……会怎样？
    ──────────────

    1. 如果上下文变量不是最后一个状态，而是一句话所有状态的平均呢？在批量里，你要当
       心什么？
    2. 如果填充不在短句后面，而在短句*前面*呢？这样一来，每句话都在第 T 步结束。是不
       是就万事大吉了？
    3. 如果编码器把每句话倒着读，从最后一个词读到第一个词呢？哪些词，上下文变量记得
       最清楚？

    答案（../../solutions/answers.zh.md#第-3-章）

    练习
    ────

    • 练习 3.1，L 层走过 T 步，Output 和 State：`./learn check 3.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 3.2，最后一个真实词元处的状态：`./learn check 3.2`

    延伸阅读
    ────────

    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      10 章（https://www.deeplearningbook.org/contents/rnn.html）：第 10.4 节讲编码
      器和解码器，第 10.5 节讲深度循环神经网络。
    • Cho 等人（2014），Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation（https://arxiv.org/abs/1406.1078），第 2.2
      节：把一句话读成一个向量。
    • Sutskever、Vinyals 和 Le（2014），Sequence to Sequence Learning with Neural
      Networks（https://arxiv.org/abs/1409.3215），第 3 节：四层，句子倒着读。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，深度循环神经网络
      （https://zh.d2l.ai/chapter_recurrent-modern/deep-rnn.html）。
    • 代码：`RecurrentLayers`
      （../main/java/seq2seq/ch03_encoder/RecurrentLayers.java） 把层叠起来，
      `LastValidState`（../main/java/seq2seq/ch03_encoder/LastValidState.java） 选定
      取哪一步，`Encoder`（../main/java/seq2seq/ch03_encoder/Encoder.java） 把两者合
      在一起。

    ────────────────────────────────────────

    第 2 章：循环单元（ch02_recurrence.md） · 目录（README.md） · 下一章：第 4 章：
    解码器（ch04_decoder.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
