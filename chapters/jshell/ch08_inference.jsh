// ch08_inference.jsh, generated from ch08_inference.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch08_inference.jsh
// To go on from where it ends: ./learn jshell 8

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import java.math.BigInteger;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.*;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch08_inference.md");

Script.say("""
    Chapter 8: Writing sequences
    ════════════════════════════

    *The question: how does a trained model choose its words?*

    In training the decoder read the right words. In use nobody knows them, and it
    has to read its own. At the end of this chapter you will be able to let a model
    write greedily, by sampling and by beam search; to let it score sentences that
    somebody else wrote; and to measure with BLEU how good the result is. You will
    also know when each of these is the right thing, and what it costs.
    """);

List<String> english = List.of("we", "sleep", "very", "well");
List<String> french = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(english, french).highlight(ModelOverview.Part.OUTPUT).
    save(Path.of("images/ch08_model.png")));
Script.end(1, """
    images/ch08_model.png
    """);

Script.say("""
    [picture: The whole model; in colour the words out, which this chapter chooses —
    images/ch08_model.png]

    The idea
    ────────

    A model gives a probability to every sentence Y = y₁ … y_T′, for a source X. It
    is the product of the probabilities of its words, each given the words before
    it, with `<eos>` as the last one. In logarithms the product is a sum (chapter
    6):

        log P(Y | X) = Σₜ₌₁ᵀ′ log P(yₜ | y₁, …, yₜ₋₁, X)

    We would like the most probable sentence. But with V′ = 171 words there are 171⁴
    rows of only four words, which is 855 million. So we write from left to right
    and look at a few sentences only. This is called *decoding*, and the ways to
    decode differ in which sentences they look at.

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
Script.end(2, "");

Script.say("""
    Greedy decoding
    ───────────────

    *Greedy decoding* takes the likeliest word at every step, and reads it as the
    word before in the next step. The first word before is `<bos>`. At `<eos>` we
    stop, or at a limit on the steps. (Nothing forbids `<pad>`, `<bos>` or `<unk>`.
    But a word that was never the right one in training is given next to no
    probability. Whoever wants to forbid a word sets its logit to −∞ before
    choosing: then its probability is 0.) Each step takes the state that the step
    before gave (chapter 4).
    """);

int[] ids = read("I like milk.");
Decoder decoder = model.decoder();
Decoder.State state = decoder.start(
    model.encoder().forward(new int[][] {ids}, new int[] {ids.length}, Mode.inference()));
int word = Vocabulary.BOS;
double sum = 0;
for (int t = 1; t <= steps && word != Vocabulary.EOS; t++) {
  Decoder.Step step = decoder.step(new int[] {word}, state, Mode.inference());
  state = step.state();
  word = step.logits().argMax()[0];
  float p = step.logits().softmax().get(0, word);
  sum += step.logits().logSoftmax().get(0, word);
  System.out.println(Numbers.fixed(p, 4) + "  " + target.token(word));
}
System.out.println("log P(Y|X) = " + Numbers.fixed(sum, 4) + " nats");
Script.end(3, """
    0.8215  j'
    0.6612  aime
    0.5450  les
    0.2967  oiseaux
    0.9980  .
    0.9988  <eos>
    log P(Y|X) = -2.4356 nats
    """);

Script.say("""
    "I like birds", for "I like milk". The third word decides it, and there the
    model is unsure: it gave `les` little more than one half.

    What does it cost the model that it now reads its own words? Chapter 7 called
    this exposure bias. We take the held-out sentences and count how many words are
    right at their place: once while the decoder reads the right words, and once
    while it reads its own. `Greedy` writes for a whole batch at once, until every
    row has reached its `<eos>`.
    """);

PaddedBatch valid =
    Batches.of(data.splits().valid(), source, target, BatchOptions.of(66, steps)).inOrder().get(0);
Tensor scores = model.forward(valid, Mode.inference());
List<Translation> written =
    Greedy.decode(model, valid.source(), valid.sourceLengths(), steps);
int all = 0;
int reading = 0;
int alone = 0;
for (int n = 0; n < 66; n++) {
  int[] own = target.encode(target.tokens(written.get(n).words()), steps);
  for (int t = 0; t < valid.targetLengths()[n]; t++) {
    int right = valid.target()[n][t];
    all++;
    reading += scores.at(t).argMax()[n] == right ? 1 : 0;
    alone += t < own.length && own[t] == right ? 1 : 0;
  }
}
System.out.println("of " + all + " words right: " + reading + " reading the right words, " + alone
    + " reading its own");
Script.end(4, """
    of 379 words right: 325 reading the right words, 291 reading its own
    """);

Script.say("""
    It gets 34 fewer right when it is on its own. (Not all of that is confusion by
    its own mistakes: a translation that says the same with one word more is also
    counted wrong from there on.)

    Sampling
    ────────

    Greedy decoding says the same each time. Instead we can draw each word at
    random, as often as the model finds it likely. That is *sampling*. The
    *temperature* τ divides the logits before the softmax. For word number k with
    the logit oₖ:

        P_τ(k) = (e^(oₖ/τ))/(Σⱼ e^(oⱼ/τ))

    *Before you run this, predict:* two words with probabilities 0.8 and 0.2. What
    becomes of them at τ = 0.5, where every logit counts double? And how do drawn
    sentences change? (We use the logarithms of the two probabilities as logits.
    Softmax turns them back into 0.8 and 0.2, since e^(log0.8) = 0.8 and the two
    already add up to 1.)
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
Script.end(5, """
    0.1: 1.0000  0.0000   -2.4356  j' aime les oiseaux .
    0.5: 0.9412  0.0588   -3.0281  j' aime les œufs .
    1.0: 0.8000  0.2000   -6.3128  j' aime la viande .
    3.0: 0.6135  0.3865   -64.2272  filles enfant femme filles chante . ␣? aujourd'hui
    """);

Script.say("""
    At τ = 0.5 the probabilities are squared and made to add up to 1 again:
    0.64 / 0.68 = 0.9412. Towards 0 only the likeliest word is left, as in greedy
    decoding. A large τ brings all words closer together, and what it writes is
    hardly a sentence. (`␣?` is one token, a question mark with the space that
    French has before it. The number before each sentence is log P(Y | X) by the
    model itself, τ = 1. The 8 after `length` is the limit on the steps, and the
    last row ran into it.) Here are three words at three temperatures:
    """);

float[] three = Tensor.of(0.5f, 0.4f, 0.1f).log().toArray();
Script.show(TemperatureBars.of(new String[] {"elle", "on", "il"}, three, 0.5, 1, 3).
    save(Path.of("images/ch08_temperature.png")));
Script.end(6, """
    images/ch08_temperature.png
    """);

Script.say("""
    [picture: Bars for elle, on and il at three temperatures: at 0.5 the first two
    lead clearly, at 1 they have 0.5, 0.4 and 0.1, at 3 they have come closer, 0.40,
    0.37 and 0.23 — images/ch08_temperature.png]

    Beam search
    ───────────

    The likeliest first word need not begin the likeliest sentence. Here is a model
    small enough to check by head, with what may follow each beginning. (What
    follows `il` and `elle rêve` will play no part.)

    after                   comes
    ──────────────────────  ────────────────────────────────────────────────
    nothing                 `elle` 0.5, `on` 0.4, `il` 0.1
    `elle`                  `dort` 0.4, `rêve` 0.35, `<eos>` 0.25
    `on`                    `dort` 0.9, `<eos>` 0.1
    `elle dort`; `on dort`  `<eos>` 0.6, `bien` 0.4; `<eos>` 0.9, `bien` 0.1

    Greedy takes `elle` (0.5), `dort` (0.4) and `<eos>` (0.6): together 0.12. But
    `on dort <eos>` has 0.4 · 0.9 · 0.9 = 0.324. Greedy never saw it, because it had
    dropped `on` at the first step.

    *Beam search* keeps not one beginning but the K likeliest. Such a beginning is
    called a *hypothesis*; together they are the beam, and K is the *beam width*.
    One step:

    1. Continue each hypothesis in the beam with every word.
    2. Of all these, keep the K likeliest.
    3. Those among them that end in `<eos>` are finished. They leave the beam and
       are kept aside.

    With K = 1 this *is* greedy decoding. Take a pencil and do it with K = 2 before
    you look: which two hypotheses are in the beam after the first step, and after
    the second?
    """);

Script.show(BeamTrace.ofTable(2,
    ": elle 0.5, on 0.4, il 0.1",
    "elle: dort 0.4, rêve 0.35, <eos> 0.25",
    "on: dort 0.9, <eos> 0.1",
    "elle dort: <eos> 0.6, bien 0.4",
    "on dort: <eos> 0.9, bien 0.1").save(Path.of("images/ch08_beam.png")));
Script.end(7, """
    images/ch08_beam.png
    """);

Script.say("""
    [picture: A tree: elle, on and il in the first column, of which il is pale; then
    on dort with 0.36 and elle dort with 0.2 are kept; the best finished one, on
    dort eos with 0.324, is picked out — images/ch08_beam.png]

    After the first step the beam holds `elle` and `on`, after the second `on dort`
    (0.36) and `elle dort` (0.2), and `on dort <eos>` is found.

    When does it stop?

    Every further word multiplies by a number of at most 1, so a hypothesis can only
    become less likely. As soon as K sentences are finished and the best hypothesis
    in the beam is less likely than the last of those K, nothing in it can come
    among them any more, and the search is over. It also ends when the beam is
    empty, as in the picture, or at the limit on the steps. (Here sentences are
    compared by their probability. "Long and short sentences", below, compares them
    by another score, and changes this rule with it.)

    What does it cost?

    A step of the decoder for K hypotheses is one call with a batch of K rows, and
    it yields K · V′ continuations to compare. So a step costs at most K times as
    much as a step of greedy decoding. (There may be more steps, since the search
    goes on after the first sentence is finished.) To look at every sentence costs
    something else:
    """);

for (int k : new int[] {1, 5}) {
  System.out.println("K = " + k + ", " + steps + " steps: " + k * steps
      + " rows through the decoder, " + k * steps * target.size() + " continuations");
}
int digits = BigInteger.valueOf(target.size()).pow(steps).toString().length();
System.out.println("every row of " + steps + " words: a number of " + digits + " digits");
Script.end(8, """
    K = 1, 12 steps: 12 rows through the decoder, 2052 continuations
    K = 5, 12 steps: 60 rows through the decoder, 10260 continuations
    every row of 12 words: a number of 27 digits
    """);

Script.say("""
    `Beam` does this on a model, for many sources at once. The hypotheses of all of
    them are the rows of one batch. If two of the new hypotheses continue the same
    old one, each gets a copy of its state. The last argument, and the number in
    brackets, come next.
    """);

for (Translation t : Beam.search(model, ids, steps, 5, 0)) {
  System.out.println(show(t) + "   (per token " + Numbers.fixed(t.score(1), 4) + ")");
}
Script.end(9, """
    -1.7738  j' aime le lait .   (per token -0.2956)
    -2.4356  j' aime les oiseaux .   (per token -0.4059)
    -3.0281  j' aime les œufs .   (per token -0.5047)
    -3.3802  j' aime les chiens .   (per token -0.5634)
    -3.8178  j' aime les chevaux .   (per token -0.6363)
    """);

Script.say("""
    The greedy answer has come second, and the right translation is first. Its third
    word, `le`, is less likely than `les`, but what follows then is more certain.
    Greedy could not know that.

    Is the best sentence found? If the beam is so wide that nothing is ever dropped,
    it must be. A test of this chapter scores *every* sentence of tiny models and
    compares: the wide beam finds the best one each time, narrow ones need not.

    Long and short sentences
    ────────────────────────

    Every word multiplies by a number below 1, so comparing finished sentences by
    log P favours short ones. The usual remedy divides by a power of the length,
    where |Y| counts the words and `<eos>`:

        score(Y) = (log P(Y | X))/|Y|^γ

    With γ = 0 the score is log P itself, with γ = 1 the mean per token. (Papers
    write α for the exponent; in this course α will be the weights of attention.)
    The five sentences above all have six tokens with `<eos>`, so here γ would not
    change their order. Which γ is better is tried on held-out sentences. Within the
    beam all hypotheses are equally long, so there log P is fair.

    With γ > 0 a hypothesis that is behind may still overtake: its log P can only
    fall, but it will be divided by more, and a negative number that is divided by
    more comes nearer to 0. So `Beam` stops only when even the best case does not
    help. The best case: the best hypothesis goes on to the limit on the steps, and
    each of its further words is certain, so its log P falls no more and is divided
    by as much as can be. Then its score is its present log P, divided by that limit
    to the power γ. If this is not above the last of the K finished, the search is
    over. With γ = 0 it is the rule from before.

    The probability of a given sentence
    ───────────────────────────────────

    For log P(Y | X) of a sentence that we already have, the decoder reads it, as in
    training, and the log-probabilities of its words are added up: minus the sum of
    chapter 6's losses.
    """);

int[] right = target.encode(data.corpus().tokenizer().tokenize("J'aime le lait."), steps);
System.out.println("log P " + Numbers.fixed(LogProbability.of(model, ids, right), 4));
Script.end(10, """
    log P -1.7738
    """);

Script.say("""
    That is the number beside the same sentence in the beam's list: step by step or
    all at once, the logits are the same.

    This was the first use of the architecture. Cho and others (2014) did not let it
    write. Another system proposed translations, and the encoder-decoder put them in
    order. That is *rescoring*:
    """);

List<List<String>> candidates = new ArrayList<>();
for (String text : List.of("Je lait.", "J'aime le lait.", "J'aime le thé.", "Lait le j'aime.")) {
  candidates.add(data.corpus().tokenizer().tokenize(text));
}
List<String> sentence = data.corpus().tokenizer().tokenize("I like milk.");
for (Rescoring.Scored s : Rescoring.rank(model, source, target, sentence, candidates, 1)) {
  System.out.println(Numbers.fixed(s.score(1), 4) + "  " + String.join(" ", s.tokens())
      + (s.unknown().isEmpty() ? "" : "   never seen: " + s.unknown()));
}
Script.end(11, """
    -0.2956  j' aime le lait .
    -1.9636  j' aime le thé .   never seen: [thé]
    -3.9122  je lait .
    -5.8331  lait le j' aime .
    """);

Script.say("""
    The scores are means per token, γ = 1. Take care with words that the model has
    never seen: they are scored as `<unk>`, as *some* unknown word in their place.

    How good is it? BLEU
    ────────────────────

    We could count the sentences that are exactly right, but a good translation with
    another word order would count nothing. *BLEU* counts parts. An *n-gram* is a
    run of n tokens. The precision pₙ is the share of the written n-grams that occur
    in the reference, the right translation; each counts at most as often as it
    occurs there. Single words, p₁, say whether the right words were found, longer
    runs whether their order is right. The four are multiplied, so that none of them
    can be neglected, and the fourth root brings the product back to the scale of a
    single precision: four precisions of 0.5 give 0.5. (Why runs of up to four?
    Longer runs seldom occur in two translations even of two good translators; with
    four, Papineni and others found the best agreement with people's judgement.)

        pₙ = (matching n-grams)/(written n-grams)   BLEU = BP · (p₁ p₂ p₃ p₄)^(1/4)

        BP = ⎧ 1                        if written > reference
             ⎩ e^(1−reference/written)  otherwise

    In BP, *written* and *reference* are the numbers of words written and of words
    in the references. It is the *brevity penalty*: a model that wrote only the
    words it was sure of would have a high precision, and BP prevents that it scores
    well. All counts are added up over the whole corpus before anything is divided.
    BLEU lies between 0 and 1; papers often print it times 100.
    """);

List<String> wrote = List.of("the cat sat on a mat".split(" "));
List<String> reference = List.of("the cat sat on the mat".split(" "));
System.out.println("BLEU " + Numbers.fixed(Bleu.corpus(List.of(wrote), List.of(reference)), 4));
Script.end(12, """
    BLEU 0.5373
    """);

Script.say("""
    By head: 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 fours. Their product
    is 1/12, its fourth root 0.5373, and BP = e⁰ = 1. Now our model, on the 66
    held-out sentences, all in one beam search for each width. *Before you run this,
    predict:* a wider beam finds likelier sentences. Will they be better ones?
    """);

for (int k : new int[] {1, 2, 4, 8}) {
  List<List<String>> found = new ArrayList<>();
  double mean = 0;
  for (Translation t : Beam.decode(
      model, valid.source(), valid.sourceLengths(), steps, k, 0)) {
    mean += t.logProbability() / valid.size();
    found.add(target.tokens(t.words()));
  }
  double bleu = Bleu.corpus(found, data.splits().valid().targetTokens());
  System.out.println("K = " + k + ": mean log P " + Numbers.fixed(mean, 4)
      + ", BLEU " + Numbers.fixed(bleu, 4));
}
Script.end(13, """
    K = 1: mean log P -1.7268, BLEU 0.5124
    K = 2: mean log P -1.5817, BLEU 0.6038
    K = 4: mean log P -1.5535, BLEU 0.6199
    K = 8: mean log P -1.5535, BLEU 0.6199
    """);

Script.say("""
    The sentences get likelier, and from K = 4 on nothing more is found. Here BLEU
    rises with them: greedy had lost good sentences on the way, as it lost the milk.
    That need not be so. A wide beam corrects errors of the search, not of the
    model, and where the model prefers a bad sentence a wider beam finds it more
    surely. Koehn and Knowles (2017) saw translations get worse with very wide
    beams. So the width, too, is chosen on held-out sentences.

    Is 0.62 good? BLEU has no marks of its own; it is made to compare two
    translators on the same sentences. It sees nothing but equal tokens: a right
    synonym is a miss, and a forgotten *not* costs no more than a wrong article. So
    of a single sentence it says little. Over a whole corpus such accidents even
    out, and Papineni and others (2002) found that it put systems in the same order
    as people did. Numbers from other corpora, with other tokens or with several
    references a sentence, cannot be compared: on real news 0.3 can be a good
    translator, while our sentences are short and come from a small grammar.

    Which way to write?
    ───────────────────

    you want                   use                        because
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    to see quickly whether     greedy                     one row a step, no
    training works                                        settings
    one good answer, as in     a small beam, with γ       greedy cannot take a first
    translation                chosen on held-out         word back
                               sentences
    variety, as in dialogue    sampling, with a           the likeliest sentence is
    or stories                 temperature below 1 if it  the same each time
                               wanders
    to compare sentences that  rescoring                  nothing needs to be
    you have                                              written

    Reading backwards
    ─────────────────

    Sutskever, Vinyals and Le (2014, section 3.3) turned every *source* round before
    reading it. Their perplexity fell from 5.8 to 4.7, and BLEU rose from 25.9 to
    30.6. Their explanation: turned round, the first words of the source come close
    to the first words of the target. `ReversedSource` trains a small model both
    ways, with the context as the decoder's first state only, as in their model: so
    all that the decoder learns of the source has to come that way. Here are the
    held-out losses after eight epochs on our short phrases, for three seeds:
    """);

for (int seed = 1; seed <= 3; seed++) {
  double asWritten = ReversedSource.heldOutLoss(data.corpus(), 8, seed);
  double reversed = ReversedSource.heldOutLoss(ReversedSource.of(data.corpus()), 8, seed);
  System.out.println("seed " + seed + ": as written " + Numbers.fixed(asWritten, 4)
      + ", source reversed " + Numbers.fixed(reversed, 4));
}
Script.end(14, """
    seed 1: as written 0.8703, source reversed 0.7448
    seed 2: as written 0.7029, source reversed 0.6068
    seed 3: as written 0.8071, source reversed 0.7988
    """);

Script.say("""
    It helps here too, though from seed to seed by very different amounts, and three
    runs are few. Attention (chapter 10) makes the trick superfluous.

    What goes wrong
    ───────────────

    *A decode loop that drops the new state.* Forget the line `state =
    step.state()`, and every step starts from the encoder's state, with no memory of
    what was written except the last word.
    """);

Decoder.State first = decoder.start(model.encoder().forward(one, length, Mode.inference()));
List<String> lost = new ArrayList<>();
int last = Vocabulary.BOS;
for (int t = 1; t <= steps && last != Vocabulary.EOS; t++) {
  last = decoder.step(new int[] {last}, first, Mode.inference()).logits().argMax()[0];
  lost.add(target.token(last));
}
System.out.println(String.join(" ", lost));
Script.end(15, """
    j' aime le garçon quelles aime le garçon quelles aime le garçon
    """);

Script.say("""
    What gives it away: log P added up in such a loop is not that of
    `LogProbability` for the same sentence. The fix is to hand the new state on.

    *Finished hypotheses dropped.* Throw away what ends, and `on dort <eos>` with
    its 0.324 was there and is gone: all that is left at the end are hypotheses that
    never wrote `<eos>`. The fix is a list for what has finished, beside the beam.

    *BLEU by integer division.* In Java `5 / 6` is 0. Every pₙ below 1 becomes 0,
    and BLEU is 0 for everything that is not perfect. The fix is to divide doubles.

    *BLEU of one sentence.* A sentence of fewer than four words has no 4-grams: 0/0.
    The corpus BLEU of such a "corpus" is defined as 0. For a single sentence one
    needs *smoothing*, and has to say which: `Bleu.sentence` adds 1 to both counts
    for n ≥ 2 (Lin and Och 2004). The two are different measures, so never compare
    one with the other.
    """);

for (String text : List.of("the", "the cat", "the cat sat on a mat", "")) {
  List<String> tokens = text.isEmpty() ? List.of() : List.of(text.split(" "));
  System.out.println("corpus " + Numbers.fixed(Bleu.corpus(List.of(tokens), List.of(reference)), 4)
      + "  smoothed " + Numbers.fixed(Bleu.sentence(tokens, reference), 4) + "  \"" + text + "\"");
}
Script.end(16, """
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

    In five lines
    ─────────────

    • In use the decoder reads its own words: start with `<bos>`, hand the state on,
      stop at `<eos>`.
    • Greedy takes the likeliest word, sampling draws one (sharper or flatter by the
      temperature), a beam keeps K beginnings.
    • A beam stops when nothing in it can overtake what has finished; a step costs
      at most K times as much as in greedy decoding.
    • log P favours short sentences; divide by a power of the length, chosen on
      held-out sentences.
    • Likelier is not always better. BLEU counts n-grams that occur in the
      reference, over a whole corpus, with a penalty for writing too little.

    What if?
    ────────

    1. What if the task is to write a string of letters backwards, and the source is
       reversed? Does the trick help there?
    2. What if the temperature is 0? What should a program answer, and which way of
       decoding is meant?
    3. What if a model writes "the the the the the the" for the reference of this
       page? How much is p₁, and what would it be if each n-gram counted as often as
       it was written?

    Answers (../solutions/answers.md#chapter-8)

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

    • Beams: Sutskever, Vinyals and Le, Sequence to sequence learning with neural
      networks (https://arxiv.org/abs/1409.3215) (2014), section 3.2; Wu and others,
      Google's neural machine translation system (https://arxiv.org/abs/1609.08144)
      (2016), equation 14, another length normalisation; *Dive into Deep Learning*,
      beam search (https://d2l.ai/chapter_recurrent-modern/beam-search.html). Why
      wider is not better: Koehn and Knowles, Six challenges for neural machine
      translation (https://arxiv.org/abs/1706.03872) (2017), section 3.6.
    • Rescoring: Cho and others, Learning phrase representations using RNN
      encoder-decoder (https://arxiv.org/abs/1406.1078) (2014), section 3.1.
    • BLEU: Papineni and others, BLEU (https://aclanthology.org/P02-1040/) (2002),
      section 2.3. Smoothing: Lin and Och, ORANGE
      (https://aclanthology.org/C04-1072/) (2004); Chen and Cherry, A systematic
      comparison (https://aclanthology.org/W14-3346/) (2014).
    • The temperature: Hinton, Vinyals and Dean, Distilling the knowledge in a
      neural network (https://arxiv.org/abs/1503.02531) (2015), equation 1.
    • The code: `Beam` (main/java/seq2seq/ch08_inference/Beam.java), `Greedy`
      (main/java/seq2seq/ch08_inference/Greedy.java), `Sampling`
      (main/java/seq2seq/ch08_inference/Sampling.java) and `Bleu`
      (main/java/seq2seq/ch08_inference/Bleu.java).

    ────────────────────────────────────────

    Chapter 7, training (ch07_training.md) · Contents (README.md) · next: Chapter 9,
    the RNN family (ch09_architectures.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
