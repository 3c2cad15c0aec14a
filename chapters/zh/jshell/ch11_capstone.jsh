// ch11_capstone.jsh 由 `./learn export --language zh` 从 zh/ch11_capstone.md 生成：请改那个文件，不要改这一个。
// 它打印这一章和各单元格的输出；只要有一处输出与页上不同，就以状态 1 结束：
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/zh/jshell/ch11_capstone.jsh
// 想从它结束的地方接着试：./learn jshell 11

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch11_capstone.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // 没有类路径时保持为 1
Script.begin("zh/ch11_capstone.md");

Script.say("""
    第 11 章：你自己的翻译器
    ════════════════════════

    *问题：你写的那些零件，装在一起转得起来吗？*

    练习里有二十道，写的都是翻译器的零件。（另外十道，写的是这个翻译器用不到的：标量
    和广播，普通循环单元和 LSTM，拆开的宽权重，第 9 章的家族，还有注意力。）你写过掩
    码，写过循环单元、损失和 Adam 的一步，每一个都单独通过了测试。每个测试，只管一个
    零件算出的数对不对。这些零件合起来是不是一个翻译器，还没有哪个测试管过。学完这一
    章，你的零件会译出一个句子；你还会看到，单单一个零件错了，其余的零件会怎么样。

    单独都对的零件，装在一起会不会错？会。有的零件会改动借来的数组，有的会把一个数从
    这次调用留到下次；测试只调用一次，谁也看不出来。也有两个零件各自都通过了测试，彼
    此却对不上：一个把 `<eos>` 算作词，另一个不算。还有些小小的不准，测试放过去了，
    几百次更新之后却越滚越大。这门课的测试，查的是我们想得到的错；别的错还有没有，要
    把整个翻译器装起来才知道。

    这一章不计分。练习的分由 `./learn check` 来算，挣那些分，为的就是这一章。

    思路
    ────

    模型就是第 3 章和第 4 章的那个，小到用普通数组也算得动：编码器两层，H_enc = 24；
    一个状态桥接；解码器一层，H_dec = 32，每个词旁边都放着上下文变量；还有 D = 16。
    数据是第 7 章的短句。新的只有一点：*由谁来算*。每个零件前面都有一个接口。练习拿
    了满分，接口后面站着的就是你的类；没拿满分，就是课程的类。（单子上的号码就是练习
    （../../exercises/README.zh.md）的号码，中文名字也在那里；号码和名字后面，说的是
    这个零件管什么。）
    """);

for (Part part : Part.values()) {
  System.out.println(part + " " + part.does());
}
Script.end(1, """
    0.3 gradients of a matmul teaches the output layer
    1.1 padded ids makes every batch
    1.2 embedded batch turns ids into vectors, on both sides
    1.3 gradient of the lookup teaches both embedding tables
    2.2 GRU step is the cell of encoder and decoder
    3.1 L layers over T steps runs the cells of encoder and decoder
    3.2 last real state says what the encoder hands over
    4.1 context beside the word makes what the decoder reads
    4.3 bridge makes the decoder's first state
    5.1 length mask says which words count in the held-out loss
    6.1 log-softmax gives the held-out loss and the beam their probabilities
    6.2 masked loss is the training loss that is shown
    6.3 gradient of the loss is where the way back begins
    7.1 teacher shift says what the decoder reads and must say in training
    7.2 clip shortens gradients that are too long
    7.3 Adam moves every parameter
    7.4 eight steps calls everything in training
    8.1 greedy decoding writes the translations
    8.2 beam search writes them again, with a beam of 4
    8.3 BLEU judges what was written
    """);

Script.say("""
    在终端里，一条命令就全办了。它检查你的类，说出哪些零件是你的，用它们来训练；再只
    用课程的零件训练一遍，作个对照，说出两边的损失最后差多少；然后翻译：

        ./learn train --mine

    写了却还没拿满分的零件，程序随后会一个一个单独装上去试，并告诉你每个零件改变了什
    么。（要是二十个都是你的，结局却和课程的差得远呢？那就在一半零件里放回 `throw
    new Todo(...)`，让课程的顶上。两次运行要是这下一致了，该查的零件就在这一半里。）
    句子总是同样的那些，这样各次运行才好比较；想用自己的句子，就用 `./learn train
    --pairs FILE`，那里用的是课程的零件。

    课程的零件
    ──────────

    在笔记本里，我们自己动手来装。`CourseParts` 里是课程的零件，`Capstone.run` 是整
    个程序：做批量，训练，翻译没进过任何批量的句子。先大致看一眼，四个轮次就够。*运
    行之前，先猜一猜*：目标语言的词表有 171 个词。一个什么都不懂的模型，损失是多少？
    一个轮次之后，留出集上的损失又会到哪里？
    """);

Capstone.Result course = Capstone.run(new CourseParts(), 4, System.out::println);
Script.show(course);
Script.end(2, """
    epoch 1 of 4: training 3.6576, held out 2.9068
    epoch 2 of 4: training 2.5554, held out 2.3850
    epoch 3 of 4: training 2.1041, held out 2.0928
    epoch 4 of 4: training 1.8835, held out 2.0176
    held out 2.0176, training 1.8835, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    什么都不懂的模型，损失是 log 171 = 5.14；第一个轮次里的平均，就已经比它低得多
    了；这个轮次之后，留出集上的损失更低，是 2.9068，因为它是在轮次结束时量的（第 7
    章）。BLEU 分数还是 0，看看译文就知道为什么：
    """);

for (String[] pair : course.translations()) {
  System.out.println(pair[0] + " → " + pair[1]);
}
Script.end(3, """
    i am resting. → elle est.
    what old books! → est-ce qu'elle a travaillé ?
    they left yesterday. → elle aime les.
    is she sad? → est-ce qu'elle a dormi ?
    we often sing. → elle est malade.
    they like meat. → elle aime les.
    """);

Script.say("""
    语言是对的，说的却是另一回事：没有一处连着四个词都对，所以 BLEU 分数里的乘积是 0
    （第 8 章）。跑满十六个轮次，留出集上的损失会降到 0.92，BLEU 分数会升到 0.23：运
    行 `./learn train --mine` 就看得到。比起第 7 章的模型在同样的句子上的成绩，这还
    差得远。这个模型更小，好让你的普通数组少花些时间；批量只做一次，换的只是先后次
    序；学习率在一次运行里从 0.02 降到 0，好让换上不同零件的各次运行，结果可以互相比
    较。造它是为了比较零件，不是为了拿好成绩。

    一个错的零件
    ────────────

    你的一个零件，就是一个方法。我们把课程的一个零件换成带错的，就是第 5 章把 `<` 写
    成 `<=` 的那个错，别的一概不动。*运行之前，先猜一猜*：在这里，掩码只管一件事：哪
    些词算进留出集上的损失。这个损失会变高，还是变低？
    """);

Parts oneTooMany = new CourseParts() {
  @Override public int[][] mask(int[] lengths, int steps) {
    int[] longer = Arrays.stream(lengths).map(length -> Math.min(steps, length + 1)).toArray();
    return super.mask(longer, steps);
  }
};
Capstone.Result masked = Capstone.run(oneTooMany, 4, line -> {});
System.out.println("right mask: " + course);
System.out.println("wrong mask: " + masked);
Script.end(4, """
    right mask: held out 2.0176, training 1.8835, BLEU greedy 0.000, beam 0.000
    wrong mask: held out 3.5726, training 1.8835, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    训练损失一位也没变，因为训练时谁也不看这个掩码。变的只是*评判*：每个句子多算进一
    个填充的位置，而在那种位置上，模型从来没学过什么，所以看上去比实际差。

    再来一个影响训练的。编码器交出的，是批量最后一步之后的状态，好像填充也是词（第 3
    章）：
    """);

Parts lastStep = new CourseParts() {
  @Override public double[][] lastState(double[][][] states, int[] lengths) {
    return states[states.length - 1];
  }
};
Script.show(Capstone.run(lastStep, 4, line -> {}));
Script.end(5, """
    held out 2.0271, training 1.8941, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    差了一点，也就一点。只看这个数，谁也找不出错来：短句的批量里没有多少填充，模型学
    着学着，就和这个错相安无事了。测试就是为此而设的；零件要通过它的全部测试才算你
    的，也是为此。

    还有一个错，动静很大：更新参数的时候，忘了这一步该*逆着*梯度走。
    """);

Parts uphill = new CourseParts() {
  @Override public Updated adam(double[] values, double[] gradient, double[] mean,
      double[] square, int update, double rate) {
    double[] turned = Arrays.stream(gradient).map(g -> -g).toArray();
    return super.adam(values, turned, mean, square, update, rate);
  }
};
Script.show(Capstone.run(uphill, 1, System.out::println));
Script.end(6, """
    epoch 1 of 1: training 8.8715, held out 11.6666
    held out 11.6666, training 8.8715, BLEU greedy 0.000, beam 0.000
    """);

Script.say("""
    远远高于 5.14：什么都不懂的模型，只是拿不定主意；这一个，是学会了犯错。

    不能用的零件
    ────────────

    `Assembly` 把两种零件装在一起。你的零件交回来的东西，它先看一看，再往下算：形状
    对不对，每个数是不是有限。只要有一样不对，运行就到此为止，并报出是哪道练习：
    """);

Parts broken = new CourseParts() {
  @Override public double loss(double[][][] logits, int[][] words, int[] lengths) {
    return 0.0 / 0;
  }
};
Script.fails(() -> {
  Capstone.run(new Assembly(broken, List.of(Part.LOSS)), 1, line -> {});
});
Script.end(7, """
    PartException: your 6.2 masked loss returned a loss of NaN
    """);

Script.say("""
    `./learn train --mine` 也会在那里停下；你要是加上 `--keep-going`，它就在那个位置
    换上课程的零件，接着往下走。零件抛出异常，或者再也不返回，它也看得出来。

    梯度从哪里来
    ────────────

    大多数练习只要算出值，不要梯度：GRU 的一步，你写了怎样往前算，没人让你对它求导。
    所以引擎在你旁边，用同样的数，把同一个公式也算一遍，只取它往回走的那一段。往前走
    的，是你的数。往回走的路上，你的零件也有三个要出力：6.3 起头，0.3 把梯度带过输出
    层，1.3 在嵌入表里收尾。

        forward: yours
        backward: (∂ (the right formula))/(∂ (its inputs)) , at your numbers

    所以，往前算的零件要是写错了，错得不声不响：梯度是正确的公式的梯度，参数照它来
    改，迁就的是正确的公式，不是你的零件真正算出来的东西。

    一样，能一样到什么程度
    ──────────────────────

    你的数组里是 `double`，课程的张量里是 `float`。我们把课程里做好的二十个答案全放
    到你的位置上，十六个轮次之后，两边留出集上的损失是 0.9213 和 0.9213，相差
    0.000008。这点差别，单是舍入就会有，而每次更新都可能把它放大。轮次加到三十，学习
    率再高些，两边就差出 0.02：两个都对，却是两个不同的模型。所以，程序趁差别还能说
    明问题，就停下来了。

    用普通数组要多花些时间，却没有想象的那么多，因为课程的零件为了往回走，反正也在旁
    边算着：训练的时间，是只用课程的零件时的 1.2 到 1.4 倍。

    五行小结
    ────────

    • 翻译器就是二十个小零件；换哪一个都行，其余的不用动。
    • 损失看不出来的，测试查得出来：错一个零件，损失也许只差零点零几，看着像是运气不
      好。
    • 管评判的零件错了（掩码、显示出来的损失、BLEU 分数），变的是你读到的数；干活的
      零件错了，变的是学到的东西。
    • 零件交出结果的时候，要查形状，查数是不是有限，还要报出零件的名字：这样，错出在
      哪里，就在哪里查出来。
    • 两个程序都对，只是舍入不同：只有训练得不久，结局才相近。

    如果……会怎样？
    ──────────────

    1. 如果掩码和损失错得一模一样呢？训练损失看得出来吗？
    2. 如果你的 Adam 是对的，裁剪返回的却只是权重那一份的范数，漏了偏置呢？最初几次
       更新会是什么样？
    3. 如果强制教学忘了挪位，解码器读到的正是它该写的词呢？训练损失会怎样，BLEU 分数
       又会怎样？

    答案（../../solutions/answers.zh.md#第-11-章）

    延伸阅读
    ────────

    • 往前走（onward.md）：同一个模型搬到 PyTorch 里，什么东西叫什么，后来又有了什
      么。
    • 代码：`Part`（../main/java/seq2seq/ch11_capstone/Part.java） 是那张清单；
      `Translator`（../main/java/seq2seq/ch11_capstone/Translator.java） 是模型；
      `TranslatorTraining`
      （../main/java/seq2seq/ch11_capstone/TranslatorTraining.java） 是八步，由你的
      零件来走。

    ────────────────────────────────────────

    第 10 章：注意力机制（ch10_attention.md） · 目录（README.md） · 下一页：往前走
    （onward.md）
    """);

chapterStatus = Script.status();
/exit chapterStatus
