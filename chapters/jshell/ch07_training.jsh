// ch07_training.jsh, generated from ch07_training.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch07_training.jsh
// To go on from where it ends: ./learn jshell 7

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
import seq2seq.engine.Numbers;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.LossCurve;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch07_training.md");

Script.say("""
    Chapter 7: Training in 8 steps
    ══════════════════════════════

    *The question: how does the model get better?*

    All parts of a sequence-to-sequence model are there: an encoder that reads, a
    decoder that writes, a loss that says how wrong the writing is. What is missing
    is the loop that turns the loss into better parameters. At the end of this
    chapter you will have run its eight steps by hand, trained a small translator
    from English to French, and be able to recognise three mistakes by the numbers
    that they leave behind.

    The idea
    ────────

    *Training* repeats one small correction very often: show the model some pairs,
    measure the loss, ask for the gradient (chapter 0), and move each parameter a
    little against it. The course's second note lists eight steps in section 7.5. An
    *epoch* is one walk through all training sentences, batch by batch, in a new
    random order.

    step          what happens                               how often
    ────────────  ─────────────────────────────────────────  ────────────────
    1 initialise  every parameter gets its first value       once
    2 load        the next batch of pairs, as padded ids     for each batch
    3 forward     source and target in, logits out           for each batch
    4 loss        one number, nats per real word             for each batch
    5 backward    a gradient for every parameter             for each batch
    6 clip        gradients that are too long are shortened  for each batch
    7 update      every parameter moves a little             for each batch
    8 visualise   look how it goes                           after each epoch

    Data for a minute's training
    ────────────────────────────

    We take the sentences of at most four tokens from the course's corpus `phrases`
    and split them: the model learns from *train*, we watch *valid* while it learns,
    *test* is kept for the end. The vocabularies come from the training part alone.
    A batch holds 32 pairs, and no row is longer than 12 ids.
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
Script.end(1, """
    V = 115, V' = 171
    530 train in 17 batches, 66 valid, 66 test
    """);

Script.say("""
    The eight steps, by hand
    ────────────────────────

    *Steps 1 and 2: initialise, load.* `ModelSizes` names the choices: the cell, how
    the decoder gets the context, V, V′, D = 24, H = 48, L = 1, and no dropout for
    now. A seeded generator draws the first values, then shuffles the pairs; we take
    the first batch.
    """);

ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Generator generator = Generator.seeded(7);
Seq2Seq model = sizes.initialise(generator);
List<Parameter> parameters = model.parameters();
System.out.println(parameters.size() + " parameters, " + Parameter.count(parameters) + " numbers");
PaddedBatch batch = train.epoch(generator).get(0);
Script.show(batch);
Script.end(2, """
    12 parameters, 43467 numbers
    PaddedBatch (source (32×5), target (32×7))
    """);

Script.say("""
    *Step 3: forward, with teacher forcing.* Now the batch goes through the model,
    from ids to logits: the *forward pass*. Each word depends on the one before.
    Which one before: the model's own, which at the start of training is nonsense,
    or the right one? We give it the right one, always. This is called *teacher
    forcing*; since all inputs are known beforehand, the whole sentence is computed
    in one call. So the decoder's input is the target moved one place to the right,
    with `<bos>` at its start.
    """);

int[][] inputs = TeacherForcing.inputs(batch.target());
System.out.println("input  " + target.tokens(inputs[0]));
System.out.println("target " + target.tokens(batch.target()[0]));
Mode mode = Mode.training(generator);
Encoded encoded = model.encoder().forward(batch.source(), batch.sourceLengths(), mode);
Tensor logits = model.decoder().forward(inputs, encoded, mode);
System.out.println("state " + encoded.state().shape() + ", logits " + logits.shape());
Script.end(3, """
    input  [<bos>, ils, dorment, toujours, ., <eos>, <pad>]
    target [ils, dorment, toujours, ., <eos>, <pad>, <pad>]
    state (1×32×48), logits (7×32×171)
    """);

Script.say("""
    Read the first two lines column by column: at each place the decoder sees the
    upper word, and the words before it, and must say the lower one. (The mode
    matters for dropout only.)

    *Step 4: loss.* *Before you run this, predict:* the model knows nothing yet and
    the target vocabulary has V′ = 171 words. What will the loss be, about?
    """);

Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
System.out.println("loss, nats per real word: " + loss);
System.out.println("log V':                   " + Tensor.scalar(target.size()).log());
Script.end(4, """
    loss, nats per real word: 5.1680
    log V':                   5.1417
    """);

Script.say("""
    *Steps 5 and 6: backward, clip.* Gradients add up until they are cleared
    (chapter 0), so we clear first. Then one call gives every parameter its
    gradient. All of them together are one long vector, whose length, the root of
    the sum of all squares, is the *global gradient norm*: how steep the loss is
    where we stand. A gradient is right for a very small move only. Where the loss
    is as steep as a cliff, a move in proportion to it lands far away, where it
    means nothing. *Clipping* puts an upper limit c on the global norm, and all
    gradients are shortened by the same factor:

        g ← g · min (1, c/(‖ g ‖))
    """);

Parameter.clearGrads(parameters);
loss.backward();
double norm = GradientClip.byGlobalNorm(parameters, 0.5);
System.out.println("before " + Numbers.fixed(norm, 4));
System.out.println("after  " + Numbers.fixed(GradientClip.globalNorm(parameters), 4));
Parameter output = parameters.get(parameters.size() - 1);
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
Script.end(5, """
    before 0.6394
    after  0.5000
    decoder.output.b (8) [ 0.0042  0.0045 -0.1369  0.0050 -0.1102 -0.0210 -0.0175 -0.0180]
    """);

Script.say("""
    The first four entries of the output layer's bias belong to `<pad>`, `<bos>`,
    `<eos>` and `<unk>`. Only `<eos>` has a negative gradient: it ends all 32
    sentences, and the model gives it too little. The others are never asked for.

    *Steps 7 and 8: update, visualise.* The rule by which gradients change
    parameters is the *optimiser*. The simplest is that of chapter 0, θ ← θ − η g
    with the learning rate η; where each gradient comes from one random batch it is
    *stochastic gradient descent*, SGD. One rate has to serve for all parameters,
    though the bias of a common word gets a large gradient at every step and the
    embedding of a rare one a small one now and then. *Adam* keeps two running means
    for each number, of its gradient and of the gradient's square, and divides one
    by the root of the other:

        m ← β₁ m + (1 − β₁) g   v ← β₂ v + (1 − β₂) g²   θ ← θ − η (m / (1 − β₁ᵗ))/(√(v / (1 − β₂ᵗ)) + ε)

    t counts the updates; the two divisors make up for the means' start from 0. Then
    we look how it goes, also on sentences that the model never learns from, the
    *held-out loss*. *Before you run this, predict:* in the first update
    m/(1 − β₁) = g and v/(1 − β₂) = g². How far does each number move, with
    η = 0.01?
    """);

Tensor before = Tensor.of(output.value().toArray());
new Adam(0.01).step(parameters);
System.out.println(output.value().detach().minus(before).slice(0, 0, 8));
System.out.println("held out: " + Numbers.fixed(HeldOutLoss.of(model, valid.inOrder()), 4));
Script.end(6, """
    (8) [-0.0100 -0.0100  0.0100 -0.0100  0.0100  0.0100  0.0100  0.0100]
    held out: 4.8527
    """);

Script.say("""
    By 0.01, against the sign of its gradient, whether that was large or small. From
    the second update on, the fraction is near 1 or −1 where the gradients agree
    from batch to batch, near 0 where they do not.

    The same loop, with somebody watching
    ─────────────────────────────────────

    `Training` has one method for each step. After each it tells an `Observer`,
    which may print, count or plot. Ours keeps the gradient norms of every update,
    and adds a row to a history after every epoch.
    """);

List<Double> measured = new ArrayList<>();
List<Double> clipped = new ArrayList<>();
Observer norms = (step, training) -> {
  if (step == Step.CLIP) {
    measured.add(training.gradientNorm());
    clipped.add(GradientClip.globalNorm(training.model().parameters()));
  }
};
History history = History.empty();
Observer watching = norms.then((step, training) -> {
  if (step == Step.VISUALISE) {
    double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
    history = history.with(new History.Epoch(training.epoch() + 1, training.meanLoss(), heldOut,
        training.meanGradientNorm(), Double.NaN, Double.NaN));
  }
});
Script.end(7, "");

Script.say("""
    We call the first seven steps ourselves and compare with what we did by hand.
    `run(15)` goes on from there, with step 8 after each of 15 epochs. (The two
    columns for time differ from run to run, so we leave them out.)
    """);

Training run = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), watching);
run.initialise();
run.load();
run.forward(); run.loss(); run.backward(); run.clip(); run.update();
System.out.println("the same weights as by hand: "
    + WeightsHash.sha256(run.model().parameters()).equals(WeightsHash.sha256(parameters)));
run.run(15);
var table = history.toTable().removeColumns("tokensPerSecond", "seconds");
System.out.print(Tables.text(table.rows(0, 3, 6, 9, 14)));
LossCurve curve = LossCurve.of("Short phrases, GRU");
for (String loss : List.of("trainLoss", "validLoss")) {
  curve = curve.with(loss.substring(0, 5), table.doubleColumn(loss).asDoubleArray());
}
Script.show(curve.withBest("valid").save(Path.of("images/ch07_loss.png")));
Script.end(8, """
    the same weights as by hand: true
    epoch  trainLoss  validLoss  gradientNorm
    -----  ---------  ---------  ------------
        1     3.6725     2.8592        0.5864
        4     1.2669     1.3063        0.3628
        7     0.6132     0.8391        0.2890
       10     0.3531     0.6590        0.2345
       15     0.1435     0.5300        0.1705
    images/ch07_loss.png
    """);

Script.say("""
    [picture: Two falling curves over 15 epochs: the training loss goes well below
    the held-out loss — images/ch07_loss.png]

    Same seed, same steps, same bits: what we did by hand is what the package does.
    From the fourth epoch on the training loss is the lower one, and the gap grows:
    the model begins to know its sentences by heart. That is *overfitting*. In
    longer runs the held-out loss often turns and rises; the epoch to keep is the
    one where it was lowest.

    Clipping, seen
    ──────────────

    To see what clipping is for we train with what suits it worst: plain SGD with a
    large learning rate, and the plain RNN cell of chapter 2, once without a limit
    and once with one.
    """);

ModelSizes plain = new ModelSizes(CellKind.RNN, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
for (double limit : new double[] {1e9, 0.5}) {
  measured.clear();
  clipped.clear();
  Training four = new Training(plain, train, new Sgd(2), limit, Generator.seeded(7), norms);
  four.run(4);
  double heldOut = HeldOutLoss.of(four.model(), valid.inOrder());
  System.out.println("limit " + limit + ": held out " + Numbers.fixed(heldOut, 4));
}
double[] updates = new double[measured.size()];
Arrays.setAll(updates, i -> i + 1);
Script.show(LinePlot.of("Gradient norm, limit 0.5, SGD with rate 2", "update", "global gradient norm").
    with("before clipping", updates, measured.stream().mapToDouble(d -> d).toArray()).
    with("after", updates, clipped.stream().mapToDouble(d -> d).toArray()).
    withLogY().save(Path.of("images/ch07_clip.png")));
Script.end(9, """
    limit 1.0E9: held out 9.9672
    limit 0.5: held out 1.7538
    images/ch07_clip.png
    """);

Script.say("""
    [picture: Gradient norms over the updates: before clipping most are above the
    limit in the first epoch, after clipping none is above 0.5 —
    images/ch07_clip.png]

    After four epochs without a limit the model is worse than one that knows
    nothing; with one, the same rate and the same batches learn. The unclipped run
    lands within two updates where the loss is steeper, and takes longer steps from
    there. With an absurd rate the parameters leave the range of floats; `Training`
    stops at the first loss or norm that is not a finite number, and says at which
    epoch and batch and what to try.

    Dropout
    ───────

    One remedy for overfitting is *dropout*: in training, each number that passes
    from one layer to the next is set to 0 with probability p, and the others are
    multiplied by 1/(1 − p), so that the sum stays about the same. In use nothing is
    dropped. We drop between recurrent layers; a single one has it on either side,
    on the embeddings and before the output layer.

    What goes wrong
    ───────────────

    `Mistake` is the loop in its shortest form, with one mistake switched on. Each
    run prints the loss that the loop *reports* for its last of four epochs, and the
    loss that the model *has* on the held-out sentences. Batches are padded to the
    full 12 steps.

    *Before you run this, predict:* one run as it should be, three with a mistake
    each. Which of the three reports a *better* loss than the right one?
    """);

Batches wide = Batches.of(splits.train(), source, target, options.paddedToSteps());
for (Mistake mistake : Mistake.values()) {
  Mistake.Result result = mistake.train(sizes, wide, 4, 0.01, Generator.seeded(7));
  double heldOut = HeldOutLoss.of(result.model(), valid.inOrder());
  System.out.println(mistake + ": reports " + Numbers.fixed(result.reported(), 4)
      + ", held out " + Numbers.fixed(heldOut, 4));
}
Script.end(10, """
    NONE: reports 1.3345, held out 1.3617
    NOT_CLEARED: reports 3.0496, held out 3.4074
    NO_MASK: reports 0.8713, held out 1.7746
    NOT_SHIFTED: reports 0.1682, held out 7.8533
    """);

Script.say("""
    *Gradients not cleared.* The gradients of all earlier batches stay in the sum,
    and the newest counts for less and less. The mend is one line: clear before
    every backward.

    *Training without the mask.* The reported loss looks *better* than the right
    one, and the model is worse: more than half of the 12 places are padding, and
    that `<pad>` follows `<pad>` is learned at once. The mend is `MaskedLoss`.

    *The target not shifted.* The decoder gets the target itself as its input: it
    learns to repeat what it is shown. A reported loss that is too good to be true
    is how one recognises this. The mend is `TeacherForcing.inputs`.

    *Two steps in the wrong order.* Clipping after the update shortens gradients
    that have been used already. Clearing between backward and update leaves the
    optimiser nothing. Keep the order; exercise 7.4 is about it.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    source, target, valid      (N, T), (N, T′) ids,       `Batches`
    lengths                    padded; (N) each
    decoder inputs             (N, T′) ids: bos, then     `TeacherForcing.inputs(tar
                               the target without its     get)`
                               last id
    logits                     (T′, N, V′)                the decoder, chapter 4
    loss                       (), nats per real word     `MaskedLoss.of`, chapter 6
    gradient of a parameter,   the parameter's own shape  `backward()`, `Adam`
    Adam's m and v

    Exercises
    ─────────

    • exercise 7.1, decoder inputs and targets, teacher forcing's shift: `./learn
      check 7.1` (how to (../exercises/README.md))
    • exercise 7.2, clipping by the global norm: `./learn check 7.2`
    • exercise 7.3, one Adam step: `./learn check 7.3`
    • exercise 7.4, the eight steps in the right order: `./learn check 7.4`

    And `./learn train` is this chapter's loop over all of `phrases`.

    Where to read on
    ────────────────

    • Williams and Zipser (1989), "A learning algorithm for continually running
      fully recurrent neural networks": teacher forcing. Pascanu, Mikolov and Bengio
      (2013), algorithm 1: clipping. Kingma and Ba, "Adam" (2015), algorithm 1.
    • Srivastava and others, "Dropout" (2014); Zaremba, Sutskever and Vinyals
      (2014): between layers, never from step to step.
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016): sections 8.3.1,
      8.5.3, 10.2.1, 10.11.1.
    • The code: `seq2seq.ch07_training`, `Training` above all, which is the eight
      steps one after the other.
    """);

chapterStatus = Script.status();
/exit chapterStatus
