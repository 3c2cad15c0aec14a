// ch04_decoder.jsh, generated from ch04_decoder.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch04_decoder.jsh
// To go on from where it ends: ./learn jshell 4

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch01_embedding.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch03_encoder.*;
import seq2seq.ch04_decoder.*;
import seq2seq.nn.*;
import seq2seq.plot.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch04_decoder.md");

Script.say("""
    Chapter 4: The decoder
    ══════════════════════

    *The question: how does a state become a sentence again?*

    The encoder has squeezed a sentence into a context of H numbers. The writing
    half must unfold it, word by word, into another language. At the end of this
    chapter you will be able to build that half, feed it the context in three ways,
    know what a wide matrix product saves and what it does not, and recognise the
    two mistakes by which a decoder works in training and fails in use.

    The idea
    ────────

    The *decoder* is a recurrent network like the encoder. At each step it is given
    the word before (at the first step `<bos>`), updates its state, and gives a
    score to every word of the target vocabulary. The best score is its suggestion
    for the next word, which is then the word before of the next step.

    Left alone, it would write the same sentence every time. What tells it which
    sentence is wanted is the context c, which our decoder lays beside the word's
    embedding at every step; the cell reads both as one longer vector. Laying two
    vectors end to end is *concatenation*, written ⊕; where one weight matrix then
    mixes two kinds of information, it is also called *feature fusion*.

    The formula
    ───────────

    With xₜ the embedding of the word before and sₜ the decoder's state:

        xₜ ⊕ c: (N, D) ⊕ (N, H) → (N, D + H)   sₜ = cell(xₜ ⊕ c, sₜ₋₁)   logitsₜ = sₜ Wₒ + bₒ: (N, H) · (H, V′) → (N, V′)

    The scores are called *logits*: any real numbers, the larger, the likelier the
    word comes next. Chapter 6 turns them into probabilities. V′ is the size of the
    *target* vocabulary; the source has its own.

    Something to decode
    ───────────────────

    Two English sentences go through an encoder as in chapter 3, with D = 3, H = 4
    and L = 2. All weights are random: this chapter is about the path of the
    numbers, and training comes in chapter 7.
    """);

String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "nous", "dormons", "très", "bien", "dors"};
// we sleep very very well <eos>; sleep well <eos>
int[][] source = {{4, 5, 6, 6, 7, 2}, {5, 7, 2, 0, 0, 0}};
Generator generator = Generator.seeded(3);
RecurrentLayers reader = RecurrentLayers.create(CellKind.GRU, 3, 4, 2, 0, generator);
Encoder encoder = new Encoder(Embedding.normal(8, 3, generator), reader);
Encoded encoded = encoder.forward(source, new int[] {6, 3}, Mode.inference());
Tensor c = encoded.context();
Script.end(1, "");

Script.say("""
    The decoder begins both sentences with `<bos>`: both rows of x are the same, and
    the context is all that tells them apart. *Before you run this, predict* the
    shape.
    """);

Embedding table = Embedding.normal(9, 3, generator);
Script.show(Tensor.concat(1, table.forward(new int[] {1, 1}), c));
Script.end(2, """
    (2×7)
    [[ 1.9994  0.6406  0.0493 -0.4984 -0.1299  0.2758  0.4815]
     [ 1.9994  0.6406  0.0493 -0.3972 -0.1059  0.2241  0.3371]]
    """);

Script.say("""
    One wide product, or two and a sum
    ──────────────────────────────────

    What does the next weight do with the seven columns? Take the smallest case,
    whole numbers: a word of 2 numbers, a context of 1, and a weight with one row
    for each of the three.
    """);

Tensor word = Tensor.of(new float[][] {{1, 2}});
Tensor said = Tensor.of(new float[][] {{3}});
Tensor weight = Tensor.of(new float[][] {{10, 100}, {20, 200}, {30, 300}});
System.out.println(Tensor.concat(1, word, said).matmul(weight).at(0));
Tensor parts = word.matmul(weight.slice(0, 0, 2)).plus(said.matmul(weight.slice(0, 2, 3)));
System.out.println(parts.at(0));
Script.end(3, """
    (2) [ 140 1400]
    (2) [ 140 1400]
    """);

Script.say("""
    1 · 10 + 2 · 20 + 3 · 30 = 140, and (1 · 10 + 2 · 20) + 3 · 30 is the same sum
    with brackets. That is all there is to it: the upper rows of the wide weight
    meet the word, the lower rows meet the context, and the two parts are added.

        (x ⊕ c) ⎡ Wₓ  ⎤ = x Wₓ + c W_c   (N, D + H) · (D + H, K) → (N, K)
                ⎣ W_c ⎦

    So a concatenation followed by a weight *is* two weights and a sum: the word and
    the context have a say each. (With vectors as columns, as in the second note:
    [Wₓ, W_c] [x; c] = Wₓ x + W_c c.)

    Equal, and not quite

    `Concatenation` holds both spellings. We try them with N = 64, D = H = 256,
    K = 768. *Before you run this, predict:* are all 64 · 768 = 49152 numbers equal
    to the last bit?
    """);

double largest(Tensor a, Tensor b) {
  double most = 0;
  for (float difference : a.minus(b).toArray()) {
    most = Math.max(most, Math.abs(difference));
  }
  return most;
}
Tensor manyX = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor manyC = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor wide = Initial.xavier(512, 768, generator);
Tensor together = Concatenation.together(manyX, manyC, wide);
Tensor apart = Concatenation.apart(manyX, manyC, wide);
System.out.println("equal numbers: " + together.equalTo(apart).sum() + " of " + apart.size());
System.out.println("largest difference: " + Numbers.scientific(largest(together, apart), 2));
Script.end(4, """
    equal numbers: 4329 of 49152
    largest difference: 3.3e-06
    """);

Script.say("""
    Fewer than one in ten. The rest differ in the seventh digit: the algebra is
    exact, the additions are not. The wide product adds up 512 terms in one chain,
    the other way two chains of 256 and then their ends. Neither is *the* right
    answer, but who trains with one and uses the other does not get the same bits.

    Which is faster?

    The second note, 7.3, says that one wide product is much faster than two small
    ones and an addition. `FusionTiming` lets both ways take turns and reports
    medians; a ratio below 1 means that the wide product won. The times are those of
    your machine, so this page shows none. *Before you run this, predict:* both ways
    multiply equally often. What is there to save?
    """);

int[][] sizes = {{64, 32, 32, 96}, {1, 256, 256, 768}, {64, 256, 256, 768}, {512, 256, 256, 768}};
List<FusionTiming> timings = new ArrayList<>();
for (int[] s : sizes) {
  timings.add(FusionTiming.measure(s[0], s[1], s[2], s[3], 5, Generator.seeded(4)));
}
System.out.print(FusionTiming.table(timings));
Script.endVarying(5, """
         N    D    H    K   together µs   apart µs   together/apart
        64   32   32   96 …
         1  256  256  768 …
        64  256  256  768 …
       512  256  256  768 …
    """);

Script.say("""
    While this page was written we ran the table twenty times. The medians of the
    last column lie between 0.8, for the first line, and 1.0: the wide product is
    faster by a fifth for a small model, by at most a tenth for a large one. "Much
    faster" we cannot confirm. Both ways do the same N(D + H)K multiplications; two
    products write a second (N, K) result and add it, which counts when D + H is 64
    and hardly when it is 512.

    A larger saving goes the other way: the context does not change from step to
    step, so c W_c can be computed *once* and broadcast to all T′ steps. With
    T′ = 10 and D = H that is (10 + 1)/(10 + 10) = 0.55 of the multiplications. Our
    cells do just that: the theorem is one line of `Cell.project`,
    """);

Tensor projected(Tensor x, Tensor c, Tensor weightOfX, Tensor weightOfC, Tensor bias) {
  return x.affine(weightOfX, c.affine(weightOfC, bias));
}
Script.end(6, "");

Script.say("""
    where `affine(W, b)` is xW + b and b may be anything that broadcasts onto the
    result: here c W_c + b, of shape (N, K), at every one of the T′ steps. In
    training a fused twin computes the same numbers, to the last bit.

    Three ways in
    ─────────────

    The context can enter a decoder at two places, and both can be used at once
    (Goodfellow et al., section 10.4):

    • `INITIAL`: as the state before the first step. Beside the words there is
      nothing.
    • `EVERY_STEP`: beside the word at every step. The first state is all 0.
    • `BOTH`.

    Beside the word, any H_enc will do: the cell's input is D + H_enc wide. As a
    first state of another size it needs a *bridge*: for each layer a weight
    (H_enc, H_dec) and a bias, and tanh behind them, so that the result lies between
    -1 and 1 like any hidden state. Exercise 4.3 builds it; chapter 9 draws the
    graph.

    One step by hand
    ────────────────

    Now a whole step, with equal sizes and no bridge: the three parts of a decoder,
    and the formula line by line.
    """);

Generator seven = Generator.seeded(7);
Embedding ours = Embedding.normal(9, 3, seven);
RecurrentLayers stack = RecurrentLayers.create(CellKind.GRU, 3 + 4, 4, 2, 0, seven);
Linear outputLayer = Linear.xavier(4, 9, seven);
int[] bos = {1, 1};
Tensor input = Tensor.concat(1, ours.forward(bos), c);                      // (N,D+H)
List<CellState> after = stack.step(input, encoded.states(), Mode.inference());
Tensor s = after.get(1).hidden();                                           // (N,H)
Tensor logits = outputLayer.forward(s);                                     // (N,V')
DecoderSizes sizes = new DecoderSizes(CellKind.GRU, 9, 3, 4, 2, 0, ContextMode.BOTH);
Decoder decoder = ConcatDecoder.create(sizes, reader, Generator.seeded(7));
Decoder.Step step = decoder.step(bos, decoder.start(encoded), Mode.inference());
System.out.println(logits);
System.out.println("suggests " + words[logits.argMax()[0]]);
System.out.println("decoder off by less than 1e-6: " + (largest(step.logits(), logits) < 1e-6));
Script.end(7, """
    (2×9)
    [[ 0.0498 -0.2181 -0.0481  0.1163  0.2099 -0.2072  0.0218  0.1173 -0.0783]
     [ 0.0396 -0.1627 -0.0769  0.1191  0.1721 -0.1657  0.0219  0.0881 -0.0313]]
    suggests nous
    decoder off by less than 1e-6: true
    """);

Script.say("""
    Nine scores for each of two sentences; the rows differ only because the contexts
    do. What an untrained network suggests is chance. A `Step` holds the logits and
    the new `State`, from which the next step must start.

    A known sentence at once, or word by word
    ─────────────────────────────────────────

    In training the right translation is known, and `forward` takes all words before
    at once, (N, T′) ids, to (T′, N, V′) logits (*teacher forcing*, chapter 7). In
    use there is nothing but what has been written so far, and the decoder goes step
    by step. *Before you run this, predict:* same bits?
    """);

// <bos> nous dormons très très bien; <bos> dors bien
int[][] before = {{1, 4, 5, 6, 6, 7}, {1, 8, 7, 0, 0, 0}};
int[] atStep(int t) {
  return new int[] {before[0][t], before[1][t]};
}
Tensor known = decoder.forward(before, encoded, Mode.inference());
Decoder.State state = decoder.start(encoded);
Tensor[] rows = new Tensor[6];
for (int t = 0; t < 6; t++) {
  Decoder.Step now = decoder.step(atStep(t), state, Mode.inference());
  rows[t] = now.logits();
  state = now.state();
}
Script.show(Arrays.equals(Tensor.stack(rows).toArray(), known.toArray()));
Script.end(8, """
    true
    """);

Script.say("""
    Every bit. So what is trained is what is used; the traps below break exactly
    this, and this comparison finds them. What the cell is given in these six steps,
    for the first sentence, a row a step:
    """);

Tensor fused = Tensor.concat(2, ours.forward(before), c.broadcastTo(6, 2, 4));
String[] read = new String[6];
Arrays.setAll(read, t -> words[before[0][t]]);
String[] columns = {"x 0", "x 1", "x 2", "c 0", "c 1", "c 2", "c 3"};
Script.show(Heatmap.of(fused.slice(1, 0, 1).reshape(6, 7).toRows(), read, columns).withSigns().
    withTitle("What the cell reads: the word before, and the context").
    withAxes("word before, step by step", "D = 3 numbers of x, H = 4 of c").
    withValues(2).withScale("value").save(Path.of("images/ch04_decoder.png")));
Script.end(9, """
    images/ch04_decoder.png
    """);

Script.say("""
    [picture: Six rows of seven cells: the three columns of x change from word to
    word, the four columns of c never — images/ch04_decoder.png]

    The left part changes with the word. The right part must not: it is what the
    source sentence said.

    What goes wrong
    ───────────────

    The context changes on the way

    A decoder's state starts as the encoder's state. So a thrifty programmer keeps
    one variable, `state`, and takes the context from its top layer. In training,
    where all steps run in one call, that happens once. In use it happens again at
    every step, from the state that the *decoder* has just written over. This slip
    has stood in published teaching code, and has been copied from there many times.
    """);

Decoder.State drifting = decoder.start(encoded);
for (int t = 0; t < 6; t++) {
  Decoder.Step now = decoder.step(atStep(t), drifting, Mode.inference());
  List<CellState> cells = now.state().cells();
  Encoded overwritten = new Encoded(encoded.outputs(), cells, encoded.lengths());
  drifting = new Decoder.State(cells, overwritten);
  System.out.print(Numbers.fixed(largest(now.logits(), known.at(t)), 4) + " ");
}
Script.end(10, """
    0.0000 0.0148 0.0359 0.0643 0.0892 0.1166
    """);

Script.say("""
    The numbers say how far off each step is. Step 0 is right: there the state still
    is the encoder's. Then the logits drift away, and no error is ever raised. With
    H_enc ≠ H_dec the shapes would not fit: in tests let no two sizes be equal. The
    mend is to keep two things apart that look alike at the start: the state, which
    changes, and what was said about the source, which does not. `Decoder.State`
    holds both, and `step` hands the source on untouched.

    *The new state is dropped.* Forget `state = now.state();`, and each step starts
    from the beginning: the decoder is a table from the word before to the next
    word, and goes round in a circle. Chapter 8 shows one. For both slips the best
    protection is the comparison above, all steps at once against step by step; a
    test of one step passes with either.

    Shapes
    ──────

    what                       shape                      where
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    word before, embedded: xₜ  (N, D); all steps          `Embedding.forward`
                               (T′, N, D)
    side by side, xₜ ⊕ c       (N, D + H_enc)             `Tensor.concat(1, x, c)`
    wide weight, Wₓ above W_c  (D + H_enc, K)             `cell.0.W_xh`, with
                                                          K = 3 H_dec for a GRU
    bridge, for each layer     (H_enc, H_dec)             `bridge.hidden.0.W`
    logits                     (N, H_dec) · (H_dec, V′)   `step`, `forward`
                               → (N, V′); all steps
                               (T′, N, V′)

    Exercises
    ─────────

    • exercise 4.1, concatenate the context at every step: `./learn check 4.1` (how
      to (../exercises/README.md))
    • exercise 4.2, split a wide weight so that both sides agree: `./learn check
      4.2`
    • exercise 4.3, bridge H_enc ≠ H_dec: `./learn check 4.3`

    Where to read on
    ────────────────

    • Goodfellow, Bengio and Courville (2016), *Deep Learning*, section 10.4 and
      figure 10.12.
    • Cho et al. (2014), section 2.2: c at every step. Sutskever, Vinyals and Le
      (2014): as the first state only.
    • The code: `seq2seq.ch04_decoder`. Read `ConcatDecoder.step` beside
      `ConcatDecoder.forward`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
