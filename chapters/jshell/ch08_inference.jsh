// ch08_inference.jsh, generated from ch08_inference.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch08_inference.jsh
// To go on from where it ends: ./learn jshell 8

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.*;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.LinePlot;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch08_inference.md");

Script.say("""
    Chapter 8: Writing sequences
    ════════════════════════════

    *The question: how does a trained model choose its words?*

    In training the decoder read the right words. In use nobody knows them: it has
    to read its own. At the end of this chapter you will be able to let a model
    write in three ways, greedily, by sampling and by beam search, to let it score
    sentences that somebody else wrote, and to measure with BLEU how good the result
    is.

    The idea
    ────────

    A model gives a probability to every sentence Y = y₁ … y_T′, for a source X. It
    is the product of the probabilities of its words, each given the words before
    it, with `<eos>` as the last one. In logarithms, the product is a sum:

        log P(Y | X) = Σₜ₌₁ᵀ′ log P(yₜ | y₁, …, yₜ₋₁, X)

    We would like the most probable sentence. But with V′ words there are (V′ − 1)ᵐ
    sentences of m words, far too many to look at: for V′ = 171 and only four words,
    835 million. So we *decode*: we write from left to right and look at a few
    sentences only. The ways to decode differ in which ones.

    A model to write with
    ─────────────────────

    The same data, sizes and seed as in chapter 7, for 12 epochs. The model is small
    and trained for a second or two; it makes mistakes, which is what we want to
    look at.
    """);

ParallelCorpus phrases = ParallelCorpus.phrases();
List<Pair> few = new ArrayList<>(phrases.pairs());
few.removeIf(pair -> phrases.tokenizer().tokenize(pair.source()).size() > 4);
ParallelCorpus corpus = ParallelCorpus.of("short phrases", phrases.tokenizer(), few);
Splits splits = Splits.bySource(corpus, 0.1, 0.1, Generator.seeded(7));
Vocabulary source = splits.sourceVocabulary(1);
Vocabulary target = splits.targetVocabulary(1);
Batches train = Batches.of(splits.train(), source, target, BatchOptions.of(32, 12));
ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Training run = new Training(sizes, train, new Adam(0.01), 0.5, Generator.seeded(7), Observer.NONE);
run.run(12);
Seq2Seq model = run.model();
Script.end(1, "");

Script.say("""
    Two helpers: English text to ids (T) ended by `<eos>`, and a translation as a
    line to read.
    """);

int steps = 12;
int[] read(String text) {
  return source.encode(corpus.tokenizer().tokenize(text), steps);
}
String show(Translation t) {
  return Numbers.fixed(t.logProbability(), 4) + "  " + String.join(" ", target.tokens(t.words()));
}
Script.show(read("I like milk."));
Script.end(2, """
    [15, 19, 80, 4, 2]
    """);

Script.say("""
    Greedy decoding
    ───────────────

    The simplest way: at every step take the likeliest word, and read it as the word
    before in the next step. This is *greedy decoding*. The first word before is
    `<bos>`; at `<eos>` we stop. In case that never comes there is a limit on the
    number of steps.

    What the decoder remembers between two steps is its state (chapter 4): each step
    takes the state that the step before gave.
    """);

int[] ids = read("I like milk.");
Decoder decoder = model.decoder();
Decoder.State state = decoder.start(
    model.encoder().forward(new int[][] {ids}, new int[] {ids.length}, Mode.inference()));
int word = Vocabulary.BOS;
double sum = 0;
for (int t = 0; t < steps && word != Vocabulary.EOS; t++) {
  Decoder.Step step = decoder.step(new int[] {word}, state, Mode.inference());
  state = step.state();
  word = step.logits().argMax()[0];
  float p = step.logits().softmax().get(0, word);
  sum += step.logits().logSoftmax().get(0, word);
  System.out.println(Numbers.fixed(p, 4) + "  " + target.token(word));
}
System.out.println("log P(Y|X) = " + Numbers.fixed(sum, 4) + " nats");
Script.end(3, """
    0.5697  je
    0.3531  veux
    0.9112  du
    0.5691  café
    0.9868  .
    0.9987  <eos>
    log P(Y|X) = -2.2749 nats
    """);

Script.say("""
    "I want coffee", for "I like milk". The second word decides it, and there the
    model is unsure. The package's `Greedy` does the same for a whole batch, a row a
    sentence; it goes on until every row has reached its `<eos>`.
    """);

int[][] one = {ids};
int[] length = {ids.length};
Script.show(show(Greedy.decode(model, one, length, steps).get(0)));
Script.end(4, """
    -2.2749  je veux du café .
    """);

Script.say("""
    Sampling
    ────────

    Greedy decoding says the same each time. For a model that should have several
    answers, we can instead draw each word, as often as the model finds it likely:
    *sampling*. The *temperature* τ divides the logits o before the softmax:

        P_τ(w) = (e^(o_w/τ))/(Σᵥ e^(oᵥ/τ))

    *Before you run this, predict:* two words with probabilities 0.8 and 0.2. What
    becomes of them at τ = 0.5, where every logit counts double, and at τ = 2?
    """);

float[] logits = Tensor.of(0.8f, 0.2f).log().toArray();
for (double tau : new double[] {0.1, 0.5, 1, 2, 10}) {
  double[] p = Sampling.probabilities(logits, tau);
  System.out.println("temperature " + Numbers.fixed(tau, 1) + ": "
      + Numbers.fixed(p[0], 4) + "  " + Numbers.fixed(p[1], 4));
}
Script.end(5, """
    temperature 0.1: 1.0000  0.0000
    temperature 0.5: 0.9412  0.0588
    temperature 1.0: 0.8000  0.2000
    temperature 2.0: 0.6667  0.3333
    temperature 10.0: 0.5346  0.4654
    """);

Script.say("""
    At τ = 0.5 the probabilities are squared and made to add up to 1 again:
    0.64 / 0.68 = 0.9412. At 2 it is their roots. Towards 0 only the likeliest word
    is left, which is greedy decoding; a large τ makes all words alike. Now for our
    sentence, with a seeded generator, so that you draw what we drew:
    """);

for (double tau : new double[] {0.3, 1, 3}) {
  Generator generator = Generator.seeded(8);
  System.out.println("temperature " + Numbers.fixed(tau, 1));
  for (int draw = 0; draw < 4; draw++) {
    Translation t = Sampling.decode(model, one, length, steps, tau, generator).get(0);
    System.out.println("  " + show(t));
  }
}
Script.end(6, """
    temperature 0.3
      -2.8463  je veux du lait .
      -2.2749  je veux du café .
      -2.0223  je t' aime .
      -2.2749  je veux du café .
    temperature 1.0
      -4.3699  j' aime le pain .
      -2.8463  je veux du lait .
      -2.0223  je t' aime .
      -5.4607  je chante aime .
    temperature 3.0
      -117.2344  vieilles sœur vu partis sont . ? malade œufs dorment malades elle
      -55.9261  aime voulons maisons ses chaud chaud . .
      -81.1574  tu chers vois peux œufs la aujourd'hui chiens parti
      -42.4500  j' ai oranges pas chanter . chanté
    """);

Script.say("""
    The numbers are log P(Y | X) by the model itself, τ = 1, whatever the
    temperature was. At a low temperature the sentences are likely and much alike;
    at 3 they are hardly sentences, and the first one did not end within the 12
    steps.

    Where greedy decoding fails
    ───────────────────────────

    The likeliest first word need not begin the likeliest sentence. A model small
    enough to check by head is a table: what may follow each beginning, and how
    likely it is.
    """);

Map<String, Map<String, Double>> table = new HashMap<>();
table.put("", Map.of("elle", 0.5, "on", 0.4, "il", 0.1));
table.put(" elle", Map.of("dort", 0.4, "rêve", 0.35, "<eos>", 0.25));
table.put(" on", Map.of("dort", 0.9, "<eos>", 0.1));
table.put(" il", Map.of("dort", 1.0));
table.put(" elle dort", Map.of("<eos>", 0.6, "bien", 0.4));
table.put(" on dort", Map.of("<eos>", 0.9, "bien", 0.1));
for (String end : List.of(" il dort", " elle rêve", " elle dort bien", " on dort bien")) {
  table.put(end, Map.of("<eos>", 1.0));
}
Script.end(7, "");

Script.say("""
    Greedy takes `elle` (0.5), `dort` (0.4) and `<eos>` (0.6): together 0.12. But
    `on dort <eos>` has 0.4 · 0.9 · 0.9 = 0.324.

    Beam search
    ───────────

    *Beam search* keeps not one beginning but the K likeliest; K is the *width* of
    the beam. A beginning with its probability is called a *hypothesis*. One step:

    1. Continue each hypothesis in the beam with every word.
    2. Of all these, keep the K likeliest.
    3. Those among them that end in `<eos>` are *finished*: they leave the beam and
       are kept aside.

    When the beam is empty, or nothing in it can still win, the best finished
    hypothesis is the result. On the table, with a switch for what goes wrong later:
    """);

record Line(String text, double p) {}
List<Line> beamSearch(int width, boolean keepFinished) {
  List<Line> beam = List.of(new Line("", 1));
  List<Line> finished = new ArrayList<>();
  for (int t = 0; t < 4 && !beam.isEmpty(); t++) {
    List<Line> next = new ArrayList<>();
    for (Line line : beam) {
      table.get(line.text()).forEach(
          (word, p) -> next.add(new Line(line.text() + " " + word, line.p() * p)));
    }
    next.removeIf(line -> !keepFinished && line.text().endsWith("<eos>"));
    next.sort(Comparator.comparingDouble(line -> -line.p()));
    List<Line> best = next.subList(0, Math.min(width, next.size()));
    best.forEach(line -> System.out.println("  " + Numbers.fixed(line.p(), 4) + line.text()));
    finished.addAll(best.stream().filter(line -> line.text().endsWith("<eos>")).toList());
    beam = best.stream().filter(line -> !line.text().endsWith("<eos>")).toList();
  }
  return finished;
}
Script.end(8, "");

for (int width = 1; width <= 2; width++) {
  System.out.println("K = " + width);
  beamSearch(width, true);
}
Script.end(9, """
    K = 1
      0.5000 elle
      0.2000 elle dort
      0.1200 elle dort <eos>
    K = 2
      0.5000 elle
      0.4000 on
      0.3600 on dort
      0.2000 elle dort
      0.3240 on dort <eos>
      0.1200 elle dort <eos>
    """);

Script.say("""
    With K = 1 beam search *is* greedy decoding. With K = 2 the second line of step
    1, `on`, overtakes in step 2, and the likeliest sentence is found.

    The package's `Beam` does this on a model. The hypotheses are the rows of one
    batch, so a step costs one call of the decoder; their states (K, H) are kept and
    their rows copied to where their continuations stand. The last argument, 0 here,
    we come to next.
    """);

for (Translation t : Beam.search(model, ids, steps, 5, 0)) {
  System.out.println(show(t));
}
Script.end(10, """
    -2.0223  je t' aime .
    -2.2749  je veux du café .
    -2.7225  j' aime le café .
    -2.7352  j' aime le lait .
    -2.8463  je veux du lait .
    """);

Script.say("""
    The greedy answer has come second. `je t' aime .`, "I love you", is likelier:
    its first word is the same and its second one less likely than `veux`, but what
    follows then is more certain.

    Long and short sentences
    ────────────────────────

    Every word multiplies by a number below 1. So log P falls with every word, and
    to compare finished sentences by it favours short ones. The usual remedy divides
    by a power of the length:

        score(Y) = (log P(Y | X))/|Y|^α

    |Y| counts the words and `<eos>`, one for each factor of the product. With α = 0
    the score is log P itself; with α = 1 it is the mean per token; 0.75 is a common
    choice in between. Within the beam all hypotheses have the same length, so there
    log P is fair.
    """);

for (Translation t : Beam.search(model, ids, steps, 5, 1)) {
  System.out.println(Numbers.fixed(t.score(1), 4) + "  (" + t.length() + " tokens)  " + show(t));
}
Script.end(11, """
    -0.3792  (6 tokens)  -2.2749  je veux du café .
    -0.4045  (5 tokens)  -2.0223  je t' aime .
    -0.4538  (6 tokens)  -2.7225  j' aime le café .
    -0.4559  (6 tokens)  -2.7352  j' aime le lait .
    -0.4744  (6 tokens)  -2.8463  je veux du lait .
    """);

Script.say("""
    The order has changed: `je veux du café .` is six tokens with `<eos>`, and per
    token likelier than the five of `je t' aime .`. Which of the two orders is
    better is not a matter of mathematics; one tries values of α on held-out
    sentences.

    Is the best one found?
    ──────────────────────

    A search that keeps K hypotheses may lose the best sentence. If the beam is so
    wide that nothing is ever dropped, it cannot. That gives us a test: on a
    vocabulary of 5, with at most 4 steps, there are 1 + 4 + 16 + 64 = 85 finished
    sentences. We score every one of them (how is the next section's matter) and
    compare the best with what beams of several widths find, for 20 untrained models
    whose weights we have doubled, so that they have preferences.
    """);

void all(Seq2Seq tiny, int[] words, List<Double> scores) {
  int[] target = Arrays.copyOf(words, words.length + 1);
  for (int w = 0; w < 5; w++) {
    target[words.length] = w;
    if (w == Vocabulary.EOS) {
      scores.add(LogProbability.of(tiny, new int[] {4, 3, Vocabulary.EOS}, target));
    } else if (target.length < 4) {
      all(tiny, target, scores);
    }
  }
}
Script.end(12, "");

int[] found = new int[3];
int[] widths = {1, 2, 320};
for (int seed = 0; seed < 20; seed++) {
  ModelSizes small = new ModelSizes(CellKind.GRU, ContextMode.BOTH, 5, 5, 4, 8, 1, 0);
  Seq2Seq tiny = small.initialise(Generator.seeded(seed));
  tiny.parameters().forEach(p -> {
    float[] live = p.value().liveData();
    for (int i = 0; i < live.length; i++) { live[i] *= 2; }
  });
  List<Double> scores = new ArrayList<>();
  all(tiny, new int[0], scores);
  for (int k = 0; k < 3; k++) {
    Translation t = Beam.search(tiny, new int[] {4, 3, Vocabulary.EOS}, 4, widths[k], 0).get(0);
    found[k] += t.isFinished() && t.logProbability() > Collections.max(scores) - 1e-4 ? 1 : 0;
  }
}
for (int k = 0; k < 3; k++) {
  System.out.println("K = " + widths[k] + " finds the best of " + found[k] + " models of 20");
}
Script.end(13, """
    K = 1 finds the best of 5 models of 20
    K = 2 finds the best of 13 models of 20
    K = 320 finds the best of 20 models of 20
    """);

Script.say("""
    Greedy decoding finds the best sentence of 5 models, a beam of 2 that of 13. The
    beam that never drops anything agrees with looking at every sentence, each time.

    The probability of a given sentence
    ───────────────────────────────────

    For log P(Y | X) of a sentence that we already have nothing needs to be written.
    The decoder reads it, as in training, and the log-probabilities of its words are
    added up: minus the sum of chapter 6's losses.
    """);

int[] right = target.encode(corpus.tokenizer().tokenize("J'aime le lait."), steps);
PaddedBatch pair = PaddedBatch.of(List.of(ids), List.of(right));
Tensor logSoftmax = model.forward(pair, Mode.inference()).logSoftmax();
double total = 0;
for (int t = 0; t < right.length; t++) {
  total += logSoftmax.get(t, 0, right[t]);
}
System.out.println("by hand " + Numbers.fixed(total, 4));
System.out.println("package " + Numbers.fixed(LogProbability.of(model, ids, right), 4));
Script.end(14, """
    by hand -2.7352
    package -2.7352
    """);

Script.say("""
    Compare with the list of the beam above: the right translation is there, in
    fourth place, with the same number. Step by step or all at once, the logits are
    the same.

    This was the first use of the architecture. Cho and others (2014) did not let it
    write; another system proposed translations, and the encoder-decoder put them in
    order. That is *rescoring*:
    """);

List<List<String>> candidates = new ArrayList<>();
for (String text : List.of("Je lait.", "J'aime le lait.", "J'aime le thé.", "Lait le j'aime.")) {
  candidates.add(corpus.tokenizer().tokenize(text));
}
List<String> english = corpus.tokenizer().tokenize("I like milk.");
for (Rescoring.Scored s : Rescoring.rank(model, source, target, english, candidates, 1)) {
  System.out.println(Numbers.fixed(s.score(1), 4) + "  " + String.join(" ", s.tokens())
      + (s.unknown().isEmpty() ? "" : "   never seen: " + s.unknown()));
}
Script.end(15, """
    -0.4559  j' aime le lait .
    -1.7740  j' aime le thé .   never seen: [thé]
    -4.5870  lait le j' aime .
    -5.4102  je lait .
    """);

Script.say("""
    The model knows which of these is a sentence, and which fits. Take care with
    words it has never seen: they are scored as `<unk>`, and the number is that of a
    sentence with some unknown word in its place.

    How good is it? BLEU
    ────────────────────

    Exact match, is the sentence the reference word for word, is a hard judge: a
    good translation with another word order counts nothing. *BLEU* counts parts. An
    *n-gram* is a run of n tokens. The precision pₙ is the share of the written
    n-grams that stand in the reference, each counted at most as often as it stands
    there:

        pₙ = (matching n-grams)/(written n-grams)   BLEU = BP · (p₁ p₂ p₃ p₄)^(1/4)   BP = ⎧ 1          c > r
                                                                                           ⎩ e^(1−r/c)  c ≤ r

    Who writes only the words he is sure of has high precision. The *brevity
    penalty* BP is for that: c words were written, the references have r. All counts
    are added up over the whole corpus before anything is divided.
    """);

List<String> wrote = List.of("the cat sat on a mat".split(" "));
List<String> reference = List.of("the cat sat on the mat".split(" "));
for (int n = 1; n <= 4; n++) {
  double p = Bleu.precision(List.of(wrote), List.of(reference), n);
  System.out.println("p_" + n + " = " + Numbers.fixed(p, 4));
}
System.out.println("BLEU " + Numbers.fixed(Bleu.corpus(List.of(wrote), List.of(reference)), 4));
Script.end(16, """
    p_1 = 0.8333
    p_2 = 0.6000
    p_3 = 0.5000
    p_4 = 0.3333
    BLEU 0.5373
    """);

Script.say("""
    By head: 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 fours; the product
    is 1/12, its fourth root 0.5373, and the lengths are equal, so BP = e⁰ = 1.

    Now our model, on the 66 held-out sentences, for several widths, with α = 0.
    *Before you run this, predict:* a wider beam finds likelier sentences. Will they
    be better ones?
    """);

double[] widthsTried = {1, 2, 4, 8};
double[] meanLog = new double[4];
double[] bleu = new double[4];
for (int k = 0; k < 4; k++) {
  List<List<String>> written = new ArrayList<>();
  for (List<String> sentence : splits.valid().sourceTokens()) {
    int[] x = source.encode(sentence, steps);
    Translation t = Beam.search(model, x, steps, (int) widthsTried[k], 0).get(0);
    meanLog[k] += t.logProbability() / splits.valid().size();
    written.add(target.tokens(t.words()));
  }
  bleu[k] = Bleu.corpus(written, splits.valid().targetTokens());
  System.out.println("K = " + (int) widthsTried[k] + ": mean log P "
      + Numbers.fixed(meanLog[k], 4) + ", BLEU " + Numbers.fixed(bleu[k], 4));
}
Script.end(17, """
    K = 1: mean log P -1.6793, BLEU 0.4830
    K = 2: mean log P -1.6426, BLEU 0.4651
    K = 4: mean log P -1.6387, BLEU 0.4670
    K = 8: mean log P -1.6387, BLEU 0.4670
    """);

LinePlot plot = LinePlot.of("Wider beams, 66 held-out sentences", "width K of the beam",
    "BLEU (0 to 1); P of the sentence (0 to 1)");
double[] typical = Arrays.stream(meanLog).map(StrictMath::exp).toArray();
plot = plot.with("BLEU", widthsTried, bleu);
plot = plot.with("P, geometric mean", widthsTried, typical).withYRange(0, 0.6);
Script.show(plot.save(Path.of("images/ch08_beam.png")));
Script.end(18, """
    images/ch08_beam.png
    """);

Script.say("""
    [picture: Against the width of the beam from 1 to 8: the probability of the
    written sentences rises a little and levels off, BLEU falls a little —
    images/ch08_beam.png]

    The search does what it should: the sentences get likelier, and from K = 4 on
    nothing more is found. BLEU does not rise with it; here it even falls, by a
    difference that means little on 66 sentences. The likelier sentences are those
    that this half-trained model believes in, and need not be the right ones. A wide
    beam mends errors of the search, not of the model. So the width, too, is chosen
    on held-out sentences.

    What goes wrong
    ───────────────

    A decode loop that drops the new state

    Forget the line `state = step.state()`, and every step starts from the encoder's
    state, with no memory of what was written except the last word.
    """);

Decoder.State first = decoder.start(model.encoder().forward(one, length, Mode.inference()));
List<String> lost = new ArrayList<>();
int last = Vocabulary.BOS;
for (int t = 0; t < steps && last != Vocabulary.EOS; t++) {
  last = decoder.step(new int[] {last}, first, Mode.inference()).logits().argMax()[0];
  lost.add(target.token(last));
}
System.out.println(String.join(" ", lost));
Script.end(19, """
    je veux je veux je veux je veux je veux je veux
    """);

Script.say("""
    There is no error message, and the words are real ones. What gives it away:
    log P added up in such a loop is not that of `LogProbability` for the same
    sentence.

    Finished hypotheses dropped

    The switch in our search on the table: hypotheses that end are thrown away.
    """);

beamSearch(2, false);
Script.end(20, """
      0.5000 elle
      0.4000 on
      0.3600 on dort
      0.2000 elle dort
      0.0800 elle dort bien
      0.0360 on dort bien
    """);

Script.say("""
    The sentence `on dort <eos>` with its 0.324 was there and is gone. The search
    goes on to whatever is longest.

    BLEU by integer division

    Counts are integers, and in Java 5 / 6 is 0.
    """);

int matched = 5;
int written = 6;
System.out.println("wrong " + Numbers.fixed(matched / written, 4));
System.out.println("right " + Numbers.fixed((double) matched / written, 4));
Script.end(21, """
    wrong 0.0000
    right 0.8333
    """);

Script.say("""
    Every pₙ below 1 becomes 0, and BLEU is 0 unless every n-gram matches. It looks
    like exact match.

    BLEU of one sentence

    One sentence of fewer than four words has no 4-grams: 0/0. The corpus BLEU of
    such a "corpus" is defined as 0. For a single sentence one needs *smoothing*,
    and has to say which: `Bleu.sentence` adds 1 to both counts for n ≥ 2 (Lin and
    Och 2004).
    """);

for (String text : List.of("the", "the cat", "the cat sat on a mat", "")) {
  List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" "));
  System.out.println("corpus " + Numbers.fixed(Bleu.corpus(List.of(words), List.of(reference)), 4)
      + "  smoothed " + Numbers.fixed(Bleu.sentence(words, reference), 4) + "  \"" + text + "\"");
}
Script.end(22, """
    corpus 0.0000  smoothed 0.0067  "the"
    corpus 0.0000  smoothed 0.1353  "the cat"
    corpus 0.5373  smoothed 0.6389  "the cat sat on a mat"
    corpus 0.0000  smoothed 0.0000  ""
    """);

Script.say("""
    The two are different measures. Compare neither with the other, and do not
    average sentence scores and call the mean corpus BLEU.

    A beam of 0
    """);

Script.fails(() -> {
  Beam.search(model, ids, steps, 0, 0);
});
Script.end(23, """
    IllegalArgumentException: beam: its width must be at least 1; got 0
    """);

Script.say("""
    Shapes
    ──────

    what                          shape                          made by
    ────────────────────────────  ─────────────────────────────  ───────────────────
    source, real lengths          (N, T) ids, (N)                `Batches`
    word before, in a step        (N) ids                        the loop
    logits of a step              (N, V′)                        `decoder.step`
    state of each layer, writing  (N, H)                         `decoder.step`
    N sentences
    state of each layer, in a     (K, H)                         `Beam`
    beam for one source
    logits of a given sentence    (T′, N, V′)                    `model.forward`
    log P(Y | X)                  one number a sentence, nats,   `LogProbability.of`
                                  at most 0
    BLEU                          one number a corpus, from 0    `Bleu.corpus`
                                  to 1

    Exercises
    ─────────

    Work on them as exercises/README.md (../exercises/README.md) says:

    • exercise 8.1, greedy decoding that stops at `<eos>`: `./learn check 8.1`
    • exercise 8.2, beam search: `./learn check 8.2`
    • exercise 8.3, corpus BLEU with its brevity penalty: `./learn check 8.3`

    `./learn check 8` grades all three. And `./learn translate --beam 5 "I like
    milk."` searches with the model that you trained with `./learn train`.

    Where to read on
    ────────────────

    • Sutskever, Vinyals and Le, "Sequence to sequence learning with neural
      networks" (2014): section 3.2, decoding with a beam that sets finished
      hypotheses aside.
    • Cho and others, "Learning phrase representations using RNN encoder-decoder for
      statistical machine translation" (2014): section 3.1, scoring candidates.
    • Wu and others, "Google's neural machine translation system" (2016): equation
      14, another length normalisation. Zhang and others, *Dive into Deep Learning*,
      section 10.8, has ours.
    • Papineni and others, "BLEU: a method for automatic evaluation of machine
      translation" (2002): section 2.3. Lin and Och, "ORANGE: a method for
      evaluating automatic evaluation metrics for machine translation" (2004), and
      Chen and Cherry, "A systematic comparison of smoothing techniques for
      sentence-level BLEU" (2014): smoothing.
    • Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network"
      (2015): equation 1, the temperature.
    • Chapter 10, where the decoder may look back at every word of the source.
    • The code: `seq2seq.ch08_inference`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
