// ch07_training.jsh 由 `./learn export --language zh` 从 zh/ch07_training.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch07_training.jsh
// 想从它结束的地方接着试：./learn jshell 7

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.LossCurve;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch07_training.md");

Script.say("""
    第 7 章：八步训练
    ═════════════════

    *问题：模型怎样才能越来越好？*

    编码器会读，解码器会写，损失能告诉我们错得有多厉害。还缺一个循环，把损失变成更好
    的参数。读完这一章，你就亲手走过了这个循环的八步，训练出了一个英译法的小翻译器；
    你会知道参数的初始值从哪里来，它们的大小为什么重要；还有三种错误，一看它们留下的
    数字，你就认得出来。
    """);

List<String> words = List.of("nous", "dormons", "très", "bien");
ModelOverview overview = ModelOverview.of(List.of("we", "sleep", "very", "well"), words);
Script.show(overview.highlight(ModelOverview.Part.EMBEDDING, ModelOverview.Part.ENCODER,
    ModelOverview.Part.DECODER, ModelOverview.Part.OUTPUT).save(Path.of("images/ch07_model.png")));
Script.end(1, """
    images/ch07_model.png
    """);

Script.say("""
    ［图：整个模型；涂了颜色的是所有含参数的部分：嵌入、编码器、解码器和输出层
    （images/ch07_model.png）］

    涂了颜色的部分里，有训练可以改动的数。怎么改，图上方的损失说了算。

    思路
    ────

    *训练*（training）就是把一次小小的修正重复许许多多遍：给模型看一些句对，量出损
    失，求出梯度（第 0 章），再让每个参数逆着梯度挪一点点。从头到尾细分开来，一共是
    八步。把全部训练句子走一遍，叫一个*轮次*（epoch）：一个批量接一个批量地走，每次
    都重新打乱顺序。

    步骤      做什么                                              多久一次
    ────────  ──────────────────────────────────────────────────  ────────────
    1 初始化  每个参数得到初始值                                  只做一次
    2 加载    取下一批句对，已经是填充好的编号                    每个批量
    3 前向    送入源句和目标句，得到未归一化的对数概率（logits）  每个批量
    4 损失    一个数，每个真实词多少奈特                          每个批量
    5 反向    每个参数得到梯度                                    每个批量
    6 裁剪    梯度太长就缩短                                      每个批量
    7 更新    每个参数挪一点                                      每个批量
    8 可视化  看看进展如何                                        每个轮次之后

    一分钟就能练完的数据
    ────────────────────

    我们从课程自带的语料库 `phrases` 里取出不超过四个词元的句子，分成三份：模型从
    `train` 里学；学的时候，我们盯着 `valid`；`test` 留到最后（第 1 章）。
    `Splits.bySource` 把同一个英语句子的所有译文放在一起，免得一个句子在这边学过，又
    拿到那边去考。词表只取自训练的那一份；那个 1 的意思是，一个词只要出现一次就有编
    号。一个批量有 32 对句子，每行最多 12 个编号。
    """);

ParallelCorpus phrases = ParallelCorpus.phrases();
List<Pair> few = new ArrayList<>(phrases.pairs());
few.removeIf(pair -> phrases.tokenizer().tokenize(pair.source()).size() > 4);
ParallelCorpus corpus = ParallelCorpus.of("short phrases", phrases.tokenizer(), few);
Splits splits = Splits.bySource(corpus, 0.1, 0.1, Generator.seeded(7));
Vocabulary source = splits.sourceVocabulary(1);
Vocabulary target = splits.targetVocabulary(1);
BatchOptions options = BatchOptions.of(32, 12);
Batches train = Batches.of(splits.train(), source, target, options);
Batches valid = Batches.of(splits.valid(), source, target, options);
System.out.println("V = " + source.size() + ", V' = " + target.size());
System.out.println(train.pairs() + " train in " + train.count() + " batches, "
    + splits.valid().size() + " valid, " + splits.test().size() + " test");
Script.end(2, """
    V = 115, V' = 171
    530 train in 17 batches, 66 valid, 66 test
    """);

Script.say("""
    第 1 步：初始值
    ───────────────

    `ModelSizes` 列出了各项选择：用哪种循环单元，解码器怎样得到上下文变量，还有 V、
    V′、D = 24、H = 48、L = 1，暂退法先不用。H 和 L 怎么选？谁也算不出来，只能试：先
    取小的，再加倍，直到 `valid` 里那些句子的损失不再变好为止。我们取得小，是为了几
    秒钟就能跑完一次。

    设好种子的生成器为每个参数抽一个初始值，这就是*权重初始化*（initialisation）。
    """);

ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Generator generator = Generator.seeded(7);
Seq2Seq model = sizes.initialise(generator);
List<Parameter> parameters = model.parameters();
System.out.println(parameters.size() + " parameters, " + Parameter.count(parameters) + " numbers");
Script.end(3, """
    12 parameters, 43467 numbers
    """);

Script.say("""
    为什么要随机？反正训练会改动这些数，全都从 0 开始不行吗？大小又有没有关系？我们
    来试试。`FirstValues` 把所有初始值乘上一个倍数：0 把它们全变成 0，1 保持抽到的样
    子，10 放大到十倍。每种情形都看两样：`valid` 里的句子，训练前和三个轮次之后的损
    失各是多少（`HeldOutLoss`）；第一次反向传播之后，12 个参数里有几个得到了不为 0
    的梯度。

    `Training` 把整个循环装进了一个类。交给它的东西，有几样属于后面的步骤：
    `Adam(0.01)` 是第 7 步的规则，0.5 是第 6 步的上限，`Observer.NONE` 是说没有人旁
    观。眼下照用就行。

    *运行之前，先猜一猜*：参数全为 0 时，未归一化的对数概率也个个是 0。最初的损失是
    多少？哪些参数会得到梯度？
    """);

for (double factor : new double[] {0, 1, 10}) {
  Training trial = new Training(new FirstValues(sizes, factor), train, new Adam(0.01), 0.5,
      Generator.seeded(7), Observer.NONE);
  trial.initialise();
  double first = HeldOutLoss.of(trial.model(), valid.inOrder());
  trial.load(); trial.forward(); trial.loss(); trial.backward();
  long reached = trial.model().parameters().stream().
      filter(p -> GradientClip.globalNorm(List.of(p)) > 0).count();
  trial.clip(); trial.update();
  trial.run(3);
  double after = HeldOutLoss.of(trial.model(), valid.inOrder());
  System.out.println("times " + (int) factor + ": first " + Numbers.fixed(first, 4)
      + ", gradient for " + reached + " of 12, after 3 epochs " + Numbers.fixed(after, 4));
}
Script.end(4, """
    times 0: first 5.1417, gradient for 1 of 12, after 3 epochs 4.7202
    times 1: first 5.1716, gradient for 12 of 12, after 3 epochs 1.7273
    times 10: first 17.8332, gradient for 12 of 12, after 3 epochs 5.7287
    """);

Script.say("""
    *全为 0*。最初的损失必然是 log V′。可是从头到尾，只有一个参数在动，就是输出层的
    偏置。权重的梯度，等于进来的数乘以传回来的数（第 0 章），而这里两个当中总有一个
    是 0：送到输出层的状态是 0；传回状态的梯度，又乘过全为 0 的权重，也是 0。这样的
    模型只能学到一件事：每个词有多常见。

    权重全都*相等*，也好不到哪里去。两个隐藏单元权重相同，就会算出相同的状态，收到相
    同的梯度，走出相同的一步，于是永远互为副本，48 个隐藏单元只顶一个用。初始值要随
    机，为的就是让它们各不相同。

    *太大*。看最初的损失就知道了：它远高于 log V′，模型信心十足，却错了。权重大，加
    出来的和就大；门和双曲正切函数都被推到两端的平坦处，那里的斜率几乎是 0。三个轮次
    全花在了收拾这个开头上。

    该取多大？

    线性层的一个输出，是 `in` 个乘积的和，每个输入贡献一个。设输入和权重都是随机的，
    输入的典型大小是 1，权重的典型大小叫做 `size`（均方的平方根）。和有多大？只有两
    个乘积 a 和 b 时，和的平方是 (a + b)² = a² + b² + 2ab。两个数有一半的时候异号，
    所以平均下来 2ab 是 0，剩下的只有平方。有 `in` 个乘积，就有 `in` 个平方累加起
    来，和的典型大小是 size · √in。想让它仍然是 1，权重的大小就得取 1/√in。

    往回走时，每个输入要汇集 `out` 个乘积，照同样的道理，又该取 1/√out。Glorot 和
    Bengio（2010）的折中办法是取 `in` 和 `out` 的平均；第一作者名叫 Xavier，所以它通
    称 *Xavier 初始化*（Xavier initialisation）。在 −bound 与 bound 之间均匀抽出的
    数，均方是 bound²/3（抛物线 x² 下面的面积，除以区间的宽度），因此

        size² = 2/(in + out) = bound²/3   ⟹   bound = √(6/(in + out))

    初始值要是统统乘上一个倍数，信号一层接一层传下去，会怎样？我们让大小为 1 的数穿
    过十层，每层 48 个隐藏单元，打印它们变成了多大。*运行之前，先猜一猜*：每过一层，
    大小减半、不变或翻倍。十层之后还剩多少？
    """);

double size(Tensor x) {
  return StrictMath.sqrt(x.times(x).mean().item());
}
for (float factor : new float[] {0.5f, 1, 2}) {
  Generator random = Generator.seeded(1);
  Tensor signal = Tensor.normal(Shape.of(32, 48), 1, random);
  StringBuilder line = new StringBuilder("Xavier times " + Numbers.fixed(factor, 1) + ":");
  for (int layer = 1; layer <= 10; layer++) {
    signal = signal.matmul(Initial.xavier(48, 48, random).times(Tensor.scalar(factor)));
    line.append(layer % 5 == 0 || layer == 1 ? "  " + Numbers.fixed(size(signal), 4) : "");
  }
  System.out.println(line + "   after 1, 5, 10 layers");
}
Script.end(5, """
    Xavier times 0.5:  0.4906  0.0313  0.0008   after 1, 5, 10 layers
    Xavier times 1.0:  0.9813  1.0025  0.8376   after 1, 5, 10 layers
    Xavier times 2.0:  1.9625  32.0791  857.7455   after 1, 5, 10 layers
    """);

Script.say("""
    初始值大一倍或小一半，十层之后就差了大约 1000 倍（2¹⁰ = 1024）。而在循环神经网络
    里，句子有多少步，就有多少“层”。

    我们的输出层按 Xavier 的规则取初始值，偏置为 0。循环单元的权重取得稍小一些，和
    PyTorch 一样，在 −1/√H 与 1/√H 之间均匀抽取：这样，循环单元里加出来的和通常小于
    1，门一开始就停在中间附近，那里的斜率最大。（这样开头，走的步数一多，信号确实会
    变弱，第 2 章量半开的门时见过；不过我们的句子都不长。）嵌入的每个数取自正态分
    布，典型大小是 1，因为在它之前没有求和。

    第 2 步：加载
    ─────────────

    生成器打乱句对，这样，每个批量都公平地代表全部句对，模型也不会从先后次序里学到什
    么。（照文件里的次序来，一个批量里可能全是问句：它把权重都往问句那边拉，下一个批
    量又把它们拉回来。）我们取第一个批量。
    """);

PaddedBatch batch = train.epoch(generator).get(0);
Script.show(batch);
Script.end(6, """
    PaddedBatch (source (32×5), target (32×7))
    """);

Script.say("""
    第 3 步：前向传播与强制教学
    ───────────────────────────

    现在让这个批量穿过模型，从编号一直算到未归一化的对数概率，这就是*前向传播*
    （forward pass）。解码器每一步都要读前一个词。读哪一个呢？是它自己写的（训练之
    初，那只是胡话），还是正确的？训练时，我们一律给它正确的词。这叫*强制教学*
    （teacher forcing），好比老师先把每个词改对，才让学生往下写。这样，所有输入事先
    都知道，整个句子一次调用就算完了。
    """);

Script.show(UnrolledDecoder.of(List.of("nous", "dormons", "bien", "<eos>"), List.of("je", "dors", "<eos>")).
    save(Path.of("images/ch07_forcing.png")));
Script.end(7, """
    images/ch07_forcing.png
    """);

Script.say("""
    ［图：左，训练时：每一步给解码器的，都是前一个正确的词，不管它自己会写什么。右，
    使用时：给它的是自己刚写出的词（images/ch07_forcing.png）］

    所以，解码器的输入就是目标句往右挪一位，最前面放上 `<bos>`：
    """);

int[][] inputs = TeacherForcing.inputs(batch.target());
System.out.println("input  " + target.tokens(inputs[0]));
System.out.println("target " + target.tokens(batch.target()[0]));
Mode mode = Mode.training(generator);
Encoded encoded = model.encoder().forward(batch.source(), batch.sourceLengths(), mode);
Tensor logits = model.decoder().forward(inputs, encoded, mode);
System.out.println("state " + encoded.state().shape() + ", logits " + logits.shape());
Script.end(8, """
    input  [<bos>, ils, dorment, toujours, ., <eos>, <pad>]
    target [ils, dorment, toujours, ., <eos>, <pad>, <pad>]
    state (1×32×48), logits (7×32×171)
    """);

Script.say("""
    把前两行一列一列竖着对照：在每个位置，解码器看得到上面那个词，也看得到那之前的所
    有词，要说出的是下面那个词。（传进去的训练模式，在这里只影响暂退法。）

    第 4 步：损失
    ─────────────

    *运行之前，先猜一猜*：模型还什么都不懂，目标词表有 V′ = 171 个词。损失大约会是多
    少？
    """);

Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
System.out.println("loss, nats per real word: " + loss);
System.out.println("log V':                   " + Tensor.scalar(target.size()).log());
Script.end(9, """
    loss, nats per real word: 5.1787
    log V':                   5.1417
    """);

Script.say("""
    第 5、6 步：反向传播与裁剪
    ──────────────────────────

    梯度会一直累加，直到清零（第 0 章），所以我们先清零。接着一次调用，每个参数就有
    了自己的梯度。所有梯度排在一起，是长长的一列数。把它看作一个向量，它的长度，也就
    是所有平方之和的平方根，叫*全局梯度范数*（global gradient norm）；这个数告诉我
    们，脚下的损失有多陡。

    梯度只在小步挪动时才作数。要是损失陡得像悬崖，有多陡就迈多大的步，就会落到老远的
    地方，手里的梯度到了那里毫无意义。*梯度裁剪*（gradient clipping）给全局范数设一
    个上限。范数超过上限，所有梯度就都乘上同一个倍数。（这里的 g 是排成一列的全部梯
    度；在第 2 章里，这个字母是 LSTM 的候选。）

        g ← g · min (1, limit/(‖ g ‖))
    """);

Parameter.clearGrads(parameters);
loss.backward();
Parameter output = parameters.get(parameters.size() - 1);
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
double norm = GradientClip.byGlobalNorm(parameters, 0.5);
System.out.println("norm " + Numbers.fixed(norm, 4) + " becomes "
    + Numbers.fixed(GradientClip.globalNorm(parameters), 4));
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
Script.end(10, """
    decoder.output.b (8) [ 0.0054  0.0058 -0.1751  0.0064 -0.1409 -0.0269 -0.0224 -0.0230]
    norm 0.6294 becomes 0.5000
    decoder.output.b (8) [ 0.0043  0.0046 -0.1391  0.0051 -0.1119 -0.0214 -0.0178 -0.0183]
    """);

Script.say("""
    输出层偏置的前四项，属于 `<pad>`、`<bos>`、`<eos>` 和 `<unk>`。其中只有 `<eos>`
    的梯度是负的：32 个句子都以它结尾，模型给它的概率却太小。其余几个，从来不是该写
    的词。

    对比这两行：每个数都乘了同一个倍数 0.5/‖ g ‖。所以方向不变，变的只是长度。所有参
    数共用一个范数，道理就在这里。如果每个数各裁各的，比如一律不许超过 1，(3, 0.4)
    就成了 (1, 0.4)，指到别处去了。

    上限取多少？先看一次顺利的训练，范数大概是多少，上限就取在那附近：这样，平常的批
    量原样通过，或者几乎不动，只有难得碰上特别陡的，才被缩短。我们的 0.5 就是这样取
    的，看下面那一列范数就知道。只有两个数的话，裁剪可以画出来：
    """);

Script.show(ClippedGradient.of(0.5, new double[] {1.2, 0.7}, new double[] {-0.2, 0.2}).
    save(Path.of("images/ch07_arrow.png")));
Script.end(11, """
    images/ch07_arrow.png
    """);

Script.say("""
    ［图：半径为 0.5 的圆；伸到圆外的箭头缩短到圆上，方向不变；圆内的箭头保持原样
    （images/ch07_arrow.png）］

    第 7 步：更新
    ─────────────

    规定梯度怎样改动参数的那条规则，叫*优化器*（optimiser）。最简单的就是第 0 章的那
    条，w ← w − η g，其中 η 是学习率。如果每次的梯度来自一个随机批量，它就叫*随机梯
    度下降*（stochastic gradient descent，SGD）。一个学习率要管所有的参数。可是常用
    词的偏置每一步都得到大梯度，罕见词的嵌入却只是偶尔得到一个小梯度。

    *Adam 优化器*（Adam）给每个数定它自己的步长。它一直记着两个平均：梯度的平均 ḡ，
    梯度平方的平均 g²̄；更新时，用前者除以后者的平方根。（为什么用平方？直接拿数来平
    均，符号一变就互相抵消了。去掉符号、只平均大小也行；不过用平方，偶尔一个大梯度分
    量更重，步子也就更谨慎。又为什么开方？开了方，平方才回到梯度的大小：梯度大一倍，
    分子和分母都大一倍，步子不变。）

        ḡ ← β₁ ḡ + (1 − β₁) g     g²̄ ← β₂ g²̄ + (1 − β₂) g²

        w ← w − η (ḡ / (1 − β₁ᵘᵖᵈᵃᵗᵉ))/(√(g²̄ / (1 − β₂ᵘᵖᵈᵃᵗᵉ)) + ε)

    （论文里，两个平均写作 m 和 v，参数写作 θ。）这几个常数取自论文，很少有人改：

    常数  取值         含义
    ────  ───────────  ─────────────────────────────────────────────────────────────
    β₁    0.9          平均大约回看 1/(1 − β₁) = 10 个梯度：足以抹平单个批量里的偶然
                       因素
    β₂    0.999        均方大约回看 1000 个梯度：步长的变化应该慢
    ε     10⁻⁸         梯度一直是 0 的地方，分式是 0/10⁻⁸ = 0，而不是 0/0
    η     这里是 0.01  通常一步最多走这么远；论文建议 0.001，小模型、短训练，更大的
                       也受得住

    两个平均都从 0 起步，开头会偏小；除数 1 − βᵘᵖᵈᵃᵗᵉ 正好纠正这一点，其中 *update*
    是第几次更新，从 1 数起。在第一次更新里，这两个除数把 ḡ 变成 g，把 g²̄ 变成 g²。
    那么，当 η = 0.01 时，每个数会挪多远？*运行之前，先猜一猜*这一步；再猜猜往后的更
    新里，这四个数会怎样：一个的梯度总是 1，一个总是 0.001，一个轮流是 +1 和 −1，还
    有一个先来一次 1，往后全是 0。
    """);

Parameter four = Parameter.of("w", Tensor.zeros(4));
Adam adam = new Adam(0.01);
for (int update = 1; update <= 20; update++) {
  Tensor gradient = Tensor.of(1, 0.001f, update % 2 == 1 ? 1 : -1, update == 1 ? 1 : 0);
  float[] old = four.value().toArray();
  Parameter.clearGrads(List.of(four));
  four.value().times(gradient).sum().backward();
  adam.step(List.of(four));
  if (update <= 2 || update == 20) {
    StringBuilder line = new StringBuilder("update " + update + ":");
    for (int i = 0; i < 4; i++) {
      line.append("  ").append(Numbers.fixed(four.value().get(i) - old[i], 4));
    }
    System.out.println(line);
  }
}
Script.end(12, """
    update 1:  -0.0100  -0.0100  -0.0100  -0.0100
    update 2:  -0.0100  -0.0100  0.0005  -0.0067
    update 20:  -0.0100  -0.0100  0.0005  -0.0007
    """);

Script.say("""
    第一次更新里，梯度无论大小，每个数都逆着梯度的符号挪 0.01。如果各个批量的梯度方
    向一致，就一直保持这个步长，梯度大小不起作用。如果梯度互相矛盾，挪动就几乎全抵消
    了。再看最后一列：梯度变成 0 之后很久，它还在往前走。罕见词的嵌入也是这样，会被
    这个词最后一次出现的那个批量一直带着走。

    既然大小对 Adam 不起作用，为什么还要裁剪？因为对 Adam 不起作用的，只是所有梯度一
    起放大或缩小的倍数；一个梯度比*别的*梯度大多少，在那两个平均里照样起作用。要是有
    一个比平常大一百倍，它在 ḡ 里就会盖过前面所有的梯度，又把 g²̄ 撑得很大，此后大约
    一千次更新，步子都会太短。Adam 的代价是内存，每个参数要多记两个数；普通的 SGD 不
    用多记，可是学习率要仔细地调。那么 η 怎么选？和 H 一样：试几个，每个大约是前一个
    的三倍，在还能让损失稳稳下降的几个里，留下最大的。（练得久的时候，快到结尾还要把
    学习率降下来；第 10 章就这样做，也说明了道理。）现在轮到我们的模型：
    """);

Tensor before = Tensor.of(output.value().toArray());
new Adam(0.01).step(parameters);
System.out.println(output.value().detach().minus(before).slice(0, 0, 8));
Script.end(13, """
    (8) [-0.0100 -0.0100  0.0100 -0.0100  0.0100  0.0100  0.0100  0.0100]
    """);

Script.say("""
    第 8 步：可视化
    ───────────────

    进展如何？我们看 `valid` 里那些句子的损失，模型从不拿它们来学：这就是*留出集上的
    损失*（held-out loss）。更新之前，它在 log V′ 附近。
    """);

System.out.println("held out: " + Numbers.fixed(HeldOutLoss.of(model, valid.inOrder()), 4));
Script.end(14, """
    held out: 4.8814
    """);

Script.say("""
    同一个循环，有人旁观
    ────────────────────

    `Training` 里每一步是一个方法，每走完一步就告诉 `Observer`，由它去打印、计数或画
    图。我们写的这一个，每过一个轮次，就往记录里添一行。它还用轮次结束时的参数，把训
    练句子的损失再量一遍；为什么要再量，马上就知道。
    """);

History history = History.empty();
List<Double> afterwards = new ArrayList<>();
Observer watching = (step, training) -> {
  if (step == Step.VISUALISE) {
    double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
    history = history.with(new History.Epoch(training.epoch() + 1, training.meanLoss(), heldOut,
        training.meanGradientNorm(), Double.NaN, Double.NaN));
    afterwards.add(HeldOutLoss.of(training.model(), train.inOrder()));
  }
};
Script.end(15, "");

Script.say("""
    （lambda 给 `history` 赋了值；`history` 要是局部变量，Java 就不允许。在 jshell
    里，它是一个字段。）

    前七步由我们自己来调用，再和手工做的结果比较。`run(15)` 从那里接着走，一直走满
    15 个轮次，每个轮次之后做第 8 步。`gradientNorm` 那一列，是一个轮次里各个范数的
    平均，在裁剪*之前*量，所以可能超过 0.5。（有两列是时间，每次运行都不一样，我们就
    略去了。）
    """);

Training run = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), watching);
run.initialise();
run.load();
run.forward(); run.loss(); run.backward(); run.clip(); run.update();
System.out.println("the same weights as by hand: "
    + WeightsHash.sha256(run.model().parameters()).equals(WeightsHash.sha256(parameters)));
run.run(15);
var table = history.toTable().removeColumns("tokensPerSecond", "seconds");
System.out.print(Tables.text(table.rows(0, 1, 2, 3, 6, 9, 14)));
for (int epoch : new int[] {1, 2, 3, 15}) {
  System.out.println("training sentences at the end of epoch " + epoch + ": "
      + Numbers.fixed(afterwards.get(epoch - 1), 4));
}
System.out.println("weights " + WeightsHash.sha256(run.model().parameters()));
Script.end(16, """
    the same weights as by hand: true
    epoch  trainLoss  validLoss  gradientNorm
    -----  ---------  ---------  ------------
        1     3.7133     2.8789        0.5841
        2     2.4326     2.1699        0.4449
        3     1.7882     1.7273        0.3940
        4     1.3551     1.3730        0.3724
        7     0.6544     0.8246        0.2967
       10     0.3404     0.6325        0.2301
       15     0.1150     0.4578        0.1386
    training sentences at the end of epoch 1: 2.7654
    training sentences at the end of epoch 2: 2.0037
    training sentences at the end of epoch 3: 1.4807
    training sentences at the end of epoch 15: 0.0899
    weights d001412321f785845005d74d80985c1a527397fa3ab7842df2555e6b3f1f3a48
    """);

Script.show(LossCurve.of("Short phrases, GRU").
    with("training", table.doubleColumn("trainLoss").asDoubleArray()).
    with("training, at the epoch's end", afterwards.stream().mapToDouble(d -> d).toArray()).
    with("held out", table.doubleColumn("validLoss").asDoubleArray()).
    withBest("held out").save(Path.of("images/ch07_loss.png")));
Script.end(17, """
    images/ch07_loss.png
    """);

Script.say("""
    ［图：15 个轮次里三条下降的曲线：训练损失起初高于留出集上的损失，最后远低于它；
    在轮次结束时量的那条，始终最低（images/ch07_loss.png）］

    种子相同，步骤相同，结果就逐位相同：我们手工做的，就是这个类做的。打印表格的那个
    单元格，最后一行是全部权重的摘要（SHA-256）：不管在哪台机器上，都是这个数，一位
    也不差；在浏览器里也是，这门课的网站可以当场跑这次训练。

    为什么起初是留出集上的损失更低

    模型在自己学过的句子上，总该更好吧？没错，只是这两个数不是同时量的。训练损失是一
    个轮次里各个批量的平均，而最前面那些批量，碰上的是一个几乎什么都不懂的模型。留出
    集上的损失，要等轮次结束才量。要是在同一时刻量，那么每个轮次都是训练句子的损失更
    低，看“训练，轮次结束时”那条曲线就知道。（用了暂退法还有第二个原因，下面会讲。）

    从第四个轮次起，即使不在同一时刻量，也是训练损失更低了，而且差距越拉越大：模型开
    始背句子了。这就是*过拟合*（overfitting）。训练得再久些，留出集上的损失往往会掉
    头回升；该留下的，是它最低的那个轮次。

    强制教学的代价
    ──────────────

    训练时，解码器只读正确的词。使用时，它读自己写的词，其中有些是错的；错了以后怎样
    接着写，它从没练过。训练和使用之间的这道鸿沟，叫*曝光偏差*（exposure bias）。错
    一个词，后果有多严重？我们拿留出的句子，让解码器读正确的词，量出每个位置的损失。
    然后，把它在 `<bos>` 之后读的第一个词换成随机的词，再量一遍。*运行之前，先猜一
    猜*：源句照读不误，从第三个位置起，读到的词又都是对的。哪些位置的损失会变大？
    """);

PaddedBatch held =
    Batches.of(splits.valid(), source, target, BatchOptions.of(66, 12)).inOrder().get(0);
Encoded read = run.model().encoder().forward(held.source(), held.sourceLengths(), Mode.inference());
int[][] given = TeacherForcing.inputs(held.target());
Generator dice = Generator.seeded(7);
for (String name : List.of("all words right", "one word wrong ")) {
  Tensor places = MaskedLoss.perToken(
      run.model().decoder().forward(given, read, Mode.inference()), held.target());
  Tensor mask = LengthMask.timeMajor(held.targetLengths(), places.dim(0));
  Tensor mean = places.times(mask).sum(1).dividedBy(mask.sum(1));
  System.out.println(name + ": " + mean.slice(0, 0, 5));
  for (int[] row : given) {
    row[1] = 4 + dice.nextInt(target.size() - 4);
  }
}
Script.end(18, """
    all words right: (5) [0.2205 0.9573 0.8275 0.5119 0.1161]
    one word wrong : (5) [0.2205 3.3104 1.4491 0.8217 0.2070]
    """);

Script.say("""
    第一个位置没有变，因为写它的时候，错词还没读到。第二个位置吃亏最大；到了后面的三
    个位置，虽然解码器读到的又是正确的词，也还没缓过来。一种补救办法，是训练时偶尔让
    解码器读自己写的词，学得越好，读得越多：这叫*计划采样*（scheduled sampling；
    Bengio 等人，2015）。另一种办法是让模型自己写出整个句子，拿评价整句的标准来训练
    （Ranzato 等人，2016）。强制教学仍是通行的做法，因为它快，损失的信号也清楚。第 8
    章从另一头来减轻它的害处：束搜索留着的开头不止一个。

    亲眼看看裁剪的作用
    ──────────────────

    想看清裁剪有什么用，就该用最离不开它的组合来训练：普通的 SGD，学习率很大，再配上
    第 2 章的普通循环单元；一次不设上限，一次设上限。
    """);

ModelSizes plain = new ModelSizes(CellKind.RNN, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
GradientNorms[] norms = {new GradientNorms(), new GradientNorms()};
double[] limits = {1e9, 0.5};
for (int i = 0; i < 2; i++) {
  Training fast = new Training(plain, train, new Sgd(4), limits[i], Generator.seeded(7), norms[i]);
  fast.run(4);
  double heldOut = HeldOutLoss.of(fast.model(), valid.inOrder());
  System.out.print((i == 0 ? "no limit:  " : "limit 0.5: ") + "held out "
      + Numbers.fixed(heldOut, 4) + ", first norms");
  for (int update = 0; update < 5; update++) {
    System.out.print(" " + Numbers.fixed(norms[i].measured()[update], 2));
  }
  System.out.println();
}
Script.end(19, """
    no limit:  held out 22.1558, first norms 0.97 1.80 2.49 9.46 19.35
    limit 0.5: held out 1.6395, first norms 0.97 0.96 3.63 1.26 2.91
    """);

double[] updates = new double[norms[0].measured().length];
Arrays.setAll(updates, i -> i + 1);
Script.show(LinePlot.of("SGD with rate 4, four epochs", "update", "global gradient norm (logarithmic)").
    with("no limit", updates, norms[0].measured()).
    with("limit 0.5, before clipping", updates, norms[1].measured()).
    with("limit 0.5, after clipping", updates, norms[1].clipped()).
    withLogY().save(Path.of("images/ch07_clip.png")));
Script.end(20, """
    images/ch07_clip.png
    """);

Script.say("""
    ［图：68 次更新里的梯度范数：没有上限时，一下子蹿到 20，大起大落，从第 20 次更新
    起大约落在 2 到 6 之间；有上限时，朝 0.5 降下来，裁剪之后没有一个超过 0.5
    （images/ch07_clip.png）］

    没有上限，四个轮次以后的模型还不如一个什么都不懂的模型；有了上限，同样的学习率、
    同样的批量，就能学会。两次的开头差不多。可是没过几次更新，不裁剪的那次就被甩到了
    一个陡得多的地方，从那里再迈步，步子就更长。学习率再大些，参数就可能超出浮点数的
    范围；损失或范数一旦不是有限的数，`Training` 就会停下，并告诉你是在哪个轮次、哪
    个批量，可以试试什么。

    暂退法
    ──────

    对付过拟合，有一个办法叫*暂退法*（dropout）：训练时，从一层传到下一层的每个数，
    都以概率 p 置为 0，其余的乘上 1/(1 − p)，好让总和大致不变。要背下一个句子，得有
    那么几个隐藏单元彼此配合；既然哪个都可能不在场，这样背就不划算了，倒不如让许多隐
    藏单元各自都学会那些有用的东西。使用时什么都不丢。我们丢的是循环层之间的数；如果
    只有一层，就在它的两头丢：嵌入上，还有输出层之前。
    """);

for (double p : new double[] {0, 0.2}) {
  ModelSizes dropping = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(),
      target.size(), 24, 48, 1, p);
  Training trial = new Training(dropping, train, new Adam(0.01), 0.5, Generator.seeded(7),
      (step, training) -> {
        if (step == Step.VISUALISE && training.epoch() % 4 == 3) {
          double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
          System.out.println("p = " + Numbers.fixed(p, 1) + ", epoch " + (training.epoch() + 1)
              + ": training " + Numbers.fixed(training.meanLoss(), 4) + ", held out "
              + Numbers.fixed(heldOut, 4) + ", gap "
              + Numbers.fixed(heldOut - training.meanLoss(), 4));
        }
      });
  trial.run(8);
}
Script.end(21, """
    p = 0.0, epoch 4: training 1.3551, held out 1.3730, gap 0.0179
    p = 0.0, epoch 8: training 0.5242, held out 0.7479, gap 0.2237
    p = 0.2, epoch 4: training 1.6550, held out 1.5558, gap -0.0992
    p = 0.2, epoch 8: training 0.8401, held out 0.9029, gap 0.0628
    """);

Script.say("""
    留出集上的损失低于训练损失，第二个原因就在这里：用了暂退法，量训练损失时，模型关
    掉了一部分；量留出的句子时，用的是整个模型。在第 4 个轮次，差距因此反了过来；到
    第 8 个轮次，差距仍比不用暂退法小得多。但是请注意，这次训练短，模型小，留出集上
    的损失本身并没有更好：暂退法让学习变慢，只有在过拟合拖后腿的地方才划算。所以，用
    和不用各训练一遍，比一比留出集上的损失。

    容易出错的地方
    ──────────────

    `Mistake` 是这个循环最短的写法，可以指定它犯哪一个错误。每次运行打印两个损失：一
    个是循环在最后一个轮次（第四个）里*报告*的，一个是模型在留出的句子上*实际*得到
    的。批量一律填充到满 12 步。（`NONE` 是没有错误的那次，结果和前面表里的第 4 个轮
    次略有出入。这不怪填充，填充什么也不改变；原因是这个短循环不裁剪。）

    *运行之前，先猜一猜*：一次规规矩矩，三次各带一个错误。三次里，哪几次报告的损失比
    正确的那次*更好*？
    """);

Batches wide = Batches.of(splits.train(), source, target, options.paddedToSteps());
for (Mistake mistake : Mistake.values()) {
  Mistake.Result result = mistake.train(sizes, wide, 4, 0.01, Generator.seeded(7));
  double heldOut = HeldOutLoss.of(result.model(), valid.inOrder());
  System.out.println(mistake + ": reports " + Numbers.fixed(result.reported(), 4)
      + ", held out " + Numbers.fixed(heldOut, 4));
}
Script.end(22, """
    NONE: reports 1.4179, held out 1.4349
    NOT_CLEARED: reports 3.6642, held out 3.7314
    NO_MASK: reports 0.8570, held out 1.7365
    NOT_SHIFTED: reports 0.1682, held out 8.0434
    """);

Script.say("""
    *梯度没清零*。以前所有批量的梯度都还留在总和里，最新的那一份越来越没有分量。改法
    只有一行：每次反向传播之前先清零。

    *训练不用掩码*。报告的损失比正确的那次好看，模型却更差。12 个位置有一半以上是填
    充，而 `<pad>` 后面还是 `<pad>`，这一学就会。改法是用 `MaskedLoss`。

    *目标没挪位*。解码器的输入就是目标本身，它学会的，不过是照抄眼前的词。报告的损失
    好得不像真的，你就该想到它。改法是用 `TeacherForcing.inputs`。

    *两步的次序颠倒*。更新之后才裁剪，缩短的是已经用过的梯度。在反向和更新之间清零，
    优化器手里就什么也没有了。次序要守住；练习 7.4 练的就是这个。

    *开头不对劲*。最初的损失远高于 log V′，说明初始值太大；损失恰好从 log V′ 开始，
    慢慢往下爬，说明梯度几乎哪里都到不了。这两种情形，第 1 步里都见过。要是分不清是
    出了错，还是只是练得不够，就单拿一个小批量，不用暂退法，一遍又一遍地练。它的损失
    应该很快降到 0 附近；降不下去，就去找错。

    形状
    ────

    内容                       形状                       怎么得到
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    源句、目标句、有效长度     (N, T)、(N, T′) 的编号，   `Batches`
                               已填充；两份长度各 (N)
    解码器的输入               (N, T′) 的编号：先是       `TeacherForcing.inputs(tar
                               `<bos>`，然后是去掉最后一  get)`
                               个编号的目标句
    未归一化的对数概率         (T′, N, V′)                解码器，第 4 章
    损失                       ()，每个真实词多少奈特     `MaskedLoss.of`，第 6 章
    参数的梯度，Adam 的两个平  和参数的形状一样           `backward()`、`Adam`
    均

    五行小结
    ────────

    • 初始化只做一次；然后每个批量都走一遍加载、前向、损失、反向、裁剪、更新，每个轮
      次之后看一看。
    • 初始值要随机，隐藏单元才各不相同；大小要按 Xavier 的规则，信号才既不消失，也不
      爆炸。
    • 训练时，解码器读正确的词（强制教学）；使用时，它读自己写的词，错了怎样缓过来，
      谁也没教过它（曝光偏差）。
    • 裁剪用同一个倍数缩短所有梯度，方向不变；Adam 给每个数定它自己的步长。
    • 要信留出集上的损失：报告的损失好得出奇，多半是出了错，很少是真本事。

    如果……会怎样？
    ──────────────

    1. 如果所有权重的初始值不是 0，而是 0.1 呢？一个轮次之后，一层 48 个隐藏单元里，
       有哪些会变得不同？
    2. 如果把 Adam 的学习率加倍，同时把所有损失都乘以 2 呢？步子会长到两倍，还是四
       倍？
    3. 如果没用暂退法，练了五十个轮次，留出集上的损失还是低于训练损失呢？你会先查什
       么？

    答案（../../solutions/answers.zh.md#第-7-章）

    练习
    ────

    • 练习 7.1，解码器的输入和目标，强制教学的挪位：`./learn check 7.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 7.2，按全局范数裁剪：`./learn check 7.2`
    • 练习 7.3，Adam 的一步：`./learn check 7.3`
    • 练习 7.4，八步的正确次序：`./learn check 7.4`

    `./learn train` 就是在整个 `phrases` 上跑这一章的循环。跑完以后，它还做了这里没
    有做的事：看一次 `test`。它也把模型存进 `runs/phrases`，`./learn translate` 就从
    那里取：训练好的模型，不过是各项大小、两张词表，还有第 0 章说的那五十万个数；每
    个参数按自己的名字存放。

    延伸阅读
    ────────

    • 初始值：Glorot 和 Bengio，Understanding the difficulty of training deep
      feedforward neural networks（https://proceedings.mlr.press/v9/glorot10a.html）
      （2010），式 16；《动手学深度学习》，数值稳定性和模型初始化
      （https://zh.d2l.ai/chapter_multilayer-perceptrons/numerical-stability-and-ini
      t.html）。
    • 强制教学：Williams 和 Zipser，A learning algorithm for continually running
      fully recurrent neural networks（https://doi.org/10.1162/neco.1989.1.2.270）
      （1989）。它的代价：Bengio 等人，Scheduled sampling
      （https://arxiv.org/abs/1506.03099）（2015）；Ranzato 等人，Sequence level
      training（https://arxiv.org/abs/1511.06732）（2016）。
    • 裁剪：Pascanu、Mikolov 和 Bengio，On the difficulty of training recurrent
      neural networks（https://arxiv.org/abs/1211.5063）（2013），算法 1。Adam：
      Kingma 和 Ba，Adam（https://arxiv.org/abs/1412.6980）（2015），算法 1。
    • 暂退法：Srivastava 等人，Dropout
      （https://jmlr.org/papers/v15/srivastava14a.html）（2014）；用在循环神经网络
      里，只在层与层之间丢，从不在步与步之间丢：Zaremba、Sutskever 和 Vinyals，
      Recurrent neural network regularization（https://arxiv.org/abs/1409.2329）
      （2014）。
    • Goodfellow、Bengio 和 Courville，*Deep Learning*（2016）：第 7.8 节，提前停止
      （https://www.deeplearningbook.org/contents/regularization.html）；第 8.3.1、
      8.4 和 8.5.3 节，SGD、初始值和 Adam
      （https://www.deeplearningbook.org/contents/optimization.html）；第 10.2.1 和
      10.11.1 节，强制教学和裁剪
      （https://www.deeplearningbook.org/contents/rnn.html）。
    • 代码：先读 `Training`（../main/java/seq2seq/ch07_training/Training.java），八
      步都在里面，一步接着一步；再读 `Adam`
      （../../src/main/java/seq2seq/nn/Adam.java） 和 `GradientClip`
      （../../src/main/java/seq2seq/nn/GradientClip.java）。

    ────────────────────────────────────────

    第 6 章：掩码损失（ch06_loss.md） · 目录（README.md） · 下一章：第 8 章：写出序
    列（ch08_inference.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
