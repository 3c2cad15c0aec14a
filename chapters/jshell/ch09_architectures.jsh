// ch09_architectures.jsh, generated from ch09_architectures.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch09_architectures.jsh
// To go on from where it ends: ./learn jshell 9

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch09_architectures.*;
import seq2seq.data.PaddedBatch;
import seq2seq.nn.*;
import seq2seq.plot.BarPlot;
import seq2seq.plot.LinePlot;
import seq2seq.plot.UnrolledGraph;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch09_architectures.md");

Script.say("""
    Chapter 9: The RNN family
    ═════════════════════════

    *The question: what else can be built from the same cell?*

    The translator of chapters 1 to 8 is one of a family, drawn in chapter 10 of
    *Deep Learning* (Goodfellow, Bengio and Courville): networks that label every
    word, judge a whole sentence, or caption a picture. At the end of this chapter
    you will have run seven of them, each on a task that it solves, and be able to
    say which one a task of your own needs.

    The book's letters, and ours
    ────────────────────────────

    in the book           here                  what                  shape here
    ────────────────────  ────────────────────  ────────────────────  ──────────────
    x⁽ᵗ⁾, t = 1, …, τ     xₜ, t = 1, …, T       input of a step, an   (N, D)
                                                embedding
    h⁽ᵗ⁾; g⁽ᵗ⁾ in figure  hₜ; gₜ                hidden state; the     (N, H)
    10.11                                       one that reads
                                                backwards
    o⁽ᵗ⁾; ŷ⁽ᵗ⁾            oₜ; softmax of oₜ     logits;               (N, V′)
                                                probabilities
    y⁽ᵗ⁾                  yₜ                    target, an id         (N)
    L⁽ᵗ⁾, L: their sum    the masked mean,      loss                  ()
                          chapter 6; our L is
                          the layers, here 1
    U                     Wₓₕ                   input to state        (D, H)
    W                     Wₕₕ; in figure 10.4   what is handed on,    (H, H); (D, H)
                          W_yh, from an answer  to state
    V                     Wₕₒ; our V and V′     state to output       (H, V′)
                          count symbols
    C; nₓ, n_y            context c; T, T′      what the reader       (N, H)
                                                hands to the writer;
                                                lengths

    The book writes vectors as columns, Ux; ours are rows of a batch, x Wₓₕ: the
    transpose.

    The idea
    ────────

    Three choices make the family. What goes in and comes out: a sequence, or a
    single vector? What is handed on from one step to the next: the hidden state,
    the answer, or both? And in which direction is it read? The parts are always the
    same; we use chapter 2's plain cell, D = 8 and H = 32. Each network gets a task,
    made up by rule. `learn` lets it practise, 32 new examples an update, and
    examines it on 200 others. It prints the *exact match*: the fraction of examples
    whose whole answer is right. In the exam a network never sees a target.
    """);

Map<String, double[]> curves = new LinkedHashMap<>();
Generator seed() {
  return Generator.seeded(3);
}
void learn(Network network, Task task, Task exam, int updates) {
  Task.Example one = exam.examples(1, Generator.seeded(7)).get(0);
  System.out.println(task.name() + ": " + exam.show(one));
  Exam before = Exam.of(network, exam, 200, Generator.seeded(2));
  double[] losses = Practice.run(network, task, updates, 0.01, Generator.seeded(1));
  curves.put(network.figure() + " " + task.name(), losses);
  Exam after = Exam.of(network, exam, 200, Generator.seeded(2));
  System.out.println(network.figure() + ": exact match " + Numbers.fixed(before.exactMatch(), 3)
      + " before, " + Numbers.fixed(after.exactMatch(), 3) + " after " + updates + " updates");
}
Script.end(1, "");

Script.say("""
    The state is handed on: figure 10.3
    ───────────────────────────────────

    Chapter 2's loop, with an output and a loss at every step:

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ),   oₜ = hₜ Wₕₒ + bₒ

    Every network can draw itself unrolled, here over two steps. Boxes are inputs
    and targets, circles are states, and a loss is a hexagon.
    """);

Task echo = Tasks.echo(2);
HiddenRecurrence stateful =
    HiddenRecurrence.create(echo.sourceSize(), echo.targetSize(), 8, 32, seed());
System.out.print(stateful.unrolled(2).toCompactMermaid());
Script.end(2, """
    flowchart BT
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2
      o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    Its task is an echo: say at every step which letter was read two steps ago, and
    `-` before there is one.
    """);

learn(stateful, echo, echo, 200);
Script.end(3, """
    echo after 2: b d d d d a a → - - b d d d d
    10.3: exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    Only the answer is handed on: figure 10.4
    ─────────────────────────────────────────

    The state is not handed on. What a step learns about the past is the answer
    before it:

        hₜ = tanh([xₜ, yₜ₋₁] W + bₕ),   [xₜ, yₜ₋₁] (N, 2D),   W (2D, H)

    W holds Wₓₕ above W_yh, chapter 4's trick. In training yₜ₋₁ is the right answer
    (teacher forcing, chapter 7); in use it is the network's own: the dotted arrow.
    """);

Task parity = Tasks.parity();
OutputRecurrence stateless =
    OutputRecurrence.create(parity.sourceSize(), parity.targetSize(), 8, 32, seed());
System.out.print(stateless.unrolled(2).toCompactMermaid());
Script.end(4, """
    flowchart BT
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2
      o2 --> L2; y2 --> L2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    No solid arrow leads from one state to the next: in training no step waits for
    another. The task is to say at every step whether the number of ones so far is
    even, `e`, or odd, `o`. That needs a memory of one bit, and the answer before
    *is* that bit.
    """);

learn(stateless, parity, parity, 100);
Script.end(5, """
    even or odd so far: 0 1 1 1 1 0 0 → e o e o e e e
    10.4: exact match 0.000 before, 1.000 after 100 updates
    """);

Script.say("""
    All time steps at once

    So training needs no loop over time: the inputs of all steps, (T, N, 2D), go
    through W as one product of T · N rows. We count the matrix products that the
    engine computes for one batch, by their rows, and compare with one step after
    the other.
    """);

PaddedBatch batch = parity.batch(32, Generator.seeded(4));
int[][] right = TeacherForcing.inputs(batch.target());
int[] column(int[][] rows, int t) {
  return Arrays.stream(rows).mapToInt(row -> row[t]).toArray();
}
Tensor together = stateless.logits(batch.source(), right);
Tensor[] single = new Tensor[together.dim(0)];
for (int t = 0; t < single.length; t++) {
  single[t] = stateless.step(column(batch.source(), t), column(right, t));
}
System.out.println("T = " + single.length + ", N = 32; rows of each product, in order:");
System.out.println("10.3 " + ProductRows.of(() -> stateful.logits(batch)));
System.out.println("10.4 " + ProductRows.of(() -> stateless.logits(batch)));
System.out.println("all at once and one by one, the same bits: "
    + Arrays.equals(together.toArray(), Tensor.stack(single).toArray()));
Script.end(6, """
    T = 8, N = 32; rows of each product, in order:
    10.3 [256, 32, 32, 32, 32, 32, 32, 32, 32, 256]
    10.4 [256, 256]
    all at once and one by one, the same bits: true
    """);

Script.say("""
    Figure 10.3 has T small products between two large ones, and each waits for the
    one before. Figure 10.4 has the two large ones only: all time steps are trained
    in parallel. In use nothing is gained: each answer waits for the one before.

    What is lost

    *Before you run this, predict:* the echo for figure 10.4, with twice the
    practice. At step t it knows xₜ and yₜ₋₁, which is the letter xₜ₋₃. What can it
    say about xₜ₋₂?
    """);

OutputRecurrence forgetful =
    OutputRecurrence.create(echo.sourceSize(), echo.targetSize(), 8, 32, seed());
learn(forgetful, echo, echo, 400);
PaddedBatch some = echo.batch(1, Generator.seeded(5));
System.out.println("heard     " + echo.sourceText(some.source()[0]));
for (Network network : List.of(stateful, forgetful)) {
  int[][] said = network.answer(some.source(), some.sourceLengths(), some.source()[0].length);
  System.out.println(network.figure() + " says " + echo.targetText(said[0]));
}
Script.end(7, """
    echo after 2: b d d d d a a → - - b d d d d
    10.4: exact match 0.000 before, 0.000 after 400 updates
    heard     c c d c d
    10.3 says - - c c d
    10.4 says - - - - -
    """);

Script.say("""
    Nothing: the letter that it needs is neither in its input nor in the answer
    before. A state may hold whatever will help later. An answer is made to be right
    now: figure 10.4 is easier to train, and can do less.

    A sequence to one summary: figure 10.5
    ──────────────────────────────────────

    An encoder (chapter 3) and one linear layer on its context, the state at each
    sequence's last real token. There is one answer, and one loss, at the end. Task:
    which digit was the largest?
    """);

Task largest = Tasks.largest();
SequenceToSummary summary =
    SequenceToSummary.create(largest.sourceSize(), largest.targetSize(), 8, 32, seed());
System.out.print(summary.unrolled(2).toCompactMermaid());
Script.end(8, """
    flowchart BT
      o1("o"):::output; L1{{"L"}}:::loss; y1[["y"]]:::target
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; end
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_hh"| h2; h2 -->|"W_ho"| o1; o1 --> L1; y1 --> L1
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

learn(summary, largest, largest, 300);
Script.end(9, """
    the largest digit: 2 6 6 6 6 1 1 → 6
    10.5: exact match 0.100 before, 0.995 after 300 updates
    """);

Script.say("""
    One vector to a sequence: figure 10.9
    ─────────────────────────────────────

    The other way round: the input is a single vector x (N, X), a picture, say. It
    stands beside the answer before at every step, [yₜ₋₁, x] (N, D + X), as the
    context did in chapter 4, and the network writes until `<eos>`.
    """);

Task captions = Tasks.captions(false);
VectorToSequence captioner = VectorToSequence.create(25, captions.targetSize(), 8, 32, seed());
System.out.print(captioner.unrolled(2).toCompactMermaid());
Script.end(10, """
    flowchart BT
      x1["x"]:::input
      subgraph step0["step 1"]; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["step 2"]; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      x1 -->|"W_xh"| h1; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; x1 -->|"W_xh"| h2; h2 -->|"W_ho"| o2
      o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    Its pictures have 5 · 5 = 25 = X pixels, with a full row, a full column, both or
    neither. It never practises on the five that have both in the same place; these
    five are the exam.
    """);

learn(captioner, captions, Tasks.captions(true), 200);
Script.end(11, """
    caption a picture: ....# ....# ....# ....# ##### → row 5 and column 5 <eos>
    10.9: exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    State and answer handed on: figure 10.10
    ────────────────────────────────────────

    A sequence to an equally long one again, and now each answer also depends on the
    answers before it.
    """);

Task oneCase = Tasks.oneCase();
HiddenAndOutputRecurrence consistent = HiddenAndOutputRecurrence.create(
    oneCase.sourceSize(), oneCase.targetSize(), 8, 32, seed());
System.out.print(consistent.unrolled(2).toCompactMermaid());
Script.end(12, """
    flowchart BT
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2
      o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    What is that good for? Let a target be the source, all in small letters or all
    in capitals, as a coin falls. Both answers are right, a mixture is not. The
    network of figure 10.3 gets the same examples.
    """);

learn(consistent, oneCase, oneCase, 200);
HiddenRecurrence apart =
    HiddenRecurrence.create(oneCase.sourceSize(), oneCase.targetSize(), 8, 32, seed());
Practice.run(apart, oneCase, 400, 0.002, Generator.seeded(1));
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
    10.10: exact match 0.000 before, 1.000 after 200 updates
    P(a b c d | a b c d): 10.3 0.0480, 10.10 0.4899
    P(A B C D | a b c d): 10.3 0.0742, 10.10 0.4986
    P(a B c D | a b c d): 10.3 0.0713, 10.10 0.0000
    """);

Script.say("""
    Figure 10.3's answers know nothing of one another once the source is given: each
    letter throws a coin of its own, and all 2⁴ mixtures come out near 1/16 = 0.0625
    (400 updates at a small rate). Figure 10.10 throws one coin, at the first step,
    and keeps to it. Whoever writes sentences needs that: many versions are right,
    their mixtures are not.

    Both directions: figure 10.11
    ─────────────────────────────

    Two cells, one reading from the left, hₜ, and one from the right, gₜ. At each
    step their states stand side by side, and the answer sees both what came before
    and what comes after:

        gₜ = tanh(xₜ W_xg + gₜ₊₁ W_gg + b_g),   oₜ = [hₜ, gₜ] Wₒ + bₒ,   Wₒ (2H, V′)
    """);

Task again = Tasks.comesAgain();
Bidirectional tagger = Bidirectional.create(again.sourceSize(), again.targetSize(), 8, 32, seed());
System.out.print(tagger.unrolled(2).toCompactMermaid());
Script.end(14, """
    flowchart BT
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; g1(("g1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; g2(("g2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; x1 -->|"W_xg"| g1; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1
      g1 -->|"W_go"| o1; x2 -->|"W_xg"| g2; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; g2 -->|"W_go"| o2
      h1 -->|"W_hh"| h2; g2 -->|"W_gg"| g1
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    In a padded batch, the second cell starts at each sequence's own last real
    token. The task needs the future: does this letter come again, `+`, or is this
    the last time, `.`?
    """);

learn(tagger, again, again, 400);
Script.end(15, """
    does it come again: b d d d d a a → . + + + . + .
    10.11: exact match 0.000 before, 1.000 after 400 updates
    """);

Script.say("""
    *Before you run this, predict* which of nine bars stay low: three networks, each
    on the three tasks that say something at every step.
    """);

double accuracy(Network network, Task task, int moreUpdates) {
  Practice.run(network, task, moreUpdates, 0.01, Generator.seeded(1));
  return Exam.of(network, task, 200, Generator.seeded(2)).accuracy();
}
double[] answers = {accuracy(stateless, parity, 0), accuracy(forgetful, echo, 0),
    accuracy(OutputRecurrence.create(8, 6, 8, 32, seed()), again, 300)};
double[] states = {accuracy(HiddenRecurrence.create(6, 6, 8, 32, seed()), parity, 300),
    accuracy(stateful, echo, 0),
    accuracy(HiddenRecurrence.create(8, 6, 8, 32, seed()), again, 300)};
double[] both = {accuracy(Bidirectional.create(6, 6, 8, 32, seed()), parity, 300),
    accuracy(Bidirectional.create(8, 9, 8, 32, seed()), echo, 300), accuracy(tagger, again, 0)};
BarPlot.of("Which network can do which task", "task", "right answers, fraction of all steps",
    parity.name(), echo.name(), again.name()).with("10.4: the answer handed on", answers).
    with("10.3: the state handed on", states).with("10.11: both directions", both).
    withValues(2).save(Path.of("images/ch09_tasks.png"));
for (double[] bars : List.of(answers, states, both)) {
  System.out.println(Numbers.fixed(bars[0], 2) + "  " + Numbers.fixed(bars[1], 2) + "  "
      + Numbers.fixed(bars[2], 2));
}
Script.end(16, """
    1.00  0.34  0.64
    1.00  1.00  0.68
    1.00  1.00  1.00
    """);

Script.say("""
    [picture: Three groups of bars: every network solves even or odd, figure 10.4
    fails at the echo, and only figure 10.11 solves "does it come again" —
    images/ch09_tasks.png]

    The echo's 0.34 is what `- - - -` is worth. And whoever reads from left to right
    can only guess that an early letter comes again and a late one does not.

    Reader and writer: figure 10.12
    ───────────────────────────────

    So far a sequence had an answer of its own length, or of length 1. Here T and T′
    differ: a reader (figure 10.5, without its output) gives its context to a writer
    (figure 10.9). It is the course's model; the class is a few lines around chapter
    7's `Seq2Seq`, with a GRU for its cell.
    """);

Task runs = Tasks.runs();
SequenceToSequence translator = SequenceToSequence.create(
    CellKind.GRU, ContextMode.BOTH, runs.sourceSize(), runs.targetSize(), 8, 32, seed());
System.out.print(translator.unrolled(2).toCompactMermaid());
Script.end(17, """
    flowchart BT
      c((("c"))):::context
      subgraph step0["reads 1"]; x1["x1"]:::input; h1(("h1")):::state; end
      subgraph step1["reads 2"]; x2["x2"]:::input; h2(("h2")):::state; end
      subgraph step2["step 1"]; s1(("s1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step3["step 2"]; s2(("s2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step4["step 3"]; s3(("s3")):::state; o3("o3"):::output; L3{{"L3"}}:::loss; y3[["y3"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_hh"| h2; h2 --> c; s1 -->|"W_ho"| o1; o1 --> L1
      y1 --> L1; c --> s1; s2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; c --> s2; s1 -->|"W_ss"| s2
      y1 -->|"W_yh"| s2; o1 -.->|"in use"| s2; s3 -->|"W_ho"| o3; o3 --> L3; y3 --> L3; c --> s3
      s2 -->|"W_ss"| s3; y2 -->|"W_yh"| s3; o2 -.->|"in use"| s3
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef context fill:thistle,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    Task: write each run of equal letters once. How long the answer is, the network
    has to find out itself.
    """);

learn(translator, runs, runs, 400);
Script.end(18, """
    each run once: b b b a a a <eos> → b a <eos>
    10.12: exact match 0.000 before, 0.995 after 400 updates
    """);

Script.say("""
    How they learned
    ────────────────
    """);

double[] smooth(double[] losses) {
  double[] means = new double[losses.length / 10];
  Arrays.setAll(means, i -> Arrays.stream(losses, 10 * i, 10 * i + 10).average().orElse(0));
  return means;
}
LinePlot plot = LinePlot.of("Loss of the seven networks, each on its task", "updates done",
    "loss, nats per real answer, mean of 10").withLogY();
for (Map.Entry<String, double[]> curve : curves.entrySet()) {
  double[] y = smooth(curve.getValue());
  double[] x = new double[y.length];
  Arrays.setAll(x, i -> 10 * i);
  plot = plot.with(curve.getKey(), x, y);
}
Script.show(plot.withSize(900, 700).save(Path.of("images/ch09_losses.png")));
Script.end(19, """
    images/ch09_losses.png
    """);

Script.say("""
    [picture: Eight loss curves on a logarithmic axis: six fall, the echo of figure
    10.4 stays above 1, one case throughout levels off at 0.12 —
    images/ch09_losses.png]

    Two curves stay up. Figure 10.4's echo cannot be learned. And the coin in "one
    case throughout" cannot be foretold: it costs log 2 nats a sequence, of six
    letters on average, so no network gets below log 2 / 6 = 0.116 an answer.

    Who can see what
    ────────────────

    Change one place, and see which logits move. Four places `x` show which of
    x₁ … x₄ reach an output; then four, `y`, which of the targets y₁ … y₄ do, in
    training. (A test compares this with the arrows of the drawings.)
    """);

List<Network> networks = List.of(HiddenRecurrence.create(9, 9, 8, 32, seed()),
    OutputRecurrence.create(9, 9, 8, 32, seed()),
    HiddenAndOutputRecurrence.create(9, 9, 8, 32, seed()),
    Bidirectional.create(9, 9, 8, 32, seed()));
int[] ids = {4, 5, 6, 7};
PaddedBatch four = PaddedBatch.of(List.of(ids), List.of(ids));
String marks(boolean[] reached, String mark) {
  String row = Arrays.toString(reached).replace("true", mark).replace("false", ".");
  return row.replaceAll("[^.xy]", "");
}
System.out.println("        10.3       10.4       10.10      10.11");
for (int t = 0; t < 4; t++) {
  String line = "to o" + (t + 1);
  for (Network network : networks) {
    line += "   " + marks(Reach.ofSource(network, four, 8)[t], "x");
    line += marks(Reach.ofTarget(network, four, 8)[t], "y");
  }
  System.out.println(line);
}
Script.end(20, """
            10.3       10.4       10.10      10.11
    to o1   x.......   x.......   x.......   xxxx....
    to o2   xx......   .x..y...   xx..y...   xxxx....
    to o3   xxx.....   ..x..y..   xxx.yy..   xxxx....
    to o4   xxxx....   ...x..y.   xxxxyyy.   xxxx....
    """);

Script.say("""
    Figures 10.4 and 10.10 see earlier targets, and nobody sees the target of the
    same step or a later one.

    What goes wrong
    ───────────────

    *The target of the same step.* Forget the shift of teacher forcing, and a step
    gets the right answer itself, as in chapter 7: a `y` on the diagonal of the
    table above. The loss goes near 0 even on a task that the network *cannot* do,
    and the exam finds nothing learned.

    *Padding read first.* Reversing a padded row whole, as `tagger` does when we
    claim that all steps are real, puts the padding in front: the cell that reads
    backwards has read it before the first letter.
    """);

int[] letters = {4, 5, 4, 6};
System.out.println("read: " + again.sourceText(letters));
for (int width : new int[] {4, 6, 12}) {
  int[][] padded = {Arrays.copyOf(letters, width)};
  int[][] wrong = tagger.answer(padded, new int[] {width}, width);
  int[][] well = tagger.answer(padded, new int[] {4}, width);
  System.out.println("padded to " + width + ": reversed whole "
      + again.targetText(Arrays.copyOf(wrong[0], 4)) + "   real part only "
      + again.targetText(Arrays.copyOf(well[0], 4)));
}
Script.end(21, """
    read: a b a c
    padded to 4: reversed whole + . . .   real part only + . . .
    padded to 6: reversed whole + + + .   real part only + . . .
    padded to 12: reversed whole + + + .   real part only + . . .
    """);

Script.say("""
    The mend: turn round the first lengthₙ steps only, and turn the states back in
    the same way.

    Shapes
    ──────

    network                in                     states                 logits
    ─────────────────────  ─────────────────────  ─────────────────────  ───────────
    `HiddenRecurrence`     ids (N, T)             h (T, N, H)            (T, N, V′)
    `OutputRecurrence`     ids (N, T), answers    h (T, N, H), none      (T, N, V′)
                           before (N, T)          handed on
    `SequenceToSummary`    ids (N, T), lengths    h at each end (N, H)   (N, V′)
                           (N)
    `VectorToSequence`     vectors (N, X),        h (T′, N, H)           (T′, N, V′)
                           answers before
                           (N, T′)
    `HiddenAndOutputRecur  ids (N, T), answers    h (T, N, H)            (T, N, V′)
    rence`                 before (N, T)
    `Bidirectional`        ids (N, T), lengths    h and g (T, N, 2H)     (T, N, V′)
                           (N)
    `SequenceToSequence`   ids (N, T), lengths    h (T, N, H), s         (T′, N, V′)
                           (N), answers before    (T′, N, H)
                           (N, T′)

    Exercises
    ─────────

    • exercise 9.1, the outputs of both directions, padding left out: `./learn check
      9.1` (how to (../exercises/README.md))
    • exercise 9.2, teacher forcing for the network of figure 10.4, all steps at
      once: `./learn check 9.2`

    Where to read on
    ────────────────

    • Goodfellow, Bengio and Courville, *Deep Learning* (2016), sections 10.2
      (figures 10.3 to 10.5, 10.9, 10.10), 10.3, 10.4.
    • Jordan (1986) and Elman (1990): the answer handed on, and the state. Schuster
      and Paliwal (1997): both directions. Vinyals and others, "Show and tell"
      (2015): figure 10.9 at work.
    • The code: `seq2seq.ch09_architectures`; `Tasks` has the rules of the tasks.

    Which figure for which task
    ───────────────────────────

    figure  class         in → out       handed on      for example    here
    ──────  ────────────  ─────────────  ─────────────  ─────────────  ─────────────
    10.3    `HiddenRecur  sequence → as  state          predict the    echo
            rence`        long                          next value of
                                                        a series
    10.4    `OutputRecur  sequence → as  answer         where the      even or odd
            rence`        long                          answer holds
                                                        all that
                                                        matters
    10.5    `SequenceToS  sequence →     state          is this        largest digit
            ummary`       one                           review
                                                        friendly?
    10.9    `VectorToSeq  vector →       state, answer  caption a      caption
            uence`        sequence                      picture
    10.10   `HiddenAndOu  sequence → as  state, answer  phonemes,      one case
            tputRecurren  long                          where
            ce`                                         neighbours
                                                        must agree
    10.11   `Bidirection  sequence → as  two states     tag each       comes again
            al`           long                          word's part
                                                        of speech
    10.12   `SequenceToS  sequence →     state, answer  translate      each run once
            equence`      any length
    """);

chapterStatus = Script.status();
/exit chapterStatus
