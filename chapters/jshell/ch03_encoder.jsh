// ch03_encoder.jsh, generated from ch03_encoder.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch03_encoder.jsh
// To go on from where it ends: ./learn jshell 3

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch03_encoder.*;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch03_encoder.md");

Script.say("""
    Chapter 3: The encoder
    ══════════════════════

    *The question: how is a whole sentence kept in one state?*

    A translator reads a sentence before writing the first word of another. This
    chapter builds the half of the model that reads. At the end of it you will be
    able to put recurrent layers on top of one another, say the shape of everything
    that comes out of them, and take each sentence's state from the right place,
    where padding cannot touch it.
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.ENCODER).
    save(Path.of("images/ch03_model.png")));
Script.end(1, """
    images/ch03_model.png
    """);

Script.say("""
    [picture: The whole model; in colour the encoder at the left: a chain of states
    with a word going into each, and the arrow from the last state to the context —
    images/ch03_model.png]

    The idea
    ────────

    The cell of chapter 2 reads one token and updates its hidden state. After the
    last token this state has been through the whole sentence. So we let it *be* the
    sentence: H numbers, and whoever wants to know what the sentence said gets these
    numbers and nothing else. Chapter 0 called them the context, c.

    In general, the context may be made from all the hidden states, by any function
    q that we choose. (A letter for this page only: from chapter 10 on, q is a
    query.)

        c = q(h₁, h₂, …, h_T)   here: q(h₁, …, h_T) = h_T

    We choose the simplest one, the last state, because it is the only one that has
    read everything. The mean of all the states would be another choice. A third is
    to keep them all and let the decoder select anew at every step; the context is
    then no longer one vector but a sequence of vectors. That is attention, chapter
    10, where we shall also measure what the simple choice costs: H numbers must do
    for four words and for forty.

    To build this we need two things that chapter 2 did not have: more than one
    cell, and batches in which every sentence ends at a step of its own.

    Why several layers
    ──────────────────

    Think of the road from a word to the state that it changes. In a plain cell the
    word goes through one matrix and is bent once, by the tanh; then the next word
    comes. What can be done in one bend is limited: a network gets its strength from
    several layers with bends between them (chapter 0). So we put a second cell on
    top of the first. It does not read the words. It reads the hidden states of the
    cell below, each at the same step, and it has weights and a state of its own,
    since it reads other things and has other things to remember. Each cell of such
    a pile is called a *layer*; their number is L.

    Now the work can be divided. The lowest layer sees bare words. What it hands up
    is a word together with what came before it, and the layer above can start from
    there. This is how *Deep Learning*, section 10.5
    (https://www.deeplearningbook.org/contents/rnn.html) explains the gain: the
    lower layers turn the input into something that suits the higher ones better.
    Sutskever, Vinyals and Le, who had four layers, report that deep networks did
    clearly better than shallow ones, though they add that the reason may be the
    larger state (section 3.4 (https://arxiv.org/abs/1409.3215)).

    More units instead of more layers? A larger H gives the notes more room, but a
    word is still bent only once on its way to the state. Layers have their price,
    too. Every one of them adds weights to learn, time to wait for, and a longer
    road for the gradient. So begin with one, and keep another only if the model
    gets better on the validation set. `./learn train` builds one layer if you do
    not ask for more; with `--layers 2` you can see what a second one does.

    The formula
    ───────────

    Layers are counted from 0 at the bottom, steps from 1 at the left. With xₜ
    (N, D) the embeddings that go into step t:

        hₜ⁽⁰⁾ = cell⁽⁰⁾(xₜ, hₜ₋₁⁽⁰⁾)
        hₜ⁽ˡ⁾ = cell⁽ˡ⁾(hₜ⁽ˡ⁻¹⁾, hₜ₋₁⁽ˡ⁾),
        l = 1, …, L − 1

    Each h is (N, H), and before the first step, as h₀, it is all 0. (A layer may
    well be narrower or wider than the one below: its Wₓₕ only needs a row for each
    number that it reads. With one size for all, the states of all layers make one
    tensor, and so nearly everybody does.) In code, lists start at 0, so step t is
    at position t − 1. What comes out of the encoder has two names:

    • *Output* (T, N, H): the *top* layer's hidden state at *every* step, hₜ⁽ᴸ⁻¹⁾
      for t = 1, …, T.
    • *State* (L, N, H): *every* layer's hidden state at the *end*. For sentence n
      that is the step of its last real token, t = lengthₙ.

    The context c (N, H) is where the two meet: the top layer at the end.

    Try it in your head, with two layers of one unit whose "cell" just adds its
    input to its state. The inputs are 1, 2, 3, 4. *Predict* the row of the top
    layer before you read it:

                                          step 1  step 2  step 3  step 4
    ────────────────────────────────────  ──────  ──────  ──────  ──────
    layer 1 reads the row below, and has  1       4       10      20
    layer 0 reads the inputs, and has     1       3       6       10
    inputs                                1       2       3       4

    Output is the top row, 1, 4, 10, 20. If the sentence ends at step 4, State is 10
    for layer 0 and 20 for layer 1, and the context is 20. If it ends at step 3 and
    the 4 is padding, State is 6 and 10, and the context is 10.

    A batch of two
    ──────────────

    We read "we sleep very well" and its short form "sleep well". `lengths` counts
    the real tokens, `<eos>` among them (which the picture above leaves out). We
    choose all sizes different, so that a shape tells which axis is which: N = 2
    sentences, T = 5 steps, V = 8 tokens, D = 6, and later H = 4 and L = 3.
    """);

String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "we", "sleep", "very", "well"};
int[][] tokens = {{4, 5, 6, 7, 2}, {5, 7, 2, 0, 0}};
int[] lengths = {5, 3};
Generator generator = Generator.seeded(1);
Embedding embedding = Embedding.normal(8, 6, generator);
Tensor x = embedding.forward(tokens);
System.out.println("embeddings " + x.shape());
Script.end(2, """
    embeddings (5×2×6)
    """);

Script.say("""
    That is (T, N, D), as in chapter 1. At steps 4 and 5 the second sentence has the
    embedding of `<pad>`. It is a vector like any other, and nothing in it says that
    it should be ignored.

    Three layers by hand
    ────────────────────

    Three GRU cells. The bottom one takes the D = 6 numbers of an embedding, the
    others take the H = 4 numbers of the layer below. `unroll` is the loop of
    chapter 2: it walks over all steps, each from the state before, and returns the
    states of all steps as one tensor. The products with Wₓₕ need not wait for the
    step before, so `project` makes them first, for all steps at once. *Before you
    run this, predict* the three shapes.
    """);

List<Cell> cells = new ArrayList<>();
for (int l = 0; l < 3; l++) {
  cells.add(CellKind.GRU.create(l == 0 ? 6 : 4, 4, generator));
}
Tensor signal = x;
for (Cell cell : cells) {
  signal = cell.unroll(cell.project(signal), cell.zeroState(2)).hidden();
  System.out.println(signal.shape());
}
Script.end(3, """
    (5×2×4)
    (5×2×4)
    (5×2×4)
    """);

Script.say("""
    Each layer gives (T, N, H), and what the last one gives is Output.
    `RecurrentLayers` does the same for any number of layers. (Its 0 is for dropout,
    which waits for chapter 7.)
    """);

RecurrentLayers layers = new RecurrentLayers(cells, 0);
RecurrentLayers.Run run = layers.run(x, layers.zeroState(2), Mode.inference());
System.out.println("Output " + run.outputs().shape());
System.out.println("same bits: " + Arrays.equals(run.outputs().toArray(), signal.toArray()));
Script.end(4, """
    Output (5×2×4)
    same bits: true
    """);

Script.say("""
    A `Mode` says whether a model is being trained or used. To use it, without
    learning anything, is called *inference*. Until chapter 7 the two are the same,
    and we always pass `Mode.inference()`.

    Who depends on whom
    ───────────────────

    Here are all the hidden states of our batch. The marked ones will be explained
    in a moment.
    """);

Script.show(StateGrid.of(3, tokens, lengths, id -> words[id]).save(Path.of("images/ch03_states.png")));
Script.end(5, """
    images/ch03_states.png
    """);

Script.say("""
    [picture: For each of the two sentences a grid of three layers and five steps,
    with arrows from below and from the left; marked are the three states at step 5
    of the first sentence and at step 3 of the second; the states over padding are
    pale — images/ch03_states.png]

    Every state has two arrows coming in: one from below at the same step, one from
    the left in the same layer. (At step 1 the one from the left brings the zeros
    and is not drawn.) Two kinds of arrows do not exist. Nothing comes from the
    right, so a state knows the words up to its own, and none after it. (An encoder
    could read from the right as well, since the whole sentence is there from the
    start; chapter 9 builds a network that does.) And nothing crosses over to the
    other sentence: those of a batch are computed side by side, and never meet.

    Let us test that. We put `<unk>` in the place of "sleep" in the first sentence,
    at step 2, and write 1 where Output has moved. Rows are steps, columns are
    sentences. *Before you run this, predict* the pattern.
    """);

int[][] changed = {{4, 3, 6, 7, 2}, {5, 7, 2, 0, 0}};
Tensor y = embedding.forward(changed);
Tensor other = layers.run(y, layers.zeroState(2), Mode.inference()).outputs();
Script.show(other.minus(run.outputs()).pow(2).sum(2).greaterThan(Tensor.scalar(0)));
Script.end(6, """
    (5×2)
    [[0 0]
     [1 0]
     [1 0]
     [1 0]
     [1 0]]
    """);

Script.say("""
    The first sentence moved from step 2 on, and the second never noticed.

    The arrows also say in which order we may compute. Layer by layer, each over all
    steps, is what we did. Step by step, each through all layers, is just as good,
    since everything below and to the left is then known. The decoder will need it
    that way, because it writes one word after the other.
    """);

List<CellState> states = layers.zeroState(2);
for (int t = 1; t <= 5; t++) {
  states = layers.step(x.at(t - 1), states, Mode.inference());
}
Tensor top = states.get(2).hidden();
System.out.println("same bits: " + Arrays.equals(top.toArray(), run.outputs().at(4).toArray()));
Script.end(7, """
    same bits: true
    """);

Script.say("""
    Where a sentence ends
    ─────────────────────

    "we sleep very well `<eos>`" ends at step 5, "sleep well `<eos>`" at step 3. At
    steps 4 and 5 the cells went on over padding, because a batch is a rectangle and
    the loop does not stop for one row. So each sentence's state must be taken at
    its own step. In the picture these states are marked. For the top layer:
    """);

Tensor[] ends = new Tensor[2];
for (int n = 0; n < 2; n++) {
  ends[n] = run.outputs().at(lengths[n] - 1).at(n);
}
Tensor context = Tensor.stack(ends);
Script.show(context);
Script.end(8, """
    (2×4)
    [[0.3803 0.2600 0.1480 0.1057]
     [0.2512 0.2890 0.1134 0.1486]]
    """);

Script.say("""
    This is the context, one row for each sentence. `LastValidState` does the same
    for every layer, and `Encoder` puts all the pieces together: embedding, layers,
    and the choice of the step.
    """);

Encoder encoder = new Encoder(embedding, layers);
Encoded encoded = encoder.forward(tokens, lengths, Mode.inference());
System.out.println("Output  (T,N,H)  " + encoded.outputs().shape());
System.out.println("State   (L,N,H)  " + encoded.state().shape());
System.out.println("context (N,H)    " + encoded.context().shape());
System.out.println("by hand: " + Arrays.equals(encoded.context().toArray(), context.toArray()));
Script.end(9, """
    Output  (T,N,H)  (5×2×4)
    State   (L,N,H)  (3×2×4)
    context (N,H)    (2×4)
    by hand: true
    """);

Script.say("""
    Which of them does the decoder get, State or the context? Both, for different
    uses. State becomes the decoder's first state, each layer's for the same layer
    of the decoder. The context goes beside each word that the decoder reads. Output
    waits for attention. (If the cells are LSTMs, each layer has a cell state too.
    It is taken at the same step, kept in `encoded.states()`, and handed on with
    State, but it is not part of the context.)

    Adding padding changes nothing
    ──────────────────────────────

    The state of a sentence should depend on the sentence alone: not on how far the
    batch is padded, and not on which other sentences are in it. *Before you run
    this, predict:* which of the two lines says true?
    """);

int[][] longer = {{4, 5, 6, 7, 2, 0, 0, 0}, {5, 7, 2, 0, 0, 0, 0, 0}};
Tensor padded = encoder.forward(longer, lengths, Mode.inference()).state();
System.out.println("longer: " + Arrays.equals(padded.toArray(), encoded.state().toArray()));
int[][] alone = {{5, 7, 2}};
Tensor single = encoder.forward(alone, new int[] {3}, Mode.inference()).context();
System.out.println("alone: " + Arrays.equals(single.at(0).toArray(), context.at(1).toArray()));
Script.end(10, """
    longer: true
    alone: true
    """);

Script.say("""
    Both, to the last bit. The same holds for learning. We take State as the result,
    then Output, and look each time at the gradient of the row of `<pad>` in the
    embedding table:
    """);

Tensor table = embedding.parameters().get(0).value();
encoder.forward(tokens, lengths, Mode.inference()).state().sum().backward();
System.out.println("<pad> from State:  " + table.grad().at(0));
table.clearGrad();
encoder.forward(tokens, lengths, Mode.inference()).outputs().sum().backward();
System.out.println("<pad> from Output: " + table.grad().at(0));
Script.end(11, """
    <pad> from State:  (6) [0 0 0 0 0 0]
    <pad> from Output: (6) [-0.0038 -0.0083  0.0257 -0.0088  0.0002 -0.0240]
    """);

Script.say("""
    From State nothing reaches `<pad>`, exactly nothing: there is no arrow from
    padding to a marked state. Output still contains the states over padding, so
    whoever uses it must leave them out. That is what the mask of chapter 5 is for.

    What goes wrong
    ───────────────

    The state read at padding

    The last step of the tensor is so easy to write: `outputs.at(T - 1)`. For
    sentences that fill the rectangle it is right, so a test with sentences of one
    length passes. Here is "sleep well `<eos>`", padded to four different lengths:
    """);

System.out.println("at its last real token " + context.at(1));
for (int steps : new int[] {4, 5, 8, 20}) {
  int[][] row = {Arrays.copyOf(tokens[1], steps)};
  Tensor outputs = encoder.forward(row, new int[] {3}, Mode.inference()).outputs();
  System.out.println("at the end of " + steps + " steps  " + outputs.at(steps - 1).at(0));
}
Script.end(12, """
    at its last real token (4) [0.2512 0.2890 0.1134 0.1486]
    at the end of 4 steps  (4) [0.3064 0.2757 0.1228 0.1421]
    at the end of 5 steps  (4) [0.3613 0.2433 0.1305 0.1239]
    at the end of 8 steps  (4) [0.4746 0.1812 0.1478 0.0632]
    at the end of 20 steps  (4) [0.5733 0.1768 0.1437 0.0117]
    """);

Script.say("""
    The same sentence gets a new state for every amount of padding. And what do
    these states still say about the sentence? We let the padding grow behind both
    of our sentences, and measure how far apart their states are: the root of the
    sum of the squared differences, as between two points. (`item()` takes the
    number out of a tensor that holds only one.) *Before you run this, predict:*
    will the distance grow, stay or shrink?
    """);

int[][] longRows = {Arrays.copyOf(tokens[0], 45), Arrays.copyOf(tokens[1], 45)};
Tensor all = encoder.forward(longRows, lengths, Mode.inference()).outputs();
double[] padding = new double[41];
double[] distance = new double[41];
for (int k = 0; k <= 40; k++) {
  Tensor gap = all.at(4 + k).at(0).minus(all.at(2 + k).at(1));
  padding[k] = k;
  distance[k] = StrictMath.sqrt(gap.times(gap).sum().item());
}
for (int k = 0; k <= 40; k += 10) {
  System.out.println(k + " tokens of padding: " + Numbers.scientific(distance[k], 2));
}
Script.show(LinePlot.of("Two sentences, washed away by padding", "tokens of padding read, k",
    "distance between the two states").withLogY().
    with("we sleep very well / sleep well", padding, distance).
    save(Path.of("images/ch03_encoder.png")));
Script.end(13, """
    0 tokens of padding: 1.4e-01
    10 tokens of padding: 8.1e-03
    20 tokens of padding: 5.5e-04
    30 tokens of padding: 3.4e-05
    40 tokens of padding: 1.9e-06
    images/ch03_encoder.png
    """);

Script.say("""
    [picture: The distance between the states of the two sentences, on a logarithmic
    axis, falling steadily as more padding is read — images/ch03_encoder.png]

    The two sentences are washed away. Whatever was read, the state moves to one and
    the same place, which says nothing but "a lot of padding". That is chapter 2's
    fading once more: both now read the same `<pad>` at each step, and of what they
    still differ in, gates half open keep a part, about the same part each time.
    (Hence the straight line.) Could training not teach these random weights to
    leave the state alone at `<pad>`, with an update gate near 1 (chapter 2)? In
    part. But a gate is never quite 1, and the network would have to spend practice
    on what we can have for nothing, and exactly, by taking the right step.

    How much padding a sentence gets is decided by the longest one in its batch, and
    batches are drawn in random order. So in training the decoder is given a state
    that is washed out a little or a lot, by chance. In use a sentence comes alone,
    without padding, and the decoder is given a state of a kind that it has hardly
    seen. No error is ever raised. You will meet this in real code: the encoder in
    *Dive into Deep Learning*
    (https://d2l.ai/chapter_recurrent-modern/seq2seq.html), for one, takes the state
    after the last step of the rectangle. The fix is to take each sentence's state
    at its own last token, as `Encoder` does.

    A step taken for a sentence

    Time comes first in Output, so `outputs().at(1)` is position 1, which is *step*
    2, of all sentences. It is not sentence 1, our second one: sentences are
    numbered from 0, in error messages too.
    """);

System.out.println("step 2      " + encoded.outputs().at(1).shape());
System.out.println("sentence 1  " + encoded.outputs().transpose(1, 0, 2).at(1).shape());
Script.end(14, """
    step 2      (2×4)
    sentence 1  (5×4)
    """);

Script.say("""
    Here the shapes give the slip away, because N and T differ. If they are equal,
    nothing does. The fix is a habit: say which axis comes first, and test with
    sizes that differ.

    A sentence without a last token

    If a sentence has no real token, there is no step to take the state from. The
    encoder refuses:
    """);

Script.fails(() -> {
  encoder.forward(tokens, new int[] {5, 0}, Mode.inference());
});
Script.end(15, """
    ShapeException: encoder: sentence 1 has valid length 0; it must be from 1 to 5, the number of steps
    """);

Script.say("""
    The fix belongs where the data is read: every sentence gets an `<eos>`, so even
    an empty one has a token.

    Shapes
    ──────

    what                                 shape      where
    ───────────────────────────────────  ─────────  ────────────────────────────────
    embeddings                           (T, N, D)  `Embedding.forward`
    hidden state of one layer at one     (N, H)     `run.states().get(l).get(t - 1)`
    step, hₜ⁽ˡ⁾
    Output: top layer, every step        (T, N, H)  `encoded.outputs()`
    State: every layer, at each          (L, N, H)  `encoded.state()`
    sentence's last real token
    context c: the top layer of State    (N, H)     `encoded.context()`

    In five lines
    ─────────────

    • An encoder reads a sentence and keeps what it has read as its last state; in
      general the context is any function of all its states.
    • Layers are cells on top of one another: each reads the states of the one
      below, and keeps a state of its own.
    • Output is the top layer at every step, State is every layer at the end, the
      context is the top layer at the end.
    • A state depends on what is below it and to its left: never on later words,
      never on another sentence.
    • The end is each sentence's own last real token; taken there, padding changes
      neither the state nor the gradient.

    What if?
    ────────

    1. What if the context were the mean of all the states of a sentence instead of
       the last one? What would you have to watch out for in a batch?
    2. What if padding came *before* the short sentences instead of after them? Then
       every sentence would end at step T. Would all be well?
    3. What if the encoder read every sentence backwards, from the last word to the
       first? Which words would the context remember best?

    Answers (../solutions/answers.md#chapter-3)

    Exercises
    ─────────

    • exercise 3.1, L layers over T steps, Output and State: `./learn check 3.1`
      (how to (../exercises/README.md))
    • exercise 3.2, the state at the last real token: `./learn check 3.2`

    Where to read on
    ────────────────

    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      chapter 10 (https://www.deeplearningbook.org/contents/rnn.html): section 10.4
      is the encoder and the decoder, section 10.5 deep recurrent networks.
    • Cho et al. (2014), Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation (https://arxiv.org/abs/1406.1078), section
      2.2: a sentence read into one vector.
    • Sutskever, Vinyals and Le (2014), Sequence to Sequence Learning with Neural
      Networks (https://arxiv.org/abs/1409.3215), section 3: four layers, and
      sentences read backwards.
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, deep recurrent neural
      networks (https://d2l.ai/chapter_recurrent-modern/deep-rnn.html).
    • The code: `RecurrentLayers`
      (main/java/seq2seq/ch03_encoder/RecurrentLayers.java) is the pile of layers,
      `LastValidState` (main/java/seq2seq/ch03_encoder/LastValidState.java) the
      choice of the step, `Encoder` (main/java/seq2seq/ch03_encoder/Encoder.java)
      the two together.

    ────────────────────────────────────────

    Chapter 2, recurrent cells (ch02_recurrence.md) · Contents (README.md) · next:
    Chapter 4, the decoder (ch04_decoder.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
