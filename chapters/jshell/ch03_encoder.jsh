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
import seq2seq.plot.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch03_encoder.md");

Script.say("""
    Chapter 3: The encoder
    ══════════════════════

    *The question: how is a whole sentence kept in one state?*

    A translator reads a sentence before it writes the first word of another. This
    chapter builds the reading half. At the end of it you will be able to stack
    recurrent layers, say the shape of everything that comes out of them, and take a
    sentence's state from the right place, so that padding cannot touch it.

    The idea
    ────────

    The cell of chapter 2 reads one token and updates its hidden state. After the
    last token the state has seen everything. So the state at the end *is* the
    sentence, squeezed into H numbers, and whoever wants to know what it said gets
    those numbers and nothing else. A network used in this way is an *encoder*.

    Two things are added to chapter 2. We put L cells on top of each other: each is
    a *layer*, and the hidden states of one are the inputs of the next. And
    sentences come in batches and end at different steps: the state must be taken
    where *each* sentence ends.

    The formula
    ───────────

    Layers are counted from 0 at the bottom, steps from 0 at the left. With xₜ
    (N, D) the embeddings of step t:

        hₜ⁽⁰⁾ = cell⁽⁰⁾(xₜ, hₜ₋₁⁽⁰⁾)   hₜ⁽ˡ⁾ = cell⁽ˡ⁾(hₜ⁽ˡ⁻¹⁾, hₜ₋₁⁽ˡ⁾),   l = 1, …, L − 1

    Each h is (N, H), and before the first step it is all 0. Two names for what
    comes out:

    • *Output* (T, N, H): the top layer's hidden state at every step, hₜ⁽ᴸ⁻¹⁾ for
      all t.
    • *State* (L, N, H): every layer's hidden state at the end, for sentence n at
      its last real token, step lengthₙ − 1.

    A batch of two
    ──────────────

    A vocabulary of V = 8 tokens, two sentences, padded to T = 4 steps. `lengths`
    counts the real tokens, the end token `<eos>` among them.
    """);

String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "we", "are", "here", "sleep"};
int[][] tokens = {{4, 5, 6, 2}, {7, 2, 0, 0}};
int[] lengths = {4, 2};
Generator generator = Generator.seeded(1);
Embedding embedding = Embedding.normal(8, 3, generator);
Tensor x = embedding.forward(tokens);
System.out.println("embeddings " + x.shape());
Script.end(1, """
    embeddings (4×2×3)
    """);

Script.say("""
    (T, N, D), as in chapter 1. At step 3 the row of "sleep" is the embedding of
    `<pad>`: a vector like any other, and nothing in it says that it should be
    ignored.

    Two layers by hand
    ──────────────────

    Two GRU cells: the bottom one takes D = 3 numbers, the top one takes the H = 4
    numbers that the bottom one gives. `unroll` is the loop of chapter 2, and keeps
    the state after each step.
    """);

Cell bottom = CellKind.GRU.create(3, 4, generator);
Cell top = CellKind.GRU.create(4, 4, generator);
List<CellState> unroll(Cell cell, Tensor inputs) {
  List<CellState> steps = new ArrayList<>();
  CellState state = cell.zeroState(inputs.dim(1));
  for (int t = 0; t < inputs.dim(0); t++) {
    state = cell.next(inputs.at(t), state);
    steps.add(state);
  }
  return steps;
}
Tensor stacked(List<CellState> steps) {
  return Tensor.stack(steps.stream().map(CellState::hidden).toArray(Tensor[]::new));
}
Script.end(2, "");

Script.say("""
    The second layer reads what the first gave. `RecurrentLayers` does the same for
    any number of layers (the 0 is for dropout, which waits for chapter 7). *Before
    you run this, predict* both shapes: D is 3, H is 4.
    """);

Tensor lower = stacked(unroll(bottom, x));
Tensor output = stacked(unroll(top, lower));
RecurrentLayers layers = new RecurrentLayers(List.of(bottom, top), 0);
RecurrentLayers.Run run = layers.run(x, layers.zeroState(2), Mode.inference());
System.out.println("bottom " + lower.shape() + ", Output " + output.shape());
System.out.println("same bits: " + Arrays.equals(run.outputs().toArray(), output.toArray()));
Script.end(3, """
    bottom (4×2×4), Output (4×2×4)
    same bits: true
    """);

Script.say("""
    Who depends on whom
    ───────────────────

    The two layers, unrolled over two steps:
    """);

UnrolledGraph graph = UnrolledGraph.upwards();
for (int t = 0; t < 2; t++) {
  graph.step("step " + t).node("x" + t, "x" + t, UnrolledGraph.Kind.INPUT);
  for (int l = 0; l < 2; l++) {
    graph.node("h" + l + t, "h" + t + " layer " + l, UnrolledGraph.Kind.STATE);
  }
  graph.edge("x" + t, "h0" + t).edge("h0" + t, "h1" + t);
}
graph.edge("h00", "h01").edge("h10", "h11");
System.out.print(graph.toMermaid());
Script.end(4, """
    flowchart BT
      subgraph step0["step 0"]
        x0["x0"]:::input
        h00(("h0 layer 0")):::state
        h10(("h0 layer 1")):::state
      end
      subgraph step1["step 1"]
        x1["x1"]:::input
        h01(("h1 layer 0")):::state
        h11(("h1 layer 1")):::state
      end
      x0 --> h00
      h00 --> h10
      x1 --> h01
      h01 --> h11
      h00 --> h01
      h10 --> h11
      classDef input fill:lightblue,stroke:dimgray,color:black
      classDef state fill:moccasin,stroke:dimgray,color:black
    """);

Script.say("""
    Every state has two arrows coming in: one from the layer below at the same step,
    one from the same layer one step earlier (at step 0 that is the zeros, not
    drawn). Nothing comes from the right, and nothing crosses to another sentence of
    the batch. We test that: in the first sentence we put `<unk>` in the place of
    "are", at step 1, and mark with 1 the places of the Output that moved. Rows are
    steps, columns sentences. *Before you run this, predict* the pattern.
    """);

int[][] changed = {{4, 3, 6, 2}, {7, 2, 0, 0}};
Tensor y = embedding.forward(changed);
Tensor other = layers.run(y, layers.zeroState(2), Mode.inference()).outputs();
Tensor moved = other.minus(output).pow(2).sum(2).greaterThan(Tensor.scalar(0));
Script.show(moved);
Script.end(5, """
    (4×2)
    [[0 0]
     [1 0]
     [1 0]
     [1 0]]
    """);

Script.say("""
    The first column moved from step 1 on; the second sentence never noticed. And
    because arrows only come from below and from the left, we may go step by step
    through all layers at once, `layers.step`, which chapter 4 needs.

    Where a sentence ends
    ─────────────────────

    "we are here `<eos>`" ends at step 3. "sleep `<eos>`" ends at step 1; at steps 2
    and 3 the cell went on over padding, because a batch is a rectangle and the loop
    does not stop for one row. So for each sentence we take its own step,
    lengthₙ − 1:
    """);

Tensor[] ends = new Tensor[2];
for (int n = 0; n < 2; n++) {
  ends[n] = output.at(lengths[n] - 1).at(n);
}
Tensor context = Tensor.stack(ends);
Script.show(context);
Script.end(6, """
    (2×4)
    [[ 0.4392  0.1601 -0.2790 -0.1897]
     [ 0.2934  0.1271 -0.2265  0.0105]]
    """);

Script.say("""
    This is the top layer's part of State. It is what the decoder will be given, and
    it has a name of its own: the *context* c, (N, H). `Encoder` puts the pieces
    together. (For an LSTM, State is the hidden state and the cell state.)
    """);

Encoder encoder = new Encoder(embedding, layers);
Encoded encoded = encoder.forward(tokens, lengths, Mode.inference());
System.out.println("Output  (T,N,H)  " + encoded.outputs().shape());
System.out.println("State   (L,N,H)  " + encoded.state().shape());
System.out.println("context (N,H)    " + encoded.context().shape());
Script.show(Arrays.equals(encoded.context().toArray(), context.toArray()));
Script.end(7, """
    Output  (T,N,H)  (4×2×4)
    State   (L,N,H)  (2×2×4)
    context (N,H)    (2×4)
    true
    """);

Script.say("""
    Adding padding changes nothing
    ──────────────────────────────

    The state of a sentence should depend on the sentence alone: not on how far the
    batch is padded, and not on which other sentences share the batch. *Before you
    run this, predict:* which of the two lines says true?
    """);

int[][] longer = {{4, 5, 6, 2, 0, 0, 0}, {7, 2, 0, 0, 0, 0, 0}};
Tensor padded = encoder.forward(longer, lengths, Mode.inference()).state();
System.out.println(Arrays.equals(padded.toArray(), encoded.state().toArray()));

int[][] alone = {{7, 2}};
Tensor single = encoder.forward(alone, new int[] {2}, Mode.inference()).context();
System.out.println(Arrays.equals(single.at(0).toArray(), context.at(1).toArray()));
Script.end(8, """
    true
    true
    """);

Script.say("""
    Both. The same holds for learning: the gradient that reaches the embedding of
    `<pad>` from State is exactly 0.

    Seeing it
    ─────────

    A wider encoder, H = 10, reads "we sleep here" and then twelve steps of padding.
    Each column of the picture is a step, each row a unit of the top layer.
    """);

Generator seeds = Generator.seeded(5);
Encoder wide = new Encoder(Embedding.normal(8, 6, seeds),
    RecurrentLayers.create(CellKind.GRU, 6, 10, 2, 0, seeds));
int[][] line = new int[1][16];
System.arraycopy(new int[] {4, 7, 6, 2}, 0, line[0], 0, 4);
Tensor over = wide.forward(line, new int[] {4}, Mode.inference()).outputs().reshape(16, 10);
String[] units = new String[10];
Arrays.setAll(units, i -> Integer.toString(i));
String[] read = Arrays.stream(line[0]).mapToObj(id -> words[id]).toArray(String[]::new);
Script.show(Heatmap.of(over.transpose().toRows(), units, read).withSigns().
    withTitle("Top layer's hidden state: four tokens, then padding").
    withAxes("unit of the hidden state", "token read at each step").
    withScale("hidden state").save(Path.of("images/ch03_encoder.png")));
Script.end(9, """
    images/ch03_encoder.png
    """);

Script.say("""
    [picture: Ten units over sixteen steps: the colours change with each word, then
    drift to one steady pattern over the padding — images/ch03_encoder.png]

    The fourth column, `<eos>`, is the sentence. Over the padding the pattern turns
    into another one.

    What goes wrong
    ───────────────

    The state read at padding

    The last step of the tensor is so easy to write: `output.at(T - 1)`. For
    sentences that fill the rectangle it is right, so a test with sentences of one
    length passes. For "sleep":
    """);

System.out.println("at its last real token     " + context.at(1));
for (int steps : new int[] {3, 4, 8}) {
  int[][] padding = {Arrays.copyOf(tokens[1], steps)};
  Tensor outputs = encoder.forward(padding, new int[] {2}, Mode.inference()).outputs();
  System.out.println("at the end of " + steps + " steps      " + outputs.at(steps - 1).at(0));
}
Script.end(10, """
    at its last real token     (4) [ 0.2934  0.1271 -0.2265  0.0105]
    at the end of 3 steps      (4) [ 0.3451  0.1925 -0.2457  0.0780]
    at the end of 4 steps      (4) [ 0.3366  0.2367 -0.2559  0.2152]
    at the end of 8 steps      (4) [ 0.1725  0.2467 -0.2813  0.5250]
    """);

Script.say("""
    The same sentence has a new state for every amount of padding, and the longer it
    is, the more the state is about padding. In training the amount is decided by
    the longest sentence that the shuffle put into the batch; in use a sentence
    comes alone, and the model is asked about states that it has never met. Nothing
    of this raises an error. The mend is the first line: each sentence's state at
    its own step, as in `Encoder`.

    *A sentence without a last token.* If a sentence has no real token, there is no
    step to take the state from. The encoder refuses:
    """);

Script.fails(() -> {
  encoder.forward(tokens, new int[] {4, 0}, Mode.inference());
});
Script.end(11, """
    ShapeException: encoder: sentence 1 has valid length 0; it must be from 1 to 4, the number of steps
    """);

Script.say("""
    Shapes
    ──────

    what                                     shape      where
    ───────────────────────────────────────  ─────────  ────────────────────────────
    embeddings                               (T, N, D)  `Embedding.forward`
    hidden state of one layer at one step,   (N, H)     `run.states().get(l).get(t)`
    hₜ⁽ˡ⁾
    Output: top layer, every step            (T, N, H)  `encoded.outputs()`
    State: every layer, at each sentence's   (L, N, H)  `encoded.state()`
    last real token
    context c: the top layer of State        (N, H)     `encoded.context()`

    Exercises
    ─────────

    • exercise 3.1, L layers over T steps, Output and State: `./learn check 3.1`
      (how to (../exercises/README.md))
    • exercise 3.2, the state at the last real token: `./learn check 3.2`

    Where to read on
    ────────────────

    • Cho et al. (2014), section 2.2: a sentence read into one vector. Sutskever,
      Vinyals and Le (2014), section 3: four layers, and sentences read backwards.
    • The code: `seq2seq.ch03_encoder`. `RecurrentLayers` is the stack,
      `LastValidState` the choice of the step.
    """);

chapterStatus = Script.status();
/exit chapterStatus
