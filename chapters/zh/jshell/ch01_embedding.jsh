// ch01_embedding.jsh 由 `./learn export --language zh` 从 zh/ch01_embedding.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch01_embedding.jsh
// 想从它结束的地方接着试：./learn jshell 1

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;
import seq2seq.nn.Sgd;
import seq2seq.plot.BarPlot;
import seq2seq.plot.Heatmap;
import seq2seq.plot.figures.*;
import java.util.stream.IntStream;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch01_embedding.md");

Script.say("""
    第 1 章：嵌入
    ═════════════

    *问题：句子怎么变成数？*

    网络只会乘和加，句子却是文字。两者之间隔着四小步，其中多数都藏着一个经典的错误，
    而且从来没有错误消息来提醒你。学完这一章，你能把任意一组句子变成形状为 (T, N, D)
    的张量，三个大小各取多少，都说得出理由，还能说清梯度往回走时去了哪里。
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.EMBEDDING).
    save(Path.of("images/ch01_model.png")));
Script.end(1, """
    images/ch01_model.png
    """);

Script.say("""
    ［图：整个模型，嵌入部分涂上了颜色：进入编码器或解码器的每个词，都有一个嵌入
    （images/ch01_model.png）］

    这一章造的就是涂色的部分：它把词变成网络读得了的数；模型的两边都有。

    思路
    ────

    1. 把每个句子切成小块，这些小块叫*词元*（token）：这里是单词和标点，别处也可以是
       单个字符。
    2. 给每个不同的词元一个号码，叫*编号*（id）。有编号的词元全部列出来，就是*词表*
       （vocabulary），它的长度是 V。
    3. 把 N 个句子放在一起，组成一个*批量*（batch），也就是一个有 T 列的编号矩形。每
       一列是一个*时间步*（time step）：网络读句子，是一个词接一个词地读。短句补齐，
       长句截短。
    4. 把每个编号换成一行 D 个数，这就是它的*嵌入*（embedding）。这些行取自一张表，
       表和其他权重一样，是学出来的。

        text → tokens → ids (N, T) → vectors (T, N, D)

    从句子到词元
    ────────────
    """);

List<String> sentences =
    List.of("Sleep well!", "We sleep very well.", "The old dog sleeps under the table.");
List<List<String>> tokens = new ArrayList<>();
for (String sentence : sentences) {
  tokens.add(Tokenizer.words().tokenize(sentence));
  System.out.println(tokens.get(tokens.size() - 1));
}
Script.end(2, """
    [sleep, well, !]
    [we, sleep, very, well, .]
    [the, old, dog, sleeps, under, the, table, .]
    """);

Script.say("""
    `We` 变成了 `we`，这样一个词在句首和句中就是同一个词。句号自成一个词元；否则
    `well` 和 `well.` 就成了两个毫不相干的词。

    为什么切成词，不切成字符？词本身就有含义，一个句子里的词也不多。切成字符（用
    `Tokenizer.characters()`），词表很小，也没有什么是不认识的，可是每个句子的步数要
    多好几倍。如今的大模型用的是介于两者之间的小块。（中文不用空格，就一个字一个字地
    切，或者先让程序把词找出来。）

    从词元到编号
    ────────────

    先数一数每个词元出现几次，再按次数从多到少编号；最前面另有四个词元，这门课的每个
    词表都以它们开头。（这个次序对模型毫无意义，是为我们自己排的：这样的表好读，也好
    截短；次数相同的按字母次序排，所以同样的句子总是得到同样的编号。）
    """);

Vocabulary vocabulary = Vocabulary.of(tokens, 1);
for (int id = 0; id < vocabulary.size(); id++) {
  System.out.print(id + " " + vocabulary.token(id) + (id % 5 == 4 ? "\n" : "   "));
}
System.out.println("\nV = " + vocabulary.size());
int[] cows = vocabulary.ids(List.of("the", "cows", "sleep", "well"));
System.out.println("the cows sleep well: " + Arrays.toString(cows));
Script.end(3, """
    0 <pad>   1 <bos>   2 <eos>   3 <unk>   4 .
    5 sleep   6 the   7 well   8 !   9 dog
    10 old   11 sleeps   12 table   13 under   14 very
    15 we
    V = 16
    the cows sleep well: [6, 3, 5, 7]
    """);

Script.say("""
    编号  词元     代表什么
    ────  ───────  ─────────────────────────────────────────────────────────────────
    0     `<pad>`  *填充*（padding）：什么也不代表，只是句子结束之后，矩形里剩下的位
                   置
    1     `<bos>`  *序列开始词元*（beginning of sentence）：解码器还什么都没写时，给
                   它的就是这个
    2     `<eos>`  *序列结束词元*（end of sentence）：每一行最后一个真实词元；模型写
                   出它，就是写完了
    3     `<unk>`  *未知词元*（unknown token）：词表里没有的任何词元，比如上面的
                   `cows`

    编号是名字，不是数量。`we` 是 15，`sleep` 是 5，可“we”并不是三倍的“sleep”；夹在
    两个编号之间的是别的词，不是意思的深浅。所以第 4 步要把每个编号换成真正有含义的
    数。

    该给多少个词编号？

    `Vocabulary.of(tokens, 1)` 里的 `1` 是最低次数：一个词元至少出现这么多次，才有编
    号。取 1 时，训练句子里的每个词都有编号。听起来很大方，可这样一来，训练句子里就
    永远不会出现 `<unk>`。模型要到真正使用时才第一次遇见 `<unk>`，而关于它，模型什么
    都没学过。

    最低次数取 2，只出现一次的词*在训练时*就成了 `<unk>`，模型于是能学会：遇到一个不
    认识的词，后面该怎么接。代价是丢掉了这些罕见词。*运行之前*，先在上面三个句子里数
    一数：哪些词元出现了两次？
    """);

Vocabulary frequent = Vocabulary.of(tokens, 2);
System.out.println("V = " + frequent.size());
for (List<String> sentence : tokens) {
  System.out.println(String.join(" ", frequent.tokens(frequent.ids(sentence))));
}
Script.end(4, """
    V = 8
    sleep well <unk>
    <unk> sleep <unk> well .
    the <unk> <unk> <unk> <unk> the <unk> .
    """);

Script.say("""
    三个句子太少，用不起这一招，我们还是取 1。面对真实文本，通常取 2 或更多。（在
    《汤姆·索亚历险记》（*Tom Sawyer*）原文的 8018 个不同的词里，有 3993 个只出现一
    次：Manning 和 Schütze，*Foundations of Statistical Natural Language
    Processing*，1999，表 1.2。）`./learn train --pairs` 用你自己的文件来训练，它取
    2。V 小一些，表也小一些，解码器写每个词时要挑的范围也小一些。

    从编号到矩形
    ────────────

    句子有长有短，张量却不行：它的每一行都一样长。所以我们定一个 T。每句末尾都要有
    `<eos>`。连它在内还不到 T 个词元，就补上填充；超过了，就切掉一截，这叫*截断*
    （truncation），切的是 `<eos>` 前面的词元，`<eos>` 要留下来。每一行里有几个编号
    是真实的，记在矩形旁边，叫*有效长度*（valid length）。
    """);

int T = 7;
List<int[]> encoded = new ArrayList<>();
for (List<String> sentence : tokens) {
  encoded.add(vocabulary.encode(sentence, T));
}
PaddedBatch batch = PaddedBatch.of(encoded, encoded, T);
int[][] ids = batch.source();
for (int[] row : ids) {
  System.out.println(Arrays.toString(row));
}
System.out.println("valid lengths " + Arrays.toString(batch.sourceLengths()));
Script.end(5, """
    [5, 7, 8, 2, 0, 0, 0]
    [15, 5, 14, 7, 4, 2, 0]
    [6, 10, 9, 11, 13, 6, 2]
    valid lengths [4, 6, 7]
    """);

Script.show(PaddedRectangle.of(ids, batch.sourceLengths(), vocabulary::token).
    save(Path.of("images/ch01_rectangle.png")));
Script.end(6, """
    images/ch01_rectangle.png
    """);

Script.say("""
    ［图：三行，每行七格：sleep well ! 加三个填充；we sleep very well . 加一个填充；
    the old dog sleeps under the （images/ch01_rectangle.png）］

    这是一个形状为 (N, T) = (3, 7) 的批量。第一句差不多一半是填充，第二句只补了一
    个，第三句丢了 `table .`，但保住了结尾。（`PaddedBatch` 要装两种语言，我们把同一
    种给了它两次。）

    先约定怎么计数。公式里时间步从 1 数起，一个句子的各步是 t = 1, …, T。Java 从 0
    数起，图里也是；这样数出来的号码我们叫*位置*，位置等于 t − 1。

    `<bos>` 在哪里？它属于要*写出来*的句子。解码器每一步都要拿到前一个词元，而第一个
    词元前面什么也没有。所以它的输入是整行往右挪一格：给它 `<bos>`，写 `sleep`；给它
    `sleep`，写 `well`；到最后，给它 `!`，写 `<eos>`。（为什么用一个词元来收尾，而不
    是先报出长度？这样，停笔就和写哪个词一样，是一次选择，等话都说完了再做。编码器也
    读这个词元，于是看得出句子已经完整了。）第 4 章和第 7 章都建立在这一点上。

    为什么要成批？

    一次只训练一个句子也行。把 N 个句子放在一起，有两个理由。

    • *噪声更小*。一个句子给出的斜率，只告诉模型怎样在*这个*句子上少出错。N 个句子的
      平均，更接近对所有句子都有好处的方向。每个句子都有自己的特殊之处，它的斜率也就
      有误差；误差有正有负，会互相抵消一部分：N 个加起来，大约只有一个的 √N 倍（道理
      见第 7 章），取平均时再除以 N。所以用 100 个句子代替 1 个，误差缩到十分之一，
      工夫却花了一百倍。值得，但也有个限度，所以很少有人一次把所有句子全用上。
    • *速度更快*。处理器有很多时间花在从内存里取权重上。N 个句子放在一起，每个权重只
      取一次，就能用 N 次，许多乘法还可以并排进行。

    常用的大小是 32 到 256（Goodfellow 等人的书，第 8.1.3 节
    （https://www.deeplearningbook.org/contents/optimization.html）把两个理由都讲得
    很细）。第 7 章训练时取 32。

    T 取多长合适？

    太小，句子会丢掉尾巴。太大，网络的时间都耗在填充上。那就数一数。这门课自带一个语
    料库 `phrases`，里面有大约一万个英语句子和它们的法语译文：
    """);

List<List<String>> phrases = ParallelCorpus.phrases().sourceTokens();
int[] lengths = phrases.stream().mapToInt(sentence -> sentence.size() + 1).toArray();
for (int steps : new int[] {6, 8, 10, 12, 20}) {
  long cut = Arrays.stream(lengths).filter(length -> length > steps).count();
  long real = Arrays.stream(lengths).mapToLong(length -> Math.min(length, steps)).sum();
  System.out.println("T = " + steps + ":  cut " + Numbers.fixed(100.0 * cut / lengths.length, 1)
      + " % of the sentences,  padding "
      + Numbers.fixed(100 - 100.0 * real / ((long) steps * lengths.length), 1) + " %");
}
Script.end(7, """
    T = 6:  cut 70.8 % of the sentences,  padding 1.1 %
    T = 8:  cut 26.5 % of the sentences,  padding 11.2 %
    T = 10:  cut 2.5 % of the sentences,  padding 25.1 %
    T = 12:  cut 0.0 % of the sentences,  padding 37.4 %
    T = 20:  cut 0.0 % of the sentences,  padding 62.4 %
    """);

String[] names = IntStream.rangeClosed(4, 11).mapToObj(Integer::toString).toArray(String[]::new);
double[] counts = IntStream.rangeClosed(4, 11).
    mapToDouble(n -> Arrays.stream(lengths).filter(length -> length == n).count()).toArray();
Script.show(BarPlot.of("How long the English phrases are", "tokens, <eos> counted", "sentences", names).
    with("sentences", counts).withValues(0).save(Path.of("images/ch01_lengths.png")));
Script.end(8, """
    images/ch01_lengths.png
    """);

Script.say("""
    ［图：从 4 到 11 个词元的柱状图：多数句子有 6 到 9 个词元，4 个或 11 个的很少
    （images/ch01_lengths.png）］

    T = 12 时什么都没丢，但三分之一以上的工夫花在填充上；T = 8 时，四分之一的句子要
    丢点东西。多数人的做法是：T 取到几乎所有句子都放得下，然后每个批量只补到*它自
    己*最长的那个句子。调用 `PaddedBatch.of` 时不写 `T`，它就是这样做的。

    从编号到向量
    ────────────

    *嵌入表*（embedding table）E 为 V 个词元各备了一行，每行 D 个数。起初这些数是随
    机的，抽法和第 0 章的 `Tensor.normal` 一样，都在 0 附近。（源语言和目标语言各有
    一张表。）查表就是把行抄出来，抄出来的叫 X，也就是这一批句子，只是成了向量：

        Xₜ,ₙ = row idsₙ,ₜ of E   E (V, D), ids (N, T) → X (T, N, D)
    """);

int D = 4;
Embedding embedding = Embedding.normal(vocabulary.size(), D, Generator.seeded(1));
Tensor table = embedding.parameters().get(0).value();
Tensor X = embedding.forward(ids);
System.out.println("table " + table.shape() + ", X " + X.shape());
System.out.println("position 0 " + X.at(0));
System.out.println("position 1 " + X.at(1));
Script.end(9, """
    table (16×4), X (7×3×4)
    position 0 (3×4)
    [[-1.2276  0.3932  0.6311  0.1288]
     [-0.4344 -1.0480  0.2390  0.1489]
     [ 0.9578 -0.1043  0.1560  0.2327]]
    position 1 (3×4)
    [[ 0.0320 -1.0692 -0.5211 -0.3667]
     [-1.2276  0.3932  0.6311  0.1288]
     [-0.8978 -0.6110 -0.7618 -0.2340]]
    """);

Script.say("""
    （`parameters()` 列出训练可以改动的东西，这里只有这张表。一个 `Parameter` 就是一
    个名字加一个张量，`value()` 取出的就是那个张量。）`X.at(0)` 里是三个句子各自的第
    一个词，形状是 (N, D)。先别看图，在这两个张量里找一找：哪一行两边都有？它是哪个
    词？
    """);

Script.show(EmbeddingBlock.of(ids, table, vocabulary::token).save(Path.of("images/ch01_block.png")));
Script.end(10, """
    images/ch01_block.png
    """);

Script.say("""
    ［图：左边是嵌入表里用到的行，每行是一个词元的颜色；右边是七片，一步一片，每片三
    行，“sleep”那一行出现在哪里，就在哪里圈出来（images/ch01_block.png）］

    是 `sleep`，第一句的第一个词，第二句的第二个词。一个词不管站在哪里，都是同一行：
    表认得这个词，但不知道它在什么位置。位置的事归第 2 章管。

    查表就是矩阵乘法
    ────────────────

    *独热向量*（one-hot vector）在编号那个位置上是 1，其余都是 0。拿它去乘嵌入表：1
    挑中自己那一行，0 把别的行统统丢掉。
    """);

int[] first = {ids[0][0], ids[1][0], ids[2][0]};
Tensor oneHot = Tensor.oneHot(first, vocabulary.size());
System.out.println("one-hot (N,V) " + oneHot);
Tensor product = oneHot.matmul(table);  // (N,V)·(V,D) → (N,D)
System.out.println("as the lookup: " + Arrays.equals(product.toArray(), X.at(0).toArray()));
Script.end(11, """
    one-hot (N,V) (3×16)
    [[0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0]
     [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1]
     [0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0]]
    as the lookup: true
    """);

Script.say("""
    所以，嵌入就是一个没有偏置的线性层（第 0 章），只不过输入恰好是独热的；矩阵乘法
    的那些结论，在这里都用得上。不过，用矩阵乘法，每个词元要做 V · D 次乘法，查表一
    次也不用。

    词元重复，梯度相加
    ──────────────────

    嵌入表的梯度，第 0 章已经给出来了：dE = onehotᵀ · dX。它把 dX 的每一行放回对应词
    元的那一行，有几行落到同一处，就加起来。这叫*散射相加*（scatter-add）；词元 v 的
    那一行是：

        dEᵥ = Σ_(n,t:idsₙ,ₜ=v) dXₜ,ₙ   (V, D)

    为了看清哪些地方有贡献，我们让 dX 在位置 0 是 1，位置 1 是 10，位置 2 是
    100。*运行之前，先猜一猜*词元 1 的那一行。
    """);

int[][] few = {{1, 1, 3}, {2, 1, 0}};
Embedding small = new Embedding(Tensor.zeros(4, 2));
Tensor dX = Tensor.of(1, 10, 100).reshape(3, 1, 1);
small.forward(few).times(dX).sum().backward();
Script.show(small.parameters().get(0).value().grad());
Script.end(12, """
    (4×2)
    [[100 100]
     [ 21  21]
     [  1   1]
     [100 100]]
    """);

Script.say("""
    词元 1 在位置 0 出现一次，在位置 1 出现两次：1 + 10 + 10 = 21。这并不新鲜：第 0
    章里，一个数用在好几个地方，传回来的梯度也要相加。

    注意第 0 行。它是 `<pad>`，什么也不代表，却收到了 100。在填充处算出来的东西，损
    失只要看了，就会往回传梯度。所以要管住损失：别让它往那里看。这是第 5 章和第 6 章
    的事。

    这一批里没用到的行

    这样的行，梯度是 0，所以梯度下降（代码里的 `Sgd`）让它原地不动。但不是每种训练方
    法都这样。我们第一步查词元 1，第二步查词元 2。第二步里，词元 1 的那一行会动吗？
    """);

void twoSteps(String name, Optimiser optimiser) {
  Embedding two = new Embedding(Tensor.zeros(4, 1));
  for (int token : new int[] {1, 2}) {
    Parameter.clearGrads(two.parameters());
    two.forward(new int[] {token}).sum().backward();
    optimiser.step(two.parameters());
    float row1 = two.parameters().get(0).value().get(1, 0);
    System.out.println(name + ", after a step with token " + token + ":  row 1 is "
        + Numbers.fixed(row1, 4));
  }
}
twoSteps("gradient descent", new Sgd(0.1));
twoSteps("Adam", new Adam(0.1));
Script.end(13, """
    gradient descent, after a step with token 1:  row 1 is -0.1000
    gradient descent, after a step with token 2:  row 1 is -0.1000
    Adam, after a step with token 1:  row 1 is -0.1000
    Adam, after a step with token 2:  row 1 is -0.1670
    """);

Script.say("""
    Adam 是大多数人用的方法，第 7 章来讲；它记得以前的梯度，会把那一行再推一阵子。分
    毫不差地停在出发处的行只有两种：一种是训练中*从不*出现的行；一种是 `<pad>` 的那
    一行，前提是没有哪个损失去看填充，这一点由第 3 章和第 6 章来保证。

    训练把表变成什么样
    ──────────────────

    随机的行里，没有半点关于词的信息。它们该变成什么样？一个词的哪些方面要紧，靠人工
    谁也列不全。不过，模型训练的目标是预测词，而用法相近的两个词，要模型作的预测也差
    不多。模型看得见的，只有它们各自的那一行，所以这些行也会变得相近。

    话是这么说，我们不妨亲眼看看。要看清这件事，有一个最小的模型就够了，它叫
    `SkipGram`：一张表，一个线性层。给它一个词，它猜前一个词和后一个词，用的是整个
    `phrases`。（训练怎么进行，是第 7 章的事；这里只看那张表。代码里种子前面的两个
    数，一个是 D，一个是把全部句子走几遍：先走 0 遍，看表最初的样子；再走 100 遍。）
    两行指向同一个方向，就算相近，所以 `nearest` 比的是夹角：谁的行与给定词的行夹角
    最小，就先列出谁。
    """);

Vocabulary known = Vocabulary.of(phrases, 1);
SkipGram start = SkipGram.train(phrases, known, 16, 0, Generator.seeded(1));
SkipGram trained = SkipGram.train(phrases, known, 16, 100, Generator.seeded(1));
for (String word : List.of("we", "dog", "coffee", "sister", "sleeps", "red")) {
  System.out.println(word + ":  at first " + start.nearest(word, 3)
      + ", then " + trained.nearest(word, 3));
}
Script.end(14, """
    we:  at first [sister's, now, <bos>], then [they, you, i]
    dog:  at first [go, there, girls], then [cat, horse, bird]
    coffee:  at first [come, he, london], then [milk, water, soup]
    sister:  at first [bread, happy, two], then [brother, sisters, brothers]
    sleeps:  at first [live, if, water], then [works, sings, water]
    red:  at first [woman, france, from], then [blue, big, beautiful]
    """);

Script.say("""
    没有人告诉它这些是动物、饮料、亲人、动词和形容词。它看到的，只是哪些词和哪些词挨
    着，别的什么都没有。（`water` 混进了动词里：模型这么小，难免出这样的错。）再看看
    `sister`：模型不知道兄弟不是姐妹，只知道这两个词总站在同样的位置上。
    """);

String[] words = {"dog", "cat", "horse", "coffee", "milk", "water", "sleeps", "works", "sings"};
Script.show(Heatmap.of(trained.rows(words), words).withTitle("Learned embeddings, D = 16").
    withAxes("word", "number 0 to D − 1").withScale("embedding, no unit").withSigns().
    save(Path.of("images/ch01_embedding.png")));
Script.end(15, """
    images/ch01_embedding.png
    """);

Script.say("""
    ［图：九行，每行十六个彩色格子，三行一组；动物、饮料、动词，各组之内的行看起来很
    像（images/ch01_embedding.png）］

    每组三行之内，颜色的走势相近；换一组，走势就变了。单独一列是什么意思，谁也说不上
    来。网络是把十六列合起来用的。

    D 取多宽合适？

    要宽到容得下词与词之间所有要紧的差别，但也不必更宽，因为表里有 V · D 个数要学。
    我们用几个不同的 D 训练同一个模型，看它猜得怎么样；猜的就是训练过的句子，因为我
    们只想看宽度在哪里拖了后腿。（真要选一个来用，就得在另外留出的句子上量，也就是这
    一页后面的验证集。损失的单位是*奈特*（nat），第 6 章来讲：0 是完全猜对；在 225
    个词元里瞎猜，损失是 log 225 = 5.42。）
    """);

for (int size : new int[] {1, 2, 4, 8, 16, 32}) {
  double loss = SkipGram.train(phrases, known, size, 100, Generator.seeded(1)).loss();
  System.out.println("D = " + size + ":  " + known.size() * size + " numbers,  loss "
      + Numbers.fixed(loss, 2));
}
Script.end(16, """
    D = 1:  225 numbers,  loss 3.47
    D = 2:  450 numbers,  loss 3.04
    D = 4:  900 numbers,  loss 2.52
    D = 8:  1800 numbers,  loss 2.16
    D = 16:  3600 numbers,  loss 2.09
    D = 32:  7200 numbers,  loss 2.07
    """);

Script.say("""
    每翻一倍都有好处。从 D = 4 起，好处一次比一次小；从 16 到 32，表大了一倍，几乎什
    么也没换来。任务更难，需要的就更宽。第 7 章的小模型取 24，`./learn train` 取
    64，如今的大模型要取几千。多试几个值，从小往大走，到再加大也没多少起色的地方，就
    停下。

    为什么时间排在前面
    ──────────────────

    编号是 (N, T)，一句一行，平时写下来就是这个样子。向量是 (T, N, D)，即*时间步在
    前*（time-major），因为第 2 章的网络先把*所有*句子的第一个词一起读掉，再读第二
    个。内存是长长的一排数：先放第一个轴上第一项的全部内容，再放第二项的全部内容。给
    内存里的 T · N 个向量编上号，看看位置 1 的三个向量在哪里：
    """);

System.out.println("(T,N,D): position 1 is in rows "
    + Arrays.toString(Layout.TIME_FIRST.rowsOfStep(1, 3, T)));
System.out.println("(N,T,D): position 1 is in rows "
    + Arrays.toString(Layout.SENTENCE_FIRST.rowsOfStep(1, 3, T)));
Script.end(17, """
    (T,N,D): position 1 is in rows [3, 4, 5]
    (N,T,D): position 1 is in rows [1, 8, 15]
    """);

Script.say("""
    时间排在前面，它们就彼此相邻，是一整块内存，矩阵乘法可以直接拿去用。句子排在前
    面，每一步都得先把它们收集到一起。

    容易出错的地方
    ──────────────

    截断切掉了结束词元

    最容易想到的写法，是先加 `<eos>`，再截到 T。句子一长，切掉的恰好是结尾：
    """);

List<String> longOne = new ArrayList<>(tokens.get(2));
longOne.add("<eos>");
System.out.println("cut last:  " + longOne.subList(0, T));
System.out.println("the fix:   " + vocabulary.tokens(vocabulary.encode(tokens.get(2), T)));
Script.end(18, """
    cut last:  [the, old, dog, sleeps, under, the, table]
    the fix:   [the, old, dog, sleeps, under, the, <eos>]
    """);

Script.say("""
    什么都没报错。可是在这样的行上训练，模型见到的长句子都是没完没了的，所以它学不会
    在长句子末尾停下来。改法：先截掉多余的词，再加结尾，`encode` 就是这样做的。

    两种撇号，两个词

    键盘打出来的是 `'`，印刷品里是 `’`。在计算机看来这是两个字符，所以按空格切分的代
    码会把同一个词当成两个不同的词，每个只分到一部分例子。改法：做别的事情之前，先把
    它们统一成一种写法。
    """);

System.out.println("split at spaces: "
    + new TreeSet<>(List.of("we don't sleep we don’t work".split(" "))));
System.out.println("tokenizer:       "
    + new TreeSet<>(Tokenizer.words().tokenize("we don't sleep we don’t work")));
Script.end(19, """
    split at spaces: [don't, don’t, sleep, we, work]
    tokenizer:       [don't, sleep, we, work]
    """);

Script.say("""
    词表偷看了验证集的句子

    句子要分成三堆。权重在第一堆上训练，它叫*训练集*（training set）。第二堆叫*验证
    集*（validation set），从不拿来训练：我们选各种大小、决定何时停止的时候，靠它来
    看模型遇到没见过的文本会怎么样。第三堆叫*测试集*（test set），只在最后看一次，因
    为拿来做过选择的那一堆，已经算不上完全没见过了。词表只能来自第一堆。
    """);

List<List<String>> training = List.of(
    List.of("the", "cat", "sleeps"), List.of("the", "dog", "sees"));
List<List<String>> validation = List.of(List.of("the", "owl", "sleeps"));
List<List<String>> all = List.of(training.get(0), training.get(1), validation.get(0));
Vocabulary honest = Vocabulary.of(training, 1);
Vocabulary leaked = Vocabulary.of(all, 1);
System.out.println("training only: unknown " + honest.unknown(validation.get(0)));
System.out.println("all sentences: unknown " + leaked.unknown(validation.get(0)));
Script.end(20, """
    training only: unknown [owl]
    all sentences: unknown []
    """);

Script.say("""
    偷看过的词表自称认得 `owl`。可是没有一个训练句子里有它，它那一行就永远停在最初的
    随机数上。而未知词的清单本该告诉我们，模型遇到新文本会怎么样，现在却是空的。换成
    老实的词表，`owl` 就是 `<unk>`，验证时如此，实际使用时也如此。

    形状
    ────

    内容              形状                            怎么得到
    ────────────────  ──────────────────────────────  ──────────────────────────────
    一个批量的编号    (N, T)，整数，从 0 到 V − 1     `vocabulary.encode(tokens,
                                                      T)`，再 `PaddedBatch.of`
    有效长度          (N)，整数，从 1 到 T，`<eos>`   `batch.sourceLengths()`
                      算在内
    嵌入表 E          (V, D)                          `Embedding.normal(V, D,
                                                      generator)`
    向量 X            (T, N, D)                       `embedding.forward(ids)`
    所有句子的某一步  (N, D)                          `X.at(position)`
    嵌入表的梯度      (V, D)                          对 dX (T, N, D) 做散射相加

    五行小结
    ────────

    • 句子变成词元，词元变成编号，每个编号再变成一张学出来的表里的一行。
    • `<pad>` 填满矩形，`<bos>` 给要写的句子开头，`<eos>` 给每个句子收尾，`<unk>` 代
      表其余的一切。
    • 先截断，再加 `<eos>`；词表只用训练集来建。
    • 查表就是拿独热向量去乘；它的梯度，加到出现过的那些词元的行上。
    • 经过训练，用法相近的词，各自的行也指向相近的方向。

    如果……会怎样？
    ──────────────

    1. 如果跳过第 4 步，直接把编号当作一个数交给网络呢？
    2. 如果嵌入表从不训练，一直保持随机的行呢？模型的其余部分还学得会吗？
    3. 如果批量里两个句子对调位置呢？X 有什么变化，嵌入表的梯度又有什么变化？

    答案（../../solutions/answers.zh.md#第-1-章）

    练习
    ────

    • 练习 1.1，把句子变成补齐的编号和有效长度，截断时保住结尾：`./learn check 1.1`
      （怎么做练习（../../exercises/README.zh.md））
    • 练习 1.2，把一个批量的编号变成向量 (T, N, D)：`./learn check 1.2`
    • 练习 1.3，求查表的梯度，词元可能重复：`./learn check 1.3`

    延伸阅读
    ────────

    • Bengio、Ducharme、Vincent 和 Jauvin（2003），A Neural Probabilistic Language
      Model（https://www.jmlr.org/papers/v3/bengio03a.html），第 2 节：一张词向量
      表，和模型的其余部分一起学出来。
    • Mikolov、Sutskever、Chen、Corrado 和 Dean（2013），Distributed Representations
      of Words and Phrases and their Compositionality
      （https://arxiv.org/abs/1310.4546）：在十亿个词上训练的 skip-gram 模型。Ling、
      Dyer、Black 和 Trancoso（2015），Two/Too Simple Adaptations of Word2Vec for
      Syntax Problems（https://aclanthology.org/N15-1142/）：把左邻和右邻分开，和这
      里一样。
    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016），第
      12.4.2 节，神经语言模型
      （https://www.deeplearningbook.org/contents/applications.html）。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，文本预处理
      （https://zh.d2l.ai/chapter_recurrent-neural-networks/text-preprocessing.html
      ）：同样的几步，用在一部小说上，还统计了词频。
    • 代码：`Embedding`（../main/java/seq2seq/ch01_embedding/Embedding.java） 和
      `SkipGram`（../main/java/seq2seq/ch01_embedding/SkipGram.java）；`Vocabulary`
      （../../src/main/java/seq2seq/data/Vocabulary.java） 和 `PaddedBatch`
      （../../src/main/java/seq2seq/data/PaddedBatch.java）。

    ────────────────────────────────────────

    第 0 章：从标量到张量（ch00_engine.md） · 目录（README.md） · 下一章：第 2 章：
    循环单元（ch02_recurrence.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
