// ch09_architectures.jsh, generated from ch09_architectures.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch09_architectures.jsh
// To go on from where it ends: ./learn jshell 9

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch09_architectures.*;
import seq2seq.data.PaddedBatch;
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
    same; we use chapter 2's plain cell, D = 8 and H = 32.

    Each network gets a task, made up by rule. `learn` shows an example, lets the
    network practise, 32 new examples an update, and examines it on 200 others,
    before and after; in the exam it never sees a target. The *exact match* is the
    fraction of examples whose whole answer is right.
    """);

interface Maker<M> {
  M create(int symbols, int answers, int embedSize, int hiddenSize, Generator generator);
}
<M> M make(Maker<M> maker, Task task) {
  return maker.create(task.sourceSize(), task.targetSize(), 8, 32, Generator.seeded(3));
}
Curves curves = new Curves();
void learn(Network network, Task task, Task exam, int updates) {
  System.out.println(task.name() + ": " + exam.show(exam.examples(1, Generator.seeded(7)).get(0)));
  Evaluation before = Evaluation.of(network, exam, 200, Generator.seeded(2));
  curves.put(network.figure() + " " + task.name(),
      TrainLoop.run(network, task, updates, 0.01, Generator.seeded(1)));
  Evaluation after = Evaluation.of(network, exam, 200, Generator.seeded(2));
  System.out.println(network.figure() + ": logits "
      + network.logits(exam.batch(32, Generator.seeded(2))).shape() + ", exact match "
      + Numbers.fixed(before.exactMatch(), 3) + " before, "
      + Numbers.fixed(after.exactMatch(), 3) + " after " + updates + " updates");
}
Script.end(1, "");

Script.say("""
    The state is handed on: figure 10.3
    ───────────────────────────────────

    Chapter 2's loop, with an output and a loss at every step:

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ),   oₜ = hₜ Wₕₒ + bₒ

    Every network can draw itself unrolled, here over two steps, as text that GitHub
    shows as a picture. Boxes are inputs and targets, circles are states, and a loss
    is a hexagon.
    """);

Task echo = Tasks.echo(2);
HiddenRecurrence stateful = make(HiddenRecurrence::create, echo);
System.out.print(stateful.unrolled(2).toCompactMermaid());
Script.end(2, """
    flowchart BT
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    Its task is an echo: say at every step which letter was read two steps ago, and
    `-` before there is one. The longest of N = 32 sentences has T = 8 letters; to
    choose from are 4 special ids, 4 letters and `-`, V′ = 9.
    """);

learn(stateful, echo, echo, 200);
Script.end(3, """
    echo after 2: b d d d d a a → - - b d d d d
    10.3: logits (8×32×9), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    Only the answer is handed on: figure 10.4
    ─────────────────────────────────────────

    The state is not handed on. What a step learns about the past is the answer
    before it:

        hₜ = tanh([xₜ, yₜ₋₁] W + bₕ),   [xₜ, yₜ₋₁] (N, 2D),   W (2D, H)

    W holds Wₓₕ above W_yh, chapter 4's trick. In use yₜ₋₁ is the network's own
    answer, the dotted arrow; figure 10.4 has no other. In training it is the right
    one, as in the book's figure 10.6: teacher forcing, chapter 7.
    """);

Task parity = Tasks.parity();
OutputRecurrence stateless = make(OutputRecurrence::create, parity);
System.out.print(stateless.unrolled(2).toCompactMermaid());
Script.end(4, """
    flowchart BT
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
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
    10.4: logits (8×32×6), exact match 0.000 before, 1.000 after 100 updates
    """);

Script.say("""
    All time steps at once

    So training needs no loop over time: the inputs of all steps, (T, N, 2D), go
    through W as one product of T · N rows. We list the matrix products that the
    engine computes for one batch, by their rows.
    """);

PaddedBatch batch = parity.batch(32, Generator.seeded(4));
int[][] right = TeacherForcing.inputs(batch.target());
Tensor together = stateless.logits(batch.source(), right);
Tensor single = stateless.oneByOne(batch.source(), right);
System.out.println("T = " + together.dim(0) + ", N = 32; rows of each product, in order:");
System.out.println("10.3 " + ProductRows.of(() -> stateful.logits(batch)));
System.out.println("10.4 " + ProductRows.of(() -> stateless.logits(batch)));
System.out.println("all at once and one by one, the same bits: "
    + Arrays.equals(together.toArray(), single.toArray()));
Script.end(6, """
    T = 8, N = 32; rows of each product, in order:
    10.3 [256, 32, 32, 32, 32, 32, 32, 32, 32, 256]
    10.4 [256, 256]
    all at once and one by one, the same bits: true
    """);

Script.say("""
    Figure 10.3 has T small products between two large ones, and each waits for the
    one before. Figure 10.4 has only two large ones: all time steps are trained in
    parallel. In use nothing is gained: each answer waits for the one before.

    What is lost

    *Before you run this, predict:* the echo for figure 10.4, with twice the
    practice. At step t it knows xₜ and yₜ₋₁, which is the letter xₜ₋₃. What can it
    say about xₜ₋₂?
    """);

OutputRecurrence forgetful = make(OutputRecurrence::create, echo);
learn(forgetful, echo, echo, 400);
int[][] heard = echo.batch(1, Generator.seeded(5)).source();
System.out.println("heard     " + echo.sourceText(heard[0]));
for (Network network : List.of(stateful, forgetful)) {
  int[][] said = network.answer(heard, new int[] {heard[0].length}, heard[0].length);
  System.out.println(network.figure() + " says " + echo.targetText(said[0]));
}
Script.end(7, """
    echo after 2: b d d d d a a → - - b d d d d
    10.4: logits (8×32×9), exact match 0.000 before, 0.000 after 400 updates
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
SequenceToSummary summary = make(SequenceToSummary::create, largest);
System.out.print(summary.unrolled(2).toCompactMermaid());
Script.end(8, """
    flowchart BT
      o1("o"):::output; L1{{"L"}}:::loss; y1[["y"]]:::target
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; end
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; end
      x1 -->|"W_xh"| h1; h1 -->|"W_hh"| h2; x2 -->|"W_xh"| h2; h2 -->|"W_ho"| o1; o1 --> L1; y1 --> L1
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

learn(summary, largest, largest, 300);
Script.end(9, """
    the largest digit: 2 6 6 6 6 1 1 → 6
    10.5: logits (1×32×10), exact match 0.100 before, 0.995 after 300 updates
    """);

Script.say("""
    One vector to a sequence: figure 10.9
    ─────────────────────────────────────

    The other way round: the input is a single vector x (N, X), a picture, say. It
    stands beside the answer before at every step, [yₜ₋₁, x] (N, D + X), as the
    context did in chapter 4, and the network writes until `<eos>`.
    """);

Task captions = Tasks.captions(false);
VectorToSequence captioner =
    VectorToSequence.create(25, captions.targetSize(), 8, 32, Generator.seeded(3));
System.out.print(captioner.unrolled(2).toCompactMermaid());
Script.end(10, """
    flowchart BT
      x1["x"]:::input
      subgraph step1["step 2"]; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step0["step 1"]; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      x1 -->|"W_xh"| h1; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; x1 -->|"W_xh"| h2; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
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
    10.9: logits (6×32×12), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    State and answer handed on: figure 10.10
    ────────────────────────────────────────

    A sequence to an equally long one again, and now each answer also depends on the
    answers before it.
    """);

Task oneCase = Tasks.oneCase();
HiddenAndOutputRecurrence consistent = make(HiddenAndOutputRecurrence::create, oneCase);
System.out.print(consistent.unrolled(2).toCompactMermaid());
Script.end(12, """
    flowchart BT
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; h1 -->|"W_hh"| h2; y1 -->|"W_yh"| h2; o1 -.->|"in use"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    What is that good for? Let a target be the source, all in small letters or all
    in capitals, as a coin falls. Both answers are right, a mixture is not. The
    network of figure 10.3 gets the same examples.
    """);

learn(consistent, oneCase, oneCase, 200);
HiddenRecurrence apart = make(HiddenRecurrence::create, oneCase);
TrainLoop.run(apart, oneCase, 400, 0.002, Generator.seeded(1));
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
    10.10: logits (8×32×12), exact match 0.000 before, 1.000 after 200 updates
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
Bidirectional tagger = make(Bidirectional::create, again);
System.out.print(tagger.unrolled(2).toCompactMermaid());
Script.end(14, """
    flowchart BT
      subgraph step1["step 2"]; x2["x2"]:::input; h2(("h2")):::state; g2(("g2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step0["step 1"]; x1["x1"]:::input; h1(("h1")):::state; g1(("g1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      x1 -->|"W_xh"| h1; x2 -->|"W_xh"| h2; x1 -->|"W_xg"| g1; h1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; g1 -->|"W_go"| o1; x2 -->|"W_xg"| g2; h2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; g2 -->|"W_go"| o2; h1 -->|"W_hh"| h2; g2 -->|"W_gg"| g1
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    In a padded batch, the second cell starts at each sequence's own last real
    token. The task needs the future: does this letter come again, `+`, or is this
    the last time, `.`? *Before you run this, predict* how figure 10.3 does beside
    it.
    """);

learn(tagger, again, again, 400);
learn(make(HiddenRecurrence::create, again), again, again, 400);
Script.end(15, """
    does it come again: b d d d d a a → . + + + . + .
    10.11: logits (8×32×6), exact match 0.000 before, 1.000 after 400 updates
    does it come again: b d d d d a a → . + + + . + .
    10.3: logits (8×32×6), exact match 0.000 before, 0.040 after 400 updates
    """);

Script.say("""
    Whoever reads from left to right can only guess that an early letter comes again
    and a late one does not.

    Reader and writer: figure 10.12
    ───────────────────────────────

    So far a sequence had an answer of its own length, or of length 1. Here T and T′
    differ: a reader (figure 10.5, without its output) gives its context to a writer
    (figure 10.9). It is the course's model; the class is a few lines around chapter
    7's `Seq2Seq`, with a GRU for its cell.
    """);

Task runs = Tasks.runs();
SequenceToSequence translator = SequenceToSequence.create(CellKind.GRU, ContextMode.BOTH,
    runs.sourceSize(), runs.targetSize(), 8, 32, Generator.seeded(3));
System.out.print(translator.unrolled(2).toCompactMermaid());
Script.end(16, """
    flowchart BT
      c((("c"))):::context
      subgraph step4["step 3"]; s3(("s3")):::state; o3("o3"):::output; L3{{"L3"}}:::loss; y3[["y3"]]:::target; end
      subgraph step3["step 2"]; s2(("s2")):::state; o2("o2"):::output; L2{{"L2"}}:::loss; y2[["y2"]]:::target; end
      subgraph step2["step 1"]; s1(("s1")):::state; o1("o1"):::output; L1{{"L1"}}:::loss; y1[["y1"]]:::target; end
      subgraph step1["reads 2"]; x2["x2"]:::input; h2(("h2")):::state; end
      subgraph step0["reads 1"]; x1["x1"]:::input; h1(("h1")):::state; end
      x1 -->|"W_xh"| h1; h1 -->|"W_hh"| h2; x2 -->|"W_xh"| h2; h2 --> c; s1 -->|"W_ho"| o1; o1 --> L1; y1 --> L1; c --> s1; s2 -->|"W_ho"| o2; o2 --> L2; y2 --> L2; c --> s2; s1 -->|"W_ss"| s2; y1 -->|"W_yh"| s2; o1 -.->|"in use"| s2; s3 -->|"W_ho"| o3; o3 --> L3; y3 --> L3; c --> s3; s2 -->|"W_ss"| s3; y2 -->|"W_yh"| s3; o2 -.->|"in use"| s3
      classDef input fill:lightblue,stroke:dimgray,color:black; classDef state fill:moccasin,stroke:dimgray,color:black; classDef context fill:thistle,stroke:dimgray,color:black; classDef output fill:palegreen,stroke:dimgray,color:black; classDef target fill:gainsboro,stroke:dimgray,color:black; classDef loss fill:lightpink,stroke:dimgray,color:black
    """);

Script.say("""
    Task: write each run of equal letters once. How long the answer is, the network
    has to find out itself.
    """);

learn(translator, runs, runs, 400);
Script.end(17, """
    each run once: b b b a a a <eos> → b a <eos>
    10.12: logits (5×32×8), exact match 0.000 before, 0.995 after 400 updates
    """);

Script.say("""
    How they learned
    ────────────────
    """);

Script.show(curves.plot().save(Path.of("images/ch09_losses.png")));
Script.end(18, """
    images/ch09_losses.png
    """);

Script.say("""
    [picture: Nine loss curves on a logarithmic axis: six fall, two stay high, and
    one levels off at 0.12 — images/ch09_losses.png]

    Three curves stay up. Two networks lack what the task needs: figure 10.4 the
    memory for the echo, figure 10.3 the future for "does it come again". And the
    coin of "one case throughout" cannot be foretold: it costs log 2 nats a
    sequence, of six letters on average, so no network gets below log 2 / 6 = 0.116
    an answer.

    What goes wrong
    ───────────────

    *The target of the same step.* Forget the shift of teacher forcing, and a step
    gets the right answer itself, as in chapter 7: an arrow from yₜ to hₜ. The loss
    goes near 0 even on a task that the network *cannot* do, and the exam finds
    nothing learned. (A test changes every input and every target in turn: just
    those logits move to which the drawn arrows lead.)

    *Padding read first.* Reversing a padded row whole, as `tagger` does when we
    claim that all steps are real, puts the padding in front: the cell that reads
    backwards has read it before the first letter.
    """);

int[] letters = {4, 5, 4, 6};
int[][] padded = {Arrays.copyOf(letters, 6)};
System.out.println("read               " + again.sourceText(letters));
for (int length : new int[] {6, 4}) {
  int[][] said = tagger.answer(padded, new int[] {length}, 6);
  String answer = again.targetText(Arrays.copyOf(said[0], 4));
  System.out.println("as if " + length + " were real  " + answer);
}
Script.end(19, """
    read               a b a c
    as if 6 were real  + + + .
    as if 4 were real  + . . .
    """);

Script.say("""
    The mend: turn round the first lengthₙ steps only, and turn the states back in
    the same way.

    Exercises
    ─────────

    • exercise 9.1, the outputs of both directions, padding left out: `./learn check
      9.1` (how to (../exercises/README.md))
    • exercise 9.2, teacher forcing for the network of figure 10.4, all steps at
      once: `./learn check 9.2`

    Where to read on
    ────────────────

    • Goodfellow, Bengio and Courville, *Deep Learning* (2016), sections 10.2 to
      10.4: all the figures.
    • Jordan (1986) and Elman (1990): the answer handed on, and the state. Schuster
      and Paliwal (1997): both directions. Vinyals and others, "Show and tell"
      (2015): figure 10.9 at work.
    • The code: `seq2seq.ch09_architectures`; `Tasks` has the rules of the tasks.

    Which figure for which task
    ───────────────────────────

    figure, class       in → logits         handed on            for example
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    10.3                ids (N, T) →        state                predict the next
    `HiddenRecurrence`  (T, N, V′)                               value of a series
    10.4                ids (N, T) →        answer               where the answer
    `OutputRecurrence`  (T, N, V′)                               holds all that
                                                                 matters
    10.5                ids (N, T) →        state                is this review
    `SequenceToSummary  (N, V′)                                  friendly?
    `
    10.9                vectors (N, X) →    state, answer        caption a picture
    `VectorToSequence`  (T′, N, V′)
    10.10               ids (N, T) →        state, answer        phonemes, where
    `HiddenAndOutputRe  (T, N, V′)                               neighbours must
    currence`                                                    agree
    10.11               ids (N, T) →        two states,          tag each word's
    `Bidirectional`     (T, N, V′)          (T, N, 2H)           part of speech
    10.12               ids (N, T) →        state, answer        translate
    `SequenceToSequenc  (T′, N, V′)
    e`

    All states are (T, N, H), or (T′, N, H) where the writer's differ in number. Ids
    come with valid lengths (N) in figures 10.5, 10.11 and 10.12, and with the
    answers before, (N, T) or (N, T′), wherever an answer is handed on.
    """);

chapterStatus = Script.status();
/exit chapterStatus
