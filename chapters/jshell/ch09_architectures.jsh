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

    The translator of chapters 1 to 8 is one member of a family. Other members label
    every word of a sentence, judge it as a whole, or write a caption for a picture.
    They differ in a few arrows only, and chapter 10 of *Deep Learning* (Goodfellow,
    Bengio and Courville) draws them all. At the end of this chapter you will have
    run seven of them, each on a task that it solves, and you will be able to say
    which one a task of your own needs, and which one cannot do it, however long it
    is trained.

    The family at a glance
    ──────────────────────

    figure, class       in → logits         handed on            for example
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    10.3                ids (N, T) →        state                predict the next
    `HiddenRecurrence`  (T, N, V′)                               value of a series
    10.4                ids (N, T) →        answer               where the answer
    `OutputRecurrence`  (T, N, V′)                               holds all that
                                                                 matters
    10.5                ids (N, T) →        state                is this review
    `SequenceToSummary  (1, N, V′)                               friendly?
    `
    10.9                vectors             state, answer        caption a picture
    `VectorToSequence`  (N, pixels) →
                        (T′, N, V′)
    10.10               ids (N, T) →        state, answer        write a word's
    `HiddenAndOutputRe  (T, N, V′)                               sounds, where
    currence`                                                    neighbours must
                                                                 agree
    10.11               ids (N, T) →        two states,          tag each word's
    `Bidirectional`     (T, N, V′)          (T, N, 2H)           part of speech
    10.12               ids (N, T) →        state, answer        translate
    `SequenceToSequenc  (T′, N, V′)
    e`

    All states are (T, N, H); those of a network that writes T′ words of its own are
    (T′, N, H). Ids come with valid lengths (N) in figures 10.5, 10.11 and 10.12,
    and with the answers before, (N, T) or (N, T′), wherever an answer is handed on.

    The book's letters, and ours
    ────────────────────────────

    in the book         here                what                 shape here
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    x⁽ᵗ⁾, t = 1, …, τ   xₜ, t = 1, …, T     input of a step, an  (N, D)
                                            embedding
    h⁽ᵗ⁾; g⁽ᵗ⁾ in       hₜ; gₜ              hidden state; the    (N, H)
    figure 10.11                            one that reads
                                            backwards
    o⁽ᵗ⁾; ŷ⁽ᵗ⁾          oₜ; softmax of oₜ   logits,              (N, V′)
                                            "unnormalised
                                            log-probabilities"
                                            in the book;
                                            probabilities
    y⁽ᵗ⁾                yₜ; where it goes   target, an id; a     (N); (N, D)
                        into a state, its   vector
                        embedding
    L⁽ᵗ⁾, L: their sum  the masked mean,    loss                 ()
                        chapter 6; our L
                        is the layers,
                        here 1
    U                   Wₓₕ                 input to state       (D, H)
    W                   Wₕₕ; in figure      what is handed on,   (H, H); (D, H)
                        10.4 W_yh, from an  to state
                        answer
    R                   figure 10.10:       answer, or picture,  (D, H); (pixels, H)
                        W_yh; figure 10.9:  to state
                        from the picture,
                        and U from the
                        answer
    V                   Wₒᵤₜ; our V and V′  state to output      (H, V′)
                        count symbols
    s⁽ᵗ⁾, not drawn in  sₜ, Wₛₛ in figure   the state of the     (N, H); (H, H)
    the book            10.12               writer (the
                                            decoder), and what
                                            hands it on
    C; nₓ, n_y          context c; T, T′    what the reader      (N, H)
                                            (the encoder) hands
                                            to the writer;
                                            lengths

    The book writes vectors as columns, Ux; ours are rows of a batch, x Wₓₕ: the
    transpose.

    The idea
    ────────

    Three choices make the family. What goes in and comes out: a sequence, or a
    single vector? What is handed on from one step to the next: the hidden state,
    the answer, or both? And in which direction is it read? The parts are always the
    same; we use chapter 2's plain cell, D = 8 and H = 32. (The sequences here are
    short enough for it, and where no gate stands in the way one sees best what an
    arrow can carry and what not.)

    Each network gets a task, made up by rule. (A `Task` is a record: how the ids of
    both sides are written, a function that makes up an example, and one that judges
    an answer. `make` and `learn` take one of your own just as well.) `learn` shows
    an example, trains the network with 32 new examples in each update, and
    evaluates it on 200 others, before and after; in the evaluation it never sees a
    target. The *exact match* is the fraction of examples whose whole answer is
    right.
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

    Chapter 2's loop, with an output and a loss at every step. Each loss compares
    the logits of its step with the target of its step; the softmax is part of the
    loss.

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ),   oₜ = hₜ Wₒᵤₜ + bₒᵤₜ

    Every network draws itself. At the left is the network as a loop, with the
    book's letters U, V and W; at the right the same network unrolled over two
    steps, each node once for each step.
    """);

Task echo = Tasks.echo(2);
HiddenRecurrence stateful = make(HiddenRecurrence::create, echo);
stateful.picture(2).save(Path.of("images/ch09_10_3.png"));
Script.end(2, "");

Script.say("""
    [picture: Left: one loop, from h back to h. Right, unrolled: in each of two
    steps x to h to o to the loss beside y; an arrow W from h to the next h —
    images/ch09_10_3.png]

    Its task is an echo: say at every step which letter was read two steps ago, and
    `-` before there is one. As in most tasks of this chapter, a sequence has 4 to 8
    letters, in the evaluation as in training. (The network would run on longer ones
    too, but it has not practised them: chapter 10 comes back to this.) The longest
    of these N = 32 has T = 8; to choose from are 4 special ids, 4 letters and `-`,
    V′ = 9.
    """);

learn(stateful, echo, echo, 200);
Script.end(3, """
    echo after 2: b d d d d a a → - - b d d d d
    10.3: logits (8×32×9), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    Only the answer is handed on: figure 10.4
    ─────────────────────────────────────────

    Here the state is *not* handed on. All that a step learns about the past is the
    answer before it. This is called *output recurrence*.

        hₜ = tanh((xₜ ⊕ yₜ₋₁) W + bₕ),   xₜ ⊕ yₜ₋₁ (N, 2D),   W (2D, H)

    W holds Wₓₕ above W_yh, which is chapter 4's trick (the picture keeps the two
    apart, with the book's letters U and W), and yₜ₋₁ is here the *embedding* of the
    answer. The book hands on the whole vector of logits oₜ₋₁. Ours hands on only
    the embedding of the word that won, which says less. The book's caption allows
    for an exception: an output that is "very high-dimensional and rich" might carry
    what is needed. A single word carries too little.

    In use yₜ₋₁ is the network's own answer. That is the dashed arrow, the only one
    that the book draws in its figure 10.4. In training it is the right answer, the
    solid arrow, as in the book's figure 10.6: teacher forcing, chapter 7. Our
    picture has both.
    """);

Task parity = Tasks.parity();
OutputRecurrence stateless = make(OutputRecurrence::create, parity);
stateless.picture(2).save(Path.of("images/ch09_10_4.png"));
Script.end(4, "");

Script.say("""
    [picture: Left: two loops lead back to h, a solid one from y, for training, and
    a dashed one from o, for use. Right, unrolled: no arrow from h to h; the answer
    of step 1 goes to h of step 2, from y or, dashed, from o — images/ch09_10_4.png]

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
    before. (Why only dashes? In training a `-` is followed by another `-` half of
    the time, and by any one letter much less often. So after a `-` the best guess
    is `-`, again and again.) A state may hold whatever will help later. An answer
    has to be right now, and carries nothing else. So figure 10.4 can represent
    fewer functions than figure 10.3, and it is easier to train: all steps at once,
    and no gradient has to come back through time. That is the trade.

    A sequence to one summary: figure 10.5
    ──────────────────────────────────────

    An encoder (chapter 3) and one linear layer on its context, the state at each
    sequence's last real token. There is one answer, and one loss, at the end. The
    gradient of the output need not come from a target, though: in a larger network
    it comes back from whatever uses the summary. The reader of figure 10.12 is such
    a network, and gets its gradient from the writer.

    The task: which digit was the largest?
    """);

Task largest = Tasks.largest();
SequenceToSummary summary = make(SequenceToSummary::create, largest);
summary.picture(2).save(Path.of("images/ch09_10_5.png"));
Script.end(8, "");

Script.say("""
    [picture: x and h at each of two steps, an arrow from h to the next h; one
    output, one loss and one target, after the last step only —
    images/ch09_10_5.png]
    """);

learn(summary, largest, largest, 300);
Script.end(9, """
    the largest digit: 2 6 6 6 6 1 1 → 6
    10.5: logits (1×32×10), exact match 0.100 before, 0.995 after 300 updates
    """);

Script.say("""
    One vector to a sequence: figure 10.9
    ─────────────────────────────────────

    The other way round: the input is a single vector x (N, pixels), a picture, say.
    It is laid beside the answer before at every step, yₜ₋₁ ⊕ x (N, D + pixels), as
    the context was in chapter 4, and the network writes until `<eos>`.

    Every word yₜ of the caption has two uses in training. It is what the network
    should have said at one step, and it is what it reads at the next. (The book's
    caption counts differently: its y⁽ᵗ⁾ is the *input* of step t and the *target*
    of step t − 1. Ours is the target of step t and the input of step t + 1, as
    everywhere in this course. Nothing else changes.)
    """);

Task captions = Tasks.captions(false);
VectorToSequence captioner =
    VectorToSequence.create(25, captions.targetSize(), 8, 32, Generator.seeded(3));
captioner.picture(2).save(Path.of("images/ch09_10_9.png"));
Script.end(10, "");

Script.say("""
    [picture: One x below, with an arrow to the h of every step; the y of a step is
    the target of that step and goes into h of the next — images/ch09_10_9.png]

    Its pictures have 5 · 5 = 25 pixels, with a full row, a full column, both or
    neither. It never sees in training the five pictures whose row and column have
    the same number. The 200 examples of the evaluation are drawn from these five.
    """);

learn(captioner, captions, Tasks.captions(true), 200);
Script.end(11, """
    caption a picture: ....# ....# ....# ....# ##### → row 5 and column 5 <eos>
    10.9: logits (6×32×12), exact match 0.000 before, 1.000 after 200 updates
    """);

Script.say("""
    State and answer handed on: figure 10.10
    ────────────────────────────────────────

    A sequence to an equally long one again, and now both go on to the next step:
    the state and the answer.
    """);

Task oneCase = Tasks.oneCase();
HiddenAndOutputRecurrence consistent = make(HiddenAndOutputRecurrence::create, oneCase);
consistent.picture(2).save(Path.of("images/ch09_10_10.png"));
Script.end(12, "");

Script.say("""
    [picture: As figure 10.3, with arrows both from h to the next h and from y, in
    use from o, to the next h — images/ch09_10_10.png]

    What is that good for? Let the target be the source, all in small letters or all
    in capitals, as a coin falls. Both answers are right, and in the evaluation both
    count; a mixture is wrong. The network of figure 10.3 gets the same examples.
    (It gets more updates at a smaller rate, 400 at 0.002 instead of 200 at 0.01,
    because we want to see where it comes to rest, and at 0.01 its probabilities
    keep wandering about.)

    A sentence's probability is the product of those of its words, so it is e to the
    power of minus the *sum* of its four losses. `loss` is their mean; hence the −4.
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
    Figure 10.3 gives each letter its probabilities from the source alone. Once the
    source is given, its answers know nothing of one another; they are
    *conditionally independent*. Each letter throws a coin of its own, and all
    2⁴ = 16 mixtures come out near 1/16 = 0.0625. Figure 10.10 throws one coin, at
    the first step, and keeps to it, since each step reads what the step before
    said. In this way it can represent any distribution over answers of that length:
    the probability of a sentence is a product in which each word is given *all*
    words before it (chapter 6), and its state can hold them all. (The source it
    knows only as far as it has read; the next section is about the rest.) Whoever
    writes sentences needs that: many translations are right, and their mixtures are
    not.

    Both directions: figure 10.11
    ─────────────────────────────

    A *bidirectional RNN* has two cells, one that reads from the left, hₜ, and one
    that reads from the right, gₜ. At each step their states are laid side by side,
    and the answer sees both what came before and what comes after:

        gₜ = tanh(xₜ W_xg + gₜ₊₁ W_gg + b_g),
        oₜ = (hₜ ⊕ gₜ) Wₒᵤₜ + bₒᵤₜ,
        Wₒᵤₜ (2H, V′)
    """);

Task again = Tasks.comesAgain();
Bidirectional tagger = make(Bidirectional::create, again);
tagger.picture(2).save(Path.of("images/ch09_10_11.png"));
Script.end(14, "");

Script.say("""
    [picture: Two chains of states: h from left to right, g from right to left; both
    lead to the output of their step — images/ch09_10_11.png]

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

    The price: such a network cannot *write*. It needs its whole input before its
    first answer, and what a writer reads is what it has written: the steps to the
    right do not exist yet. So bidirectional networks read (encoders, taggers), and
    writers go from left to right.

    Reader and writer: figure 10.12
    ───────────────────────────────

    So far a sequence that was read had an answer of its own length, or of length 1.
    Here T and T′ differ: a reader (figure 10.5, without its output) gives its
    context to a writer (figure 10.9). It is the course's model; the class is a few
    lines around chapter 7's `Seq2Seq`, with a GRU for its cell. The picture has one
    arrow from c to each state. Chapter 4 told apart three ways in for the context,
    and whether a bridge lies on the way; the book's figure does not show that, and
    neither does ours.
    """);

Task runs = Tasks.runs();
SequenceToSequence translator = SequenceToSequence.create(CellKind.GRU, ContextMode.BOTH,
    runs.sourceSize(), runs.targetSize(), 8, 32, Generator.seeded(3));
translator.picture(2).save(Path.of("images/ch09_10_12.png"));
Script.end(16, "");

Script.say("""
    [picture: At the left the reader, x and h at each of two steps; its last state
    gives the context c; at the right the writer, three steps, each with an arrow
    from c, an arrow from the state before and one from the answer before —
    images/ch09_10_12.png]

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

Script.show(curves.smallMultiples().withReference(0.116, "log 2 / 6").save(Path.of("images/ch09_losses.png")));
Script.end(18, """
    images/ch09_losses.png
    """);

Script.say("""
    [picture: Nine small plots of a loss over the updates, on the same axes: six
    fall far, two stay high, and one levels off at the dashed line of 0.116 —
    images/ch09_losses.png]

    Three curves stay up. Two networks lack what the task needs: figure 10.4 the
    memory for the echo, figure 10.3 the future for "does it come again". And the
    coin of "one case throughout" cannot be foretold: it costs log 2 nats a
    sequence, of six letters on average, so no network gets below log 2 / 6 = 0.116
    an answer.

    What goes wrong
    ───────────────

    *The target of the same step.* Forget the shift of teacher forcing, and a step
    gets the right answer itself, as in chapter 7: an arrow from yₜ to hₜ. The loss
    goes near 0 even on a task that the network *cannot* do, and the evaluation
    finds nothing learned. (A test guards against it. It changes one input or one
    target after the other and looks which logits move. They must be those to which
    the arrows of the picture lead, and no others.)

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
    The fix: turn round the first lengthₙ steps only, and turn the states back in
    the same way.

    In five lines
    ─────────────

    • The family differs in what goes in and out, in what is handed on from step to
      step, and in the direction of reading.
    • A state handed on can carry anything (10.3); an answer handed on carries only
      itself (10.4), but lets all steps be trained at once.
    • A last state sums up a sequence (10.5); a vector beside every word starts one
      (10.9); both together translate (10.12).
    • Answers that do not read one another are conditionally independent, and come
      out as mixtures; reading them cures it (10.10).
    • Reading from both sides helps wherever the whole input is there, and cannot be
      used for writing (10.11).

    What if?
    ────────

    1. What if figure 10.4 handed on all of oₜ₋₁, as the book has it, and the output
       layer had a thousand words that no target ever uses? Could it learn the echo
       then?
    2. What if you want to tag the words of a sentence while somebody is still
       speaking it? Which figures are left?
    3. What if the writer of figure 10.12 did not read its own answers, only c and
       its state? Which of this chapter's tasks would it fail?

    Answers (../solutions/answers.md#chapter-9)

    Exercises
    ─────────

    • exercise 9.1, the outputs of both directions, padding left out: `./learn check
      9.1` (how to (../exercises/README.md))
    • exercise 9.2, teacher forcing for the network of figure 10.4, all steps at
      once: `./learn check 9.2`

    Where to read on
    ────────────────

    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      chapter 10 (https://www.deeplearningbook.org/contents/rnn.html), sections 10.2
      to 10.4: all the figures, with their captions.
    • Elman (1990), Finding Structure in Time
      (https://doi.org/10.1207/s15516709cog1402_1): the state handed on. Jordan
      (1986), *Serial Order*: the answer handed on. Schuster and Paliwal (1997),
      Bidirectional Recurrent Neural Networks (https://doi.org/10.1109/78.650093).
    • Vinyals, Toshev, Bengio and Erhan (2015), Show and Tell: A Neural Image
      Caption Generator (https://arxiv.org/abs/1411.4555): figure 10.9 at work.
    • The code: this chapter's networks (main/java/seq2seq/ch09_architectures);
      `Tasks` (main/java/seq2seq/ch09_architectures/Tasks.java) has the rules of the
      tasks.

    ────────────────────────────────────────

    Chapter 8, writing sequences (ch08_inference.md) · Contents (README.md) · next:
    Chapter 10, attention (ch10_attention.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
