// ch10_attention.jsh 由 `./learn export --language zh` 从 zh/ch10_attention.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch10_attention.jsh
// 想从它结束的地方接着试：./learn jshell 10

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.ch10_attention.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch10_attention.md");

Script.say("""
    第 10 章：注意力机制
    ════════════════════

    *问题：如果一个状态装不下一句话，怎么办？*

    到目前为止，不管句子多长，编码器交出来的都只有一个向量，就是上下文变量。学完这一
    章，你会亲手量出它到哪里就撑不住了；你会造一个解码器，它每写一个词，都回头把源句
    的所有词看一遍，你也说得出这样做的代价；把它往哪里看画成图，你看得懂，又不会过度
    解读。
    """);

List<String> letters = List.of("a", "b", "c", "d");
List<String> backwards = List.of("d", "c", "b", "a");
Script.show(ModelOverview.of(letters, backwards).highlight(ModelOverview.Part.ATTENTION).
    save(Path.of("images/ch10_model.png")));
Script.end(1, """
    images/ch10_model.png
    """);

Script.say("""
    ［图：整个模型，读 a b c d，写 d c b a；涂了颜色的是从编码器的每个状态汇到求和处
    的线，以及从求和处通到解码器第二步的箭头（images/ch10_model.png）］

    涂了颜色的部分是新的：每写一个词（图里画的是写第二个词的时候），就把编码器的*所
    有*状态都问一遍，问来的结果送进这一步。（去问的，是这一步之前的状态，在这里是
    s₁；它的箭头没有画。）图里的线一样粗，因为还什么都没学。每条线该有多粗，就是这一
    章要讲的事。

    量一量瓶颈
    ──────────

    上下文变量 c 有 H 个数。三个词的句子要装进去，三十个词的也要装进去。最难压缩的，
    是毫无规律的东西：从 `a` 到 `j` 的字母随机排成一串，要模型倒着写出来。我们取 3
    到 8 个字母的串，用第 7 章的模型，上下文变量既当初始状态，又在每一步都给，
    D = 16，H = 32。训练好了，就让它写没见过的串。`ExactMatch` 按长度分开数：每种长
    度里，一个字母都没写错的占多少。（`Architecture` 是能造出新模型的东西，
    `ModelSizes` 就是一个。）

    *运行之前，先猜一猜*：32 个数，够装几个字母？
    """);

ParallelCorpus corpus = ParallelCorpus.reverse(2000, 3, 8, Generator.seeded(10));
Splits splits = Splits.bySource(corpus, 0.05, 0.2, Generator.seeded(10));
Vocabulary source = splits.sourceVocabulary(1);
Vocabulary target = splits.targetVocabulary(1);
Batches train = Batches.of(splits.train(), source, target, BatchOptions.of(32, 9));
Batches test = Batches.of(splits.test(), source, target, BatchOptions.of(100, 9));
Seq2Seq trained(Architecture plan, Batches pairs, int epochs) {
  Training run = new Training(plan, pairs, new Adam(0.01), 1, Generator.seeded(10), Observer.NONE);
  run.run(epochs);
  return run.model();
}
ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    16, 32, 1, 0.0);
LengthCurves curves = LengthCurves.none();
curves = curves.with("fixed context", ExactMatch.byLength(trained(sizes, train, 6), test, 9));
System.out.println(splits.train().pairs().get(0) + ", " + splits.test().size() + " to test");
System.out.print(curves.table(3, 4, 5, 6, 7, 8));
Script.end(2, """
    Pair[source=haeafh, target=hfaeah], 400 to test
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    """);

Script.say("""
    三个字母不在话下，八个就没指望了。（每个数大约来自 400 / 6，也就是 67 个串。一个
    串不是记 1 就是记 0，所以在中间一带，每个串记的数都和比例差 0.5 左右；和第 1 章
    的批量一样，67 个取平均，大约有 0.5/√67 的误差，也就是六个百分点。靠近两头就小一
    些。）隐藏单元多一些，这条界线就往右挪一挪；串多一些，练得久一些，也一样。但界线
    总在那里。

    思路
    ────

    编码器本来就在源句的每个位置 i 上算出了一个状态 hᵢ，我们却把它们统统扔了，只留最
    后一个。那就全留下来，让解码器什么时候用得着，就什么时候去取。

    在网络里，怎样“取”呢？想想 Java 里的 `Map`。你带着一个查询去；它找一个和查询*相
    等*的键，把放在这个键旁边的值交给你。要么全有，要么全无，所以这件事学不会：把查
    询挪动一点点，要么什么都不变，要么一下子全变了。没有斜率可以顺着走。

    *注意力机制*（attention）就是把这个 `Map` 变软。查询和*每一个*键都比一比。比的结
    果不是“是”或“否”，而是一个数，两者越合得来，数就越大。取回来的，是*所有*值的混
    合：一个键越合得来，它的值占的分量就越大。下面有三个键，各有一个值。怎么比？用点
    积：两个向量的数一对一对相乘，再加起来；两者指的方向一致，点积就大。然后由
    softmax 函数把三个数变成权重。我们做四遍，比出来的数分别乘上 0、1、5 和 50。

    *运行之前，先猜一猜*：查询离第一个键最近。四遍各取回什么？
    """);

Tensor threeKeys = Tensor.of(new float[][] {{1, 0}, {0, 1}, {-1, 0}});
Tensor threeValues = Tensor.of(10, 20, 30);
Tensor asked = Tensor.of(0.9f, 0.2f);
for (int times : new int[] {0, 1, 5, 50}) {
  Tensor weights = threeKeys.times(asked).sum(1).times(times).softmax();
  System.out.println("times " + times + ": weights " + weights
      + ", what comes back " + weights.times(threeValues).sum());
}
Script.end(3, """
    times 0: weights (3) [0.3333 0.3333 0.3333], what comes back 20
    times 1: weights (3) [0.6017 0.2988 0.0995], what comes back 14.9774
    times 5: weights (3) [0.9706 0.0293 0.0001], what comes back 10.2955
    times 50: weights (3) [1.0000 0.0000 0.0000], what comes back 10
    """);

Script.say("""
    乘 0，所有的键都一样合适，取回来的是平均值。乘 50，它就和 `Map` 没什么两样了。在
    这两头之间，每个数都有斜率，所以网络*学得会*该问什么、该应答什么。

    键和值为什么要分成两样？道理和图书馆一样：你靠卡片找书，带回家的却是书，不是卡
    片。一个词靠哪些数让人找到，找到之后又交出哪些数，不必是同一组数。

    公式
    ────

    Bahdanau、Cho 和 Bengio（2015）把它放在了编码器和解码器之间。解码器每写一个词，
    都要走四步：

    1. 解码器带着一个*查询*（query）q 来问：这就是它在这一步之前的状态，sₜ₋₁。
    2. 源句的每个位置有一个*键*（key）kᵢ，由 hᵢ 算出。拿它和查询一比，就得到一个*注
       意力分数*（score）eᵢ。
    3. softmax 函数把这些分数变成*注意力权重*（attention weights）αᵢ：都是正数，加起
       来等于 1。
    4. *值*（value）就是各个状态 hᵢ 本身。它们的加权和，就是这一步的上下文变量：

        eᵢ = v · tanh(q W_q + kᵢ),
        kᵢ = hᵢ Wₖ
        αᵢ = exp(eᵢ)/(Σⱼ exp(eⱼ))
        cₜ = Σᵢ αᵢ hᵢ

    （这里带下标的字母 e 是分数，所以*数* e 的幂写作 exp。每一步都有自己的一套分数和
    权重，αₜ,ᵢ；只说一步的时候，我们就省去 t。）

    第一个公式叫*加性注意力*（additive attention）。查询有 H_dec 个数，编码器的状态
    有 H_enc 个数，谁也没说过这边的第 7 个数和那边的第 7 个数有什么关系。所以先用
    W_q (H_dec, A) 和 Wₖ (H_enc, A)，把两者变成一样的大小 A。然后相加，弯一下，再用
    v (A) 加权求和：这是一个小小的网络，只有一层，A 个单元，和其余部分一起训练。（为
    什么要弯一下？没有 tanh，查询给所有分数加上的就是同一个数，而大家都加上的数，
    softmax 函数看不出来。）A 取多大？它只要装得下一个位置和别的位置有什么不同，不必
    装下那里的一切；而每个分数都要花 A 次乘法。我们的模型取 H 的一半。键和查询无关，
    所以每个源句只做一次。值为什么没有自己的矩阵？反正循环单元要拿 cₜ 去乘一个矩阵，
    就是第 4 章的 W_c，而两个线性层连着，等于一个（第 0 章）。

    *为什么用这一步*之前*的状态*？因为这一步要先有上下文变量，才算得出来。那个状态已
    经读到了 yₜ₋₂。yₜ₋₁ 它还没有读，但说出这个词正是它的事：使用时，yₜ₋₁ 就是按它给
    出的未归一化的对数概率（logits）选出来的；训练时，它要学的正是给这个词大的概率。
    所以句子写到了哪里，它心里大致有数。

    *第一个查询从哪里来*？来自解码器的初始状态，和第 4 章一样：用 `BOTH` 的时候，那
    仍旧是编码器的最后一个状态。所以，最后一个状态并没有白留：它不用再记住一切，却成
    了解码器开口发问的起点。

    亲手算一个查询
    ──────────────

    两个句子，都是四个位置，第二句有三个真实的词；H_enc = 3，H_dec = 2，A = 5。在
    softmax 函数之前，先用第 5 章的掩码：填充的分数一律是 −∞。取了指数就是 0，
    softmax 函数要除以的那个和里，也就没有它的份。（`sum(-1)` 沿最后一个轴相加：负数
    是从后往前数轴。）
    """);

Generator generator = Generator.seeded(4);
AdditiveAttention attention = AdditiveAttention.xavier(2, 3, 5, generator);
Tensor values = Tensor.normal(Shape.of(4, 2, 3), 2, generator);  // h, (T,N,H_enc)
Tensor query = Tensor.normal(Shape.of(2, 2), 2, generator);      // q, (N,H_dec)
Tensor wq = attention.parameters().get(0).value().detach();
Tensor wk = attention.parameters().get(1).value().detach();
Tensor v = attention.parameters().get(2).value().detach();
int[] lengths = {4, 3};

Tensor keys = values.matmul(wk);                                 // (T,N,A), once for each source
Tensor both = keys.plus(query.matmul(wq)).tanh();                // (T,N,A) + (N,A) → (T,N,A)
Tensor scores = both.times(v).sum(-1).transpose();               // (N,T)
Tensor mask = LengthMask.of(lengths, 4);                         // (N,T)
Tensor alpha = mask.where(scores, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax();
System.out.println("scores " + scores);
System.out.println("weights " + alpha + ", each row adds up to " + alpha.sum(1));
Script.end(4, """
    scores (2×4)
    [[-0.4556 -0.1309 -0.9062 -1.1733]
     [-0.4395 -1.1672 -0.7135 -0.1128]]
    weights (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.4458 0.2153 0.3389 0.0000]], each row adds up to (2) [1 1]
    """);

Script.say("""
    再算加权和，所有句子一起算。把权重排成 (T, N, 1)，和值 (T, N, H_enc) 相乘，再对
    所有位置求和：
    """);

Tensor context = alpha.transpose().reshape(4, 2, 1).times(values).sum(0);  // c, (N,H_enc)
AttentionKeys ready = AttentionKeys.of(attention, values, lengths);
System.out.println("by hand " + context.at(1));
System.out.println("package " + attention.attend(query, ready).context().detach().at(1));
Script.end(5, """
    by hand (3) [ 0.5807 -0.1418  0.0915]
    package (3) [ 0.5807 -0.1418  0.0915]
    """);

Script.say("""
    把第二句画成图，用的就是它自己的数：
    """);

Script.show(AttentionStep.of(List.of("alice", "sleeps", "<eos>", "<pad>"), scores.at(1), alpha.at(1),
    values.transpose(1, 0, 2).at(1), 3).save(Path.of("images/ch10_step.png")));
Script.end(6, """
    images/ch10_step.png
    """);

Script.say("""
    ［图：从下往上：四个源词，每个上面有一个状态，再上面是它的键、这个键和左边来的查
    询比出来的分数、权重，以及汇到求和处的线，权重多大，线就多粗，求出的和就是上下文
    变量；填充颜色很淡，没有线（images/ch10_step.png）］

    `AttentionKeys` 存着第一个查询到来之前就能备好的东西：键、值、掩码。`attend` 做
    的就是我们刚才亲手做的，另外还照顾到一种情形：有效长度是 0 时，分数全是 −∞，
    softmax 函数就成了 0/0。这时它给的权重全是 0，上下文变量也是 0。
    """);

AttentionKeys empty = AttentionKeys.of(attention, values, new int[] {4, 0});
System.out.println("length 0 " + attention.attend(query, empty).weights().detach().at(1));
Script.end(7, """
    length 0 (4) [0 0 0 0]
    """);

Script.say("""
    往回走的路
    ──────────

    梯度会怎么走？设 ∂ loss/∂c 已经到了某一步的上下文变量。上下文变量是乘积之和，照
    第 0 章说的，每个因子收到的，是梯度乘上另一个因子：

        (∂ loss)/∂αᵢ = (∂ loss)/∂c · hᵢ     (∂ loss)/∂hᵢ = αᵢ (∂ loss)/∂c

    先看左边：如果一个值指向上下文变量该去的方向，它的权重就应该变大。再看右边：编码
    器的每个状态都*直接*收到自己那一份，看了它多少，就收到多少。我们让 ∂ loss/∂c 处
    处是 1：
    """);

Tensor watched = values.withGrad();
alpha.transpose().reshape(4, 2, 1).times(watched).sum(0).sum().backward();
System.out.println("weights  " + alpha.at(1));
System.out.println("gradient " + watched.grad().transpose(1, 0, 2).at(1));
Script.end(8, """
    weights  (4) [0.4458 0.2153 0.3389 0.0000]
    gradient (4×3)
    [[0.4458 0.4458 0.4458]
     [0.2153 0.2153 0.2153]
     [0.3389 0.3389 0.3389]
     [0.0000 0.0000 0.0000]]
    """);

Script.say("""
    再想想第 2 章。上下文变量固定的时候，损失的信息要传到源句的*第一个*词，就得穿过
    编码器的每一个状态往回走，半路上就消失了。注意力机制是一条近路。我们来量一量：一
    个 31 个位置的串，一个权重随机的新模型；看从解码器第一步的未归一化的对数概率出
    发，回到*第一个*字母的嵌入那里，梯度还有多大。这个字母只出现在那一处。
    `AttentionSizes` 造的是同样的模型，只是多了注意力机制。充当损失的，是未归一化的
    对数概率的平方和；由它们算出的随便哪个数，都可以拿来用。
    """);

Architecture looking = new AttentionSizes(sizes, AttentionKind.ADDITIVE);
int[][] far = {new int[31]};
Arrays.fill(far[0], 5);
far[0][0] = 4;
far[0][30] = Vocabulary.EOS;
int[][] bos = {{Vocabulary.BOS}};
for (Architecture plan : List.of(sizes, looking)) {
  Seq2Seq fresh = plan.initialise(Generator.seeded(10));
  Tensor logits = fresh.decoder().forward(bos,
      fresh.encoder().forward(far, new int[] {31}, Mode.inference()), Mode.inference());
  logits.pow(2).sum().backward();
  Tensor first = fresh.parameters().get(0).value().grad().at(4);
  System.out.println((plan == sizes ? "fixed context " : "attention     ")
      + Numbers.scientific(StrictMath.sqrt(first.pow(2).sum().item()), 2));
}
Script.end(9, """
    fixed context 1.0e-05
    attention     1.3e-02
    """);

Script.say("""
    有了注意力机制，到达第一个字母的梯度，是原来的一千多倍，而这时模型还什么都没学。

    会回头看的解码器
    ────────────────

    `AttentionDecoder` 就是第 4 章的解码器，只改一处。放在词旁边的不再是每一步都一样
    的 c，而是 cₜ。（三种方式都是这样，`INITIAL` 也不例外，不然就谈不上注意力了。方
    式只管初始状态从哪里来。）

        cₜ = attend(sₜ₋₁)   sₜ = cell(xₜ ⊕ cₜ, sₜ₋₁)   logitsₜ = sₜ Wₒᵤₜ + bₒᵤₜ

    写成代码是三行。下面走一步，注意力和查询就用上面的。此外还要一个循环单元，一个给
    9 个词打分的输出层，还有一个词，D = 4：
    """);

GruCell cell = GruCell.uniform(4 + 3, 2, generator);
Linear outputLayer = Linear.xavier(2, 9, generator);
Tensor word = Tensor.normal(Shape.of(2, 4), 1, generator);               // x_t, (N,D)

Tensor c = attention.attend(query, ready).context();                     // c_t, (N,H_enc)
CellState s = cell.next(Tensor.concat(1, word, c), CellState.of(query)); // s_t, (N,H_dec)
Tensor logits = outputLayer.forward(s.hidden());                         // (N,V')
System.out.println(c.shape() + " " + s.hidden().shape() + " " + logits.shape());
Script.end(10, """
    (2×3) (2×2) (2×9)
    """);

Script.say("""
    `AttentionDecoder` 在循环里做的就是这些。它实现的接口和第 4 章的解码器相同，所以
    编码器、损失、训练循环和束搜索，都不用改。

    *运行之前，先猜一猜*：串、种子、各种大小和轮次都不变，现在界线在哪里？
    """);

Seq2Seq attentive = trained(looking, train, 6);
curves = curves.with("attention", ExactMatch.byLength(attentive, test, 9));
System.out.print(curves.table(3, 4, 5, 6, 7, 8));
Script.show(curves.plot("2000 strings backwards, H = 32, 6 epochs").save(Path.of("images/ch10_length.png")));
Script.end(11, """
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    attention        98.1   95.1   89.3   90.1   76.8   68.1
    images/ch10_length.png
    """);

Script.say("""
    ［图：完全匹配率随字母个数的变化：固定的上下文变量几乎降到 0，注意力机制降到三分
    之二（images/ch10_length.png）］

    解码器不必把整个串记住：它会去查。（那它的曲线为什么也往下走？每个字母都要对，所
    以哪怕错的字母不多，串越长，出错的串也越多；何况这次练得不久。下面动真格的时候，
    它几乎不降。）

    它往哪里看
    ──────────

    我们让这个模型倒着写一个串，再问它要权重。一行是一个写出来的字母，一列是源串里的
    一个字母。*运行之前，先猜一猜*这张图是什么样子。
    """);

int[] string = source.encode(List.of("g", "b", "j", "c", "a", "e"), 9);
Translation mirrored = Greedy.decode(attentive, new int[][] {string}, new int[] {7}, 9).get(0);
Alignment lookup = Alignment.of(attentive, source, target, string, 7, mirrored);
Script.show(lookup.heatmap("g b j c a e, backwards").save(Path.of("images/ch10_reversed.png")));
Script.end(12, """
    images/ch10_reversed.png
    """);

Script.say("""
    ［图：权重的热力图：一条深色的对角线，从右上到左下；它右边一格还有一条，颜色淡一
    些，只有一行例外；eos 那一行看着第一个字母（images/ch10_reversed.png）］

    深色的线从右上走到左下：写第一个字母，看最后读到的那个；写第二个，看倒数第二个。
    谁也没有教过模型这样做。没落在线上的权重，在多数行里都落在它右边一格；在 `b` 那
    一行，右边的甚至更大：0.46 对 0.39。看那里也不坏：那里的状态，前一步刚读过要写的
    字母。（最后一行在线上没有位置：要写 `<eos>` 时，模型看着 `g`，也就是整个串的开
    头。）写出的一个词是从哪些源词来的，这叫*对齐*（alignment）；在这里，看权重就相
    当清楚。

    可也不一定总是这样。我们给第 7 章的小翻译器加上注意力机制，训练好了，让它翻译一
    个填充到 7 个位置的句子。
    """);

ShortPhrases data = ShortPhrases.load();
Vocabulary english = data.source();
Vocabulary french = data.target();
ModelSizes words = new ModelSizes(CellKind.GRU, ContextMode.BOTH, english.size(), french.size(),
    24, 48, 1, 0.0);
Seq2Seq model = trained(new AttentionSizes(words, AttentionKind.ADDITIVE), data.train(), 10);
int[] ids = Arrays.copyOf(english.encode(List.of("alice", "always", "sleeps", "."), 12), 7);
Translation t = Greedy.decode(model, new int[][] {ids}, new int[] {5}, 12).get(0);
Alignment alignment = Alignment.of(model, english, french, ids, 5, t);
alignment.heatmap("alice always sleeps .").save(Path.of("images/ch10_alignment.png"));
for (int row = 0; row < alignment.target().size(); row++) {
  System.out.println(Tensor.of(alignment.weights()[row]) + " " + alignment.target().get(row));
}
Script.end(13, """
    (7) [0.5925 0.2775 0.1050 0.0245 0.0005 0.0000 0.0000] alice
    (7) [0.0150 0.0398 0.2017 0.7417 0.0018 0.0000 0.0000] dort
    (7) [0.0013 0.0008 0.0676 0.9281 0.0021 0.0000 0.0000] toujours
    (7) [0.0006 0.0007 0.0096 0.9732 0.0159 0.0000 0.0000] .
    (7) [0.0967 0.0397 0.2089 0.5651 0.0895 0.0000 0.0000] <eos>
    """);

Script.say("""
    ［图：权重的热力图，一行是一个写出的词，一列是一个源词；大部分权重落在句号那一
    列，填充的各列都是 0（images/ch10_alignment.png）］

    译文是对的，法语的副词也放在了动词后面。可是五行里只有两行，看的正是我们以为它会
    看的地方：`alice` 看着 *alice*，句号看着句号。`dort`（睡）和 `toujours`（总是）
    也看着句号。它们怎么会对呢？因为放在一个位置上的不是一个词，而是一个*状态*，而状
    态读过自己前面的所有词。句子这么短，末尾的状态就装下了全部内容，没有什么逼着模型
    去看别处。写那些串的时候，不看别处就不行。

    所以，注意力权重只告诉我们用了哪些状态，此外什么也没说。只有每个状态代表的就是自
    己那个词，权重才解释得了答案。（`<pad>` 那几列恰好是 0，不是接近 0。）`./learn
    train --attention` 在整个 `phrases` 上训练；`./learn translate --plot
    alignment.png "The girls are not thirsty."` 给你自己的句子画图。

    动真格的
    ────────

    只训练一秒钟，说明不了多少问题。`./learn bottleneck` 取 20 000 个串，每串 3 到
    30 个字母，17 000 个用来训练，2000 个用来测试。它训练三个模型，上下文变量都是固
    定的，大小各不相同；再训练一个带注意力机制的模型，每个训练 8 个轮次，要花几分
    钟。四个模型的其余条件都一样：D = 32，批量大小 32，梯度裁剪到 1，Adam 的学习率是
    0.0015，更新做完三分之二以后，降到原来的十分之一。（步子大，损失降得快，可是到最
    后只会在最低处两边来回跳；步子小了，才停得下来。）写这一页时量到的结果，和代码存
    在一起：
    """);

LengthCurves recorded = LengthCurves.recorded();
System.out.print(recorded.table(5, 8, 10, 15, 20, 25, 30));
Script.show(recorded.plot("20 000 strings backwards, 8 epochs").save(Path.of("images/ch10_bottleneck.png")));
Script.end(14, """
    exact match, %                  5      8     10     15     20     25     30
    fixed context, H = 32        80.3   30.4   10.3    0.0    0.0    0.0    0.0
    fixed context, H = 64        98.7   81.0   62.1    9.4    0.0    0.0    0.0
    fixed context, H = 128       98.7  100.0   89.7   45.8    6.1    0.0    0.0
    additive attention, H = 64  100.0  100.0  100.0  100.0   98.8  100.0  100.0
    images/ch10_bottleneck.png
    """);

Script.say("""
    ［图：完全匹配率随字母个数的变化，从 3 到 30 个：三个固定的上下文变量先后掉下
    来，注意力机制一直很高（images/ch10_bottleneck.png）］

    每个点大约来自 70 个串，所以这些数的误差和前面的一样大。上下文变量大一倍，只能多
    撑几个字母。H = 128 的固定上下文变量早就放弃的地方，H = 64 的注意力机制还稳稳当
    当。（别拿这几行去比前面的小表：这里串更多，轮次更多，学习率也不同，这些都有影
    响。）超过 30 个字母呢？没有哪个权重的形状里有 T，所以多长的串，四个模型都跑得
    动；可是它们只练过这些长度，更长的做得怎样，没有量过。

    代价是什么
    ──────────

    写 T′ 个词，每写一个都要和读过的 T 个各比一次。这就是 T · T′ 个分数，而固定的上
    下文变量根本不用比。一个分数要和 v 做 A 次乘法，对应的值在加权和里还要再做 H_enc
    次。解码器写一个词，其余的计算和 T 无关：GRU 的三个乘积，每个都从词、上下文变量
    和状态算到新状态，3 (D + H_enc + H_dec) H_dec；还有一个查询和一个键（键是每读一
    个词做一个，这里读的和写的一样多），(H_dec + H_enc) A。我们来数乘法的次数，取
    T = T′，D = 32，H_enc = H_dec = 64，A = 32。（编码器的循环单元和输出层没有算进
    去；算进去，回头看所占的比例只会更小。）

    *运行之前，先猜一猜*：从多长起，回头看的代价超过其余的一切？
    """);

for (int length : new int[] {10, 30, 100, 300, 1000, 10000}) {
  long rest = (long) length * (3 * (32 + 64 + 64) * 64 + 2 * 64 * 32);
  long looks = (long) length * length * (32 + 64);
  System.out.println("T = T' = " + length + ": " + length * (long) length + " scores, "
      + Numbers.fixed(100.0 * looks / (looks + rest), 1) + " % of the multiplications");
}
Script.end(15, """
    T = T' = 10: 100 scores, 2.7 % of the multiplications
    T = T' = 30: 900 scores, 7.6 % of the multiplications
    T = T' = 100: 10000 scores, 21.6 % of the multiplications
    T = T' = 300: 90000 scores, 45.3 % of the multiplications
    T = T' = 1000: 1000000 scores, 73.4 % of the multiplications
    T = T' = 10000: 100000000 scores, 96.5 % of the multiplications
    """);

Script.say("""
    大约从 360 个词起。对句子来说，这点代价可以忽略；对整本书来说，代价差不多全在它
    身上。训练时还要把所有注意力权重 (T′, N, T) 都留着，往回走时要用。所以，和长文本
    打交道的人，都在找一种能省去大多数比较的注意力机制。

    容易出错的地方
    ──────────────

    *softmax 函数之后才用掩码*。对所有分数取 softmax 函数，再乘上掩码，看起来没什么
    害处。反正填充也成了 0。
    """);

Tensor after = scores.softmax().times(mask);
System.out.println(after + ", each row adds up to " + after.sum(1));
Script.end(16, """
    (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.2755 0.1331 0.2095 0.0000]], each row adds up to (2) [1.0000 0.6180]
    """);

Script.say("""
    可是，softmax 函数求和的时候，填充已经算进去了。第二句的权重加起来不再是 1，差多
    少，还要看它放在哪个批量里：旁边的句子更长，它的译文就不一样了。改法：该遮的是分
    数，要在 softmax 函数之前遮。

    *拿一个有限的数冒充负无穷大*。许多程序用 −10⁹ 来代替 −∞。平时没事，直到真实的分
    数比它还小：
    """);

Tensor low = Tensor.of(-3e9f, -2e9f, 7);
Tensor twoReal = Tensor.of(1, 1, 0);
System.out.println("-1e9:      " + twoReal.where(low, Tensor.scalar(-1e9f)).softmax());
System.out.println("-infinity: "
    + twoReal.where(low, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax());
Script.end(17, """
    -1e9:      (3) [0 0 1]
    -infinity: (3) [0 1 0]
    """);

Script.say("""
    在第一行里，全部权重都落在填充上，却一个错也不报。

    缩放点积注意力
    ──────────────

    分数怎么来的，解码器并不在乎。最简单的，就是最前面那个例子里的点积：

        eᵢ = ((q W_q) · kᵢ)/√A,   kᵢ = hᵢ Wₖ

    这叫*缩放点积注意力*（scaled dot-product attention）。所有查询和所有键一起算，只
    要一次矩阵乘法，所以 Transformer 用的就是它。在 Transformer 里，一句话的所有词同
    时当查询，也就用不着循环单元了。

    为什么要除以那个平方根？点积是 A 个乘积的和。这样的和，第 7 章见过：乘积有正有
    负，真正加起来的是平方，所以它的典型大小像 √A 那样增长。差别一大，softmax 函数给
    出的权重就接近 0 和 1。在那里，它几乎没有斜率。照第 6 章说的，log αᵢ 对自己那个
    分数的斜率是 1 − αᵢ；αᵢ 本身的斜率是它的 αᵢ 倍，αᵢ (1 − αᵢ)，在两头都是 0。

    *运行之前，先猜一猜*：查询和键都是随机的，各有 A 个数，一共 8 个位置。最大的权重
    有多大？不除以平方根是多少，除以平方根又是多少？
    """);

for (int size : new int[] {4, 64, 1024}) {
  Tensor k = Tensor.normal(Shape.of(8, 100, size), 1, Generator.seeded(size));  // (T,N,A)
  Tensor q = Tensor.normal(Shape.of(100, size), 1, Generator.seeded(size + 1)); // (N,A)
  Tensor dots = k.times(q).sum(-1).transpose();                                 // (N,T)
  System.out.println("A = " + size + ", scores of size " + dots.pow(2).mean().pow(0.5));
  for (boolean scaled : new boolean[] {false, true}) {
    Tensor a = (scaled ? dots.dividedBy((float) StrictMath.sqrt(size)) : dots).softmax();
    Tensor slopes = a.times(Tensor.ones(100, 8).minus(a));
    System.out.println((scaled ? "  divided by the root: " : "  as they are:         ")
        + "largest weight " + a.max(1).mean() + ", largest slope " + slopes.max(1).mean());
  }
}
Script.end(18, """
    A = 4, scores of size 2.0196
      as they are:         largest weight 0.5585, largest slope 0.2090
      divided by the root: largest weight 0.3577, largest slope 0.2138
    A = 64, scores of size 8.0906
      as they are:         largest weight 0.8636, largest slope 0.0887
      divided by the root: largest weight 0.3564, largest slope 0.2128
    A = 1024, scores of size 31.2771
      as they are:         largest weight 0.9721, largest slope 0.0194
      divided by the root: largest weight 0.3496, largest slope 0.2149
    """);

Script.say("""
    不除以平方根，宽的模型一开始就几乎认定了一个随机的位置，而且几乎没有斜率能让它改
    变主意。除以平方根之后，多宽都没有关系。`./learn train --attention scaled-dot`
    用它来训练。加性和点积，该用哪一种？Vaswani 等人（2017，第 3.2.1 节）说，A 小的
    时候，两种差不多一样好，而点积快得多。

    形状
    ────

    内容                       形状                       怎么得到
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    值 hᵢ：编码器的输出        (T, N, H_enc)              `encoder.forward`
    键 kᵢ，每个源句只做一次    (T, N, A)                  `attention.keys`
    查询 q：这一步之前，最上   (N, H_dec)                 解码器
    面一层的状态
    掩码、分数 e、权重 α       (N, T)                     `LengthMask`、
                                                          `attention.scores`、
                                                          `MaskedSoftmax`
    一步的上下文变量 cₜ；词和  (N, H_enc)；               `attention.attend`；解码器
    上下文变量拼接             (N, D + H_enc)
    整句的权重                 (T′, N, T)                 `decoder.alignment`

    五行小结
    ────────

    • 一个大小固定的向量，装得下短句，装不下长句：这是量得出来的；隐藏单元再多，也只
      是把界线往后挪。
    • 注意力机制是变软了的 `Map`：查询和每个键都比一比，键越合得来，它的值混进来的就
      越多。
    • 查询是解码器在这一步之前的状态，第一个查询是编码器结束时的状态；键和值来自编码
      器的各个状态；掩码要用在 softmax 函数之前。
    • 梯度从每个写出的词回到每个读过的词，都有近路可走；代价是 T · T′ 个分数。
    • 权重只告诉我们用了哪些状态。只有状态代表的就是自己那个词，权重显示的才是对齐。

    如果……会怎样？
    ──────────────

    1. 如果解码器从零开始，像 `EVERY_STEP` 那样呢？它第一次问的是什么，还找得到开头
       要写的那个词吗？
    2. 如果所有的键都相等呢？上下文变量会是什么，留给解码器用的还有什么？
    3. 如果编码器像图 10.11 那样，两个方向都读呢？`toujours` 那一行会有什么变化？

    答案（../../solutions/answers.zh.md#第-10-章）

    练习
    ────

    • 练习 10.1，加性分数和带掩码的 softmax 函数：`./learn check 10.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 10.2，上下文变量和它的梯度：`./learn check 10.2`

    延伸阅读
    ────────

    • Bahdanau、Cho 和 Bengio（2015），Neural Machine Translation by Jointly
      Learning to Align and Translate（https://arxiv.org/abs/1409.0473），第 3.1 节
      和附录 A.1.2：加性注意力。他们的编码器两个方向都读。Luong、Pham 和 Manning
      （2015），Effective Approaches to Attention-based Neural Machine Translation
      （https://arxiv.org/abs/1508.04025）：用点积当分数，查询取这一步*之后*的状态。
    • 瓶颈：Cho、van Merriënboer、Bahdanau 和 Bengio（2014），On the Properties of
      Neural Machine Translation（https://arxiv.org/abs/1409.1259）。
    • Vaswani 等人（2017），Attention Is All You Need
      （https://arxiv.org/abs/1706.03762），第 3.2 节：从这里通向 Transformer 的那一
      步。
    • 权重解释得了什么：Jain 和 Wallace（2019），Attention is not Explanation
      （https://arxiv.org/abs/1902.10186）。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，注意力提示
      （https://zh.d2l.ai/chapter_attention-mechanisms/attention-cues.html）：讲查
      询、键和值；还有 Bahdanau 注意力
      （https://zh.d2l.ai/chapter_attention-mechanisms/bahdanau-attention.html）。
    • Goodfellow、Bengio 和 Courville，*Deep Learning*（2016），第 12.4.5.1 节，用注
      意力机制对齐数据
      （https://www.deeplearningbook.org/contents/applications.html）。
    • 代码：`Attention`（../main/java/seq2seq/ch10_attention/Attention.java） 和
      `AdditiveAttention`
      （../main/java/seq2seq/ch10_attention/AdditiveAttention.java） 就是那些公式；
      `AttentionDecoder`
      （../main/java/seq2seq/ch10_attention/AttentionDecoder.java） 最好对照第 4 章
      的 `ConcatDecoder`（../main/java/seq2seq/ch04_decoder/ConcatDecoder.java） 来
      读。

    ────────────────────────────────────────

    第 9 章：循环神经网络家族（ch09_architectures.md） · 目录（README.md） · 下一
    页：第 11 章：你自己的翻译器（ch11_capstone.md） · 或者往前走：PyTorch
    （onward.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
