// ch08_inference.jsh 由 `./learn export --language zh` 从 zh/ch08_inference.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch08_inference.jsh
// 想从它结束的地方接着试：./learn jshell 8

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import java.math.BigInteger;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.*;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch08_inference.md");

Script.say("""
    第 8 章：写出序列
    ═════════════════

    *问题：训练好的模型怎样选词？*

    训练时，解码器读的是正确的词。使用时，没有人知道正确的词，它只好读自己写的。读完
    这一章，你能让模型用三种办法写：贪心、采样、束搜索；能让它给别人写好的句子打分；
    还能用 BLEU 分数衡量写得有多好。哪种办法什么时候合适，代价有多大，你也会一清二
    楚。
    """);

List<String> english = List.of("we", "sleep", "very", "well");
List<String> french = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(english, french).highlight(ModelOverview.Part.OUTPUT).
    save(Path.of("images/ch08_model.png")));
Script.end(1, """
    images/ch08_model.png
    """);

Script.say("""
    ［图：整个模型；涂了颜色的是写出的词，这一章就讲怎样选它们
    （images/ch08_model.png）］

    思路
    ────

    给定源句 X，模型给每个句子 Y = y₁ … y_T′ 都定了一个概率。它是句中各词概率的乘
    积；每个词的概率，都以前面的词为条件，最后一个词是 `<eos>`。取了对数，乘积就成了
    和（第 6 章）：

        log P(Y | X) = Σₜ₌₁ᵀ′ log P(yₜ | y₁, …, yₜ₋₁, X)

    我们想要概率最大的句子。可是有 V′ = 171 个词，光是四个词的词串，就有 171⁴ 个，也
    就是 8.55 亿。所以我们从左往右写，只看少数几个句子。这叫*解码*（decoding）；各种
    解码办法的区别，就在于看的是哪些句子。

    动笔要用的模型
    ──────────────

    数据、大小和种子都同第 7 章，训练 12 个轮次。这个模型会犯错，我们正想看看它怎样
    犯错。`read` 把英语句子变成编号 (T)，`show` 把一个译文写成一行。
    """);

ShortPhrases data = ShortPhrases.load();
Vocabulary source = data.source();
Vocabulary target = data.target();
ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Training run = new Training(
    sizes, data.train(), new Adam(0.01), 0.5, Generator.seeded(7), Observer.NONE);
run.run(12);
Seq2Seq model = run.model();
int steps = 12;
int[] read(String text) {
  return source.encode(data.corpus().tokenizer().tokenize(text), steps);
}
String show(Translation t) {
  return Numbers.fixed(t.logProbability(), 4) + "  " + String.join(" ", target.tokens(t.words()));
}
Script.end(2, "");

Script.say("""
    贪心解码
    ────────

    *贪心解码*（greedy decoding）每一步都取最可能的词，到了下一步，就把它当作前一个
    词来读。最开头的“前一个词”是 `<bos>`。写出 `<eos>` 就停；步数到了上限，也停。
    （没有谁禁止写 `<pad>`、`<bos>` 或 `<unk>`；只是训练时从来没当过正确答案的词，几
    乎得不到概率。真要禁止哪个词，就在选词之前，把它的未归一化的对数概率（logits）改
    成 −∞，它的概率就是 0。）每一步接过前一步交出的状态（第 4 章）。
    """);

int[] ids = read("I like milk.");
Decoder decoder = model.decoder();
Decoder.State state = decoder.start(
    model.encoder().forward(new int[][] {ids}, new int[] {ids.length}, Mode.inference()));
int word = Vocabulary.BOS;
double sum = 0;
for (int t = 1; t <= steps && word != Vocabulary.EOS; t++) {
  Decoder.Step step = decoder.step(new int[] {word}, state, Mode.inference());
  state = step.state();
  word = step.logits().argMax()[0];
  float p = step.logits().softmax().get(0, word);
  sum += step.logits().logSoftmax().get(0, word);
  System.out.println(Numbers.fixed(p, 4) + "  " + target.token(word));
}
System.out.println("log P(Y|X) = " + Numbers.fixed(sum, 4) + " nats");
Script.end(3, """
    0.8215  j'
    0.6612  aime
    0.5450  les
    0.2967  oiseaux
    0.9980  .
    0.9988  <eos>
    log P(Y|X) = -2.4356 nats
    """);

Script.say("""
    原句是“我喜欢牛奶”，写出来却是“我喜欢鸟”。错在第三个词，而模型在那里并没有把握：
    它给 `les` 的概率，只比一半多一点。

    现在它读的是自己写的词，这要付出多大代价？第 7 章把这叫做曝光偏差。我们拿留出的
    句子，数一数有多少个位置上的词是对的：一次让解码器读正确的词，一次让它读自己写的
    词。`Greedy` 一次写整个批量，直到每一行都写到 `<eos>`。
    """);

PaddedBatch valid =
    Batches.of(data.splits().valid(), source, target, BatchOptions.of(66, steps)).inOrder().get(0);
Tensor scores = model.forward(valid, Mode.inference());
List<Translation> written =
    Greedy.decode(model, valid.source(), valid.sourceLengths(), steps);
int all = 0;
int reading = 0;
int alone = 0;
for (int n = 0; n < 66; n++) {
  int[] own = target.encode(target.tokens(written.get(n).words()), steps);
  for (int t = 0; t < valid.targetLengths()[n]; t++) {
    int right = valid.target()[n][t];
    all++;
    reading += scores.at(t).argMax()[n] == right ? 1 : 0;
    alone += t < own.length && own[t] == right ? 1 : 0;
  }
}
System.out.println("of " + all + " words right: " + reading + " reading the right words, " + alone
    + " reading its own");
Script.end(4, """
    of 379 words right: 325 reading the right words, 291 reading its own
    """);

Script.say("""
    放手让它自己写，对的词少了 34 个。（这不全是被自己的错误带偏的：有的译文意思一
    样，只是多了一个词，从那里往后也都算错。）

    采样
    ────

    贪心解码每次写的都一样。我们也可以随机抽词：模型给一个词多大的概率，它就有多大的
    机会被抽中。这就是*采样*（sampling）。未归一化的对数概率先除以*温度*
    （temperature）τ，再送进 softmax 函数。第 k 个词的未归一化的对数概率是 oₖ，它的
    概率就是：

        P_τ(k) = (e^(oₖ/τ))/(Σⱼ e^(oⱼ/τ))

    *运行之前，先猜一猜*：两个词的概率是 0.8 和 0.2。当 τ = 0.5，也就是每个未归一化
    的对数概率都加倍时，它们会变成多少？抽出来的句子又会怎样变？（我们直接拿这两个概
    率的对数当未归一化的对数概率。softmax 函数会把它们变回 0.8 和 0.2，因为
    e^(log0.8) = 0.8，而两者加起来已经是 1。）
    """);

int[][] one = {ids};
int[] length = {ids.length};
float[] logits = Tensor.of(0.8f, 0.2f).log().toArray();
for (double tau : new double[] {0.1, 0.5, 1, 3}) {
  double[] p = Sampling.probabilities(logits, tau);
  Translation drawn = Sampling.decode(model, one, length, 8, tau, Generator.seeded(8)).get(0);
  System.out.println(tau + ": " + Numbers.fixed(p[0], 4) + "  " + Numbers.fixed(p[1], 4)
      + "   " + show(drawn));
}
Script.end(5, """
    0.1: 1.0000  0.0000   -2.4356  j' aime les oiseaux .
    0.5: 0.9412  0.0588   -3.0281  j' aime les œufs .
    1.0: 0.8000  0.2000   -6.3128  j' aime la viande .
    3.0: 0.6135  0.3865   -64.2272  filles enfant femme filles chante . ␣? aujourd'hui
    """);

Script.say("""
    在 τ = 0.5 时，概率先平方，再缩放到加起来等于 1：0.64 / 0.68 = 0.9412。温度趋向
    0，就只剩最可能的那个词，和贪心解码一样。τ 大了，各个词的概率就靠拢，写出来的东
    西几乎不成句子。（`␣?` 是一个词元：问号，连同法语在它前面留的那个空格。每个句子
    前面的数，是模型自己算的 log P(Y | X)，用的是 τ = 1。`length` 后面的 8 是步数的
    上限，最后一行就撞上了它。）下面是三个词在三种温度下的样子：
    """);

float[] three = Tensor.of(0.5f, 0.4f, 0.1f).log().toArray();
Script.show(TemperatureBars.of(new String[] {"elle", "on", "il"}, three, 0.5, 1, 3).
    save(Path.of("images/ch08_temperature.png")));
Script.end(6, """
    images/ch08_temperature.png
    """);

Script.say("""
    ［图：elle、on、il 三个词在三种温度下的柱状图：温度 0.5 时，前两个明显领先；温度
    1 时，它们是 0.5、0.4 和 0.1；温度 3 时，三个靠近了，是 0.40、0.37 和 0.23
    （images/ch08_temperature.png）］

    束搜索
    ──────

    第一个词最可能，整个句子却不一定最可能。下面这个模型小得可以心算，表里写着每个开
    头之后能接什么。（`il` 和 `elle rêve` 后面接什么，这里用不着。）

    前面是                  后面接
    ──────────────────────  ────────────────────────────────────────────────
    什么都没有              `elle` 0.5，`on` 0.4，`il` 0.1
    `elle`                  `dort` 0.4，`rêve` 0.35，`<eos>` 0.25
    `on`                    `dort` 0.9，`<eos>` 0.1
    `elle dort`；`on dort`  `<eos>` 0.6，`bien` 0.4；`<eos>` 0.9，`bien` 0.1

    贪心取 `elle`（0.5）、`dort`（0.4）和 `<eos>`（0.6）：乘起来是 0.12。可是 `on
    dort <eos>` 有 0.4 · 0.9 · 0.9 = 0.324。贪心根本没看到它，因为第一步就把 `on` 扔
    了。

    *束搜索*（beam search）留下的不是一个开头，而是最可能的 K 个。这样的开头叫*候选
    序列*（hypothesis）；它们合在一起就是束，K 叫*束宽*（beam width）。一步是这样走
    的：

    1. 把束里的每个候选序列，用词表里的每个词各续一次。
    2. 在续出来的全部序列里，留下最可能的 K 个。
    3. 留下的序列中，以 `<eos>` 结尾的就写完了：它们离开束，另放一边。

    当 K = 1 时，这*就是*贪心解码。先别看图，拿支铅笔，用 K = 2 走一遍：第一步之后，
    束里是哪两个候选序列？第二步之后呢？
    """);

Script.show(BeamTrace.ofTable(2,
    ": elle 0.5, on 0.4, il 0.1",
    "elle: dort 0.4, rêve 0.35, <eos> 0.25",
    "on: dort 0.9, <eos> 0.1",
    "elle dort: <eos> 0.6, bien 0.4",
    "on dort: <eos> 0.9, bien 0.1").save(Path.of("images/ch08_beam.png")));
Script.end(7, """
    images/ch08_beam.png
    """);

Script.say("""
    ［图：一棵树：第一列是 elle、on 和 il，其中 il 颜色很淡；接着留下的是 0.36 的 on
    dort 和 0.2 的 elle dort；写完的里面最好的是 0.324 的 on dort eos，用粗线标出
    （images/ch08_beam.png）］

    第一步之后，束里是 `elle` 和 `on`；第二步之后，是 `on dort`（0.36）和 `elle
    dort`（0.2）；`on dort <eos>` 就这样找到了。

    什么时候停？

    每多写一个词，就多乘一个不大于 1 的数，所以候选序列的概率绝不会变大。一旦写完了
    K 个句子，而束里最好的候选序列还不如这 K 个里最差的一个，束里就再也没有谁能挤进
    去，搜索到此结束。还有两种情形也会结束：束空了，像图里那样；或者步数到了上限。
    （在这里，句子按概率来比。下面的“长句和短句”一节改用别的得分来比，这条规则也跟着
    改。）

    代价有多大？

    解码器为 K 个候选序列走一步，就是用 K 行的批量调用一次，得到 K · V′ 个续写来比
    较。所以束搜索的一步，代价最多是贪心解码一步的 K 倍。（步数可能多一些，因为第一
    个句子写完之后，搜索还要继续。）要把每个句子都看一遍，那就是另一回事了：
    """);

for (int k : new int[] {1, 5}) {
  System.out.println("K = " + k + ", " + steps + " steps: " + k * steps
      + " rows through the decoder, " + k * steps * target.size() + " continuations");
}
int digits = BigInteger.valueOf(target.size()).pow(steps).toString().length();
System.out.println("every row of " + steps + " words: a number of " + digits + " digits");
Script.end(8, """
    K = 1, 12 steps: 12 rows through the decoder, 2052 continuations
    K = 5, 12 steps: 60 rows through the decoder, 10260 continuations
    every row of 12 words: a number of 27 digits
    """);

Script.say("""
    `Beam` 用真正的模型来做束搜索，而且一次处理许多源句。所有源句的候选序列，都是同
    一个批量里的行；要是两个新的候选序列续的是同一个旧的，旧的那份状态就给两个新的各
    复制一份。最后一个参数，还有括号里的数，下一节就讲。
    """);

for (Translation t : Beam.search(model, ids, steps, 5, 0)) {
  System.out.println(show(t) + "   (per token " + Numbers.fixed(t.score(1), 4) + ")");
}
Script.end(9, """
    -1.7738  j' aime le lait .   (per token -0.2956)
    -2.4356  j' aime les oiseaux .   (per token -0.4059)
    -3.0281  j' aime les œufs .   (per token -0.5047)
    -3.3802  j' aime les chiens .   (per token -0.5634)
    -3.8178  j' aime les chevaux .   (per token -0.6363)
    """);

Script.say("""
    贪心的答案落到第二，正确的译文排在第一。它的第三个词 `le` 概率不如 `les` 大，可
    是后面接的词更有把握。这一点，贪心无从知道。

    找到的是最好的句子吗？如果束足够宽，什么都不用扔，那一定是。这一章有个测试，拿几
    个极小的模型，给*每一个*句子都打分，再和束搜索的结果比较：宽的束每次都找到最好
    的，窄的就不一定了。

    长句和短句
    ──────────

    每多一个词，就多乘一个小于 1 的数，所以拿 log P 来比写完的句子，短句占便宜。通常
    的办法是除以长度的某次方，其中 |Y| 是词数，`<eos>` 也算在内：

        score(Y) = (log P(Y | X))/|Y|^γ

    取 γ = 0，得分就是 log P 本身；取 γ = 1，就是平均到每个词元。（论文里把这个指数
    写作 α；在这门课里，α 要留给注意力权重。）上面五个句子，算上 `<eos>`，都是六个词
    元，所以这里无论 γ 取多少，次序都不变。哪个 γ 更好，要在留出的句子上试。束里的候
    选序列都一样长，所以在束里用 log P 是公平的。

    当 γ > 0 时，落后的候选序列还可能反超：它的 log P 只会变小，可是除数会变大，而负
    数除以更大的数，就离 0 更近。所以 `Beam` 要等到连最好的情形也反超不了，才停下
    来。最好的情形，是束里最好的候选序列一直写到步数的上限，后面每个词都有十足的把
    握，log P 不再变小，除数又大到不能再大；那时它的得分，就是现在的 log P 除以这个
    上限的 γ 次方。要是连这个得分也不高于写完的 K 个里最差的一个，搜索就结束。取
    γ = 0，就是前面那条规则。

    一个现成句子的概率
    ──────────────────

    句子已经有了，想知道它的 log P(Y | X)，就让解码器像训练时那样去读它，把各词的对
    数概率加起来：这正是第 6 章的损失之和取负。
    """);

int[] right = target.encode(data.corpus().tokenizer().tokenize("J'aime le lait."), steps);
System.out.println("log P " + Numbers.fixed(LogProbability.of(model, ids, right), 4));
Script.end(10, """
    log P -1.7738
    """);

Script.say("""
    束搜索的那张单子里，同一个句子旁边就是这个数：不管一步一步算，还是一次全算，未归
    一化的对数概率都一样。

    这个架构最早就是这样用的。Cho 等人（2014）没有让它自己写。译文由另一个系统提出
    来，编码器-解码器只给它们排先后。这叫*重打分*（rescoring）：
    """);

List<List<String>> candidates = new ArrayList<>();
for (String text : List.of("Je lait.", "J'aime le lait.", "J'aime le thé.", "Lait le j'aime.")) {
  candidates.add(data.corpus().tokenizer().tokenize(text));
}
List<String> sentence = data.corpus().tokenizer().tokenize("I like milk.");
for (Rescoring.Scored s : Rescoring.rank(model, source, target, sentence, candidates, 1)) {
  System.out.println(Numbers.fixed(s.score(1), 4) + "  " + String.join(" ", s.tokens())
      + (s.unknown().isEmpty() ? "" : "   never seen: " + s.unknown()));
}
Script.end(11, """
    -0.2956  j' aime le lait .
    -1.9636  j' aime le thé .   never seen: [thé]
    -3.9122  je lait .
    -5.8331  lait le j' aime .
    """);

Script.say("""
    这些得分都平均到每个词元，γ = 1。模型从没见过的词要当心：它们按 `<unk>` 打分，好
    像那里是*某个*未知的词。

    写得有多好？BLEU
    ────────────────

    我们可以数一数完全正确的句子，可是好好的译文，只要词序不同，就一分也得不
    到。*BLEU 分数*（BLEU）数的是片段。*n 元语法*（n-gram）就是连着的 n 个词元。精度
    pₙ 是写出的 n 元语法里，有多大一部分出现在参考译文（也就是正确的译文）里；参考译
    文里出现几次，最多就算几次。单个的词，也就是 p₁，说的是词找得对不对；更长的片
    段，说的是次序对不对。四个精度相乘，哪一个都马虎不得；再开四次方，乘积就回到单个
    精度的尺度上：四个都是 0.5，得到的还是 0.5。（为什么到四为止？更长的片段，就是两
    位好译者的译文也难得相同；Papineni 等人发现，取到四时，和人的评判最一致。）

        pₙ = (matching n-grams)/(written n-grams)   BLEU = BP · (p₁ p₂ p₃ p₄)^(1/4)

        BP = ⎧ 1                        if written > reference
             ⎩ e^(1−reference/written)  otherwise

    在 BP 里，*written* 是写出的词数，*reference* 是参考译文的词数。BP 就是*过短惩
    罚*（brevity penalty）：模型要是只挑有把握的词来写，精度会很高；有了 BP，它就得
    不了高分。所有的计数先在整个语料库上加起来，然后才做除法。BLEU 分数在 0 和 1 之
    间；论文里报告时，常常先乘以 100。
    """);

List<String> wrote = List.of("the cat sat on a mat".split(" "));
List<String> reference = List.of("the cat sat on the mat".split(" "));
System.out.println("BLEU " + Numbers.fixed(Bleu.corpus(List.of(wrote), List.of(reference)), 4));
Script.end(12, """
    BLEU 0.5373
    """);

Script.say("""
    心算一下：6 个词对了 5 个，5 个二元语法对了 3 个，4 个三元语法对了 2 个，3 个四
    元语法对了 1 个。乘起来是 1/12，开四次方是 0.5373，而 BP = e⁰ = 1。现在轮到我们
    的模型，66 个留出的句子，每种束宽只做一次束搜索，全部句子一起写。*运行之前，先猜
    一猜*：束越宽，找到的句子概率就越大。译文也会越好吗？
    """);

for (int k : new int[] {1, 2, 4, 8}) {
  List<List<String>> found = new ArrayList<>();
  double mean = 0;
  for (Translation t : Beam.decode(
      model, valid.source(), valid.sourceLengths(), steps, k, 0)) {
    mean += t.logProbability() / valid.size();
    found.add(target.tokens(t.words()));
  }
  double bleu = Bleu.corpus(found, data.splits().valid().targetTokens());
  System.out.println("K = " + k + ": mean log P " + Numbers.fixed(mean, 4)
      + ", BLEU " + Numbers.fixed(bleu, 4));
}
Script.end(13, """
    K = 1: mean log P -1.7268, BLEU 0.5124
    K = 2: mean log P -1.5817, BLEU 0.6038
    K = 4: mean log P -1.5535, BLEU 0.6199
    K = 8: mean log P -1.5535, BLEU 0.6199
    """);

Script.say("""
    句子的概率越来越大，到 K = 4 以后，就再也找不到更大的了。在这里，BLEU 分数跟着
    涨：贪心半路上就丢掉了好句子，就像前面丢掉牛奶那样。但也不总是如此。宽的束纠正的
    是搜索的错，不是模型的错；模型要是偏爱一个坏句子，束越宽，就越是一找一个准。
    Koehn 和 Knowles（2017）就看到过，束特别宽时，译文反而变差。所以束宽也要在留出的
    句子上选。

    0.62 算好吗？BLEU 分数没有及格线，它是用来在同样的句子上比较两个翻译器的。它只认
    得相同的词元：用对了同义词，也算没中；漏掉一个“不”字，也不过和用错一个冠词一样扣
    分。所以，单看一个句子，它说明不了什么。放到整个语料库上，这些偶然会互相抵消；
    Papineni 等人（2002）发现，它给各个系统排的名次，和人排的一样。语料不同，切词不
    同，每个句子的参考译文份数不同，分数就不能互比：在真实的新闻上，得 0.3 的也可能
    是个好翻译器；我们的句子却很短，又出自一套小小的语法。

    用哪种办法写？
    ──────────────

    你想要                    就用                        因为
    ────────────────────────  ──────────────────────────  ──────────────────────────
    很快看出训练有没有效果    贪心解码                    每步只算一行，什么都不用调
    一个好答案，比如翻译      窄的束，γ 在留出的句子上选  贪心写下的第一个词收不回来
    写得多样，比如对话或故事  采样；要是跑题，温度就调到  最可能的句子每次都一样
                              1 以下
    比较手头现有的句子        重打分                      什么都不用写

    倒着读
    ──────

    Sutskever、Vinyals 和 Le（2014，第 3.3 节）把每个*源*句先倒过来，再让模型读。困
    惑度从 5.8 降到 4.7，BLEU 分数从 25.9 升到 30.6。他们的解释是：倒过来以后，源句
    的头几个词和目标句的头几个词就靠近了。`ReversedSource` 两种读法各训练一个小模
    型，上下文变量只用作解码器的初始状态，和他们的模型一样：源句的任何信息，都只能从
    这条路传到解码器。下面是在我们的短句上练了八个轮次之后，留出集上的损失，用了三个
    种子：
    """);

for (int seed = 1; seed <= 3; seed++) {
  double asWritten = ReversedSource.heldOutLoss(data.corpus(), 8, seed);
  double reversed = ReversedSource.heldOutLoss(ReversedSource.of(data.corpus()), 8, seed);
  System.out.println("seed " + seed + ": as written " + Numbers.fixed(asWritten, 4)
      + ", source reversed " + Numbers.fixed(reversed, 4));
}
Script.end(14, """
    seed 1: as written 0.8703, source reversed 0.7448
    seed 2: as written 0.7029, source reversed 0.6068
    seed 3: as written 0.8071, source reversed 0.7988
    """);

Script.say("""
    在这里也有帮助，不过种子不同，帮助的大小相差很多，而且只试三次也太少。有了注意力
    机制（第 10 章），就用不着这个窍门了。

    容易出错的地方
    ──────────────

    *解码的循环丢了新状态*。忘写 `state = step.state()` 这一行，每一步就都从编码器的
    状态出发，除了最后一个词，写过什么全不记得。
    """);

Decoder.State first = decoder.start(model.encoder().forward(one, length, Mode.inference()));
List<String> lost = new ArrayList<>();
int last = Vocabulary.BOS;
for (int t = 1; t <= steps && last != Vocabulary.EOS; t++) {
  last = decoder.step(new int[] {last}, first, Mode.inference()).logits().argMax()[0];
  lost.add(target.token(last));
}
System.out.println(String.join(" ", lost));
Script.end(15, """
    j' aime le garçon quelles aime le garçon quelles aime le garçon
    """);

Script.say("""
    露马脚的地方是：在这样的循环里加出来的 log P，和 `LogProbability` 对同一个句子算
    的不一样。改法是把新状态传下去。

    *扔掉了写完的候选序列*。写完的都扔掉，0.324 的 `on dort <eos>` 就得而复失；到最
    后，剩下的全是从没写出 `<eos>` 的候选序列。改法是在束旁边备一张单子，专放写完
    的。

    *用整数除法算 BLEU*。Java 里 `5 / 6` 是 0。凡是小于 1 的 pₙ 都成了 0，于是译文只
    要不是全对，BLEU 分数就是 0。改法是用 `double` 来除。

    *单个句子的 BLEU*。不到四个词的句子没有四元语法：0/0。这样的“语料库”，它的 BLEU
    分数规定为 0。对单个句子要做*平滑*（smoothing），还得说明用的是哪一种：
    `Bleu.sentence` 在 n ≥ 2 时给两个计数各加 1（Lin 和 Och，2004）。这是两把不同的
    尺子，千万不要拿这一把量出来的，去和那一把量出来的比。
    """);

for (String text : List.of("the", "the cat", "the cat sat on a mat", "")) {
  List<String> tokens = text.isEmpty() ? List.of() : List.of(text.split(" "));
  System.out.println("corpus " + Numbers.fixed(Bleu.corpus(List.of(tokens), List.of(reference)), 4)
      + "  smoothed " + Numbers.fixed(Bleu.sentence(tokens, reference), 4) + "  \"" + text + "\"");
}
Script.end(16, """
    corpus 0.0000  smoothed 0.0067  "the"
    corpus 0.0000  smoothed 0.1353  "the cat"
    corpus 0.5373  smoothed 0.6389  "the cat sat on a mat"
    corpus 0.0000  smoothed 0.0000  ""
    """);

Script.say("""
    形状
    ────

    内容                          形状                           怎么得到
    ────────────────────────────  ─────────────────────────────  ───────────────────
    源句、有效长度                编号 (N, T)、(N)               `Batches`
    一步的未归一化的对数概率      (N, V′)                        `decoder.step`
    写 N 个句子时，每层的状态     (N, H)                         `decoder.step`
    为一个源句做束搜索时，每层的  (K, H)                         `Beam`
    状态
    现成句子的未归一化的对数概率  (T′, N, V′)                    `model.forward`
    log P(Y | X)                  每个句子一个数，单位是奈特，   `LogProbability.of`
                                  最大是 0
    BLEU 分数                     每个语料库一个数，从 0 到 1    `Bleu.corpus`

    五行小结
    ────────

    • 使用时，解码器读自己写的词：从 `<bos>` 开始，状态往下传，写到 `<eos>` 就停。
    • 贪心取最可能的词；采样抽一个词，温度让概率更尖锐或更平坦；束搜索留着 K 个开
      头。
    • 束里再也没有哪个候选序列能超过写完的句子，束搜索就停；一步的代价，最多是贪心一
      步的 K 倍。
    • 用 log P 来比，短句占便宜；要除以长度的某次方，指数在留出的句子上选。
    • 概率更大的句子，不一定更好。BLEU 分数看的是：在整个语料库上，写出的 n 元语法有
      多少出现在参考译文里；写得太少，还要扣分。

    如果……会怎样？
    ──────────────

    1. 如果任务是把一串字母倒着写出来，而源句也倒过来读呢？这个窍门还管用吗？
    2. 如果温度是 0 呢？程序该怎样回应？这其实是哪种解码？
    3. 如果对着这一页的参考译文，模型写的是“the the the the the the”呢？p₁ 是多少？
       要是每个 n 元语法写几次就算几次，又会是多少？

    答案（../../solutions/answers.zh.md#第-8-章）

    练习
    ────

    • 练习 8.1，写到 `<eos>` 就停的贪心解码：`./learn check 8.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 8.2，束搜索：`./learn check 8.2`
    • 练习 8.3，语料库 BLEU 分数和它的过短惩罚：`./learn check 8.3`

    `./learn translate --beam 5 "I like milk."` 用 `./learn train` 训练出来的模型做
    束搜索。

    延伸阅读
    ────────

    • 束搜索：Sutskever、Vinyals 和 Le，Sequence to sequence learning with neural
      networks（https://arxiv.org/abs/1409.3215）（2014），第 3.2 节；Wu 等人，
      Google's neural machine translation system（https://arxiv.org/abs/1609.08144）
      （2016），式 14，另一种长度归一化；《动手学深度学习》，束搜索
      （https://zh.d2l.ai/chapter_recurrent-modern/beam-search.html）。为什么更宽不
      等于更好：Koehn 和 Knowles，Six challenges for neural machine translation
      （https://arxiv.org/abs/1706.03872）（2017），第 3.6 节。
    • 重打分：Cho 等人，Learning phrase representations using RNN encoder-decoder
      （https://arxiv.org/abs/1406.1078）（2014），第 3.1 节。
    • BLEU：Papineni 等人，BLEU（https://aclanthology.org/P02-1040/）（2002），第
      2.3 节。平滑：Lin 和 Och，ORANGE（https://aclanthology.org/C04-1072/）
      （2004）；Chen 和 Cherry，A systematic comparison
      （https://aclanthology.org/W14-3346/）（2014）。
    • 温度：Hinton、Vinyals 和 Dean，Distilling the knowledge in a neural network
      （https://arxiv.org/abs/1503.02531）（2015），式 1。
    • 代码：`Beam`（../main/java/seq2seq/ch08_inference/Beam.java）、`Greedy`
      （../main/java/seq2seq/ch08_inference/Greedy.java）、`Sampling`
      （../main/java/seq2seq/ch08_inference/Sampling.java） 和 `Bleu`
      （../main/java/seq2seq/ch08_inference/Bleu.java）。

    ────────────────────────────────────────

    第 7 章：八步训练（ch07_training.md） · 目录（README.md） · 下一章：第 9 章：循
    环神经网络家族（ch09_architectures.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
