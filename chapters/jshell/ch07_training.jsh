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
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.LossCurve;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch07_training.md");

Script.say("""
    Chapter 7: Training in 8 steps
    ══════════════════════════════

    *The question: how does the model get better?*

    We have an encoder that reads, a decoder that writes, and a loss that says how
    wrong the writing is. What is missing is the loop that turns the loss into
    better parameters. At the end of this chapter you will have run its eight steps
    by hand and trained a small translator from English to French. You will know
    where the first values of the parameters come from and why their size matters,
    and you will recognise three mistakes by the numbers that they leave behind.
    """);

List<String> words = List.of("nous", "dormons", "très", "bien");
ModelOverview overview = ModelOverview.of(List.of("we", "sleep", "very", "well"), words);
Script.show(overview.highlight(ModelOverview.Part.EMBEDDING, ModelOverview.Part.ENCODER,
    ModelOverview.Part.DECODER, ModelOverview.Part.OUTPUT).save(Path.of("images/ch07_model.png")));
Script.end(1, """
    images/ch07_model.png
    """);

Script.say("""
    [picture: The whole model; in colour everything that has parameters: the
    embeddings, the encoder, the decoder and the output layer —
    images/ch07_model.png]

    What is in colour has numbers that training may change. The losses above tell it
    how.

    The idea
    ────────

    *Training* repeats one small correction very often: show the model some pairs,
    measure the loss, ask for the gradient (chapter 0), and move each parameter a
    little against it. Written out, it takes eight steps. An *epoch* is one walk
    through all training sentences, batch by batch, in a new random order.

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
    and split them three ways: the model learns from `train`, we watch `valid` while
    it learns, and `test` is kept for the end (chapter 1). `Splits.bySource` keeps
    all translations of one English sentence together, so that no sentence is
    learned on one side and tested on the other. The vocabularies come from the
    training part alone; the 1 says that a word which occurs once gets an id
    already. A batch holds 32 pairs, and no row is longer than 12 ids.
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
Script.end(2, """
    V = 115, V' = 171
    530 train in 17 batches, 66 valid, 66 test
    """);

Script.say("""
    Step 1: the first values
    ────────────────────────

    `ModelSizes` names the choices: the cell, how the decoder gets the context, V,
    V′, D = 24, H = 48, L = 1, and no dropout for now. How does one choose H and L?
    Nobody can compute them. One tries: begin small, double, and stop when the loss
    on the sentences of `valid` no longer gets better. Ours are small so that a run
    takes seconds.

    A seeded generator draws the first value of every parameter. This is the
    *initialisation*.
    """);

ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Generator generator = Generator.seeded(7);
Seq2Seq model = sizes.initialise(generator);
List<Parameter> parameters = model.parameters();
System.out.println(parameters.size() + " parameters, " + Parameter.count(parameters) + " numbers");
Script.end(3, """
    12 parameters, 43467 numbers
    """);

Script.say("""
    Why at random? Training will change these numbers anyway. Could they not all
    start at 0? And does it matter how large they are? Let us try. `FirstValues`
    multiplies every first value by a factor: 0 makes all of them 0, 1 leaves them
    as they were drawn, 10 makes them ten times as large. For each we ask for the
    loss on the sentences of `valid` before and after three epochs (`HeldOutLoss`),
    and how many of the 12 parameters the first backward pass gives a gradient other
    than 0.

    `Training` is the whole loop in one class. Some of what it is given belongs to
    later steps: `Adam(0.01)` is the rule of step 7, 0.5 the limit of step 6, and
    `Observer.NONE` says that nobody watches. Take them as given for now.

    *Before you run this, predict:* with all parameters 0 every logit is 0. What is
    the first loss? Which parameters get a gradient?
    """);

for (double factor : new double[] {0, 1, 10}) {
  Training trial = new Training(new FirstValues(sizes, factor), train, new Adam(0.01), 0.5,
      Generator.seeded(7), Observer.NONE);
  trial.initialise();
  double first = HeldOutLoss.of(trial.model(), valid.inOrder());
  trial.load(); trial.forward(); trial.loss(); trial.backward();
  long reached = trial.model().parameters().stream().
      filter(p -> GradientClip.globalNorm(List.of(p)) > 0).count();
  trial.clip(); trial.update();
  trial.run(3);
  double after = HeldOutLoss.of(trial.model(), valid.inOrder());
  System.out.println("times " + (int) factor + ": first " + Numbers.fixed(first, 4)
      + ", gradient for " + reached + " of 12, after 3 epochs " + Numbers.fixed(after, 4));
}
Script.end(4, """
    times 0: first 5.1417, gradient for 1 of 12, after 3 epochs 4.7202
    times 1: first 5.1716, gradient for 12 of 12, after 3 epochs 1.7273
    times 10: first 17.8332, gradient for 12 of 12, after 3 epochs 5.7287
    """);

Script.say("""
    *All zeros.* The first loss is log V′, as it must be. But only one parameter
    ever moves, the bias of the output layer. The gradient of a weight is a product
    of what came in and what came back (chapter 0), and here one of the two is
    always 0: the states that reach the output layer are 0, and what comes back to
    the states was multiplied by weights of 0. All that such a model can learn is
    how often each word occurs.

    All weights *equal* is hardly better. Two units with the same weights compute
    the same state, receive the same gradient and take the same step, so they stay
    copies of each other for ever, and 48 units can do what one can. Random values
    are there to make them different.

    *Too large.* The first loss says it: far above log V′, the model is sure of
    itself, and wrong. Large weights make large sums; gates and tanh are pushed to
    their flat ends, where slopes are nearly 0. Three epochs are spent on undoing
    the start.

    How large?

    One output of a linear layer is a sum of `in` products, one for each input.
    Suppose inputs and weights are random, the inputs of typical size 1 and the
    weights of a typical size that we call `size` (the root of the mean square). How
    large is the sum? With two products a and b its square is (a + b)² = a² + b² +
    2ab. Half of the time their signs differ, so on average 2ab is 0 and only the
    squares remain. With `in` products `in` squares add up, and the sum has the
    typical size size · √in. For it to be 1 again, the weights have to be of size
    1/√in.

    On the way back each input collects `out` products, and the same thought asks
    for 1/√out. The compromise of Glorot and Bengio (2010), known as *Xavier
    initialisation* by the first author's first name, takes the mean of `in` and
    `out`. Numbers drawn evenly from −bound to bound have the mean square bound²/3
    (the area under the parabola x², divided by the width), and so

        size² = 2/(in + out) = bound²/3   ⟹   bound = √(6/(in + out))

    Here is what the factor does when layers follow one another. We send numbers of
    size 1 through ten layers of 48 units and print their size. *Before you run
    this, predict:* each layer halves, keeps or doubles the size. What is left after
    ten?
    """);

double size(Tensor x) {
  return StrictMath.sqrt(x.times(x).mean().item());
}
for (float factor : new float[] {0.5f, 1, 2}) {
  Generator random = Generator.seeded(1);
  Tensor signal = Tensor.normal(Shape.of(32, 48), 1, random);
  StringBuilder line = new StringBuilder("Xavier times " + Numbers.fixed(factor, 1) + ":");
  for (int layer = 1; layer <= 10; layer++) {
    signal = signal.matmul(Initial.xavier(48, 48, random).times(Tensor.scalar(factor)));
    line.append(layer % 5 == 0 || layer == 1 ? "  " + Numbers.fixed(size(signal), 4) : "");
  }
  System.out.println(line + "   after 1, 5, 10 layers");
}
Script.end(5, """
    Xavier times 0.5:  0.4906  0.0313  0.0008   after 1, 5, 10 layers
    Xavier times 1.0:  0.9813  1.0025  0.8376   after 1, 5, 10 layers
    Xavier times 2.0:  1.9625  32.0791  857.7455   after 1, 5, 10 layers
    """);

Script.say("""
    A factor of 2 more or less in the first values is a factor of about 1000 after
    ten layers (2¹⁰ = 1024). A recurrent network has as many "layers" as the
    sentence has steps.

    Our output layer starts from Xavier's rule, with a bias of 0. The weights of the
    recurrent cells start somewhat smaller, anywhere between −1/√H and 1/√H, as in
    PyTorch. The sums in a cell are then usually below 1, and gates begin near their
    middle, where their slope is largest. (From such a start a signal does fade over
    many steps, as chapter 2 measured with gates half open. Our phrases are short.)
    Each number of an embedding is drawn from a normal distribution of typical size
    1, since nothing is added up before it.

    Step 2: load
    ────────────

    The generator shuffles the pairs, so that each batch is a fair sample of all of
    them and the order teaches nothing. (In the order of a file one batch might hold
    nothing but questions. It would pull all weights towards questions, and the next
    batch would pull them back.) We take the first batch.
    """);

PaddedBatch batch = train.epoch(generator).get(0);
Script.show(batch);
Script.end(6, """
    PaddedBatch (source (32×5), target (32×7))
    """);

Script.say("""
    Step 3: forward, with teacher forcing
    ─────────────────────────────────────

    Now the batch goes through the model, from ids to logits. This is the *forward
    pass*. At each step the decoder reads the word before. Which one: its own, which
    at the start of training is nonsense, or the right one? In training we give it
    the right one, always. This is called *teacher forcing*, like a teacher who
    corrects every word before the pupil goes on. All inputs are known beforehand,
    so the whole sentence is computed in one call.
    """);

Script.show(UnrolledDecoder.of(List.of("nous", "dormons", "bien", "<eos>"), List.of("je", "dors", "<eos>")).
    save(Path.of("images/ch07_forcing.png")));
Script.end(7, """
    images/ch07_forcing.png
    """);

Script.say("""
    [picture: Left, in training: at each step the decoder is given the right word
    before, whatever it would have written. Right, in use: it is given the word that
    it has just written — images/ch07_forcing.png]

    So the decoder's input is the target moved one place to the right, with `<bos>`
    at its start:
    """);

int[][] inputs = TeacherForcing.inputs(batch.target());
System.out.println("input  " + target.tokens(inputs[0]));
System.out.println("target " + target.tokens(batch.target()[0]));
Mode mode = Mode.training(generator);
Encoded encoded = model.encoder().forward(batch.source(), batch.sourceLengths(), mode);
Tensor logits = model.decoder().forward(inputs, encoded, mode);
System.out.println("state " + encoded.state().shape() + ", logits " + logits.shape());
Script.end(8, """
    input  [<bos>, ils, dorment, toujours, ., <eos>, <pad>]
    target [ils, dorment, toujours, ., <eos>, <pad>, <pad>]
    state (1×32×48), logits (7×32×171)
    """);

Script.say("""
    Read the first two lines column by column: at each place the decoder sees the
    upper word, and the words before it, and must say the lower one. (The mode
    matters for dropout only.)

    Step 4: loss
    ────────────

    *Before you run this, predict:* the model knows nothing yet, and the target
    vocabulary has V′ = 171 words. What will the loss be, about?
    """);

Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
System.out.println("loss, nats per real word: " + loss);
System.out.println("log V':                   " + Tensor.scalar(target.size()).log());
Script.end(9, """
    loss, nats per real word: 5.1787
    log V':                   5.1417
    """);

Script.say("""
    Steps 5 and 6: backward, clip
    ─────────────────────────────

    Gradients add up until they are cleared (chapter 0), so we clear first. Then one
    call gives every parameter its gradient. All of them together are one long list
    of numbers. Its length, the root of the sum of all squares, is the *global
    gradient norm*; it says how steep the loss is where we are.

    A gradient is right for a very small move only. Where the loss is as steep as a
    cliff, a move in proportion to the steepness lands far away, where the gradient
    means nothing any more. *Gradient clipping* puts a limit on the global norm. If
    the norm is above it, all gradients are multiplied by the same factor. (g is
    here all gradients as one list; in chapter 2 the letter was the LSTM's
    candidate.)

        g ← g · min (1, limit/(‖ g ‖))
    """);

Parameter.clearGrads(parameters);
loss.backward();
Parameter output = parameters.get(parameters.size() - 1);
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
double norm = GradientClip.byGlobalNorm(parameters, 0.5);
System.out.println("norm " + Numbers.fixed(norm, 4) + " becomes "
    + Numbers.fixed(GradientClip.globalNorm(parameters), 4));
System.out.println(output.name() + " " + output.value().grad().slice(0, 0, 8));
Script.end(10, """
    decoder.output.b (8) [ 0.0054  0.0058 -0.1751  0.0064 -0.1409 -0.0269 -0.0224 -0.0230]
    norm 0.6294 becomes 0.5000
    decoder.output.b (8) [ 0.0043  0.0046 -0.1391  0.0051 -0.1119 -0.0214 -0.0178 -0.0183]
    """);

Script.say("""
    The first four entries of the output layer's bias belong to `<pad>`, `<bos>`,
    `<eos>` and `<unk>`. Of these only `<eos>` has a negative gradient: it ends all
    32 sentences, and the model gives it too little. The others are never asked for.

    Compare the two rows: each number has been multiplied by the same factor,
    0.5/‖ g ‖. So the direction stays, and only the length changes. That is why
    there is one norm for all parameters. Cutting every number by itself, to at most
    1 say, would turn (3, 0.4) into (1, 0.4), which points elsewhere.

    Which limit? Look at the norms of a run that goes well, and take one near them:
    then ordinary batches pass as they are or nearly so, and only the rare steep one
    is cut. Our 0.5 is such a number, as the column of norms below will show. For
    two numbers clipping can be drawn:
    """);

Script.show(ClippedGradient.of(0.5, new double[] {1.2, 0.7}, new double[] {-0.2, 0.2}).
    save(Path.of("images/ch07_arrow.png")));
Script.end(11, """
    images/ch07_arrow.png
    """);

Script.say("""
    [picture: A circle of radius 0.5; an arrow that is longer is shortened to the
    circle and keeps its direction; one inside the circle stays as it is —
    images/ch07_arrow.png]

    Step 7: update
    ──────────────

    The rule by which gradients change parameters is the *optimiser*. The simplest
    is that of chapter 0, w ← w − η g with the learning rate η. Where each gradient
    comes from one random batch, it is called *stochastic gradient descent*, SGD.
    One rate has to serve for all parameters. But the bias of a common word gets a
    large gradient at every step, and the embedding of a rare one a small gradient
    now and then.

    *Adam* gives every number a step of its own size. It keeps two running means, ḡ
    of the gradient and g²̄ of its square, and divides the first by the root of the
    second. (Why squares? Plain numbers would cancel where signs change. Their sizes
    without the sign would do; squares let a rare large gradient count for more, and
    the steps are then more careful. And why the root? It brings the square back to
    the size of a gradient, so that twice the gradient gives twice as much above and
    below, and the same step.)

        ḡ ← β₁ ḡ + (1 − β₁) g     g²̄ ← β₂ g²̄ + (1 − β₂) g²

        w ← w − η (ḡ / (1 − β₁ᵘᵖᵈᵃᵗᵉ))/(√(g²̄ / (1 − β₂ᵘᵖᵈᵃᵗᵉ)) + ε)

    (Papers write m and v for the two means and θ for the parameters.) The constants
    are those of the paper, and they are rarely changed:

    constant  value      what it says
    ────────  ─────────  ───────────────────────────────────────────────────────────
    β₁        0.9        the mean looks back over about 1/(1 − β₁) = 10 gradients:
                         enough to smooth out the chance of a batch
    β₂        0.999      the mean square looks back over about 1000: the size of a
                         step should change slowly
    ε         10⁻⁸       where all gradients were 0, the fraction is 0/10⁻⁸ = 0 and
                         not 0/0
    η         0.01 here  the longest usual step; the paper suggests 0.001, a small
                         model with a short training bears more

    Both means start at 0 and would be too small at first; the divisors 1 − βᵘᵖᵈᵃᵗᵉ
    correct that, where *update* counts from 1. In the first update they make ḡ into
    g and g²̄ into g². So how far does each number move, with η = 0.01? *Before you
    run this, predict* it, and then what happens in later updates to four numbers:
    one whose gradient is always 1, one whose gradient is always 0.001, one with +1
    and −1 in turn, and one with a single 1 and then only zeros.
    """);

Parameter four = Parameter.of("w", Tensor.zeros(4));
Adam adam = new Adam(0.01);
for (int update = 1; update <= 20; update++) {
  Tensor gradient = Tensor.of(1, 0.001f, update % 2 == 1 ? 1 : -1, update == 1 ? 1 : 0);
  float[] old = four.value().toArray();
  Parameter.clearGrads(List.of(four));
  four.value().times(gradient).sum().backward();
  adam.step(List.of(four));
  if (update <= 2 || update == 20) {
    StringBuilder line = new StringBuilder("update " + update + ":");
    for (int i = 0; i < 4; i++) {
      line.append("  ").append(Numbers.fixed(four.value().get(i) - old[i], 4));
    }
    System.out.println(line);
  }
}
Script.end(12, """
    update 1:  -0.0100  -0.0100  -0.0100  -0.0100
    update 2:  -0.0100  -0.0100  0.0005  -0.0067
    update 20:  -0.0100  -0.0100  0.0005  -0.0007
    """);

Script.say("""
    The first update moves everything by 0.01 against the sign of the gradient,
    large or small. Gradients that agree from batch to batch keep that step, and
    their size does not matter. Gradients that contradict one another nearly cancel.
    And the last column goes on moving long after its gradient has become 0: a rare
    word's embedding is still carried on by the batch in which it last occurred.

    If size does not matter to Adam, why clip at all? Because it matters beside the
    *other* gradients in the two means. A single gradient a hundred times as large
    as usual would outweigh all those before it in ḡ, and make g²̄ so large that for
    about a thousand updates the steps come out too short. Adam's price is memory,
    two more numbers for every parameter; plain SGD needs none, but a rate that is
    tuned with care. And which η? As with H: try a few, each about three times the
    one before, and keep the largest with which the loss still falls steadily. (In a
    longer run the rate is also lowered towards the end; chapter 10 does so and says
    why.) Now for our model:
    """);

Tensor before = Tensor.of(output.value().toArray());
new Adam(0.01).step(parameters);
System.out.println(output.value().detach().minus(before).slice(0, 0, 8));
Script.end(13, """
    (8) [-0.0100 -0.0100  0.0100 -0.0100  0.0100  0.0100  0.0100  0.0100]
    """);

Script.say("""
    Step 8: visualise
    ─────────────────

    How does it go? We look at the loss on the sentences of `valid`, which the model
    never learns from: the *held-out loss*. It was near log V′ before.
    """);

System.out.println("held out: " + Numbers.fixed(HeldOutLoss.of(model, valid.inOrder()), 4));
Script.end(14, """
    held out: 4.8814
    """);

Script.say("""
    The same loop, with somebody watching
    ─────────────────────────────────────

    `Training` has one method for each step, and after each it tells an `Observer`,
    which may print, count or plot. Ours adds a row to a history after every epoch.
    It also measures the loss on the training sentences once more, with the
    parameters as they are at the epoch's end; you will see why.
    """);

History history = History.empty();
List<Double> afterwards = new ArrayList<>();
Observer watching = (step, training) -> {
  if (step == Step.VISUALISE) {
    double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
    history = history.with(new History.Epoch(training.epoch() + 1, training.meanLoss(), heldOut,
        training.meanGradientNorm(), Double.NaN, Double.NaN));
    afterwards.add(HeldOutLoss.of(training.model(), train.inOrder()));
  }
};
Script.end(15, "");

Script.say("""
    (The lambda assigns to `history`, which Java forbids for a local variable. In
    jshell `history` is a field.)

    We call the first seven steps ourselves and compare with what we did by hand.
    `run(15)` goes on from there, with step 8 after each of 15 epochs. The column
    `gradientNorm` is the mean of the epoch's norms *before* clipping, and so may be
    above 0.5. (The two columns for time differ from run to run, so we leave them
    out.)
    """);

Training run = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), watching);
run.initialise();
run.load();
run.forward(); run.loss(); run.backward(); run.clip(); run.update();
System.out.println("the same weights as by hand: "
    + WeightsHash.sha256(run.model().parameters()).equals(WeightsHash.sha256(parameters)));
run.run(15);
var table = history.toTable().removeColumns("tokensPerSecond", "seconds");
System.out.print(Tables.text(table.rows(0, 1, 2, 3, 6, 9, 14)));
for (int epoch : new int[] {1, 2, 3, 15}) {
  System.out.println("training sentences at the end of epoch " + epoch + ": "
      + Numbers.fixed(afterwards.get(epoch - 1), 4));
}
System.out.println("weights " + WeightsHash.sha256(run.model().parameters()));
Script.end(16, """
    the same weights as by hand: true
    epoch  trainLoss  validLoss  gradientNorm
    -----  ---------  ---------  ------------
        1     3.7133     2.8789        0.5841
        2     2.4326     2.1699        0.4449
        3     1.7882     1.7273        0.3940
        4     1.3551     1.3730        0.3724
        7     0.6544     0.8246        0.2967
       10     0.3404     0.6325        0.2301
       15     0.1150     0.4578        0.1386
    training sentences at the end of epoch 1: 2.7654
    training sentences at the end of epoch 2: 2.0037
    training sentences at the end of epoch 3: 1.4807
    training sentences at the end of epoch 15: 0.0899
    weights d001412321f785845005d74d80985c1a527397fa3ab7842df2555e6b3f1f3a48
    """);

Script.show(LossCurve.of("Short phrases, GRU").
    with("training", table.doubleColumn("trainLoss").asDoubleArray()).
    with("training, at the epoch's end", afterwards.stream().mapToDouble(d -> d).toArray()).
    with("held out", table.doubleColumn("validLoss").asDoubleArray()).
    withBest("held out").save(Path.of("images/ch07_loss.png")));
Script.end(17, """
    images/ch07_loss.png
    """);

Script.say("""
    [picture: Three falling curves over 15 epochs: the training loss starts above
    the held-out loss and ends well below it; measured at the end of each epoch it
    is the lowest throughout — images/ch07_loss.png]

    Same seed, same steps, same bits: what we did by hand is what the class does.
    The last line of the table's cell is a digest (SHA-256) of all the weights, bit
    for bit. On every machine it is this one, and in a browser too, where the
    course's web site can run this training.

    Why the held-out loss is the lower one at first

    Surely the model is better at what it learns from. It is, but the two numbers
    are measured at different times. The training loss is the mean over the epoch's
    batches, and the first of them met a model that knew hardly anything. The
    held-out loss is measured when the epoch is over. Measured at the same moment,
    the training sentences have the lower loss in every epoch, as the curve
    "training, at the epoch's end" shows. (With dropout, below, there is a second
    reason.)

    From the fourth epoch on the training loss is the lower one even so, and the gap
    grows: the model begins to know its sentences by heart. That is *overfitting*.
    In longer runs the held-out loss often turns and rises; the epoch to keep is the
    one where it was lowest.

    What teacher forcing costs
    ──────────────────────────

    In training the decoder only ever reads right words. In use it reads its own,
    and some of them are wrong. It has never practised going on from there. This gap
    between training and use is called *exposure bias*. How much does one wrong word
    harm? We take the held-out sentences, let the decoder read the right words, and
    measure the loss at each place. Then we put a random word in place of the first
    one that it reads after `<bos>`, and measure again. *Before you run this,
    predict:* the source is read as before, and from the third place on all words
    are right again. At which places will the loss be larger?
    """);

PaddedBatch held =
    Batches.of(splits.valid(), source, target, BatchOptions.of(66, 12)).inOrder().get(0);
Encoded read = run.model().encoder().forward(held.source(), held.sourceLengths(), Mode.inference());
int[][] given = TeacherForcing.inputs(held.target());
Generator dice = Generator.seeded(7);
for (String name : List.of("all words right", "one word wrong ")) {
  Tensor places = MaskedLoss.perToken(
      run.model().decoder().forward(given, read, Mode.inference()), held.target());
  Tensor mask = LengthMask.timeMajor(held.targetLengths(), places.dim(0));
  Tensor mean = places.times(mask).sum(1).dividedBy(mask.sum(1));
  System.out.println(name + ": " + mean.slice(0, 0, 5));
  for (int[] row : given) {
    row[1] = 4 + dice.nextInt(target.size() - 4);
  }
}
Script.end(18, """
    all words right: (5) [0.2205 0.9573 0.8275 0.5119 0.1161]
    one word wrong : (5) [0.2205 3.3104 1.4491 0.8217 0.2070]
    """);

Script.say("""
    The first place is the same, since it was written before the wrong word was
    read. The second one suffers most, and even the three after it have not
    recovered, although the decoder was given right words again. One remedy is to
    let the decoder read its own words now and then while it learns, more often as
    it gets better: *scheduled sampling* (Bengio and others, 2015). Another is to
    train on a measure of whole sentences that the model has written itself (Ranzato
    and others, 2016). Teacher forcing remains the usual way, because it is fast and
    its loss is a clear signal. Chapter 8 softens the harm from the other side: a
    beam keeps more than one beginning.

    Clipping, seen
    ──────────────

    To see what clipping is for we train with what needs it most: plain SGD with a
    large learning rate, and the plain RNN cell of chapter 2, once without a limit
    and once with one.
    """);

ModelSizes plain = new ModelSizes(CellKind.RNN, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
GradientNorms[] norms = {new GradientNorms(), new GradientNorms()};
double[] limits = {1e9, 0.5};
for (int i = 0; i < 2; i++) {
  Training fast = new Training(plain, train, new Sgd(4), limits[i], Generator.seeded(7), norms[i]);
  fast.run(4);
  double heldOut = HeldOutLoss.of(fast.model(), valid.inOrder());
  System.out.print((i == 0 ? "no limit:  " : "limit 0.5: ") + "held out "
      + Numbers.fixed(heldOut, 4) + ", first norms");
  for (int update = 0; update < 5; update++) {
    System.out.print(" " + Numbers.fixed(norms[i].measured()[update], 2));
  }
  System.out.println();
}
Script.end(19, """
    no limit:  held out 22.1558, first norms 0.97 1.80 2.49 9.46 19.35
    limit 0.5: held out 1.6395, first norms 0.97 0.96 3.63 1.26 2.91
    """);

double[] updates = new double[norms[0].measured().length];
Arrays.setAll(updates, i -> i + 1);
Script.show(LinePlot.of("SGD with rate 4, four epochs", "update", "global gradient norm (logarithmic)").
    with("no limit", updates, norms[0].measured()).
    with("limit 0.5, before clipping", updates, norms[1].measured()).
    with("limit 0.5, after clipping", updates, norms[1].clipped()).
    withLogY().save(Path.of("images/ch07_clip.png")));
Script.end(20, """
    images/ch07_clip.png
    """);

Script.say("""
    [picture: Gradient norms over 68 updates: without a limit they leap to 20, swing
    up and down, and from update 20 on lie between about 2 and 6; with one they come
    down towards 0.5, and none is above 0.5 after clipping — images/ch07_clip.png]

    After four epochs without a limit the model is worse than one that knows
    nothing; with one, the same rate and the same batches learn. Both begin alike.
    But within a few updates the unclipped run has been thrown to where the loss is
    much steeper, and from there its steps are longer still. With an even larger
    rate the parameters can leave the range of floats; `Training` stops at the first
    loss or norm that is not a finite number, and says at which epoch and batch and
    what to try.

    Dropout
    ───────

    One remedy for overfitting is *dropout*: in training, each number that passes
    from one layer to the next is set to 0 with probability p, and the others are
    multiplied by 1/(1 − p), so that sums stay about the same. To know a sentence by
    heart, a few particular units have to work together. If any of them may be
    missing, that does not pay, and what pays is what many units know, each by
    itself. In use nothing is dropped. We drop between recurrent layers; a single
    layer has dropout on either side, on the embeddings and before the output layer.
    """);

for (double p : new double[] {0, 0.2}) {
  ModelSizes dropping = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(),
      target.size(), 24, 48, 1, p);
  Training trial = new Training(dropping, train, new Adam(0.01), 0.5, Generator.seeded(7),
      (step, training) -> {
        if (step == Step.VISUALISE && training.epoch() % 4 == 3) {
          double heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
          System.out.println("p = " + Numbers.fixed(p, 1) + ", epoch " + (training.epoch() + 1)
              + ": training " + Numbers.fixed(training.meanLoss(), 4) + ", held out "
              + Numbers.fixed(heldOut, 4) + ", gap "
              + Numbers.fixed(heldOut - training.meanLoss(), 4));
        }
      });
  trial.run(8);
}
Script.end(21, """
    p = 0.0, epoch 4: training 1.3551, held out 1.3730, gap 0.0179
    p = 0.0, epoch 8: training 0.5242, held out 0.7479, gap 0.2237
    p = 0.2, epoch 4: training 1.6550, held out 1.5558, gap -0.0992
    p = 0.2, epoch 8: training 0.8401, held out 0.9029, gap 0.0628
    """);

Script.say("""
    Here is the second reason for a held-out loss below the training loss: with
    dropout, training is measured with a part of the model switched off, the
    held-out sentences with all of it. In epoch 4 that turns the gap round, and in
    epoch 8 the gap is still much smaller than without dropout. But notice that in
    this short run of a small model the held-out loss itself is not better: dropout
    makes learning slower, and pays where overfitting is what limits the model. So
    try training with it and without it, and compare the held-out losses.

    What goes wrong
    ───────────────

    `Mistake` is the loop in its shortest form, with one mistake switched on. Each
    run prints the loss that the loop *reports* for its last of four epochs, and the
    loss that the model *has* on the held-out sentences. Batches are padded to the
    full 12 steps. (`NONE`, the run without a mistake, comes out a little
    differently from epoch 4 of the table above. That is not the padding, which
    changes nothing: this short loop does not clip.)

    *Before you run this, predict:* one run as it should be, three with a mistake
    each. Which of the three report a *better* loss than the right one?
    """);

Batches wide = Batches.of(splits.train(), source, target, options.paddedToSteps());
for (Mistake mistake : Mistake.values()) {
  Mistake.Result result = mistake.train(sizes, wide, 4, 0.01, Generator.seeded(7));
  double heldOut = HeldOutLoss.of(result.model(), valid.inOrder());
  System.out.println(mistake + ": reports " + Numbers.fixed(result.reported(), 4)
      + ", held out " + Numbers.fixed(heldOut, 4));
}
Script.end(22, """
    NONE: reports 1.4179, held out 1.4349
    NOT_CLEARED: reports 3.6642, held out 3.7314
    NO_MASK: reports 0.8570, held out 1.7365
    NOT_SHIFTED: reports 0.1682, held out 8.0434
    """);

Script.say("""
    *Gradients not cleared.* The gradients of all earlier batches stay in the sum,
    and the newest counts for less and less. The fix is one line: clear before every
    backward pass.

    *Training without the mask.* The reported loss looks better than the right one,
    and the model is worse. More than half of the 12 places are padding, and that
    `<pad>` follows `<pad>` is learned at once. The fix is `MaskedLoss`.

    *The target not shifted.* The decoder is given the target itself as its input,
    and learns to repeat what it is shown. You recognise it by a reported loss that
    is too good to be true. The fix is `TeacherForcing.inputs`.

    *Two steps in the wrong order.* Clipping after the update shortens gradients
    that have been used already. Clearing between backward and update leaves the
    optimiser nothing. Keep the order; exercise 7.4 is about it.

    *A bad start.* A first loss far above log V′ means first values that are too
    large; a loss that creeps down from exactly log V′ means that hardly anything is
    reached by the gradient. Both were seen in step 1. And when you cannot tell a
    mistake from a training that only needs longer: train on one small batch alone,
    again and again, without dropout. Its loss must soon come near 0. If it does
    not, look for a mistake.

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
    Adam's two means

    In five lines
    ─────────────

    • Initialise once; then load, forward, loss, backward, clip, update for each
      batch, and look after each epoch.
    • First values are random, so that units differ, and of Xavier's size, so that
      signals neither die out nor explode.
    • In training the decoder reads the right words (teacher forcing); in use it
      reads its own, and nobody has taught it to recover from a mistake (exposure
      bias).
    • Clipping shortens all gradients by one factor and keeps their direction; Adam
      gives each number a step of its own size.
    • Trust the held-out loss: a reported loss that is surprisingly good is more
      often a mistake than a success.

    What if?
    ────────

    1. What if all weights start at 0.1 instead of 0? Which of the 48 units of a
       layer will be different after an epoch?
    2. What if the learning rate of Adam is doubled and all losses are multiplied by
       2 as well? How much longer are the steps: twice, or four times?
    3. What if the held-out loss lies below the training loss even after fifty
       epochs, without dropout? What would you check first?

    Answers (../solutions/answers.md#chapter-7)

    Exercises
    ─────────

    • exercise 7.1, decoder inputs and targets, teacher forcing's shift: `./learn
      check 7.1` (how to (../exercises/README.md))
    • exercise 7.2, clipping by the global norm: `./learn check 7.2`
    • exercise 7.3, one Adam step: `./learn check 7.3`
    • exercise 7.4, the eight steps in the right order: `./learn check 7.4`

    And `./learn train` is this chapter's loop over all of `phrases`. At its end it
    does what we left out here: it looks at `test`, once. And it saves the model in
    `runs/phrases`, where `./learn translate` finds it: a trained model is little
    more than its sizes, its two vocabularies and the half a million numbers of
    which chapter 0 spoke, each parameter under its name.

    Where to read on
    ────────────────

    • First values: Glorot and Bengio, Understanding the difficulty of training deep
      feedforward neural networks (https://proceedings.mlr.press/v9/glorot10a.html)
      (2010), equation 16; *Dive into Deep Learning*, numerical stability and
      initialization
      (https://d2l.ai/chapter_multilayer-perceptrons/numerical-stability-and-init.ht
      ml).
    • Teacher forcing: Williams and Zipser, A learning algorithm for continually
      running fully recurrent neural networks
      (https://doi.org/10.1162/neco.1989.1.2.270) (1989). Its price: Bengio and
      others, Scheduled sampling (https://arxiv.org/abs/1506.03099) (2015); Ranzato
      and others, Sequence level training (https://arxiv.org/abs/1511.06732) (2016).
    • Clipping: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent
      neural networks (https://arxiv.org/abs/1211.5063) (2013), algorithm 1. Adam:
      Kingma and Ba, Adam (https://arxiv.org/abs/1412.6980) (2015), algorithm 1.
    • Dropout: Srivastava and others, Dropout
      (https://jmlr.org/papers/v15/srivastava14a.html) (2014); in recurrent
      networks, between layers and never from step to step: Zaremba, Sutskever and
      Vinyals, Recurrent neural network regularization
      (https://arxiv.org/abs/1409.2329) (2014).
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016): section 7.8,
      stopping early
      (https://www.deeplearningbook.org/contents/regularization.html); sections
      8.3.1, 8.4 and 8.5.3, SGD, first values and Adam
      (https://www.deeplearningbook.org/contents/optimization.html); sections 10.2.1
      and 10.11.1, teacher forcing and clipping
      (https://www.deeplearningbook.org/contents/rnn.html).
    • The code: `Training` (main/java/seq2seq/ch07_training/Training.java) above
      all, which is the eight steps one after the other; `Adam`
      (../src/main/java/seq2seq/nn/Adam.java) and `GradientClip`
      (../src/main/java/seq2seq/nn/GradientClip.java).

    ────────────────────────────────────────

    Chapter 6, the masked loss (ch06_loss.md) · Contents (README.md) · next: Chapter
    8, writing sequences (ch08_inference.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
