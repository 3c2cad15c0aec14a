// ch06_loss.jsh 由 `./learn export --language zh` 从 zh/ch06_loss.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch06_loss.jsh
// 想从它结束的地方接着试：./learn jshell 6

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.*;
import seq2seq.plot.BarPlot;
import seq2seq.plot.Heatmap;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch06_loss.md");

Script.say("""
    第 6 章：掩码损失
    ═════════════════

    *问题：只看真实的词，怎样用一个数说出模型错得有多厉害？*

    第 4 章的解码器，最后给出的是未归一化的对数概率（logits）：每句话的每个位置上，
    词表里的每个词都有一个数。训练却要把这一切归结成一个数：模型越好，这个数越小。学
    完这一章，你会算这个数，既不会上溢，也不会把填充算进去；常见的错误算法有四种，你
    看看数值和梯度，就认得出是哪一种。
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.LOSS).
    save(Path.of("images/ch06_model.png")));
Script.end(1, """
    images/ch06_model.png
    """);

Script.say("""
    ［图：整个模型；涂了颜色的是损失：每写出一个词就有一个，夹在模型的输出和正确的词
    之间（images/ch06_model.png）］

    思路
    ────

    模型每写一个词，都要做一次选择。我们可以数它选错了几次，可是这样丢掉的信息太多：
    一个模型把第二大的概率给了正确的词，另一个几乎没给它概率，两个都算是选错了，看不
    出分别。更糟的是，权重动一点点，选错的次数并不变，也就没有斜率可以顺着走。

    所以，我们不看它会选哪个词，而是把未归一化的对数概率变成概率，只看其中一个：它给
    了*正确*的词多大的概率。如果是 1，这个位置的损失就是 0；概率越小，损失越大。然
    后，对批量里的各个位置取平均。填充的位置不算，因为那里的“正确的词”只是用来充数
    的。

    公式
    ────

    在一个位置上，未归一化的对数概率是 V′ 个数 o₀, o₁, …，目标词表里每个词一个；正确
    的词的编号是 y。（编号从 0 数起。还有，o 不再是第 2 章的输出门了：从第 4 章起，
    它是未归一化的对数概率。）于是

        pₖ = softmax(o)ₖ = e^oₖ/(Σⱼ e^oⱼ)     loss at this place: ℓ = −log p_y

    对一个批量，我们用第 5 章的掩码：真实的词那里是 1，填充那里是 0。这样得到的就
    是*掩码损失*（masked loss）：

        loss = (Σₜ,ₙ maskₜ,ₙ ℓₜ,ₙ)/(Σₜ,ₙ maskₜ,ₙ)

    未归一化的对数概率是 (T′, N, V′)，正确的词是编号 (N, T′)，损失和掩码是 (T′, N)，
    整个批量的损失是一个数。掩码按*目标*句的长度来做，因为要评判的是该写出来的那些
    词。（这里说的“词”，就是第 1 章的词元。序列结束词元也算一个：该停的时候停，也是
    翻译的一部分。正确的词要是不在词表里，那里的 `<unk>` 也算。）

    从分数到损失，先看一个位置
    ──────────────────────────

    词表就取三个词，V′ = 3，未归一化的对数概率是 2、0、1。以 e 为底取指数，个个变成
    正数；再除以总和，加起来就是 1。这就是 *softmax 函数*。
    """);

Tensor logits = Tensor.of(2, 0, 1);
Tensor powers = logits.exp();
System.out.println("probabilities  " + powers.dividedBy(powers.sum()));
System.out.println("softmax        " + logits.softmax());
Script.end(2, """
    probabilities  (3) [0.6652 0.0900 0.2447]
    softmax        (3) [0.6652 0.0900 0.2447]
    """);

Script.say("""
    起作用的是两个数的*差*：第一个比第三个大 1，概率就是第三个的 e ≈ 2.718 倍
    （0.6652 对 0.2447）。给每个数都加上 50，概率一个也不变，因为每个幂都变成原来的
    e⁵⁰ 倍，总和也是。

    把正确的词的概率取对数，再添上负号，就是这个位置的损失，叫做*交叉熵*
    （cross-entropy）。我们用的是自然对数，这样得到的损失，单位叫做*奈特*（nat）。

    *运行之前，先猜一猜*：一个什么也没学过的模型，给 V′ = 200 个词的概率都一样。它的
    损失大约是多少？
    """);

System.out.println("each word, if right: " + logits.softmax().log().negate());
System.out.println("word 1 is right:     " + logits.crossEntropy(1) + " nats");
for (float probability : new float[] {1, 0.5f, 0.01f, 0.005f}) {
  Tensor loss = Tensor.scalar(probability).log().negate();
  System.out.println(Numbers.fixed(probability, 3) + " for the right word costs " + loss);
}
Script.end(3, """
    each word, if right: (3) [0.4076 2.4076 1.4076]
    word 1 is right:     2.4076 nats
    1.000 for the right word costs 0
    0.500 for the right word costs 0.6931
    0.010 for the right word costs 4.6052
    0.005 for the right word costs 5.2983
    """);

Script.say("""
    未归一化的对数概率相差多少，损失就相差多少，不多也不少。概率减半，损失总是多
    0.6931 奈特，从 1 到 0.5 是这样，从 0.01 到 0.005 也是这样。最后一行就是答案：
    log 200 = 5.2983 奈特。刚造好的模型，第一个损失应当在 log V′ 附近；高出很多，就
    说明哪里错了。

    为什么要取对数？正确的词得到的概率越大，1 − p_y 不也就越小吗？可是，正确的词得到
    0.01 也好，得到 0.0001 也好，1 − p_y 几乎一样。模型错得最厉害的地方，它偏偏最
    平，几乎没有斜率可以顺着走。对数不一样：正确的词得到的概率越小，损失就越大，没有
    止境；模型错得越厉害，损失拉它的劲也越大。下面还有第二个理由：从“让正确的译文概
    率最大”出发，推出来的正是对数。

    同一个式子，怎样算才稳
    ──────────────────────

    照着公式直接算，并不保险。float 装不下比 3.4 · 10³⁸ 大的数，而 e⁸⁹ 已经比它大
    了。算出来就是无穷大，这叫*上溢*（overflow）。
    """);

Tensor large = Tensor.of(1002, 1000, 1001);
System.out.println("as it stands:  " + large.exp().dividedBy(large.exp().sum()));
Tensor shifted = large.minus(large.max(0));
System.out.println("largest off:   " + shifted.exp().dividedBy(shifted.exp().sum()));
System.out.println("softmax:       " + large.softmax());
Tensor sure = Tensor.of(200, 0);
System.out.println("softmax, then log: " + sure.softmax().log().negate());
System.out.println("in one go, word 1: " + sure.crossEntropy(1));
Script.end(4, """
    as it stands:  (3) [NaN NaN NaN]
    largest off:   (3) [0.6652 0.0900 0.2447]
    softmax:       (3) [0.6652 0.0900 0.2447]
    softmax, then log: (2) [       0 Infinity]
    in one go, word 1: 200
    """);

Script.say("""
    无穷大除以无穷大，得 NaN；损失里有一个 NaN，下一次更新就让每个参数都变成 NaN。可
    这几个数，不过是刚才那几个各加了 1000。改法是先减去最大的那个数，M：

        log Σⱼ e^oⱼ = M + log Σⱼ e^(oⱼ−M),   M = maxⱼ oⱼ

    现在，最大的幂是 e⁰ = 1，总和至少是 1，它的对数就是有限的。（往回走时，M 不留痕
    迹：等号两边是同一个函数，斜率自然也相同。）输出的最后两行，让你看到另一端的陷
    阱：概率可能小到 float 只能存成 0，而 0 的对数是负无穷大。所以 ℓ = log Σⱼ e^oⱼ −
    o_y 要一步算到底，绝不能先算好 softmax 函数的值，再去取对数。

    对真实的词取平均
    ────────────────

    取两句话，正确答案是 A B C 和 D，有效长度是 3 和 1；模型写的是 A B F 和 D Z X。
    假设六个位置的损失如下；这里为了好读，把句子放在前面，形状是 (N, T′)。按公式的次
    序来：乘掩码，加起来，只除一次，除数是掩码里 1 的个数。
    """);

Tensor losses = NotesExample.losses();
Tensor mask = NotesExample.mask();
Tensor kept = losses.times(mask);
System.out.println("losses " + losses);
System.out.println("kept " + kept);
Tensor mean = kept.sum().dividedBy(mask.sum());
System.out.println("loss       " + kept.sum() + " / " + mask.sum() + " = " + mean);
System.out.println("MaskedLoss " + MaskedLoss.mean(losses, mask));
Script.end(5, """
    losses (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 5.0000 6.2000]]
    kept (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 0.0000 0.0000]]
    loss       2.8000 / 4 = 0.7000
    MaskedLoss 0.7000
    """);

LossGrid grid = LossGrid.of(losses, mask);
Script.show(grid.withWords(List.of(List.of("A", "B", "C"), List.of("D", "<pad>", "<pad>"))).
    save(Path.of("images/ch06_grid.png")));
Script.end(6, """
    images/ch06_grid.png
    """);

Script.say("""
    ［图：六个损失排成两行；填充上的两个打了叉（images/ch06_grid.png）］

    真实的位置里，三个好，一个不好：正确的词 C 只得到 e^(−2.5) ≈ 0.08。最大的两个损
    失，5.0 和 6.2，都在填充上，模型在那里答什么都无所谓。前面见过，在两个词里猜一个
    要付 0.6931 奈特，而 e^(0.7) ≈ 2.01，所以这个结果可以用大白话来说：平均下来，模
    型心里没底的程度，相当于要在两个词里猜一个。（e 的损失次方，叫做*困惑度*
    （perplexity）。什么也不懂的模型，困惑度是 V′。）

    损失能降到多低？降不到 0，因为语言总留着选择的余地。每个位置上，只有给定的译文里
    的那个词才算正确，同义词和胡话一样要付出代价。可是，如果一半的译文写 *rapide*，
    一半写 *vite*，模型最好也只能各给一半，在这个位置上就要付 0.6931 奈特。所以，一
    个损失是好是坏，只能和同样的句子上别的损失比：和 log V′ 比，和别的模型比。（别的
    模型也得用同一个词表：`<unk>` 越多，要分辨的词就越少，什么也没多学，损失就低
    了。）

    这和 log P(Y|X) 有什么关系
    ──────────────────────────

    第 0 章说到训练的目标，用的是另一种说法：一个句对，就是源句 X 和它的译文 Y；要让
    log P(Y | X) 在所有句对上的平均尽可能大。这是同一个目标吗？

    一整句话的概率有多大？写出一句话，就是写出第一个词，*然后*写出第二个词，*然后*写
    出第三个词。假设 2 回里有 1 回，模型开头写的是“nous”；写了“nous”以后，4 回里有 1
    回接着写“dormons”。那么，8 回里有 1 回，开头是“nous dormons”。几件事要一件接一件
    全都发生，概率就相乘，前提是每个概率都以*前面的事全都发生了*为条件。解码器的概率
    正是这一种：到了第 t 步，它知道前面的词 y₁, …, yₜ₋₁，也知道源句。所以，一句话的
    概率是一个乘积；取了对数，乘积就成了和：

        log P(Y | X) = Σₜ₌₁ˡᵉⁿᵍᵗʰ log P(yₜ | y₁, …, yₜ₋₁, X) = −Σₜ₌₁ˡᵉⁿᵍᵗʰ ℓₜ

    这个 log P 是一句话的*对数概率*（log-probability of a sentence）：真实位置上的损
    失加起来，再添上负号。取对数还省去一个麻烦：五十个词的句子，概率太小，float 可能
    把它舍入成 0，它的对数却是个平常的数，比如 −120。（`logProbability` 要时间步在
    前，所以先转置。）
    """);

Tensor logP = MaskedLoss.logProbability(losses.transpose(), mask.transpose());
System.out.println("log P of each pair  " + logP);
System.out.println("mean over the pairs " + logP.mean());
Script.end(7, """
    log P of each pair  (2) [-2.7000 -0.1000]
    mean over the pairs -1.4000
    """);

Script.say("""
    为什么是 log P 的平均，不是 P 的平均？各个句对相互独立，所以模型给*全部*正确译文
    合在一起的概率，又是一个乘积，它的对数就是所有 log P 之和。log P 的平均最大的时
    候，人们真正写下的那些译文，合在一起就最可能。要是取 P 的平均，哪怕有个译文在模
    型看来绝无可能，平均值也几乎不变。

    那么，我们的损失是同一个目标吗？损失之和都是 2.8，求 log P 的平均，除以 2 个句
    对；求我们的损失，除以 4 个词。在一个批量里，哪些权重最好，两种除法没有分别；而
    按词平均的损失，句子再长也不会跟着变大。放到许多批量上，就有一点小小的分别了。一
    个批量不管有多少词，都只算一次：批量有 40 个词，每个词的分量是 1/40；有 200 个
    词，就只有 1/200。训练时，几乎人人都用按词平均的损失。

    梯度
    ────

    训练要用到导数，也就是损失对每个未归一化的对数概率的导数。一个位置的损失写成 ℓ =
    log Σⱼ e^oⱼ − o_y，两部分分开来求。

    log S 的导数，是 1/S 乘以 S 的导数。这里 S = Σⱼ e^oⱼ，只有一项跟 oₖ 有关，所以 S
    的导数是 e^oₖ。合起来是 e^oₖ / Σⱼ e^oⱼ，正好就是 pₖ。第二部分是 −o_y，对正确的
    词，导数是 −1，对其他词都是 0；我们用 [k = y] 表示“k 是正确的词时为 1，否则为
    0”。在批量里，每个位置都乘上自己的掩码，再除以真实词的个数：

        ∂ℓ/∂oₖ = pₖ − [k = y]
        (∂ loss)/∂oₜ,ₙ,ₖ = maskₜ,ₙ/(Σ mask) (pₜ,ₙ,ₖ − [k = yₜ,ₙ])

    *softmax 函数值减去独热向量*：错的词，得了多少概率，就往下压多少；正确的词，还缺
    多少概率，就往上推多少。我们拿随机数来试，V′ = 5，长度是 3 和 1。
    """);

int[][] words = {{1, 2, 3}, {4, 0, 0}};
int[] lengths = {3, 1};
Tensor o = Tensor.normal(Shape.of(3, 2, 5), 1, Generator.seeded(6)).withGrad();
MaskedLoss.of(o, words, lengths).backward();
System.out.println("time 0, sentence 0: " + o.grad().at(0).at(0));
System.out.println("by hand:            "
    + o.softmax().at(0).at(0).minus(Tensor.of(0, 1, 0, 0, 0)).dividedBy(4));
String[] places = {"1: A", "1: B", "1: C", "2: D", "2: padding", "2: padding"};
float[][] rows = o.grad().transpose(1, 0, 2).reshape(6, 5).toRows();
Heatmap picture = Heatmap.of(rows, places, new String[] {"<pad>", "A", "B", "C", "D"});
picture = picture.withTitle("Gradient of the loss with respect to the logits").withSigns();
picture = picture.withAxes("sentence: right word", "word of the vocabulary");
picture = picture.withScale("nats per unit of logit").withValues(3);
Script.show(picture.save(Path.of("images/ch06_gradient.png")));
Script.end(8, """
    time 0, sentence 0: (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    by hand:            (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    images/ch06_gradient.png
    """);

Script.say("""
    ［图：六行梯度：真实的行里，正确的词那一格是负的，其余是正的；填充的两行全是 0
    （images/ch06_gradient.png）］

    每一行的名字里，先是句子（在这里从 1 数起），再是正确的词。每个真实的行里，负的
    那一格正好落在正确的词上，整行加起来是 0，因为各个概率加起来是 1，而正确的词那里
    又减去了 1。填充的两行则恰好全是 0。

    容易出错的地方
    ──────────────

    要记住的就这一句：乘掩码，加起来，*只除一次*，除以真实词的个数。`WrongMeans` 每
    次只弄坏其中一处，没有一种会报错。
    """);

List<WrongMeans.Row> means = WrongMeans.all(losses, mask);
means.forEach(System.out::println);
String[] names = {"right", "no mask", "over all", "mask late", "twice", "per sentence"};
double[] values = means.stream().mapToDouble(WrongMeans.Row::value).toArray();
Script.show(BarPlot.of("Six means of the same six losses", "mean", "nats per word", names).
    with("loss", values).withValues(4).withReference(0.7, "real words").
    withGroups("right", "wrong", "wrong", "wrong", "wrong", "another question").
    save(Path.of("images/ch06_loss.png")));
Script.end(9, """
    0.7000  right: Σ loss·mask / Σ mask
    2.3333  no mask: Σ loss / (N·T)
    0.4667  masked, over all positions: Σ loss·mask / (N·T)
    2.3333  mask after averaging: Σ mean·mask / Σ mask
    0.2333  divided twice: Σ (Σ loss·mask / T) / Σ mask
    0.5000  mean of sentence means (not wrong, another question): mean of (Σ_t loss·mask / Σ_t mask)
    images/ch06_loss.png
    """);

Script.say("""
    ［图：柱状图：正确 0.7，没有掩码 2.3333，除以所有位置 0.4667，平均之后才乘掩码
    2.3333，除了两次 0.2333，各句平均的平均 0.5（images/ch06_loss.png）］

    *2.3333：没有掩码*。14.0 / 6：6 是全部位置的个数，2 句话，每句 T′ = 3 个（打印出
    来的那一行写作 N·T）。填充上的两个损失，占了总和的五分之四：这样训练，学得最多的
    是怎么写填充。

    *0.4667：乘了掩码，却对所有位置取平均*。2.8 / 6：填充清成了 0，清点个数时却照样
    算在内，好像模型在那里猜得分毫不差。更糟的是，填充的多少一变，这个数就跟着变。我
    们给这两句话各添九个填充位置：
    """);

Tensor wider = Tensor.concat(1, losses, Tensor.full(Shape.of(2, 9), 5));
Tensor widerMask = LengthMask.of(lengths, 12);
System.out.println("over all positions: " + wider.times(widerMask).mean());
System.out.println("over real words:    " + MaskedLoss.mean(wider, widerMask));
Script.end(10, """
    over all positions: 0.1167
    over real words:    0.7000
    """);

Script.say("""
    模型猜得一模一样，损失却只有原来的四分之一，梯度也是。

    *0.2333：除了两次*。(2.7/3 + 0.1/3) / 4：损失函数给每句话返回一个平均，是对全部
    T′ = 3 个位置取的；训练循环又拿词数除了一次。《动手学深度学习》0.17 版（PyTorch
    版，第 9.7 节（https://classic.d2l.ai/chapter_recurrent-modern/seq2seq.html））
    为翻译器报告的损失，就是这样的数。

    *又是 2.3333：掩码来晚了*。损失函数要是已经取过平均，这时拿掩码去乘这一个数，然
    后再取平均，掩码就什么作用也没有了。同一本书的 Java 版，序列到序列学习那一节就是
    这样：它用的库里，损失函数返回的已经是对时间步的平均；而 Python 版特意要来的，是
    一个个分开的损失（`reduction='none'`）。

    可是一看梯度，它就露馅了：第二句的每个损失，各占多大分量？
    """);

Tensor late = NotesExample.losses().withGrad();
late.mean().times(mask).sum().dividedBy(mask.sum()).backward();
System.out.println("mask after averaging " + late.grad().at(1));
Tensor right = NotesExample.losses().withGrad();
MaskedLoss.mean(right, mask).backward();
System.out.println("mask before          " + right.grad().at(1));
Script.end(11, """
    mask after averaging (3) [0.1667 0.1667 0.1667]
    mask before          (3) [0.2500 0.0000 0.0000]
    """);

Script.say("""
    写一个测试，要求填充处的梯度恰好是 0，这类错误就一个也跑不掉。

    *0.5：答的是另一个问题*。每句话先取自己的平均，再对句子取平均，(0.9 + 0.1)/2，这
    不算错：它让每句话一样重，而不是让每个词一样重。

    *没有什么可平均*。如果没有一个位置是真实的，公式就成了 0/0；`MaskedLoss` 抛出异
    常，不让 NaN 传下去。不该算的损失里要是有 NaN，它也不怕：它用的是选择，不是乘法
    （第 5 章）。

    *占的内存太多*。对词表里的每个词，输出层有 H 个权重和一个偏置，而一个批量的未归
    一化的对数概率，却有 N · T′ 个数，通常比 H 大得多：32 句话、每句十个词，就是 320
    个。词表一大，它们占的内存就比全部权重加起来还多。所以训练时，模型用的是这些公式
    的另一种更快的写法 `engine/fused/OutputLoss`：它一次只为几百个位置算出未归一化的
    对数概率、损失和梯度，结果逐位相同。

    形状
    ────

    内容                           形状         怎么得到
    ─────────────────────────────  ───────────  ────────────────────────────────────
    未归一化的对数概率             (T′, N, V′)  解码器，第 4 章
    每个位置的损失，奈特           (T′, N)      `MaskedLoss.perToken(logits, words)`
    掩码，时间步在前               (T′, N)      `LengthMask.timeMajor(lengths, T')`
    损失，每个真实词多少奈特       ()           `MaskedLoss.mean(losses, mask)`，或
                                                `MaskedLoss.of(logits, words,
                                                lengths)`
    每个句对的 log P(Y | X)，奈特  (N)          `MaskedLoss.logProbability(losses,
                                                mask)`

    五行小结
    ────────

    • softmax 函数把未归一化的对数概率变成概率；把正确的词的概率取对数，再添上负号，
      就是这个位置的损失。
    • 先减去最大的数；绝不能先算好 softmax 函数的值，再去取对数。
    • 乘掩码，加起来，只除一次，除以真实词的个数。
    • 一句话的损失加起来，再添上负号，就是 log P(Y | X)：给定前面的词，各个词的概率
      相乘，再取对数。
    • 在真实的词上，梯度是 softmax 函数值减去独热向量；在填充上，梯度恰好是 0。

    如果……会怎样？
    ──────────────

    1. 如果刚造好的模型，在 V′ = 171 个词上，损失是 9.3 奈特呢？你会去查什么？
    2. 如果不让批量里的每个词一样重，而让每句话一样重，长句和短句没有分别呢？翻译器
       用在什么场合，这样的损失会更好？
    3. 如果正确的词的概率恰好是 0 呢？损失会是什么？未归一化的对数概率都是平常的数，
       会有这种事吗？

    答案（../../solutions/answers.zh.md#第-6-章）

    练习
    ────

    • 练习 6.1，数值稳定的 log-softmax：`./learn check 6.1`（怎么做练习
      （../../exercises/README.zh.md））
    • 练习 6.2，掩码交叉熵，只算有效的词元：`./learn check 6.2`
    • 练习 6.3，它对未归一化的对数概率的梯度：`./learn check 6.3`

    延伸阅读
    ────────

    • Ian Goodfellow、Yoshua Bengio 和 Aaron Courville，*Deep Learning*（2016）：第
      4.1 节，上溢和下溢
      （https://www.deeplearningbook.org/contents/numerical.html）；第 6.2.2.3 节，
      softmax 单元（https://www.deeplearningbook.org/contents/mlp.html）；第 10.4
      节，这一对网络训练的目标是什么
      （https://www.deeplearningbook.org/contents/rnn.html）。
    • Zhang、Lipton、Li 和 Smola，《动手学深度学习》，softmax 回归
      （https://zh.d2l.ai/chapter_linear-networks/softmax-regression.html）：从信息
      论的角度，讲同一个损失。
    • 代码：先读 `MaskedLoss`（../main/java/seq2seq/ch06_loss/MaskedLoss.java）。

    ────────────────────────────────────────

    第 5 章：广播掩码（ch05_mask.md） · 目录（README.md） · 下一章：第 7 章：八步训
    练（ch07_training.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
