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
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch04_decoder.md");

Script.say("""
    Chapter 4: The decoder
    ══════════════════════

    *The question: how does a state become a sentence again?*

    The encoder has read a sentence and left us its context. This chapter builds the
    half of the model that writes. At the end of it you will be able to build a
    decoder, read its scores as probabilities, and feed it the context in three
    ways, knowing what each of them is good for. You will also recognise two
    mistakes by which a decoder works in training and fails in use.
    """);

List<String> english = List.of("we", "sleep", "very", "well");
List<String> french = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(english, french).
    highlight(ModelOverview.Part.CONTEXT, ModelOverview.Part.DECODER).
    save(Path.of("images/ch04_model.png")));
Script.end(1, """
    images/ch04_model.png
    """);

Script.say("""
    [picture: The whole model; in colour the context and the decoder at the right: a
    chain of states, with an arrow from the context into the first and a line from
    the context below all of them, and under each the word before, from bos on —
    images/ch04_model.png]

    The idea
    ────────

    The decoder is a recurrent network like the encoder, with weights of its own,
    since it has other words to read and something else to do with them. At each
    step it is given the word before, at the first step `<bos>`. It updates its
    state and gives a score to every word of the target vocabulary. The word with
    the best score is its suggestion, and the next step is given that word. Does the
    state not know it already? No: it gave scores to all words, and which of them
    was then taken it cannot see. (If a wrong one was taken, all that follows is
    built on it. Chapter 7 measures how much that harms, and chapter 8 keeps several
    beginnings instead of one.)

    Left alone, it would write the same sentence whatever had been read. What tells
    it which sentence is wanted comes from the encoder, and it comes twice. The
    encoder's State is the decoder's first state, layer by layer. And at every step,
    the context c is laid beside the embedding of the word; the cell reads both as
    one longer vector.

    Why at every step, if the first state knows it already? Because the state is
    also where the decoder keeps track of what it has written, and every step writes
    it anew. What it was told at the beginning has to survive all of that, and
    chapter 2 measured how fast the influence of an early state can fade. The
    context beside the word comes fresh each time. (It is also a short way back: in
    training the loss of every step sends its gradient through c straight to the
    encoder, which so learns from the decoder's mistakes.) How much this matters we
    shall see in Three ways in.

    Laying two vectors end to end is called *concatenation*, written ⊕. When one
    weight matrix then mixes two kinds of information that were laid side by side,
    this is also called *feature fusion*.

    What the scores are scores of
    ─────────────────────────────

    What does the decoder know at step t? The words so far, y₁, …, yₜ₋₁, for which
    we write y_(<t), and the source, through c. What do we want from it? For each
    word of the vocabulary, how probable it is that this word comes next:

        P(yₜ | y_(<t), c)

    read "the probability of yₜ, given the words before it and the context". After
    `<bos>`, with the context of "we sleep very well", "nous" should be probable.
    After "nous", "dormons" should be probable, and "nous" no longer.

    Nobody can keep a table of all beginnings: with 1000 words there are already
    1000³, a thousand million, beginnings of three words. So the decoder's state sₜ
    must stand for all of them. It has read every word so far, and the context, and
    it is a fixed number of numbers. From these numbers one linear layer, the
    *output layer*, computes the scores. It is the same one at every step, and it
    needs no bend: the state that it reads was bent by the cells.

    The scores are called *logits*. They may be any numbers, and turning them into
    probabilities takes two moves: raise e to each of them, which makes it positive,
    and divide by the sum, which makes them add up to 1. That is the softmax of
    chapter 6. The decoder itself stops at the scores, because they are enough to
    find the best word, and because chapter 6 computes the loss straight from them,
    in a way in which no number gets too large. For word number k:

        P(yₜ = k | y_(<t), c) = e^(logitsₜ,ₖ)/(Σⱼ e^(logitsₜ,ⱼ))
        so
        log P(yₜ = k | y_(<t), c) = logitsₜ,ₖ − log Σⱼ e^(logitsₜ,ⱼ)

    The last term is the same for all words. So a logit is the logarithm of its
    word's probability, up to one number that all words of the step share. People
    therefore call logits *unnormalised log-probabilities*. And if one word's logit
    lies 1 above another's, that word is e ≈ 2.7 times as probable as the other.

    Chapter 6 will multiply these probabilities, word after word, to get P(Y | X),
    the probability of the whole translation.

    The formula
    ───────────

    Let xₜ be the embedding of the word before, yₜ₋₁, where y₀ is `<bos>`. Then a
    step is three lines:

        xₜ ⊕ c:   (N, D) ⊕ (N, H) → (N, D + H)

        sₜ = cell(xₜ ⊕ c, sₜ₋₁):   (N, H)

        logitsₜ = sₜ Wₒᵤₜ + bₒᵤₜ:   (N, H) · (H, V′) → (N, V′)

    V′ is the size of the *target* vocabulary; the source has its own. With several
    layers, the lowest cell reads xₜ ⊕ c, and the sₜ in the last line is the state
    of the top one.

    Something to decode
    ───────────────────

    Our two sentences go through an encoder as in chapter 3, with D = 6, H = 4 and
    L = 3. All weights are random: this chapter is about the path of the numbers,
    and training comes in chapter 7.
    """);

// we sleep very well <eos>; sleep well <eos>
int[][] source = {{4, 5, 6, 7, 2}, {5, 7, 2, 0, 0}};
Generator generator = Generator.seeded(20);
RecurrentLayers reader = RecurrentLayers.create(CellKind.GRU, 6, 4, 3, 0, generator);
Encoder encoder = new Encoder(Embedding.normal(8, 6, generator), reader);
Encoded encoded = encoder.forward(source, new int[] {5, 3}, Mode.inference());
Tensor c = encoded.context();
String[] words = {"<pad>", "<bos>", "<eos>", "<unk>", "nous", "dormons", "très", "bien", "dors"};
Script.end(2, "");

Script.say("""
    One step by hand
    ────────────────

    A decoder has three parts: an embedding for the target's words, recurrent
    layers, and the output layer. (`Linear` is the linear layer of chapter 0.
    `xavier` draws random weights of a suitable size; chapter 7 says which size that
    is.) Both sentences begin with `<bos>`. So of what the cell reads, the left six
    columns are the same, and only the context differs. *Before you run this,
    predict* the two shapes.
    """);

Generator random = Generator.seeded(31);
Embedding table = Embedding.normal(9, 6, random);
RecurrentLayers stack = RecurrentLayers.create(CellKind.GRU, 6 + 4, 4, 3, 0, random);
Linear outputLayer = Linear.xavier(4, 9, random);

Tensor x = table.forward(new int[] {1, 1});                                 // (N,D)
Tensor input = Tensor.concat(1, x, c);                                      // (N,D+H)
List<CellState> after = stack.step(input, encoded.states(), Mode.inference());
Tensor s = after.get(2).hidden();                                           // (N,H)
Tensor logits = outputLayer.forward(s);                                     // (N,V')
System.out.println("x and c " + input);
System.out.println("logits " + logits);
Script.end(3, """
    x and c (2×10)
    [[ 0.6688  1.2162 -1.1322  1.2121  0.8305 -0.4429  0.5701  0.4129  0.3122  0.0779]
     [ 0.6688  1.2162 -1.1322  1.2121  0.8305 -0.4429  0.4723  0.3248  0.2984  0.1109]]
    logits (2×9)
    [[ 0.0590 -0.1566  0.0095 -0.0907  0.1587  0.2471 -0.1700 -0.1687  0.2043]
     [ 0.0795 -0.1067  0.0298 -0.0551  0.1645  0.2180 -0.1419 -0.1227  0.2074]]
    """);

Script.say("""
    Nine scores for each of the two sentences. As probabilities, the first row:
    """);

Tensor p = logits.softmax().at(0);
for (int k = 0; k < 9; k++) {
  System.out.println(Numbers.fixed(p.get(k), 4) + "  " + words[k]);
}
System.out.println("sum " + p.sum() + ", suggested: " + words[logits.argMax()[0]]);
Script.end(4, """
    0.1152  <pad>
    0.0929  <bos>
    0.1097  <eos>
    0.0992  <unk>
    0.1273  nous
    0.1391  dormons
    0.0916  très
    0.0918  bien
    0.1332  dors
    sum 1.0000, suggested: dormons
    """);

Script.say("""
    All nine are not far from one ninth, and what an untrained decoder suggests is
    chance. Even `<pad>` and `<bos>` have their share, and nothing forbids them.
    They lose it in training: they are never the right next word, so their scores
    are pushed down at every step (chapter 7 shows it). `ConcatDecoder` is the same
    computation as a class; made from the same seed, it has the same weights. (The
    sizes are V′, D, H and L; the 0 is for dropout again, and `reader` says how
    large the encoder's states are.)
    """);

double largest(Tensor a, Tensor b) {
  double most = 0;
  for (float difference : a.minus(b).toArray()) {
    most = Math.max(most, Math.abs(difference));
  }
  return most;
}
DecoderSizes sizes = new DecoderSizes(CellKind.GRU, 9, 6, 4, 3, 0, ContextMode.BOTH);
Decoder decoder = ConcatDecoder.create(sizes, reader, Generator.seeded(31));
Decoder.Step step = decoder.step(new int[] {1, 1}, decoder.start(encoded), Mode.inference());
System.out.println("by hand, to 1e-6: " + (largest(step.logits(), logits) < 1e-6));
Script.end(5, """
    by hand, to 1e-6: true
    """);

Script.say("""
    (Not to the last bit, because the class computes the wide product as two
    products and a sum, which a section below is about.) `start` makes the state
    before the first step. A `Step` holds the logits and the state after the step,
    from which the next one must go on.

    In training and in use
    ──────────────────────

    In training the right translation is known. The decoder is given its words
    whatever it would have suggested itself (chapter 7 says why, and what it costs).
    That is no cheating: at step t it is given the words before yₜ, never yₜ itself.
    So all words before are there at once, and `forward` takes all T′ steps of the
    target in one call: ids (N, T′) in, logits (T′, N, V′) out. In use there is
    nothing but what it has written so far, and it goes step by step. Let us watch
    it, for four steps:
    """);

Decoder.State state = decoder.start(encoded);
int[] last = {1, 1};
List<String> written = new ArrayList<>();
for (int t = 1; t <= 4; t++) {
  Decoder.Step next = decoder.step(last, state, Mode.inference());
  last = next.logits().argMax();
  state = next.state();
  written.add(words[last[0]]);
}
UnrolledDecoder.of(french, written).save(Path.of("images/ch04_decoder.png"));
Script.show(written);
Script.end(6, """
    [dormons, dors, nous, dors]
    """);

Script.say("""
    [picture: Two chains of four states, each begun by the context c. Left, in
    training: under each state the right word before. Right, in use: from each word
    written a dashed arrow leads down to the input of the next step —
    images/ch04_decoder.png]

    Not French yet. But see how the two sides differ. (The oₜ of the picture are the
    logits of step t, not an output gate. The context is drawn only where the chain
    begins; beside each word it comes in as well.) At the left nothing leads from
    what comes out to the next word in; at the right that is the only way. Both use
    the same weights, and on the same words they must give the same logits.
    Otherwise something would be used that was never trained. *Before you run this,
    predict:* the same to about six digits, or the same bits?
    """);

// <bos> nous dormons très bien; <bos> dors bien
int[][] before = {{1, 4, 5, 6, 7}, {1, 8, 7, 0, 0}};
int[] atStep(int t) {
  return new int[] {before[0][t - 1], before[1][t - 1]};
}
Tensor known = decoder.forward(before, encoded, Mode.inference());
Decoder.State now = decoder.start(encoded);
boolean same = true;
for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), now, Mode.inference());
  same &= Arrays.equals(next.logits().toArray(), known.at(t - 1).toArray());
  now = next.state();
}
System.out.println("logits " + known.shape() + ", same bits: " + same);
Script.end(7, """
    logits (5×2×9), same bits: true
    """);

Script.say("""
    Every bit. Keep this comparison in mind: each of the two traps at the end of
    this page makes the two sides differ, and the comparison finds both.

    One wide product, or two and a sum
    ──────────────────────────────────

    What does a weight matrix do with a concatenation? Take the smallest case, in
    whole numbers: a word of 2 numbers, a context of 1, and a weight with one row
    for each of the three.
    """);

Tensor word = Tensor.of(new float[][] {{1, 2}});
Tensor said = Tensor.of(new float[][] {{3}});
Tensor weight = Tensor.of(new float[][] {{10, 100}, {20, 200}, {30, 300}});
System.out.println(Tensor.concat(1, word, said).matmul(weight).at(0));
Tensor parts = word.matmul(weight.slice(0, 0, 2)).plus(said.matmul(weight.slice(0, 2, 3)));
System.out.println(parts.at(0));
Script.end(8, """
    (2) [ 140 1400]
    (2) [ 140 1400]
    """);

Script.say("""
    The first line adds 1 · 10 + 2 · 20 + 3 · 30 = 140. The second adds (1 · 10 + 2
    · 20) + 3 · 30, the same sum with brackets. That is all there is to it: the
    upper rows of the wide weight meet the word, the lower rows meet the context,
    and the two parts are added. With Wₓ (D, out) for the upper rows and W_c
    (H, out) for the lower ones, where *out* is how many columns the weight has:

        (x ⊕ c) ⎡ Wₓ  ⎤ = x Wₓ + c W_c   (N, D + H) · (D + H, out) → (N, out)
                ⎣ W_c ⎦

    So a concatenation followed by one wide weight *is* two weights and a sum. (In
    many books vectors are columns, and the same theorem reads [Wₓ, W_c] [x; c] = Wₓ
    x + W_c c.)

    Equal, and not quite

    `Concatenation` has both spellings. We try them with N = 64, D = H = 256 and
    out = 768. *Before you run this, predict:* are all 64 · 768 = 49152 numbers
    equal to the last bit?
    """);

Tensor manyX = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor manyC = Tensor.normal(Shape.of(64, 256), 1, generator);
Tensor wide = Initial.xavier(512, 768, generator);
Tensor together = Concatenation.together(manyX, manyC, wide);
Tensor apart = Concatenation.apart(manyX, manyC, wide);
System.out.println("equal numbers: " + together.equalTo(apart).sum() + " of " + apart.size());
System.out.println("largest number: " + Numbers.fixed(largest(together, Tensor.scalar(0)), 2));
System.out.println("largest difference: " + Numbers.scientific(largest(together, apart), 2));
Script.end(9, """
    equal numbers: 4418 of 49152
    largest number: 3.83
    largest difference: 3.8e-06
    """);

Script.say("""
    Fewer than one in ten are equal. The rest differ by a few millionths at most,
    beside numbers of up to 3.83. The algebra is exact, the additions are not: a
    float keeps about seven digits and rounds after each addition. The wide product
    adds up 512 terms one after the other; the other way adds up 256, another 256,
    and then the two sums. Neither is *the* right answer. But if you train with one
    and use the other, do not expect the same bits.

    Which is faster?

    One often reads that one wide product is much faster than two small ones and a
    sum. What is there to save? Both ways do N · (D + H) · out multiplications. The
    two products also write a second result (N, out) and add it to the first, which
    is, for each number, one more addition beside D + H multiplications and
    additions: one in 64 for a small model with D = H = 32, one in 512 with
    D = H = 256. That does not sound like *much* faster. `FusionTiming` lets both
    ways take turns and takes medians; below 1 in the last column, the wide product
    won. The times are those of your machine, so this page shows none. Where we
    tried it, the wide product was somewhat faster at the smallest size, where one
    call more or less is felt; at the two others the ratio was near 1, now below it
    and now above.
    """);

int[][] all = {{64, 32, 32, 96}, {1, 256, 256, 768}, {64, 256, 256, 768}};
List<FusionTiming> timings = new ArrayList<>();
for (int[] one : all) {
  timings.add(FusionTiming.measure(one[0], one[1], one[2], one[3], 5, Generator.seeded(4)));
}
System.out.print(FusionTiming.table(timings));
Script.endVarying(10, """
         N    D    H  out   together µs   apart µs   together/apart
        64   32   32   96 …
         1  256  256  768 …
        64  256  256  768 …
    """);

Script.say("""
    There is a larger saving, and it goes the other way. The context is the same at
    every step, so c W_c can be computed *once* and added at all T′ steps. With
    T′ = 10 and D = H that leaves (10 + 1)/(10 + 10) = 0.55 of the multiplications.
    In training our decoder does so. The theorem is the method `Cell.project(x, c)`:
    """);

Cell cell = CellKind.GRU.create(6 + 4, 4, generator);
Tensor side = cell.project(Tensor.concat(1, x, c));
Tensor split = cell.project(x, c);
System.out.println(side.shape() + ", to 1e-6: " + (largest(side, split) < 1e-6));
Script.end(11, """
    (2×12), to 1e-6: true
    """);

Script.say("""
    (In use, `step` computes c W_c again each time: one small product more, and a
    step needs nothing but its arguments.)

    Three ways in
    ─────────────

    How a fixed vector enters a recurrent network is a choice. *Deep Learning*,
    section 10.4, says that there are at least two ways, and that they can be
    combined:
    """);

Script.show(ContextModes.of(3).save(Path.of("images/ch04_modes.png")));
Script.end(12, """
    images/ch04_modes.png
    """);

Script.say("""
    [picture: Three decoders side by side. Initial: an arrow from c into the first
    state only. Every step: the first state starts from 0, and arrows go from c into
    every state. Both: all these arrows from c together — images/ch04_modes.png]

    • `INITIAL`: the decoder starts from what the encoder said, and reads nothing
      but words. (The picture shows c. In fact the whole State is handed over, each
      layer's to its own layer.)
    • `EVERY_STEP`: the context lies beside every word, and the first state is all
      0.
    • `BOTH`.

    "At least" two, because there are more. Cho and others also feed c into the
    output layer, beside sₜ (section 2.2 (https://arxiv.org/abs/1406.1078)). We
    build all three and run them:
    """);

Decoder with(ContextMode mode) {
  DecoderSizes choice = new DecoderSizes(CellKind.GRU, 9, 6, 4, 3, 0, mode);
  return ConcatDecoder.create(choice, reader, Generator.seeded(31));
}
for (ContextMode mode : ContextMode.values()) {
  Decoder one = with(mode);
  int numbers = one.parameters().stream().mapToInt(each -> each.value().size()).sum();
  float first = one.start(encoded).cells().get(2).hidden().get(0, 0);
  System.out.println(mode + ": first state begins with " + Numbers.fixed(first, 4) + ", "
      + numbers + " weights, logits "
      + one.forward(before, encoded, Mode.inference()).shape());
}
Script.end(13, """
    initial: first state begins with 0.5701, 483 weights, logits (5×2×9)
    every-step: first state begins with 0.0000, 531 weights, logits (5×2×9)
    both: first state begins with 0.5701, 531 weights, logits (5×2×9)
    """);

Script.say("""
    The shapes that come out are the same. Without the context beside the word, the
    lowest cell has H rows of 3H weights fewer, here 4 · 12 = 48.

    Now the promised measurement. For both sentences of our batch the decoder is
    given the same words, "très très très ...", so that only the source can make a
    difference between their logits. How much of a difference is left after 40
    steps? *Before you run this, predict* which of the three ways loses it.
    """);

double[] difference(ContextMode mode, int steps) {
  int[][] very = new int[2][steps];
  for (int[] row : very) {
    Arrays.fill(row, 6);
  }
  Tensor two = with(mode).forward(very, encoded, Mode.inference());
  double[] gaps = new double[steps];
  for (int t = 0; t < steps; t++) {
    gaps[t] = largest(two.at(t).at(0), two.at(t).at(1));
  }
  return gaps;
}
for (ContextMode mode : ContextMode.values()) {
  double[] gaps = difference(mode, 40);
  System.out.println(mode + ":  step 1 " + Numbers.fixed(gaps[0], 6) + "  step 10 "
      + Numbers.fixed(gaps[9], 6) + "  step 40 " + Numbers.fixed(gaps[39], 6));
}
Script.end(14, """
    initial:  step 1 0.061369  step 10 0.001183  step 40 0.000000
    every-step:  step 1 0.001569  step 10 0.009743  step 40 0.009820
    both:  step 1 0.055611  step 10 0.009397  step 40 0.009820
    """);

double[] ts = new double[25];
Arrays.setAll(ts, t -> t + 1);
Script.show(LinePlot.of("What the source still changes", "step t", "largest difference of logits").
    withLogY().with("initial", ts, difference(ContextMode.INITIAL, 25)).
    with("every step", ts, difference(ContextMode.EVERY_STEP, 25)).
    with("both", ts, difference(ContextMode.BOTH, 25)).
    save(Path.of("images/ch04_ways.png")));
Script.end(15, """
    images/ch04_ways.png
    """);

Script.say("""
    [picture: The difference between the logits of the two sources over 25 steps, on
    a logarithmic axis: initial falls along a straight line, every step rises and
    then stays level, both falls at first and then stays level at the same height —
    images/ch04_ways.png]

    With `INITIAL` the difference shrinks at every step by about the same factor. At
    step 40 nothing is left of it in six digits: the decoder has forgotten which
    sentence it is writing. With the context beside every word the difference
    settles at a level and stays there. (`EVERY_STEP` begins far below it: both
    first states are 0, and each step writes only a part of the context into them.)
    `BOTH` begins like the first and ends like the second.

    These weights are random. Gates can learn to hold on to what the first state
    said (chapter 2), and Sutskever, Vinyals and Le translated with the first state
    alone. But with `INITIAL` this has to be learned, and with the other two it is
    given.

                                  `INITIAL`          `EVERY_STEP`  `BOTH`
    ────────────────────────────  ─────────────────  ────────────  ─────────────────
    can the context fade?         yes                no            no
    what crosses over             State, all layers  the context   State and context
    the lowest cell reads         D numbers          D + H_enc     D + H_enc
    needs as many layers on both  yes                no            yes
    sides

    We use `BOTH`, as Cho and others did, where nothing is said. `EVERY_STEP` is for
    an encoder and a decoder that do not match, as when only the decoder is made of
    LSTMs, and `INITIAL` for the fewest weights.

    Two sizes
    ─────────

    Encoder and decoder need not have the same hidden size. (Nor the same D: each
    has an embedding of its own, and nothing that crosses over has D numbers.)
    Beside the word, any H_enc will do: the cell's input is then D + H_enc wide. But
    a first state must be H_dec wide. If the two differ, State has to pass a
    *bridge*: for each layer l a weight (H_enc, H_dec), a bias, and tanh behind
    them, so that the result lies between −1 and 1 like any hidden state:

        s₀⁽ˡ⁾ = tanh(State⁽ˡ⁾ W⁽ˡ⁾ + b⁽ˡ⁾)
        (N, H_enc) · (H_enc, H_dec) → (N, H_dec)
    """);

DecoderSizes five = new DecoderSizes(CellKind.GRU, 9, 6, 5, 3, 0, ContextMode.BOTH);
Decoder larger = ConcatDecoder.create(five, reader, Generator.seeded(31));
System.out.println("State of a layer " + encoded.states().get(0).hidden().shape());
System.out.println("first state      " + larger.start(encoded).cells().get(0).hidden().shape());
Parameter crossing = larger.parameters().get(1);
System.out.println(crossing.name() + " " + crossing.value().shape());
Script.end(16, """
    State of a layer (2×4)
    first state      (2×5)
    bridge.hidden.0.W (4×5)
    """);

Script.say("""
    An LSTM hands over two states, and its cell state has a bridge of its own,
    without tanh: a cell state is a sum that may grow beyond 1, and tanh would cut
    off just that.

    A different number of layers is another matter: our decoder asks for as many as
    the encoder has, unless it starts from zeros. Exercise 4.3 builds a bridge that
    can do with fewer.

    What goes wrong
    ───────────────

    The context changes on the way

    The decoder's first state is the encoder's last. So a thrifty programmer keeps
    one variable, `state`, and takes the context from its top layer. In training,
    where all steps run in one call, that happens once, and all is well. In use it
    happens at every step, and the state is by then the *decoder's*. We do the same,
    and print how far the logits are off at each step:
    """);

Decoder.State drifting = decoder.start(encoded);
for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), drifting, Mode.inference());
  System.out.print(Numbers.fixed(largest(next.logits(), known.at(t - 1)), 4) + " ");
  List<CellState> cells = next.state().cells();
  drifting = new Decoder.State(cells, new Encoded(encoded.outputs(), cells, encoded.lengths()));
}
Script.end(17, """
    0.0000 0.0191 0.0430 0.0558 0.0839
    """);

Script.say("""
    Step 1 is right, because there the state still is the encoder's. Then the logits
    drift away, and no error is ever raised: the model is used in a way in which it
    was never trained. The decoder of *Dive into Deep Learning* 0.17 (PyTorch
    edition, section 9.7
    (https://classic.d2l.ai/chapter_recurrent-modern/seq2seq.html)) takes its
    context from `state[-1]` in this way, and that code has been copied many times.

    The fix is to keep two things apart that look alike at the start: the state,
    which changes, and what was said about the source, which does not.
    `Decoder.State` holds both, and `step` hands the source on untouched. And let no
    two sizes in a test be equal: with H_enc ≠ H_dec this slip is an error message.

    The new state is dropped

    Leave out `now = next.state()`, and every step starts from the beginning:
    """);

for (int t = 1; t <= 5; t++) {
  Decoder.Step next = decoder.step(atStep(t), decoder.start(encoded), Mode.inference());
  System.out.print(Numbers.fixed(largest(next.logits(), known.at(t - 1)), 4) + " ");
}
Script.end(18, """
    0.0000 0.2198 0.2859 0.2972 0.2748
    """);

Script.say("""
    Such a decoder has no memory. It is a table from the word before to the next
    word, and as soon as a word comes up for the second time it goes round in a
    circle; chapter 8 shows one that does.

    For both slips the fix that lasts is the comparison from above, all steps at
    once against step by step. A test of a single step passes with either of them:
    both lines begin with 0.

    Shapes
    ──────

    what                       shape                      where
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    word before, embedded: xₜ  (N, D); all steps          `Embedding.forward`
                               (T′, N, D)
    side by side, xₜ ⊕ c       (N, D + H_enc)             `Tensor.concat(1, x, c)`
    wide weight, Wₓ above W_c  (D + H_enc, out)           `cell.0.W_xh`, with
                                                          out = 3 H_dec for a GRU
    bridge, for each layer     (H_enc, H_dec)             `bridge.hidden.0.W`
    state sₜ of a layer        (N, H_dec)                 `step.state().cells().get(
                                                          l).hidden()`
    logits                     (N, H_dec) · (H_dec, V′)   `step`, `forward`
                               → (N, V′); all steps
                               (T′, N, V′)

    In five lines
    ─────────────

    • At each step a decoder reads the word before and the context, updates its
      state, and scores every word of the target vocabulary.
    • A logit is the logarithm of P(yₜ | y_(<t), c), up to a number that all words
      of the step share.
    • A concatenation and one wide weight are two weights and a sum: the same
      algebra, other roundings.
    • The context can be the first state, lie beside every word, or both; beside the
      word it cannot fade.
    • Step by step must give the logits of all steps at once. Test it, for that is
      where decoders break.

    What if?
    ────────

    1. What if, in training, the decoder were given the word that it is to write
       instead of the word before? What would it learn, and what would it do in use?
    2. What if the context were all zeros, for every sentence? What could such a
       decoder still learn?
    3. What if we added the same number to all logits of a step? What would change?

    Answers (../solutions/answers.md#chapter-4)

    Exercises
    ─────────

    • exercise 4.1, concatenate the context at every step: `./learn check 4.1` (how
      to (../exercises/README.md))
    • exercise 4.2, split a wide weight so that both sides agree: `./learn check
      4.2`
    • exercise 4.3, bridge H_enc ≠ H_dec: `./learn check 4.3`

    Where to read on
    ────────────────

    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      section 10.4 (https://www.deeplearningbook.org/contents/rnn.html), with figure
      10.12; section 10.2.4 on a fixed vector that enters a recurrent network.
    • Cho et al. (2014), Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation (https://arxiv.org/abs/1406.1078), section
      2.2: c at every step. Sutskever, Vinyals and Le (2014), Sequence to Sequence
      Learning with Neural Networks (https://arxiv.org/abs/1409.3215): as the first
      state only.
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, sequence-to-sequence
      learning (https://d2l.ai/chapter_recurrent-modern/seq2seq.html): the same
      decoder in Python.
    • The code: `ConcatDecoder` (main/java/seq2seq/ch04_decoder/ConcatDecoder.java),
      where `step` and `forward` are best read side by side, and `Bridge`
      (main/java/seq2seq/ch04_decoder/Bridge.java).

    ────────────────────────────────────────

    Chapter 3, the encoder (ch03_encoder.md) · Contents (README.md) · next: Chapter
    5, the mask (ch05_mask.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
