// ch04_decoder.jsh 由 `./learn export --language zh` 从 zh/ch04_decoder.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch04_decoder.jsh
// 想从它结束的地方接着试：./learn jshell 4

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch03_encoder.*;
import seq2seq.ch04_decoder.*;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch04_decoder.md");

Script.say("""
    第 4 章：解码器
    ═══════════════

    *问题：一个状态，怎样变回一句话？*

    编码器读完一句话，把上下文变量留给了我们。这一章来造模型里负责写的那一半。学完以
    后，你能造出一个解码器，能把它打的分数读成概率，能用三种办法把上下文变量喂给它，
    并且知道每种办法好在哪里。你还能认出两个错误，它们让解码器训练时好好的，一用就
    坏。
    """);

List<String> english = List.of("we", "sleep", "very", "well");
List<String> french = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(english, french).
    highlight(ModelOverview.Part.CONTEXT, ModelOverview.Part.DECODER).
    save(Path.of("images/ch04_model.png")));
Script.end(1, """
    images/ch04_model.png
    """);

Script.say("""
    ［图：整个模型；涂了颜色的是上下文变量和右边的解码器：一串状态，上下文变量有一支
    箭头通向第一个状态，还有一条线从所有状态下面经过；每个状态下面是前一个词，从 bos
    开始（images/ch04_model.png）］

    思路
    ────

    解码器和编码器一样，是循环神经网络，不过权重是它自己的，因为它读的是另一种语言的
    词，要做的也是另一件事。每一步给它前一个词，第一步给它 `<bos>`。它更新状态，给目
    标词表里的每个词打一个分。得分最高的词，就是它的提议，下一步就把这个词给它。这个
    词，状态不是早就知道了吗？不知道：所有的词它都打了分，最后选了哪一个，它看不到。
    （选错一个词，后面写的就都建立在这个错上。第 7 章会量一量害处有多大；第 8 章不只
    留一个开头，而是同时留几个。）

    没人指点的话，不管源句是哪一句，它写出来的都一样。该写哪一句，是编码器告诉它的，
    而且说了两遍。编码器的 State 当解码器的初始状态，一层对一层，这是一遍。每一步，
    上下文变量 c 都摆在词的嵌入旁边，循环单元把两者当作一个更长的向量来读，这又是一
    遍。

    初始状态里已经有了，为什么每一步还要再说一遍？因为写过哪些词，解码器也记在这个状
    态里，而每一步都把状态重写一遍。开头听到的话，得熬过这一遍遍的重写；第 2 章量
    过，早先状态的影响，可以消退得多快。摆在词旁边的上下文变量，却每次都是新鲜的。
    （它也是一条往回走的近路：训练时，每一步的损失都把梯度经过 c 直接传给编码器，编
    码器就从解码器的错误里学。）这件事有多要紧，我们到三种用法那一节再看。

    把两个向量首尾相接，叫做*拼接*（concatenation），记作 ⊕。两种信息并排摆好，再由
    一个权重矩阵混到一起，这也叫*特征融合*（feature fusion）。

    打的是什么分
    ────────────

    到了第 t 步，解码器知道什么？知道前面的词 y₁, …, yₜ₋₁，我们记作 y_(<t)；还有源
    句，那是从 c 知道的。我们要它给出什么？要它对词表里的每个词都说出：接下来就写这
    个词的概率有多大。

        P(yₜ | y_(<t), c)

    读作“给定前面的词和上下文变量，yₜ 的概率”。如果上下文变量来自“we sleep very
    well”，那么在 `<bos>` 之后，“nous”的概率应该大；到了“nous”之后，概率大的应该是
    “dormons”，不该还是“nous”。

    把所有的开头都列成一张表，谁也存不下：词有 1000 个，三个词的开头就有 1000³ 种，
    也就是十亿种。所以，解码器要用状态 sₜ 代表所有这些开头。它读过到此为止的每个词，
    也读过上下文变量，而它的大小是固定的，就只有那么多个数。有了这些数，再用一个线性
    层算出分数，这一层就是*输出层*（output layer）。每一步用的都是这同一层；它自己不
    用再弯，因为它读的状态，循环单元已经弯过了。

    这些分数叫做*未归一化的对数概率*（logits）。它们可以是任何数，要变成概率，得走两
    步：先以 e 为底取指数，让每一个都变成正数；再除以总和，让它们加起来等于 1。这就
    是第 6 章的 softmax 函数。解码器自己只算到分数为止，因为要找最好的词，有分数就够
    了；而第 6 章直接从分数算损失，数就不会大得装不下。编号为 k 的词是这样：

        P(yₜ = k | y_(<t), c) = e^(logitsₜ,ₖ)/(Σⱼ e^(logitsₜ,ⱼ))
        so
        log P(yₜ = k | y_(<t), c) = logitsₜ,ₖ − log Σⱼ e^(logitsₜ,ⱼ)

    最后一项对所有的词都一样。所以，一个词的分数就是它的概率的对数，再加上一个数；这
    个数，对这一步里所有的词都一样。人们叫它*未归一化的对数概率*，道理就在这里。如果
    一个词的分数比另一个词的大 1，它的概率就是另一个词的 e ≈ 2.7 倍。

    第 6 章会把这些概率一个词一个词地乘起来，得到 P(Y | X)，整句译文的概率。

    公式
    ────

    设 xₜ 是前一个词 yₜ₋₁ 的嵌入，其中 y₀ 是 `<bos>`。那么走一步就是三行式子：

        xₜ ⊕ c:   (N, D) ⊕ (N, H) → (N, D + H)

        sₜ = cell(xₜ ⊕ c, sₜ₋₁):   (N, H)

        logitsₜ = sₜ Wₒᵤₜ + bₒᵤₜ:   (N, H) · (H, V′) → (N, V′)

    V′ 是*目标*词表的大小；源句用的是另一个词表。如果有好几层，最下面的循环单元读
    xₜ ⊕ c，最后一行的 sₜ 是最上面一层的状态。

    先准备要解码的东西
    ──────────────────

    我们那两句话，照第 3 章的样子过一遍编码器，D = 6，H = 4，L = 3。权重都是随机的：
    这一章只看数怎么走，训练是第 7 章的事。
    """);

// we sleep very well <eos>; sleep well <eos>
int[][] source = {{4, 5, 6, 7, 2}, {5, 7, 2, 0, 0}};
Generator generator = Generator.seeded(20);
RecurrentLayers reader = RecurrentLayers.create(CellKind.GRU, 6, 4, 3, 0, generator);
Encoder encoder = new Encoder(Embedding.normal(8, 6, generator), reader);
Encoded encoded = encoder.forward(source, new int[] {5, 3}, Mode.inference());
Tensor c = encoded.context();
String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "nous", "dormons", "très", "bien", "dors"};
Script.end(2, "");

Script.say("""
    亲手走一步
    ──────────

    解码器有三个部分：目标词的嵌入、循环层、输出层。（`Linear` 是第 0 章的线性层。
    `xavier` 抽取大小合适的随机权重；多大才合适，第 7 章会说。）两句话都以 `<bos>`
    开头，所以循环单元的输入里，左边六列是一样的，不同的只有上下文变量。*运行之前，
    先猜一猜*：两个形状是什么？
    """);

Generator random = Generator.seeded(31);
Embedding table = Embedding.normal(9, 6, random);
RecurrentLayers stack = RecurrentLayers.create(CellKind.GRU, 6 + 4, 4, 3, 0, random);
Linear outputLayer = Linear.xavier(4, 9, random);

Tensor x = table.forward(new int[] {1, 1});                                 // (N,D)
Tensor input = Tensor.concat(1, x, c);                                      // (N,D+H)
List<CellState> after = stack.step(input, encoded.states(), Mode.inference());
Tensor s = after.get(2).hidden();                                           // (N,H)
Tensor logits = outputLayer.forward(s);                                     // (N,V')
System.out.println("x and c " + input);
System.out.println("logits " + logits);
Script.end(3, """
    x and c (2×10)
    [[ 0.6688  1.2162 -1.1322  1.2121  0.8305 -0.4429  0.5701  0.4129  0.3122  0.0779]
     [ 0.6688  1.2162 -1.1322  1.2121  0.8305 -0.4429  0.4723  0.3248  0.2984  0.1109]]
    logits (2×9)
    [[ 0.0590 -0.1566  0.0095 -0.0907  0.1587  0.2471 -0.1700 -0.1687  0.2043]
     [ 0.0795 -0.1067  0.0298 -0.0551  0.1645  0.2180 -0.1419 -0.1227  0.2074]]
    """);

Script.say("""
    两句话，各有九个分数。第一行换成概率是这样：
    """);

Tensor p = logits.softmax().at(0);
for (int k = 0; k < 9; k++) {
  System.out.println(Numbers.fixed(p.get(k), 4) + "  " + words[k]);
}
System.out.println("sum " + p.sum() + ", suggested: " + words[logits.argMax()[0]]);
Script.end(4, """
    0.1152  <pad>
    0.0929  <bos>
    0.1097  <eos>
    0.0992  <unk>
    0.1273  nous
    0.1391  dormons
    0.0916  très
    0.0918  bien
    0.1332  dors
    sum 1.0000, suggested: dormons
    """);

Script.say("""
    九个概率离九分之一都不远；没有训练过的解码器提议什么，全看运气。连 `<pad>` 和
    `<bos>` 都各有一份，也没有谁禁止它们。训练会把它们压下去：接下来该写的词从来不是
    它们，所以每一步都把它们的分数往下推（第 7 章看得到）。`ConcatDecoder` 把同样的
    计算写成了一个类；用同一个种子造它，权重就是同一套。（几个大小依次是 V′、D、H 和
    L；0 又是给暂退法留的；`reader` 说明编码器的状态有多大。）
    """);

double largest(Tensor a, Tensor b) {
  double most = 0;
  for (float difference : a.minus(b).toArray()) {
    most = Math.max(most, Math.abs(difference));
  }
  return most;
}
DecoderSizes sizes = new DecoderSizes(CellKind.GRU, 9, 6, 4, 3, 0, ContextMode.BOTH);
Decoder decoder = ConcatDecoder.create(sizes, reader, Generator.seeded(31));
Decoder.Step step = decoder.step(new int[] {1, 1}, decoder.start(encoded), Mode.inference());
System.out.println("by hand, to 1e-6: " + (largest(step.logits(), logits) < 1e-6));
Script.end(5, """
    by hand, to 1e-6: true
    """);

Script.say("""
    （为什么不是每一位都相同？这个类把那个宽的乘法拆成了两个，下面有一节专门讲。）
    `start` 给出第一步之前的状态。`Step` 装着未归一化的对数概率，还有这一步之后的状
    态；下一步必须从这个状态接着走。

    训练时和使用时
    ──────────────

    训练时，正确的译文是已知的。不管解码器自己会提议什么，给它的总是译文里的词（为什
    么，有什么代价，第 7 章会说）。这不算作弊：第 t 步给它的是 yₜ 前面的词，从来不是
    yₜ 本身。既然每一步的前一个词都已经有了，`forward` 一次调用就走完目标句的全部 T′
    步：进去的是编号 (N, T′)，出来的是未归一化的对数概率 (T′, N, V′)。使用时，除了它
    自己写下的词，什么都没有，只好一步一步走。我们看着它走四步：
    """);

Decoder.State state = decoder.start(encoded);
int[] last = {1, 1};
List<String> written = new ArrayList<>();
for (int t = 1; t <= 4; t++) {
  Decoder.Step next = decoder.step(last, state, Mode.inference());
  last = next.logits().argMax();
  state = next.state();
  written.add(words[last[0]]);
}
UnrolledDecoder.of(french, written).save(Path.of("images/ch04_decoder.png"));
Script.show(written);
Script.end(6, """
    [dormons, dors, nous, dors]
    """);

Script.say("""
    ［图：两串状态，各有四个，都由上下文变量 c 开头。左边是训练时：每个状态下面是正
    确的前一个词。右边是使用时：从每个写出的词引出一支虚线箭头，通到下一步的输入
    （images/ch04_decoder.png）］

    还算不上法语。不过，看看两边差在哪里。（图里的 oₜ 不是输出门，而是第 t 步的未归
    一化的对数概率。上下文变量只画在开头；其实每个词旁边也有它。）左边，这一步的输出
    没有路通到下一步的输入；右边，下一步的输入只能从这条路来。两边用的是同一套权重，
    读同样的词，就必须给出同样的分数。不然的话，我们用的就是一个从没训练过的模
    型。*运行之前，先猜一猜*：是大约六位数字相同，还是逐位相同，连最后一个比特也一
    样？
    """);

// <bos> nous dormons très bien; <bos> dors bien
int[][] before = {{1, 4, 5, 6, 7}, {1, 8, 7, 0, 0}};
int[] atStep(int t) {
  return new int[] {before[0][t - 1], before[1][t - 1]};
}
Tensor known = decoder.forward(before, encoded, Mode.inference());
Decoder.State now = decoder.start(encoded);
boolean same = true;
for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), now, Mode.inference());
  same &= Arrays.equals(next.logits().toArray(), known.at(t - 1).toArray());
  now = next.state();
}
System.out.println("logits " + known.shape() + ", same bits: " + same);
Script.end(7, """
    logits (5×2×9), same bits: true
    """);

Script.say("""
    逐位相同。请记住这个比较：这一页末尾的两个陷阱，都会让两边不一致，而这个比较两个
    都抓得住。

    一次宽乘法，还是两次乘法再相加
    ──────────────────────────────

    拼接起来的向量去乘权重矩阵，会发生什么？看最小的情形，用整数：词是 2 个数，上下
    文变量是 1 个数，这三个数在权重里各有一行。
    """);

Tensor word = Tensor.of(new float[][] {{1, 2}});
Tensor said = Tensor.of(new float[][] {{3}});
Tensor weight = Tensor.of(new float[][] {{10, 100}, {20, 200}, {30, 300}});
System.out.println(Tensor.concat(1, word, said).matmul(weight).at(0));
Tensor parts = word.matmul(weight.slice(0, 0, 2)).plus(said.matmul(weight.slice(0, 2, 3)));
System.out.println(parts.at(0));
Script.end(8, """
    (2) [ 140 1400]
    (2) [ 140 1400]
    """);

Script.say("""
    第一行算的是 1 · 10 + 2 · 20 + 3 · 30 = 140。第二行算的是 (1 · 10 + 2 · 20) + 3
    · 30，总和是同一个，只是加了括号。说穿了就是这么回事：宽权重的上面几行和词相乘，
    下面几行和上下文变量相乘，再把两部分加起来。上面几行记作 Wₓ (D, out)，下面几行记
    作 W_c (H, out)，*out* 是权重的列数：

        (x ⊕ c) ⎡ Wₓ  ⎤ = x Wₓ + c W_c   (N, D + H) · (D + H, out) → (N, out)
                ⎣ W_c ⎦

    所以，先拼接再乘一个宽权重，*就是*用两个权重各乘一次再相加。（很多书里，向量是
    列，同一个定理写成 [Wₓ, W_c] [x; c] = Wₓ x + W_c c。）

    相等，又差一点点

    `Concatenation` 里两种写法都有。我们用 N = 64、D = H = 256、out = 768 来试。*运
    行之前，先猜一猜*：全部 64 · 768 = 49152 个数，是不是逐位相同？
    """);

Tensor manyX = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor manyC = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor wide = Initial.xavier(512, 768, generator);
Tensor together = Concatenation.together(manyX, manyC, wide);
Tensor apart = Concatenation.apart(manyX, manyC, wide);
System.out.println("equal numbers: " + together.equalTo(apart).sum() + " of " + apart.size());
System.out.println("largest number: " + Numbers.fixed(largest(together, Tensor.scalar(0)), 2));
System.out.println("largest difference: " + Numbers.scientific(largest(together, apart), 2));
Script.end(9, """
    equal numbers: 4418 of 49152
    largest number: 3.83
    largest difference: 3.8e-06
    """);

Script.say("""
    相等的不到十分之一。其余的最多差百万分之几，而数本身最大到 3.83。代数是精确的，
    加法不是：一个 float 大约只存七位数字，每加一次，就舍入一次。宽乘法把 512 项一项
    接一项加起来；另一种写法先加 256 项，再加 256 项，最后把两个和相加。哪一个都不
    是*标准*答案。但要是训练用一种，使用时用另一种，就别指望结果逐位相同。

    哪个更快？

    常有人说，做一次宽乘法，比做两次小乘法再相加，要快得多。可是，能省下什么呢？两种
    写法都要做 N · (D + H) · out 次乘法。做两次乘法的那种，还要写出第二个结果
    (N, out)，再加到第一个上，也就是结果里的每个数，在 D + H 次乘法和加法之外，多做
    一次加法：D = H = 32 的小模型，多 64 分之一；D = H = 256，多 512 分之一。这听起
    来可算不上快*得多*。`FusionTiming` 让两种写法轮流跑，取中位数；最后一列小于 1，
    就是宽乘法赢。时间因机器而异，所以这一页不印。在我们试过的机器上，最小的那组，宽
    乘法要快一些，因为那里多调用一次就感觉得到；另外两组，比值在 1 附近，时而小一
    点，时而大一点。
    """);

int[][] all = {{64, 32, 32, 96}, {1, 256, 256, 768}, {64, 256, 256, 768}};
List<FusionTiming> timings = new ArrayList<>();
for (int[] one : all) {
  timings.add(FusionTiming.measure(one[0], one[1], one[2], one[3], 5, Generator.seeded(4)));
}
System.out.print(FusionTiming.table(timings));
Script.endVarying(10, """
         N    D    H  out   together µs   apart µs   together/apart
        64   32   32   96 …
         1  256  256  768 …
        64  256  256  768 …
    """);

Script.say("""
    要省得更多，得走相反的方向。上下文变量每一步都一样，所以 c W_c 可以只算*一次*，
    然后加到全部 T′ 步上。T′ = 10，D = H，乘法就只剩原来的百分之五十五：(10 + 1)/(10
    + 10) = 0.55。训练时，我们的解码器就是这么做的。这个定理写成方法，就是
    `Cell.project(x, c)`：
    """);

Cell cell = CellKind.GRU.create(6 + 4, 4, generator);
Tensor side = cell.project(Tensor.concat(1, x, c));
Tensor split = cell.project(x, c);
System.out.println(side.shape() + ", to 1e-6: " + (largest(side, split) < 1e-6));
Script.end(11, """
    (2×12), to 1e-6: true
    """);

Script.say("""
    （使用时，`step` 每次都把 c W_c 重算一遍：多做一次小乘法，换来的好处是，一步只靠
    传给它的参数，别的什么也不需要。）

    三种用法
    ────────

    一个固定的向量怎样进入循环神经网络，可以有不同的选择。*Deep Learning* 第 10.4 节
    说，至少有两种办法，而且可以合起来用：
    """);

Script.show(ContextModes.of(3).save(Path.of("images/ch04_modes.png")));
Script.end(12, """
    images/ch04_modes.png
    """);

Script.say("""
    ［图：三个解码器并排。初始状态：c 只有一支箭头，通向第一个状态。每一步：第一个状
    态从 0 开始，c 有箭头通向每个状态。两者都用：上面从 c 出发的箭头全都有
    （images/ch04_modes.png）］

    • `INITIAL`：解码器从编码器交来的状态起步，往后只读词。（图上画的是 c。其实交过
      去的是整个 State，每一层交给自己对应的那一层。）
    • `EVERY_STEP`：上下文变量摆在每个词旁边，初始状态全是 0。
    • `BOTH`：两种一起用。

    之所以说“至少”，是因为还有别的办法。Cho 等人还把 c 送进输出层，摆在 sₜ 旁边（第
    2.2 节（https://arxiv.org/abs/1406.1078））。我们把三种都造出来，跑一跑：
    """);

Decoder with(ContextMode mode) {
  DecoderSizes choice = new DecoderSizes(CellKind.GRU, 9, 6, 4, 3, 0, mode);
  return ConcatDecoder.create(choice, reader, Generator.seeded(31));
}
for (ContextMode mode : ContextMode.values()) {
  Decoder one = with(mode);
  int numbers = one.parameters().stream().mapToInt(each -> each.value().size()).sum();
  float first = one.start(encoded).cells().get(2).hidden().get(0, 0);
  System.out.println(mode + ": first state begins with " + Numbers.fixed(first, 4) + ", "
      + numbers + " weights, logits "
      + one.forward(before, encoded, Mode.inference()).shape());
}
Script.end(13, """
    initial: first state begins with 0.5701, 483 weights, logits (5×2×9)
    every-step: first state begins with 0.0000, 531 weights, logits (5×2×9)
    both: first state begins with 0.5701, 531 weights, logits (5×2×9)
    """);

Script.say("""
    出来的形状都一样。词旁边没有上下文变量时，最下面的循环单元少 H 行权重，每行 3H
    个，这里就是少 4 · 12 = 48 个。

    现在来量前面说好要量的东西。批量里有两句话，解码器读的词却一模一样，都是“très
    très très……”，所以两边的分数要有差别，只能是源句造成的。走了 40 步，差别还剩多
    少？*运行之前，先猜一猜*：三种用法里，哪一种会把它弄丢？
    """);

double[] difference(ContextMode mode, int steps) {
  int[][] very = new int[2][steps];
  for (int[] row : very) {
    Arrays.fill(row, 6);
  }
  Tensor two = with(mode).forward(very, encoded, Mode.inference());
  double[] gaps = new double[steps];
  for (int t = 0; t < steps; t++) {
    gaps[t] = largest(two.at(t).at(0), two.at(t).at(1));
  }
  return gaps;
}
for (ContextMode mode : ContextMode.values()) {
  double[] gaps = difference(mode, 40);
  System.out.println(mode + ":  step 1 " + Numbers.fixed(gaps[0], 6) + "  step 10 "
      + Numbers.fixed(gaps[9], 6) + "  step 40 " + Numbers.fixed(gaps[39], 6));
}
Script.end(14, """
    initial:  step 1 0.061369  step 10 0.001183  step 40 0.000000
    every-step:  step 1 0.001569  step 10 0.009743  step 40 0.009820
    both:  step 1 0.055611  step 10 0.009397  step 40 0.009820
    """);

double[] ts = new double[25];
Arrays.setAll(ts, t -> t + 1);
Script.show(LinePlot.of("What the source still changes", "step t", "largest difference of logits").
    withLogY().with("initial", ts, difference(ContextMode.INITIAL, 25)).
    with("every step", ts, difference(ContextMode.EVERY_STEP, 25)).
    with("both", ts, difference(ContextMode.BOTH, 25)).
    save(Path.of("images/ch04_ways.png")));
Script.end(15, """
    images/ch04_ways.png
    """);

Script.say("""
    ［图：两个源句的未归一化的对数概率相差多少，一共 25 步，纵轴是对数刻度：“初始状
    态”沿一条直线往下掉，“每一步”先升后平，“两者都用”先降下来，然后平在同一高度
    （images/ch04_ways.png）］

    用 `INITIAL`，差别每一步都在缩小，缩小的比例几乎不变。到第 40 步，六位小数里什么
    也不剩：解码器忘了自己在写哪一句。上下文变量摆在每个词旁边，差别就稳在一个高度
    上，不再动了。（`EVERY_STEP` 开头低得多：两句话的初始状态都是 0，而每一步只把上
    下文变量写进去一部分。）`BOTH` 开头像第一种，结尾像第二种。

    这些权重是随机的。门可以学会守住初始状态带来的内容（第 2 章），Sutskever、
    Vinyals 和 Le 只靠初始状态，也做成了翻译。不过用 `INITIAL`，这一点要靠学；用另外
    两种，这一点是现成的。

                            `INITIAL`      `EVERY_STEP`  `BOTH`
    ──────────────────────  ─────────────  ────────────  ──────────────────
    上下文变量会消退吗？    会             不会          不会
    交过去的是什么？        State，所有层  上下文变量    State 和上下文变量
    最下面的循环单元读      D 个数         D + H_enc     D + H_enc
    两边的层数必须相同吗？  必须           不必          必须

    没有特别说明时，我们用 `BOTH`，和 Cho 等人一样。编码器和解码器对不上，比如只有解
    码器用 LSTM，就用 `EVERY_STEP`；想要权重最少，就用 `INITIAL`。

    两边大小不同
    ────────────

    编码器和解码器的隐藏单元数不必相同。（D 也不必：各有各的嵌入，而编码器交给解码器
    的东西，没有一样是 D 个数的。）上下文变量摆在词旁边时，H_enc 多大都行：循环单元
    的输入有 D + H_enc 个数就是了。初始状态却必须有 H_dec 个数。两者不同，State 就得
    先过一道*状态桥接*（bridge）：每一层 l 有一个权重 (H_enc, H_dec)，一个偏置，后面
    再过 tanh，这样结果就和别的隐藏状态一样，落在 −1 和 1 之间：

        s₀⁽ˡ⁾ = tanh(State⁽ˡ⁾ W⁽ˡ⁾ + b⁽ˡ⁾)
        (N, H_enc) · (H_enc, H_dec) → (N, H_dec)
    """);

DecoderSizes five = new DecoderSizes(CellKind.GRU, 9, 6, 5, 3, 0, ContextMode.BOTH);
Decoder larger = ConcatDecoder.create(five, reader, Generator.seeded(31));
System.out.println("State of a layer " + encoded.states().get(0).hidden().shape());
System.out.println("first state      " + larger.start(encoded).cells().get(0).hidden().shape());
Parameter crossing = larger.parameters().get(1);
System.out.println(crossing.name() + " " + crossing.value().shape());
Script.end(16, """
    State of a layer (2×4)
    first state      (2×5)
    bridge.hidden.0.W (4×5)
    """);

Script.say("""
    LSTM 要交过去的状态有两个，其中记忆元有自己的状态桥接，不经过 tanh：记忆元是累加
    出来的和，可以大过 1；tanh 一压，大出来的那一截就没了。

    层数不同就是另一回事了：我们的解码器要求层数和编码器一样多，除非它的初始状态全是
    零。练习 4.3 造的状态桥接，允许解码器少几层。

    容易出错的地方
    ──────────────

    上下文变量半路变了

    解码器的初始状态就是编码器的最后状态。于是节俭的程序员只留一个变量 `state`，上下
    文变量就从它的最上面一层取。训练时，所有的步在一次调用里走完，只取一次，一切正
    常。使用时，每一步都取一次，而这时的状态，已经是*解码器*的了。我们也这样做一回，
    印出每一步的分数偏了多少：
    """);

Decoder.State drifting = decoder.start(encoded);
for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), drifting, Mode.inference());
  System.out.print(Numbers.fixed(largest(next.logits(), known.at(t - 1)), 4) + " ");
  List<CellState> cells = next.state().cells();
  drifting = new Decoder.State(cells, new Encoded(encoded.outputs(), cells, encoded.lengths()));
}
Script.end(17, """
    0.0000 0.0191 0.0430 0.0558 0.0839
    """);

Script.say("""
    第 1 步是对的，因为这时的状态还是编码器的。往后就越漂越远，而训练时，模型从来没
    有这样用过；从头到尾，也没有一条错误消息。《动手学深度学习》0.17 版的解码器
    （PyTorch 版，第 9.7 节
    （https://classic.d2l.ai/chapter_recurrent-modern/seq2seq.html）），就是这样从
    `state[-1]` 取上下文变量的，那段代码后来又被抄了许多遍。

    改法是把两样起初看着相同的东西分开：一样是状态，它会变；另一样是编码器从源句读出
    的内容，它不变。`Decoder.State` 两样都装着，`step` 把源句的内容原封不动地往下
    传。还有，测试里不要让任何两个大小相等：H_enc ≠ H_dec 的话，这个疏忽就会变成一条
    错误消息。

    新状态丢了

    漏掉 `now = next.state()`，每一步就都从头开始：
    """);

for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), decoder.start(encoded), Mode.inference());
  System.out.print(Numbers.fixed(largest(next.logits(), known.at(t - 1)), 4) + " ");
}
Script.end(18, """
    0.0000 0.2198 0.2859 0.2972 0.2748
    """);

Script.say("""
    这样的解码器没有记忆。它只是一张表，由前一个词查下一个词；哪个词一旦第二次出现，
    它就原地转起圈来；第 8 章会让你看到一个这样的例子。

    对付这两个疏忽，一劳永逸的办法就是前面那个比较：一次走完，对照一步一步走。只测一
    步，两个错都能蒙混过关：两行输出都以 0 开头。

    形状
    ────

    内容                       形状                       怎么得到
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    前一个词的嵌入：xₜ         (N, D)；所有的步           `Embedding.forward`
                               (T′, N, D)
    并排摆好，xₜ ⊕ c           (N, D + H_enc)             `Tensor.concat(1, x, c)`
    宽权重，Wₓ 在上，W_c 在下  (D + H_enc, out)           `cell.0.W_xh`，GRU 的
                                                          out = 3 H_dec
    状态桥接，每一层           (H_enc, H_dec)             `bridge.hidden.0.W`
    某一层的状态 sₜ            (N, H_dec)                 `step.state().cells().get(
                                                          l).hidden()`
    未归一化的对数概率         (N, H_dec) · (H_dec, V′)   `step`、`forward`
                               → (N, V′)；所有的步
                               (T′, N, V′)

    五行小结
    ────────

    • 每一步，解码器读前一个词和上下文变量，更新状态，给目标词表里的每个词打分。
    • 这个分数就是 P(yₜ | y_(<t), c) 的对数，再加上一个数；这个数，对这一步里所有的
      词都一样。
    • 拼接之后乘一个宽权重，就是用两个权重各乘一次再相加：代数相同，舍入不同。
    • 上下文变量可以当初始状态，可以摆在每个词旁边，也可以两样都用；摆在词旁边，它就
      不会消退。
    • 一步一步走，必须得出和一次走完同样的分数。这一点一定要测：解码器要出错，就错在
      这里。

    如果……会怎样？
    ──────────────

    1. 如果训练时给解码器的不是前一个词，而是它正要写的那个词呢？它会学到什么，使用
       时又会做什么？
    2. 如果不管哪句话，上下文变量都全是零呢？这样的解码器还学得到什么？
    3. 如果把这一步的分数全都加上同一个数呢？什么会变？

    答案（../../solutions/answers.zh.md#第-4-章）

    练习
    ────

    • 练习 4.1，每一步都拼接上下文变量：`./learn check 4.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 4.2，拆开一个宽权重，让两边一致：`./learn check 4.2`
    • 练习 4.3，为 H_enc ≠ H_dec 造状态桥接：`./learn check 4.3`

    延伸阅读
    ────────

    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      10.4 节（https://www.deeplearningbook.org/contents/rnn.html），以及图 10.12；
      第 10.2.4 节讲固定的向量怎样进入循环神经网络。
    • Cho 等人（2014），Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation（https://arxiv.org/abs/1406.1078），第 2.2
      节：每一步都有 c。Sutskever、Vinyals 和 Le（2014），Sequence to Sequence
      Learning with Neural Networks（https://arxiv.org/abs/1409.3215）：只当初始状
      态。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，序列到序列学习
      （https://zh.d2l.ai/chapter_recurrent-modern/seq2seq.html）：同样的解码器，用
      Python 写成。
    • 代码：`ConcatDecoder`
      （../main/java/seq2seq/ch04_decoder/ConcatDecoder.java），其中的 `step` 和
      `forward` 最好对照着读；还有 `Bridge`
      （../main/java/seq2seq/ch04_decoder/Bridge.java）。

    ────────────────────────────────────────

    第 3 章：编码器（ch03_encoder.md） · 目录（README.md） · 下一章：第 5 章：广播掩
    码（ch05_mask.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
