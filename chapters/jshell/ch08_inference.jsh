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
    write greedily, by sampling and by beam search, to let it score sentences that
    somebody else wrote, and to measure with BLEU how good the result is.

    The idea
    ────────

    A model gives a probability to every sentence Y = y₁ … y_T′, for a source X. It
    is the product of the probabilities of its words, each given the words before
    it, with `<eos>` as the last one. In logarithms, the product is a sum:

        log P(Y | X) = Σₜ₌₁ᵀ′ log P(yₜ | y₁, …, yₜ₋₁, X)

    We would like the most probable sentence. But with V′ = 171 words there are 835
    million sentences of only four. So we *decode*: we write from left to right and
    look at a few sentences only. The ways to decode differ in which ones.

    A model to write with
    ─────────────────────

    The same data, sizes and seed as in chapter 7, for 12 epochs. The model makes
    mistakes, which is what we want to see. `read` makes ids (T) of English text,
    `show` a line of a translation.
    """);

ShortPhrases data = ShortPhrases.load();
Vocabulary source = data.source();
Vocabulary target = data.target();
ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    24, 48, 1, 0.0);
Training run = new Training(
    sizes, data.train(), new Adam(0.01), 0.5, Generator.seeded(7), Observer.NONE);
run.run(12);
Seq2Seq model = run.model();
int steps = 12;
int[] read(String text) {
  return source.encode(data.corpus().tokenizer().tokenize(text), steps);
}
String show(Translation t) {
  return Numbers.fixed(t.logProbability(), 4) + "  " + String.join(" ", target.tokens(t.words()));
}
Script.end(1, "");

Script.say("""
    Greedy decoding
    ───────────────

    *Greedy decoding*: at every step take the likeliest word, and read it as the
    word before in the next step. The first word before is `<bos>`; at `<eos>` we
    stop, or at a limit on the steps. Each step takes the state that the step before
    gave (chapter 4).
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
Script.end(2, """
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
    model is unsure. `Greedy` does the same for a whole batch, until every row has
    reached its `<eos>`.

    Sampling
    ────────

    Greedy decoding says the same each time. Instead we can draw each word, as often
    as the model finds it likely: *sampling*. The *temperature* τ divides the logits
    o before the softmax:

        P_τ(w) = (e^(o_w/τ))/(Σᵥ e^(oᵥ/τ))

    *Before you run this, predict:* two words with probabilities 0.8 and 0.2. What
    becomes of them at τ = 0.5, where every logit counts double? And how do drawn
    sentences change?
    """);

int[][] one = {ids};
int[] length = {ids.length};
float[] logits = Tensor.of(0.8f, 0.2f).log().toArray();
for (double tau : new double[] {0.1, 0.5, 1, 3}) {
  double[] p = Sampling.probabilities(logits, tau);
  Translation drawn = Sampling.decode(model, one, length, 8, tau, Generator.seeded(8)).get(0);
  System.out.println(tau + ": " + Numbers.fixed(p[0], 4) + "  " + Numbers.fixed(p[1], 4)
      + "   " + show(drawn));
}
Script.end(3, """
    0.1: 1.0000  0.0000   -2.2749  je veux du café .
    0.5: 0.9412  0.0588   -2.7352  j' aime le lait .
    1.0: 0.8000  0.2000   -4.3699  j' aime le pain .
    3.0: 0.6135  0.3865   -69.7253  vieilles sœur vu partis sont . ? malade
    """);

Script.say("""
    At τ = 0.5 the probabilities are squared and made to add up to 1 again:
    0.64 / 0.68 = 0.9412. Towards 0 only the likeliest word is left, as in greedy
    decoding; a large τ makes all words alike, and hardly writes a sentence. (The
    numbers behind are log P(Y | X) by the model itself, τ = 1.)

    Beam search
    ───────────

    The likeliest first word need not begin the likeliest sentence. A model small
    enough to check by head, with what may follow each beginning:

    after                   comes
    ──────────────────────  ────────────────────────────────────────────────
    nothing                 `elle` 0.5, `on` 0.4, `il` 0.1
    `elle`                  `dort` 0.4, `rêve` 0.35, `<eos>` 0.25
    `on`                    `dort` 0.9, `<eos>` 0.1
    `elle dort`; `on dort`  `<eos>` 0.6, `bien` 0.4; `<eos>` 0.9, `bien` 0.1

    Greedy takes `elle` (0.5), `dort` (0.4) and `<eos>` (0.6): together 0.12. But
    `on dort <eos>` has 0.4 · 0.9 · 0.9 = 0.324. *Beam search* keeps not one
    beginning but the K likeliest, the *hypotheses*; K is the *width* of the beam.
    One step:

    1. Continue each hypothesis in the beam with every word.
    2. Of all these, keep the K likeliest.
    3. Those among them that end in `<eos>` are *finished*: they leave the beam and
       are kept aside.

    When the beam is empty, or nothing in it can still win, the best finished
    hypothesis is the result. With K = 1 this *is* greedy decoding. With K = 2 the
    beam holds `elle` and `on` after the first step, `on dort` (0.36) and `elle
    dort` (0.2) after the second, and `on dort <eos>` is found. Try it with a
    pencil; exercise 8.2 is this search.

    `Beam` does this on a model, for many sources at once. The hypotheses of all of
    them are the rows of one batch, so a step is one call of the decoder; the state
    of each moves to the row where it goes on. The last argument and the number in
    brackets come next.
    """);

for (Translation t : Beam.search(model, ids, steps, 5, 0)) {
  System.out.println(show(t) + "   (per token " + Numbers.fixed(t.score(1), 4) + ")");
}
Script.end(4, """
    -2.0223  je t' aime .   (per token -0.4045)
    -2.2749  je veux du café .   (per token -0.3792)
    -2.7225  j' aime le café .   (per token -0.4538)
    -2.7352  j' aime le lait .   (per token -0.4559)
    -2.8463  je veux du lait .   (per token -0.4744)
    """);

Script.say("""
    The greedy answer has come second. `je t' aime .`, "I love you", is likelier:
    its second word is less likely than `veux`, but what follows then is more
    certain.

    Long and short sentences
    ────────────────────────

    Every word multiplies by a number below 1, so comparing finished sentences by
    log P favours short ones. The usual remedy divides by a power of the length,
    where |Y| counts the words and `<eos>`:

        score(Y) = (log P(Y | X))/|Y|^α

    With α = 0 the score is log P itself, with α = 1 the mean per token: then `je
    veux du café .`, six tokens with the end, comes before the five of `je t' aime
    .`. Which α is better is tried on held-out sentences. Within the beam all
    hypotheses are equally long, so there log P is fair.

    Is the best sentence found? If the beam is so wide that nothing is ever dropped,
    it must be. A test of this chapter scores *every* sentence of tiny models and
    compares: the wide beam finds the best one each time, narrow ones need not.

    The probability of a given sentence
    ───────────────────────────────────

    For log P(Y | X) of a sentence that we already have, the decoder reads it, as in
    training, and the log-probabilities of its words are added up: minus the sum of
    chapter 6's losses.
    """);

int[] right = target.encode(data.corpus().tokenizer().tokenize("J'aime le lait."), steps);
System.out.println("log P " + Numbers.fixed(LogProbability.of(model, ids, right), 4));
Script.end(5, """
    log P -2.7352
    """);

Script.say("""
    The right translation was in the beam's list, in fourth place, with the same
    number: step by step or all at once, the logits are the same. This was the first
    use of the architecture. Cho and others (2014) did not let it write; another
    system proposed translations, and the encoder-decoder put them in order. That is
    *rescoring*:
    """);

List<List<String>> candidates = new ArrayList<>();
for (String text : List.of("Je lait.", "J'aime le lait.", "J'aime le thé.", "Lait le j'aime.")) {
  candidates.add(data.corpus().tokenizer().tokenize(text));
}
List<String> english = data.corpus().tokenizer().tokenize("I like milk.");
for (Rescoring.Scored s : Rescoring.rank(model, source, target, english, candidates, 1)) {
  System.out.println(Numbers.fixed(s.score(1), 4) + "  " + String.join(" ", s.tokens())
      + (s.unknown().isEmpty() ? "" : "   never seen: " + s.unknown()));
}
Script.end(6, """
    -0.4559  j' aime le lait .
    -1.7740  j' aime le thé .   never seen: [thé]
    -4.5870  lait le j' aime .
    -5.4102  je lait .
    """);

Script.say("""
    Take care with words that it has never seen: they are scored as `<unk>`, some
    unknown word in their place.

    How good is it? BLEU
    ────────────────────

    Exact match is a hard judge: a good translation with another word order counts
    nothing. *BLEU* counts parts. An *n-gram* is a run of n tokens. The precision pₙ
    is the share of the written n-grams that stand in the reference, each counted at
    most as often as it stands there:

        pₙ = (matching n-grams)/(written n-grams)   BLEU = BP · (p₁ p₂ p₃ p₄)^(1/4)   BP = ⎧ 1          c > r
                                                                                           ⎩ e^(1−r/c)  c ≤ r

    Who writes only the words he is sure of has high precision, hence the *brevity
    penalty* BP: c words were written, the references have r. All counts are added
    up over the whole corpus before anything is divided.
    """);

List<String> wrote = List.of("the cat sat on a mat".split(" "));
List<String> reference = List.of("the cat sat on the mat".split(" "));
System.out.println("BLEU " + Numbers.fixed(Bleu.corpus(List.of(wrote), List.of(reference)), 4));
Script.end(7, """
    BLEU 0.5373
    """);

Script.say("""
    By head: 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 fours; the fourth
    root of the product 1/12 is 0.5373, and BP = e⁰ = 1. Now our model, on the 66
    held-out sentences, all in one beam search for each width. *Before you run this,
    predict:* a wider beam finds likelier sentences. Will they be better ones?
    """);

PaddedBatch valid =
    Batches.of(data.splits().valid(), source, target, BatchOptions.of(66, steps)).inOrder().get(0);
double[] widths = {1, 2, 4, 8};
double[] bleu = new double[4];
double[] typical = new double[4];
for (int k = 0; k < 4; k++) {
  List<List<String>> written = new ArrayList<>();
  double mean = 0;
  for (Translation t : Beam.decode(
      model, valid.source(), valid.sourceLengths(), steps, (int) widths[k], 0)) {
    mean += t.logProbability() / valid.size();
    written.add(target.tokens(t.words()));
  }
  typical[k] = StrictMath.exp(mean);
  bleu[k] = Bleu.corpus(written, data.splits().valid().targetTokens());
  System.out.println("K = " + (int) widths[k] + ": mean log P " + Numbers.fixed(mean, 4)
      + ", BLEU " + Numbers.fixed(bleu[k], 4));
}
Script.end(8, """
    K = 1: mean log P -1.6793, BLEU 0.4830
    K = 2: mean log P -1.6426, BLEU 0.4651
    K = 4: mean log P -1.6387, BLEU 0.4670
    K = 8: mean log P -1.6387, BLEU 0.4670
    """);

LinePlot plot = LinePlot.of("Wider beams, 66 held-out sentences", "width K of the beam",
    "BLEU (0 to 1); P of the sentence (0 to 1)");
plot = plot.with("BLEU", widths, bleu).with("P, geometric mean", widths, typical);
Script.show(plot.withYRange(0, 0.6).save(Path.of("images/ch08_beam.png")));
Script.end(9, """
    images/ch08_beam.png
    """);

Script.say("""
    [picture: Against the width of the beam from 1 to 8: the probability of the
    written sentences rises a little and levels off, BLEU falls a little —
    images/ch08_beam.png]

    The sentences get likelier, and from K = 4 on nothing more is found. BLEU does
    not rise with it; here it even falls, by little. A wide beam mends errors of the
    search, not of the model: the width, too, is chosen on held-out sentences.

    Reading backwards
    ─────────────────

    Sutskever, Vinyals and Le (2014) turned every *source* round, and their model
    got better: the first words of the source then stand close to the first words of
    the target. `ReversedSource` trains a small model both ways. Held-out loss after
    6 epochs, nats per word, three seeds (a minute; the long test run checks it):

    task                          as written           source reversed
    ────────────────────────────  ───────────────────  ───────────────────
    copy a string                 0.262, 0.199, 0.256  0.193, 0.185, 0.214
    write it backwards            0.171, 0.171, 0.196  0.230, 0.220, 0.230
    `phrases`, English to French  0.392, 0.623, 0.478  0.404, 0.504, 0.409

    It helps to copy, and to translate in two runs of three; a string to be written
    backwards stood right already. Attention (chapter 10) makes the trick
    superfluous.

    What goes wrong
    ───────────────

    *A decode loop that drops the new state.* Forget the line `state =
    step.state()`, and every step starts from the encoder's state, with no memory of
    what was written except the last word.
    """);

Decoder.State first = decoder.start(model.encoder().forward(one, length, Mode.inference()));
List<String> lost = new ArrayList<>();
int last = Vocabulary.BOS;
for (int t = 0; t < steps && last != Vocabulary.EOS; t++) {
  last = decoder.step(new int[] {last}, first, Mode.inference()).logits().argMax()[0];
  lost.add(target.token(last));
}
System.out.println(String.join(" ", lost));
Script.end(10, """
    je veux je veux je veux je veux je veux je veux
    """);

Script.say("""
    What gives it away: log P added up in such a loop is not that of
    `LogProbability` for the same sentence.

    *Finished hypotheses dropped.* Throw away what ends, and `on dort <eos>` with
    its 0.324 was there and is gone: the search goes on to whatever is longest.

    *BLEU by integer division.* In Java `5 / 6` is 0. Every pₙ below 1 becomes 0,
    and BLEU looks like exact match.

    *BLEU of one sentence.* Fewer than four words have no 4-grams: 0/0. The corpus
    BLEU of such a "corpus" is defined as 0. For a single sentence one needs
    *smoothing*, and has to say which: `Bleu.sentence` adds 1 to both counts for
    n ≥ 2 (Lin and Och 2004). The two are different measures; compare neither with
    the other.
    """);

for (String text : List.of("the", "the cat", "the cat sat on a mat", "")) {
  List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" "));
  System.out.println("corpus " + Numbers.fixed(Bleu.corpus(List.of(words), List.of(reference)), 4)
      + "  smoothed " + Numbers.fixed(Bleu.sentence(words, reference), 4) + "  \"" + text + "\"");
}
Script.end(11, """
    corpus 0.0000  smoothed 0.0067  "the"
    corpus 0.0000  smoothed 0.1353  "the cat"
    corpus 0.5373  smoothed 0.6389  "the cat sat on a mat"
    corpus 0.0000  smoothed 0.0000  ""
    """);

Script.say("""
    Shapes
    ──────

    what                          shape                          made by
    ────────────────────────────  ─────────────────────────────  ───────────────────
    source, real lengths          (N, T) ids, (N)                `Batches`
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

    • exercise 8.1, greedy decoding that stops at `<eos>`: `./learn check 8.1` (how
      to (../exercises/README.md))
    • exercise 8.2, beam search: `./learn check 8.2`
    • exercise 8.3, corpus BLEU with its brevity penalty: `./learn check 8.3`

    And `./learn translate --beam 5 "I like milk."` searches with the model of
    `./learn train`.

    Where to read on
    ────────────────

    • Sutskever, Vinyals and Le (2014), section 3.2: decoding with a beam. Cho and
      others (2014), section 3.1: scoring candidates. Wu and others (2016), equation
      14: another length normalisation.
    • Papineni and others, "BLEU" (2002), section 2.3. Lin and Och, "ORANGE" (2004),
      and Chen and Cherry (2014): smoothing.
    • Hinton, Vinyals and Dean (2015), equation 1: the temperature. Chapter 10: a
      decoder that looks back at every word.
    • The code: `seq2seq.ch08_inference`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
