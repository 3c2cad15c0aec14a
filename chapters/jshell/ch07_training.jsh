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
    chapter you will have run its eight steps by hand, one cell each, have trained a
    small translator from English to French, and be able to recognise four mistakes
    by the numbers that they leave behind.

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

    We take the shortest sentences of the course's corpus `phrases`, those of at
    most four tokens, and split them into three parts. The model learns from
    *train*, we watch *valid* while it learns, and *test* would be kept for the end.
    """);

ParallelCorpus phrases = ParallelCorpus.phrases();
List<Pair> few = new ArrayList<>(phrases.pairs());
few.removeIf(pair -> phrases.tokenizer().tokenize(pair.source()).size() > 4);
ParallelCorpus corpus = ParallelCorpus.of("short phrases", phrases.tokenizer(), few);
Splits splits = Splits.bySource(corpus, 0.1, 0.1, Generator.seeded(7));
System.out.println(corpus + ": " + splits.train().size() + " train, "
    + splits.valid().size() + " valid, " + splits.test().size() + " test");
splits.train().pairs().subList(0, 4).forEach(System.out::println);
Script.end(1, """
    short phrases (662 pairs): 530 train, 66 valid, 66 test
    Pair[source=She often sleeps., target=Elle dort souvent.]
    Pair[source=Are you afraid?, target=Est-ce que tu as peur ?]
    Pair[source=You always work., target=Tu travailles toujours.]
    Pair[source=Paul saw them., target=Paul les a vus.]
    """);

Script.say("""
    The vocabularies (chapter 1) come from the training part alone. A batch holds 32
    pairs, and no row is longer than 12 ids.
    """);

Vocabulary source = splits.sourceVocabulary(1);
Vocabulary target = splits.targetVocabulary(1);
BatchOptions options = BatchOptions.of(32, 12);
Batches train = Batches.of(splits.train(), source, target, options);
Batches valid = Batches.of(splits.valid(), source, target, options);
System.out.println("source " + source + ", target " + target);
System.out.println(train.pairs() + " pairs in " + train.count() + " batches");
Script.end(2, """
    source Vocabulary (V = 115), target Vocabulary (V = 171)
    530 pairs in 17 batches
    """);

Script.say("""
    The eight steps, by hand
    ────────────────────────

    Step 1: initialise

    `ModelSizes` names the choices: the cell, how the decoder gets the context, V,
    V′, D = 24, H = 48, L = 1, and no dropout for now. Its `initialise` draws the
    first values from a seeded generator, so that everybody gets the same model.
    """);

ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Generator generator = Generator.seeded(7);
Seq2Seq model = sizes.initialise(generator);
List<Parameter> parameters = model.parameters();
for (Parameter each : parameters) {
  System.out.println(each.name() + " " + each.value().shape());
}
System.out.println(Parameter.count(parameters) + " numbers to learn");
Script.end(3, """
    encoder.embedding.W (115×24)
    encoder.cell.0.W_xh (24×144)
    encoder.cell.0.W_hh (48×144)
    encoder.cell.0.b_xh (144)
    encoder.cell.0.b_hh (144)
    decoder.embedding.W (171×24)
    decoder.cell.0.W_xh (72×144)
    decoder.cell.0.W_hh (48×144)
    decoder.cell.0.b_xh (144)
    decoder.cell.0.b_hh (144)
    decoder.output.W (48×171)
    decoder.output.b (171)
    43467 numbers to learn
    """);

Script.say("""
    Encoder and decoder each have an embedding and a cell, and the decoder has the
    output layer. (The cell's weights for its three gates stand side by side:
    144 = 3 · 48.) All of them are trained together, as one model.

    Step 2: load

    The same generator shuffles the pairs. We take the first batch of the first
    epoch.
    """);

List<PaddedBatch> epoch = train.epoch(generator);
PaddedBatch batch = epoch.get(0);
System.out.println(batch);
System.out.println("source " + source.tokens(batch.source()[0]));
System.out.println("target " + target.tokens(batch.target()[0]));
Script.end(4, """
    PaddedBatch (source (32×5), target (32×7))
    source [they, always, sleep, ., <eos>]
    target [ils, dorment, toujours, ., <eos>, <pad>, <pad>]
    """);

Script.say("""
    Step 3: forward, with teacher forcing

    Now the batch goes through the model, from ids to logits: the *forward pass*.
    The decoder writes word after word, and each word depends on the one before.
    Which one before: the model's own, which at the start of training is nonsense,
    or the right one? We give it the right one, always. This is called *teacher
    forcing*. After `je` the model is asked for the next word whatever it would have
    written itself; and since all inputs are known beforehand, the whole sentence
    can be computed in one call.

    So the decoder's input is the target moved one place to the right: it starts
    with `<bos>`, and the last id drops out.
    """);

int[][] inputs = TeacherForcing.inputs(batch.target());
System.out.println("input  " + target.tokens(inputs[0]));
System.out.println("target " + target.tokens(batch.target()[0]));
Script.end(5, """
    input  [<bos>, ils, dorment, toujours, ., <eos>, <pad>]
    target [ils, dorment, toujours, ., <eos>, <pad>, <pad>]
    """);

Script.say("""
    Read the two lines column by column: at each place the decoder sees the upper
    word, and the words before it, and must say the lower one. At no place does it
    see the word it is asked for.
    """);

Encoded encoded = model.encoder().forward(
    batch.source(), batch.sourceLengths(), Mode.training(generator));
Tensor logits = model.decoder().forward(inputs, encoded, Mode.training(generator));
System.out.println("state  " + encoded.state());
System.out.println("logits " + logits.shape());
Script.end(6, """
    state  (1×32×48)
    [[[ 0.3143  0.1700 -0.1014 … -0.0490 -0.1425  0.4060]
      [ 0.3108  0.2150 -0.1733 … -0.0853 -0.1052  0.1909]
      [ 0.2179  0.1829  0.1047 … -0.0537 -0.2227  0.2295]
      …
      [ 0.3838  0.1874  0.0095 … -0.1153 -0.1329  0.3331]
      [ 0.2770  0.1731 -0.1663 … -0.0878 -0.0701  0.2046]
      [ 0.2894  0.1717 -0.2130 … -0.0929 -0.0915  0.2165]]]
    logits (7×32×171)
    """);

Script.say("""
    `Mode.training` tells the parts that this is training; it matters for dropout
    only, to which we come below. `model.forward(batch, mode)` does the three lines
    in one.

    Step 4: loss

    *Before you run this, predict:* the model knows nothing yet and the target
    vocabulary has V′ = 171 words. What will the loss be, about?
    """);

Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
System.out.println("loss, nats per real word: " + loss);
System.out.println("log V':                   " + Tensor.scalar(target.size()).log());
Script.end(7, """
    loss, nats per real word: 5.1680
    log V':                   5.1417
    """);

Script.say("""
    Step 5: backward

    Gradients add up until they are cleared (chapter 0), so we clear first. Then one
    call gives every parameter its gradient. All the gradients together, written one
    after the other, are one long vector, and its length, the root of the sum of all
    squares, is the *global gradient norm*. It says how steep the loss is where we
    stand.
    """);

Parameter.clearGrads(parameters);
loss.backward();
System.out.println("norm " + Numbers.fixed(GradientClip.globalNorm(parameters), 4));
Parameter output = parameters.get(parameters.size() - 1);
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
Script.end(8, """
    norm 0.6394
    decoder.output.b (8) [ 0.0054  0.0058 -0.1751  0.0065 -0.1409 -0.0269 -0.0224 -0.0230]
    """);

Script.say("""
    The first entries of the output layer's bias belong to `<pad>`, `<bos>`, `<eos>`
    and `<unk>`. Of these four only `<eos>` has a negative gradient: it ends all 32
    sentences, and the model gives it too little. The others are asked for in none
    of them (nobody asks for padding, thanks to the mask), and are given too much.

    Step 6: clip

    A gradient is right for a very small move only. Where the loss is as steep as a
    cliff, a move in proportion to the gradient lands far away, where it means
    nothing. *Clipping* puts an upper limit c on the global norm:

        g ← g · min (1, c/(‖ g ‖))

    All gradients are shortened by the same factor, so the direction stays.
    """);

double norm = GradientClip.byGlobalNorm(parameters, 0.5);
System.out.println("before " + Numbers.fixed(norm, 4));
System.out.println("after  " + Numbers.fixed(GradientClip.globalNorm(parameters), 4));
Script.end(9, """
    before 0.6394
    after  0.5000
    """);

Script.say("""
    Step 7: update

    The rule by which gradients change parameters is called the *optimiser*. The
    simplest is the one of chapter 0: move each parameter θ against its gradient,
    θ ← θ − η g, with the learning rate η. Where each gradient comes from one random
    batch it is called *stochastic gradient descent*, SGD. One rate has to serve for
    all parameters, though the bias of a common word gets a large gradient at every
    step and the embedding of a rare one a small gradient now and then.

    *Adam* keeps two running means for each number, of its gradient and of the
    gradient's square, and divides one by the root of the other:

        m ← β₁ m + (1 − β₁) g   v ← β₂ v + (1 − β₂) g²   θ ← θ − η (m / (1 − β₁ᵗ))/(√(v / (1 − β₂ᵗ)) + ε)

    t counts the updates; the two divisors make up for the means' start from 0.
    *Before you run this, predict:* in the first update m/(1 − β₁) = g and
    v/(1 − β₂) = g². How far does each number move, with η = 0.01?
    """);

Adam adam = new Adam(0.01);
Tensor before = Tensor.of(output.value().toArray());
adam.step(parameters);
System.out.println(output.value().detach().minus(before).slice(0, 0, 8));
Script.end(10, """
    (8) [-0.0100 -0.0100  0.0100 -0.0100  0.0100  0.0100  0.0100  0.0100]
    """);

Script.say("""
    By 0.01, against the sign of its gradient, whether that was large or small. From
    the second update on, the fraction is between −1 and 1 or so: near 1 where the
    gradients agree from batch to batch, near 0 where they do not. Did it help?
    """);

Tensor again = MaskedLoss.of(
    model.forward(batch, Mode.inference()), batch.target(), batch.targetLengths());
System.out.println("before " + loss + ", after one update " + again);
Script.end(11, """
    before 5.1680, after one update 4.7697
    """);

Script.say("""
    On this batch the loss has fallen. The same again for the other batches, and the
    first epoch is done:
    """);

double sum = loss.item() * batch.targetTokens();
int tokens = batch.targetTokens();
for (PaddedBatch next : epoch.subList(1, epoch.size())) {
  Tensor out = model.forward(next, Mode.training(generator));
  Tensor mean = MaskedLoss.of(out, next.target(), next.targetLengths());
  Parameter.clearGrads(parameters);
  mean.backward();
  GradientClip.byGlobalNorm(parameters, 0.5);
  adam.step(parameters);
  sum += mean.item() * next.targetTokens();
  tokens += next.targetTokens();
}
System.out.println("loss, mean over the epoch: " + Numbers.fixed(sum / tokens, 4));
Script.end(12, """
    loss, mean over the epoch: 3.6725
    """);

Script.say("""
    Step 8: visualise

    We look at two numbers. The mean loss of the epoch tells how well the model fits
    what it learns from. The *held-out loss* is taken on sentences that it never
    learns from, here the validation part, and tells how well it does what it is
    for.
    """);

System.out.println("held out: " + Numbers.fixed(HeldOutLoss.of(model, valid.inOrder()), 4));
Script.end(13, """
    held out: 2.8592
    """);

Script.say("""
    The same loop, with somebody watching
    ─────────────────────────────────────

    `Training` has one method for each step, `initialise`, `load`, `forward`,
    `loss`, `backward`, `clip`, `update` and `visualise`, and `run` calls them in
    this order. After each it tells an `Observer`, which may print, count or plot.
    Ours counts.
    """);

Map<Step, Integer> count = new EnumMap<>(Step.class);
Observer counting = (step, training) -> count.merge(step, 1, Integer::sum);
Training one = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), counting);
one.run(1);
count.forEach((step, times) -> System.out.println(step + " " + times));
System.out.println("the same weights as by hand: "
    + WeightsHash.sha256(one.model().parameters()).equals(WeightsHash.sha256(parameters)));
Script.end(14, """
    INITIALISE 1
    LOAD 17
    FORWARD 17
    LOSS 17
    BACKWARD 17
    CLIP 17
    UPDATE 17
    VISUALISE 1
    the same weights as by hand: true
    """);

Script.say("""
    Same seed, same steps, same bits: what we did by hand is what the package does.

    Now a real run of 15 epochs. Its observer keeps the gradient norms of every
    update, before and after clipping, and after every epoch adds a row to a
    history.
    """);

List<Double> measured = new ArrayList<>();
List<Double> clipped = new ArrayList<>();
Observer norms = (step, training) -> {
  if (step == Step.CLIP) {
    measured.add(training.gradientNorm());
    clipped.add(GradientClip.globalNorm(training.model().parameters()));
  }
};
List<History.Epoch> rows = new ArrayList<>();
Observer watching = norms.then((step, training) -> {
  if (step == Step.VISUALISE) {
    double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
    rows.add(new History.Epoch(training.epoch() + 1, training.meanLoss(), heldOut,
        training.meanGradientNorm(), Double.NaN, Double.NaN));
  }
});
Training run = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), watching);
run.run(15);
Script.end(15, "");

Script.say("""
    The history is a table, a row an epoch. (We left out its two columns for time,
    which differ from run to run; `Tables.text` prints any table.)
    """);

History history = History.empty();
for (History.Epoch row : rows) {
  history = history.with(row);
}
System.out.print(Tables.text(history.toTable().removeColumns("tokensPerSecond", "seconds")));
Script.end(16, """
    epoch  trainLoss  validLoss  gradientNorm
    -----  ---------  ---------  ------------
        1     3.6725     2.8592        0.5864
        2     2.4088     2.1514        0.4405
        3     1.7332     1.6656        0.4178
        4     1.2669     1.3063        0.3628
        5     0.9624     1.0888        0.3408
        6     0.7555     0.9363        0.3081
        7     0.6132     0.8391        0.2890
        8     0.5068     0.7756        0.2644
        9     0.4287     0.7143        0.2515
       10     0.3531     0.6590        0.2345
       11     0.2938     0.6269        0.2277
       12     0.2503     0.6019        0.2142
       13     0.2076     0.5844        0.1970
       14     0.1698     0.5423        0.1775
       15     0.1435     0.5300        0.1705
    """);

Script.say("""
    Both losses start below log V′, since the first epoch has taught something by
    the time it is over, and fall. From the fourth epoch on the training loss is the
    lower one, and the gap grows: the model begins to know its training sentences by
    heart, which helps little with others. That is *overfitting*. Here the held-out
    loss still falls, slowly; in longer runs it often turns and rises, and the epoch
    to keep is the one where it was lowest, which the picture marks.
    """);

double[] trainLoss = rows.stream().mapToDouble(History.Epoch::trainLoss).toArray();
double[] validLoss = rows.stream().mapToDouble(History.Epoch::validLoss).toArray();
LossCurve curve = LossCurve.of("Short phrases, GRU").with("train", trainLoss);
Script.show(curve.with("valid", validLoss).withBest("valid").save(Path.of("images/ch07_loss.png")));
Script.end(17, """
    images/ch07_loss.png
    """);

Script.say("""
    [picture: Two falling curves over 15 epochs: the training loss goes well below
    the held-out loss — images/ch07_loss.png]

    What the model has learned
    ──────────────────────────

    At each place of the held-out sentences we look for the word with the largest
    logit, the *arg max*, and put it beside the right one.
    """);

PaddedBatch unseen = valid.inOrder().get(0);
int[] best = run.model().forward(unseen, Mode.inference()).argMax();
for (int n = 0; n < 8; n++) {
  int length = unseen.targetLengths()[n];
  int[] guess = new int[length];
  for (int t = 0; t < length; t++) {
    guess[t] = best[t * unseen.size() + n];
  }
  System.out.println(splits.valid().pairs().get(n).source());
  int[] right = Arrays.copyOf(unseen.target()[n], length);
  System.out.println("  right " + String.join(" ", target.tokens(right)));
  System.out.println("  model " + String.join(" ", target.tokens(guess)));
}
Script.end(18, """
    Marie likes flowers.
      right marie aime les fleurs . <eos>
      model marie aime les fleurs . <eos>
    They always sing.
      right ils chantent toujours . <eos>
      model ils sont toujours . <eos>
    They are sad.
      right ils sont tristes . <eos>
      model ils sont malades . <eos>
    The boys sang.
      right les <unk> ont chanté . <eos>
      model le enfants ont chanté . <eos>
    Alice worked.
      right alice a travaillé . <eos>
      model alice a travaillé . <eos>
    Is Paul hungry?
      right est-ce que paul a faim ? <eos>
      model est-ce que paul a froid ? <eos>
    Paul likes meat.
      right paul aime la viande . <eos>
      model paul aime la viande . <eos>
    They left today.
      right ils sont partis aujourd'hui . <eos>
      model ils sont arrivés tôt . <eos>
    """);

Script.say("""
    Not one of these English sentences was in the training part. The mistakes are
    telling: the sentence has the right build, the verb agrees, and the word is
    another of its kind (`malades`, sick, for `tristes`, sad). The `<unk>` is a
    French word that the training part does not have, so no answer could have been
    right.

    Read the model's lines with care, though: each of its words was asked for after
    the *right* words before it, so an error does not spread to the words after it,
    and a line need not be a sentence. Writing without that help is chapter 8.

    Clipping, seen
    ──────────────

    The observer has kept the norms. In the run above some of them passed the limit
    of 0.5 in the first epochs, and Adam would have coped without it. To see what
    clipping is for we train with what suits it worst: plain SGD with a large
    learning rate, and the plain RNN cell of chapter 2, once without a limit and
    once with one.
    """);

ModelSizes plain = new ModelSizes(CellKind.RNN, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
double[][] sgd(String name, double limit) {
  measured.clear();
  clipped.clear();
  Observer told = norms.then((step, training) -> {
    if (step == Step.VISUALISE) {
      System.out.println(name + ", epoch " + (training.epoch() + 1) + ": loss "
          + Numbers.fixed(training.meanLoss(), 4));
    }
  });
  new Training(plain, train, new Sgd(2), limit, Generator.seeded(7), told).run(4);
  return new double[][] {measured.stream().mapToDouble(d -> d).toArray(),
      clipped.stream().mapToDouble(d -> d).toArray()};
}
double[][] free = sgd("no limit", 1e9);
double[][] held = sgd("limit 0.5", 0.5);
Script.end(19, """
    no limit, epoch 1: loss 9.9737
    no limit, epoch 2: loss 10.3490
    no limit, epoch 3: loss 6.2703
    no limit, epoch 4: loss 6.0275
    limit 0.5, epoch 1: loss 3.5159
    limit 0.5, epoch 2: loss 2.3851
    limit 0.5, epoch 3: loss 1.9807
    limit 0.5, epoch 4: loss 1.6904
    """);

Script.say("""
    Without a limit the loss is worse than that of a model that knows nothing, and
    stays there. With it, the same rate and the same batches learn.
    """);

double[] updates = new double[free[0].length];
Arrays.setAll(updates, i -> i + 1);
LinePlot plot = LinePlot.of("Gradient norm, SGD with rate 2", "update", "global gradient norm");
plot = plot.with("no limit", updates, free[0]).with("limit 0.5: before", updates, held[0]);
Script.show(plot.with("limit 0.5: after", updates, held[1]).withLogY().save(Path.of("images/ch07_clip.png")));
Script.end(20, """
    images/ch07_clip.png
    """);

Script.say("""
    [picture: Gradient norms over the updates: without a limit they jump to several
    times those of the clipped run, after clipping none is above 0.5 —
    images/ch07_clip.png]

    The first norm is the same in both runs: the same model, the same batch. The
    unclipped run takes steps as long as the gradient says, lands within two updates
    where the loss is steeper, and takes longer ones from there. The line "after" is
    what the other run took of the line "before": flat at 0.5 where the limit held,
    the gradient itself where it was shorter.

    With an absurd rate the parameters themselves leave the range of floats.
    `Training` looks at every loss and every norm, stops at the first that is not a
    finite number, and says where:
    """);

Script.fails(() -> {
  new Training(plain, train, new Sgd(1e38), 1e9, Generator.seeded(7), Observer.NONE).run(1);
});
Script.end(21, """
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

Tensor ones = Tensor.ones(2, 10);
System.out.println("training " + Mode.training(Generator.seeded(7)).dropout(ones, 0.5));
System.out.println("use " + Mode.inference().dropout(ones, 0.5));
Script.end(22, """
    training (2×10)
    [[2 0 2 2 2 2 0 0 0 0]
     [2 2 2 2 0 2 0 0 0 0]]
    use (2×10)
    [[1 1 1 1 1 1 1 1 1 1]
     [1 1 1 1 1 1 1 1 1 1]]
    """);

Script.say("""
    The course drops between layers, so it takes effect with L ≥ 2. That is what the
    two modes are for: `HeldOutLoss` uses `Mode.inference()`. A held-out loss
    measured in training mode would be too large, and different each time.

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
Script.end(23, "");

Script.say("""
    Then the steps, four epochs of them, with a switch for clearing the gradients.
    At the end it prints the loss that the loop *reports* for its last epoch, and
    the loss that the model *has*, on the held-out sentences and measured properly.
    Batches are padded to the full 12 steps, as in the notes.
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
Script.end(24, "");

Script.say("""
    First as it should be:
    """);

Seq2Seq sound = train("all right: reports ", true, true, true);
Script.end(25, """
    all right: reports 1.3345, held out 1.3617
    """);

Script.say("""
    Gradients not cleared

    *Before you run this, predict:* three backward passes on the same batch, with
    nothing cleared and nothing updated between them. What are the three norms?
    """);

Seq2Seq fresh = sizes.initialise(Generator.seeded(7));
for (int pass = 1; pass <= 3; pass++) {
  lossOf(fresh, batch, true, true).backward();
  double length = GradientClip.globalNorm(fresh.parameters());
  System.out.println("after pass " + pass + ": norm " + Numbers.fixed(length, 4));
}
Script.end(26, """
    after pass 1: norm 0.6394
    after pass 2: norm 1.2788
    after pass 3: norm 1.9182
    """);

Script.say("""
    Each pass adds the same gradient once more. Over a run, the gradients of all
    earlier batches stay in the sum, taken where the parameters were then, and the
    newest counts for less and less:
    """);

Seq2Seq piled = train("not cleared: reports ", false, true, true);
Script.end(27, """
    not cleared: reports 3.0496, held out 3.4074
    """);

Script.say("""
    Both losses say that something is wrong, if one knows what they should be. Adam
    hides part of it, since it does not care how long gradients are.

    Training without the mask
    """);

Seq2Seq unmasked = train("no mask: reports ", true, false, true);
Script.end(28, """
    no mask: reports 0.8713, held out 1.7746
    """);

Script.say("""
    This time the reported loss looks *better* than the right one. It is a mean over
    12 places a sentence, more than half of which are padding, and that `<pad>`
    follows `<pad>` is learned at once. The model itself is worse. Whoever compares
    reported losses keeps the wrong one.

    The target not shifted

    The decoder gets the target itself as its input: at each place it sees the word
    that it is asked for.
    """);

Seq2Seq cheat = train("not shifted: reports ", true, true, false);
Script.end(29, """
    not shifted: reports 0.1682, held out 7.8533
    """);

Script.say("""
    The reported loss is nearly 0 after four epochs, where the honest loop still has
    1.3345. A loss that is too good to be true is how one recognises this mistake:
    the held-out loss, asked properly, is worse than that of an untrained model. The
    model has learned to repeat what it is shown. Asked properly, with the input
    shifted, it does just that:
    """);

int[][] asked = TeacherForcing.inputs(unseen.target());
int[] answer = cheat.forward(unseen, Mode.inference()).argMax();
for (int t = 0; t < unseen.targetLengths()[0]; t++) {
  String right = target.token(unseen.target()[0][t]);
  String writes = target.token(answer[t * unseen.size()]);
  String sees = target.token(asked[0][t]);
  System.out.println("sees " + sees + ", right " + right + ", writes " + writes);
}
Script.end(30, """
    sees <bos>, right marie, writes j'
    sees marie, right aime, writes marie
    sees aime, right les, writes aime
    sees les, right fleurs, writes les
    sees fleurs, right ., writes fleurs
    sees ., right <eos>, writes .
    """);

Script.say("""
    Where it sees a word it writes that word again. With `<bos>`, which it never saw
    in training, it has to guess.

    A vocabulary that has seen the validation part

    Words that do not occur in the training part have no id of their own; they
    become `<unk>`. That is as it should be: the model cannot know them, and the
    held-out loss should show what that costs. We build the vocabulary once from the
    training part, once from all pairs:
    """);

Vocabulary leaked = Vocabulary.of(corpus.targetTokens(), 1);
int newHonest = 0;
int newLeaked = 0;
for (List<String> sentence : splits.valid().targetTokens()) {
  newHonest += target.unknown(sentence).size();
  newLeaked += leaked.unknown(sentence).size();
}
System.out.println("from train:  V' = " + target.size() + ", new words in valid: " + newHonest);
System.out.println("from all:    V' = " + leaked.size() + ", new words in valid: " + newLeaked);
Script.end(31, """
    from train:  V' = 171, new words in valid: 2
    from all:    V' = 173, new words in valid: 0
    """);

Script.say("""
    The second vocabulary claims that nothing was new. Its extra rows in the
    embedding are never trained, they keep the random numbers of step 1, and nothing
    in the report shows that the model meets words of which it knows nothing.
    `Splits` builds vocabularies from the training part only, and has no method that
    does otherwise.

    Two steps in the wrong order

    Clipping after the update shortens gradients that have been used already, and
    does nothing. Clearing between backward and update leaves the optimiser no
    gradients. Keep the order of the eight steps; exercise 7.4 is about it.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    source, target             (N, T), (N, T′) ids,       `Batches`
                               padded
    valid lengths              (N) each                   `Batches`
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

    Work on them as exercises/README.md (../exercises/README.md) says:

    • exercise 7.1, decoder inputs and targets, teacher forcing's shift: `./learn
      check 7.1`
    • exercise 7.2, clipping by the global norm: `./learn check 7.2`
    • exercise 7.3, one Adam step: `./learn check 7.3`
    • exercise 7.4, the eight steps in the right order: `./learn check 7.4`

    `./learn check 7` grades all four. And `./learn train` is this chapter's loop
    over all of `phrases`, for about a minute.

    Where to read on
    ────────────────

    • The course's second note, section 7.5: the eight steps.
    • Williams and Zipser, "A learning algorithm for continually running fully
      recurrent neural networks" (1989): teacher forcing.
    • Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
      networks" (2013): why gradients explode, and algorithm 1, clipping by the
      norm.
    • Kingma and Ba, "Adam: a method for stochastic optimization" (2015): algorithm
      1.
    • Srivastava and others, "Dropout: a simple way to prevent neural networks from
      overfitting" (2014); Zaremba, Sutskever and Vinyals, "Recurrent neural network
      regularization" (2014), on dropping between layers only.
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016): sections 8.3.1
      (SGD), 8.5.3 (Adam), 10.2.1 (teacher forcing), 10.11.1 (clipping).
    • Chapter 8, where the model writes without the right words to hold on to.
    • The code: `seq2seq.ch07_training`, `Training` above all, which is the eight
      steps one after the other.
    """);

chapterStatus = Script.status();
/exit chapterStatus
