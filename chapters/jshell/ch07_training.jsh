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
    chapter you will have run its eight steps by hand, have trained a small
    translator from English to French, and be able to recognise four mistakes by the
    numbers that they leave behind.

    The idea
    ────────

    *Training* repeats one small correction very often. Show the model some pairs of
    sentences, measure the loss, ask the engine for the gradient (chapter 0), which
    says for every parameter in which direction the loss grows, and move each
    parameter a little the other way. The course's second note lists eight steps in
    section 7.5:

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

    An *epoch* is one walk through all training sentences, batch by batch, in a new
    random order.

    Data for a minute's training
    ────────────────────────────

    We take the sentences of at most four tokens from the course's corpus `phrases`
    and split them into three parts. The model learns from *train*, we watch *valid*
    while it learns, and *test* would be kept for the end. The vocabularies (chapter
    1) come from the training part alone. A batch holds 32 pairs, and no row is
    longer than 12 ids.
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
System.out.println(splits.train().pairs().get(0));
System.out.println("V = " + source.size() + ", V' = " + target.size());
System.out.println(train.pairs() + " train in " + train.count() + " batches, "
    + splits.valid().size() + " valid, " + splits.test().size() + " test");
Script.end(1, """
    Pair[source=She often sleeps., target=Elle dort souvent.]
    V = 115, V' = 171
    530 train in 17 batches, 66 valid, 66 test
    """);

Script.say("""
    The eight steps, by hand
    ────────────────────────

    Steps 1 and 2: initialise, load

    `ModelSizes` names the choices: the cell, how the decoder gets the context, V,
    V′, D = 24, H = 48, L = 1, and no dropout for now. A seeded generator draws the
    first values, then shuffles the pairs; we take the first batch of the first
    epoch.
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
    Encoder and decoder each have an embedding and a cell, and the decoder has an
    output layer. All are trained together, as one model.

    Step 3: forward, with teacher forcing

    Now the batch goes through the model, from ids to logits: the *forward pass*.
    The decoder writes word after word, and each word depends on the one before.
    Which one before: the model's own, which at the start of training is nonsense,
    or the right one? We give it the right one, always. This is called *teacher
    forcing*. After `je` the model is asked for the next word whatever it would have
    written itself; and since all inputs are known beforehand, the whole sentence
    can be computed in one call.

    So the decoder's input is the target moved one place to the right, with `<bos>`
    at its start.
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
    upper word, and the words before it, and must say the lower one. At no place
    does it see the word it is asked for. (The mode matters for dropout only, to
    which we come below.)

    Step 4: loss

    *Before you run this, predict:* the model knows nothing yet and the target
    vocabulary has V′ = 171 words. What will the loss be, about?
    """);

Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
System.out.println("loss, nats per real word: " + loss);
System.out.println("log V':                   " + Tensor.scalar(target.size()).log());
Script.end(4, """
    loss, nats per real word: 5.1680
    log V':                   5.1417
    """);

Script.say("""
    Steps 5 and 6: backward, clip

    Gradients add up until they are cleared (chapter 0), so we clear first. Then one
    call gives every parameter its gradient. All the gradients together, written one
    after the other, are one long vector, and its length, the root of the sum of all
    squares, is the *global gradient norm*. It says how steep the loss is where we
    stand.

    A gradient is right for a very small move only. Where the loss is as steep as a
    cliff, a move in proportion to the gradient lands far away, where it means
    nothing. *Clipping* puts an upper limit c on the global norm. All gradients are
    shortened by the same factor, so the direction stays:

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
    The first entries of the output layer's bias belong to `<pad>`, `<bos>`, `<eos>`
    and `<unk>`. Only `<eos>` has a negative gradient: it ends all 32 sentences, and
    the model gives it too little. The other three are never asked for (padding
    neither, thanks to the mask), and are given too much.

    Steps 7 and 8: update, visualise

    The rule by which gradients change parameters is called the *optimiser*. The
    simplest is the one of chapter 0: θ ← θ − η g for a parameter θ, with the
    learning rate η. Where each gradient comes from one random batch it is called
    *stochastic gradient descent*, SGD. One rate has to serve for all parameters,
    though the bias of a common word gets a large gradient at every step and the
    embedding of a rare one a small gradient now and then.

    *Adam* keeps two running means for each number, of its gradient and of the
    gradient's square, and divides one by the root of the other:

        m ← β₁ m + (1 − β₁) g   v ← β₂ v + (1 − β₂) g²   θ ← θ − η (m / (1 − β₁ᵗ))/(√(v / (1 − β₂ᵗ)) + ε)

    t counts the updates; the two divisors make up for the means' start from 0. Then
    we look how it goes: at the loss on what the model learns from, and at the
    *held-out loss* on sentences that it never learns from, here the validation
    part, which tells how well it does what it is for.

    *Before you run this, predict:* in the first update m/(1 − β₁) = g and
    v/(1 − β₂) = g². How far does each number move, with η = 0.01?
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
    from batch to batch, near 0 where they do not. And one update has taken the
    held-out loss below log V′.

    The same loop, with somebody watching
    ─────────────────────────────────────

    `Training` has one method for each step. After each it tells an `Observer`,
    which may print, count or plot. Ours keeps the gradient norms of every update,
    before and after clipping, and adds a row to a history after every epoch.
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
    `run(15)` goes on from there: it repeats steps 2 to 7 for every batch, with step
    8 after each of 15 epochs. Of the history's rows we print five, without the two
    columns for time, which differ from run to run.
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
    the model begins to know its training sentences by heart, which helps little
    with others. That is *overfitting*. Here the held-out loss still falls, slowly;
    in longer runs it often turns and rises, and the epoch to keep is the one where
    it was lowest, which the picture marks.

    What the model has learned
    ──────────────────────────

    At each place of a held-out sentence we look for the word with the largest
    logit, the *arg max*. Beside it stand the English sentence and the right
    translation.
    """);

PaddedBatch unseen = valid.inOrder().get(0);
String said(Seq2Seq pupil, int n) {
  int[] best = pupil.forward(unseen, Mode.inference()).argMax();
  int[] ids = new int[unseen.targetLengths()[n]];
  for (int t = 0; t < ids.length; t++) {
    ids[t] = best[t * unseen.size() + n];
  }
  return String.join(" ", target.tokens(ids));
}
for (int n = 0; n < 4; n++) {
  Pair pair = splits.valid().pairs().get(n);
  System.out.println(pair.source() + " | " + pair.target() + " | " + said(run.model(), n));
}
Script.end(9, """
    Marie likes flowers. | Marie aime les fleurs. | marie aime les fleurs . <eos>
    They always sing. | Ils chantent toujours. | ils sont toujours . <eos>
    They are sad. | Ils sont tristes. | ils sont malades . <eos>
    The boys sang. | Les garçons ont chanté. | le enfants ont chanté . <eos>
    """);

Script.say("""
    None of these sentences was in the training part. The mistakes are telling:
    `malades`, sick, for `tristes`, sad, is another word of the same kind in a
    sentence of the right build. And `garçons` does not occur in the training part
    at all, so it has no id, and no answer could have been right.

    Read the model's lines with care: each of its words was asked for after the
    *right* words before it, so an error does not spread, and a line need not be a
    sentence. Writing without that help is chapter 8.

    Clipping, seen
    ──────────────

    In the run above some norms passed the limit of 0.5 in the first epochs, and
    Adam would have coped without it. To see what clipping is for we train with what
    suits it worst: plain SGD with a large learning rate, and the plain RNN cell of
    chapter 2, once without a limit and once with one.
    """);

ModelSizes plain = new ModelSizes(CellKind.RNN, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
LinePlot plot = LinePlot.of("Gradient norm, SGD with rate 2", "update", "global gradient norm");
void draw(String name, List<Double> norms) {
  double[] updates = new double[norms.size()];
  Arrays.setAll(updates, i -> i + 1);
  plot = plot.with(name, updates, norms.stream().mapToDouble(d -> d).toArray());
}
for (double limit : new double[] {1e9, 0.5}) {
  String name = limit == 0.5 ? "limit 0.5" : "no limit";
  measured.clear();
  clipped.clear();
  Training four = new Training(plain, train, new Sgd(2), limit, Generator.seeded(7), norms);
  four.run(4);
  draw(limit == 0.5 ? name + ": before" : name, measured);
  double heldOut = HeldOutLoss.of(four.model(), valid.inOrder());
  System.out.println(name + ": held out " + Numbers.fixed(heldOut, 4));
}
draw("limit 0.5: after", clipped);
Script.show(plot.withLogY().save(Path.of("images/ch07_clip.png")));
Script.end(10, """
    no limit: held out 8.0041
    limit 0.5: held out 1.7538
    images/ch07_clip.png
    """);

Script.say("""
    [picture: Gradient norms over the updates: without a limit they jump to several
    times those of the clipped run, after clipping none is above 0.5 —
    images/ch07_clip.png]

    After four epochs without a limit the model is worse than one that knows
    nothing; with one, the same rate and the same batches learn. The first norm is
    the same in both runs: the same model, the same batch. The unclipped run takes
    steps as long as the gradient says, lands within two updates where the loss is
    steeper, and takes longer ones from there.

    With an absurd rate the parameters themselves leave the range of floats.
    `Training` looks at every loss and every norm, stops at the first that is not a
    finite number, and says where:
    """);

Script.fails(() -> {
  new Training(plain, train, new Sgd(1e38), 1e9, Generator.seeded(7), Observer.NONE).run(1);
});
Script.end(11, """
    NonFiniteException: training: the loss is not a finite number, epoch 1, batch 2. Try a smaller learning rate (--lr) or a smaller limit for the gradient norm (--clip)
    """);

Script.say("""
    Dropout
    ───────

    One remedy for overfitting is *dropout*: in training, each number that passes
    from one layer to the next is set to 0 with probability p, and the others are
    multiplied by 1/(1 − p), so that the sum stays about the same. A unit can then
    not rely on any single other one. When the model is used, nothing is dropped.
    """);

Tensor ones = Tensor.ones(10);
System.out.println("training " + Mode.training(Generator.seeded(7)).dropout(ones, 0.5));
System.out.println("use " + Mode.inference().dropout(ones, 0.5));
Script.end(12, """
    training (10) [2 0 2 2 2 2 0 0 0 0]
    use (10) [1 1 1 1 1 1 1 1 1 1]
    """);

Script.say("""
    The course drops between layers, so it takes effect with L ≥ 2. `HeldOutLoss`
    uses `Mode.inference()`: measured in training mode it would be too large, and
    different each time.

    What goes wrong
    ───────────────

    For the mistakes we need a loop in which each can be switched on. The loss comes
    first, with two switches: whether it is masked, and whether the decoder's input
    is shifted.
    """);

Tensor lossOf(Seq2Seq pupil, PaddedBatch batch, boolean mask, boolean shift) {
  Encoded read = pupil.encoder().forward(batch.source(), batch.sourceLengths(), Mode.inference());
  int[][] words = batch.target();
  int[][] seen = shift ? TeacherForcing.inputs(words) : words;
  Tensor out = pupil.decoder().forward(seen, read, Mode.inference());
  Tensor losses = MaskedLoss.perToken(out, words);
  Tensor real = LengthMask.timeMajor(batch.targetLengths(), losses.dim(0));
  return mask ? MaskedLoss.mean(losses, real) : losses.mean();
}
Script.end(13, "");

Script.say("""
    Then four epochs of the steps, with a switch for clearing the gradients. At the
    end it prints the loss that the loop *reports* for its last epoch, and the loss
    that the model *has*, on the held-out sentences and measured properly. Batches
    are padded to the full 12 steps, as in the notes.
    """);

Batches wide = Batches.of(splits.train(), source, target, options.paddedToSteps());
Seq2Seq train(String name, boolean clear, boolean mask, boolean shift) {
  Generator random = Generator.seeded(7);
  Seq2Seq pupil = sizes.initialise(random);
  Adam optimiser = new Adam(0.01);
  double reported = 0;
  for (int k = 0; k < 4; k++) {
    reported = 0;
    for (PaddedBatch batch : wide.epoch(random)) {
      Tensor loss = lossOf(pupil, batch, mask, shift);
      if (clear) { Parameter.clearGrads(pupil.parameters()); }
      loss.backward();
      optimiser.step(pupil.parameters());
      reported += loss.item() / wide.count();
    }
  }
  double heldOut = HeldOutLoss.of(pupil, valid.inOrder());
  System.out.println(name + Numbers.fixed(reported, 4) + ", held out " + Numbers.fixed(heldOut, 4));
  return pupil;
}
Script.end(14, "");

Script.say("""
    *Before you run this, predict:* one run as it should be, three with a mistake
    each. Which of the three reports a *better* loss than the right one?
    """);

train("all right:   reports ", true, true, true);
train("not cleared: reports ", false, true, true);
train("no mask:     reports ", true, false, true);
Seq2Seq cheat = train("not shifted: reports ", true, true, false);
int[] asked = TeacherForcing.inputs(unseen.target())[0];
System.out.println("the last one sees   " + String.join(" ", target.tokens(asked)));
System.out.println("the last one writes " + said(cheat, 0));
Script.end(15, """
    all right:   reports 1.3345, held out 1.3617
    not cleared: reports 3.0496, held out 3.4074
    no mask:     reports 0.8713, held out 1.7746
    not shifted: reports 0.1682, held out 7.8533
    the last one sees   <bos> marie aime les fleurs . <eos>
    the last one writes j' marie aime les fleurs .
    """);

Script.say("""
    Gradients not cleared

    The gradients of all earlier batches stay in the sum, taken where the parameters
    were then, and the newest counts for less and less. Both losses are far worse.
    The mend is one line: clear before every backward.

    Training without the mask

    The reported loss looks *better* than the right one, and the model is worse. It
    is a mean over 12 places a sentence, more than half of which are padding, and
    that `<pad>` follows `<pad>` is learned at once. Whoever compares reported
    losses keeps the wrong one. The mend is chapter 6's `MaskedLoss`.

    The target not shifted

    The decoder gets the target itself as its input: at each place it sees the word
    that it is asked for. A reported loss that is too good to be true is how one
    recognises this mistake: asked properly, with the input shifted, the model is
    worse than an untrained one. It has learned to repeat what it is shown; after
    `<bos>`, which it never saw in training, it has to guess. The mend is
    `TeacherForcing.inputs`.

    A vocabulary that has seen the validation part

    Words that do not occur in the training part become `<unk>`, and the held-out
    loss should show what that costs. We build the vocabulary once from the training
    part, once from all pairs:
    """);

Vocabulary leaked = Vocabulary.of(corpus.targetTokens(), 1);
List<String> held = new ArrayList<>();
splits.valid().targetTokens().forEach(held::addAll);
System.out.println("from train: V' = " + target.size() + ", new in valid: " + target.unknown(held));
System.out.println("from all:   V' = " + leaked.size() + ", new in valid: " + leaked.unknown(held));
Script.end(16, """
    from train: V' = 171, new in valid: [garçons, reposent]
    from all:   V' = 173, new in valid: []
    """);

Script.say("""
    The second claims that nothing was new. Its extra rows in the embedding are
    never trained, they keep the random numbers of step 1, and no report shows it.
    `Splits` builds vocabularies from the training part only.

    Two steps in the wrong order

    Clipping after the update shortens gradients that have been used already, and
    does nothing. Clearing between backward and update leaves the optimiser no
    gradients. Keep the order of the eight steps; exercise 7.4 is about it.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    source, target, valid      (N, T), (N, T′) ids,       `Batches`
    lengths                    padded; (N) each
    decoder inputs             (N, T′) ids: bos, then     `TeacherForcing.inputs(tar
                               the target without its     get)`
                               last id
    state of the encoder       (L, N, H)                  the encoder, chapter 3
    logits                     (T′, N, V′)                the decoder, chapter 4
    loss                       (), nats per real word     `MaskedLoss.of`, chapter 6
    gradient of a parameter,   the parameter's own shape  `backward()`, `Adam`
    Adam's m and v
    global gradient norm       one number over all        `GradientClip`
                               parameters

    Exercises
    ─────────

    Work on them as exercises/README.md (../exercises/README.md) says; `./learn
    check 7` grades all four:

    • exercise 7.1, decoder inputs and targets, teacher forcing's shift: `./learn
      check 7.1`
    • exercise 7.2, clipping by the global norm: `./learn check 7.2`
    • exercise 7.3, one Adam step: `./learn check 7.3`
    • exercise 7.4, the eight steps in the right order: `./learn check 7.4`

    And `./learn train` is this chapter's loop over all of `phrases`, for about a
    minute.

    Where to read on
    ────────────────

    • The course's second note, section 7.5: the eight steps.
    • Williams and Zipser, "A learning algorithm for continually running fully
      recurrent neural networks" (1989): teacher forcing.
    • Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
      networks" (2013): algorithm 1, clipping by the norm.
    • Kingma and Ba, "Adam: a method for stochastic optimization" (2015): algorithm
      1.
    • Srivastava and others, "Dropout: a simple way to prevent neural networks from
      overfitting" (2014); Zaremba, Sutskever and Vinyals, "Recurrent neural network
      regularization" (2014): between layers only.
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016): sections 8.3.1
      (SGD), 8.5.3 (Adam), 10.2.1 (teacher forcing), 10.11.1 (clipping).
    • Chapter 8, where the model writes without the right words to hold on to.
    • The code: `seq2seq.ch07_training`, `Training` above all, which is the eight
      steps one after the other.
    """);

chapterStatus = Script.status();
/exit chapterStatus
