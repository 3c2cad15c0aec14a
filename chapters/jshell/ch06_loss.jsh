// ch06_loss.jsh, generated from ch06_loss.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch06_loss.jsh
// To go on from where it ends: ./learn jshell 6

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.*;
import seq2seq.plot.BarPlot;
import seq2seq.plot.Heatmap;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch06_loss.md");

Script.say("""
    Chapter 6: The masked loss
    ══════════════════════════

    *The question: how wrong is the model, as one number, counted over real words
    only?*

    The decoder of chapter 4 ends with logits: for every place in every sentence,
    one number for each word of the vocabulary. At the end of this chapter you will
    be able to turn them into a single number that falls when the model gets better,
    without overflow and without counting padding, and to recognise by their values
    the four ways in which people usually get it wrong.

    The idea
    ────────

    A model that writes a word has to choose, and it is fairer to ask how it would
    have chosen than what it chose. So we turn its logits into probabilities and
    look at one of them only: the one that it gave to the *right* word. If that is
    1, its loss is 0; the smaller it is, the larger the loss. Then we average over
    the places of the batch, leaving out padding, where the "right word" is a
    filler.

    The formula
    ───────────

    For the logits o ∈ ℝⱽ′ of one place, whose right word has the id y:

        pₖ = softmax(o)ₖ = e^oₖ/(Σⱼ e^oⱼ)     ℓ = −log p_y

    and for a batch, with the mask m of chapter 5:

        loss = (Σₜ,ₙ mₜ,ₙ ℓₜ,ₙ)/(Σₜ,ₙ mₜ,ₙ)

    We say "word" for what chapter 1 calls a token; the end token is one of them.
    The logits o are (T′, N, V′), the right words y ids of (N, T′), the losses ℓ and
    the mask m (T′, N), the loss of the batch is ().

    From logits to a loss, one place
    ────────────────────────────────

    We take a vocabulary of three words, V′ = 3, and logits of 2, 0 and 1. Raising e
    to each makes them positive; dividing by the sum makes them add up to 1. That is
    the *softmax*.
    """);

Tensor logits = Tensor.of(2, 0, 1);
Tensor powers = logits.exp();
System.out.println("probabilities  " + powers.dividedBy(powers.sum()));
System.out.println("softmax        " + logits.softmax());
Script.end(1, """
    probabilities  (3) [0.6652 0.0900 0.2447]
    softmax        (3) [0.6652 0.0900 0.2447]
    """);

Script.say("""
    A logit that is higher by 1 means a probability that is e ≈ 2.718 times as
    large, and only such differences count: adding 50 to every logit would change
    nothing.

    The loss of this place is minus the logarithm of the right word's probability,
    its *cross-entropy*. We use the natural logarithm, and the unit that belongs to
    it is called the *nat*.

    *Before you run this, predict:* a model that has learned nothing gives each of
    V′ = 200 words the same probability. What is its loss, about?
    """);

System.out.println("each word, if right: " + logits.softmax().log().negate());
System.out.println("word 1 is right:     " + logits.crossEntropy(1) + " nats");
for (float probability : new float[] {1, 0.5f, 0.01f, 0.005f}) {
  Tensor loss = Tensor.scalar(probability).log().negate();
  System.out.println(Numbers.fixed(probability, 3) + " for the right word costs " + loss);
}
Script.end(2, """
    each word, if right: (3) [0.4076 2.4076 1.4076]
    word 1 is right:     2.4076 nats
    1.000 for the right word costs 0
    0.500 for the right word costs 0.6931
    0.010 for the right word costs 4.6052
    0.005 for the right word costs 5.2983
    """);

Script.say("""
    The costs differ by exactly as much as the logits do. Half the probability
    always costs 0.6931 nats more, whether from 1 to 0.5 or from 0.01 to 0.005. The
    last row is the answer: log 200 = 5.2983 nats. A first loss near log V′ is what
    a fresh model should show; one far above it points to a mistake.

    The same, but stable
    ────────────────────

    Computing the formula as it stands is not safe. A float holds nothing above
    3.4 · 10³⁸, and e⁸⁹ is above that.
    """);

Tensor large = Tensor.of(1002, 1000, 1001);
System.out.println("as it stands:  " + large.exp().dividedBy(large.exp().sum()));
Tensor shifted = large.minus(large.max(0));
System.out.println("largest off:   " + shifted.exp().dividedBy(shifted.exp().sum()));
System.out.println("softmax:       " + large.softmax());
Tensor sure = Tensor.of(200, 0);
System.out.println("softmax, then log: " + sure.softmax().log().negate());
System.out.println("in one go, word 1: " + sure.crossEntropy(1));
Script.end(3, """
    as it stands:  (3) [NaN NaN NaN]
    largest off:   (3) [0.6652 0.0900 0.2447]
    softmax:       (3) [0.6652 0.0900 0.2447]
    softmax, then log: (2) [       0 Infinity]
    in one go, word 1: 200
    """);

Script.say("""
    Infinity divided by infinity is NaN, and one NaN in the loss makes every
    parameter NaN at the next update. But these logits are the ones from before,
    with 1000 added. The mend is to take the largest logit off first:

        log Σⱼ e^oⱼ = m + log Σⱼ e^(oⱼ−m),   m = maxⱼ oⱼ

    Now the largest power is e⁰ = 1, and the sum is at least 1, so its logarithm is
    finite. The last two lines show a trap at the other end: a probability can be so
    small that a float holds it as 0, whose logarithm is minus infinity. So we
    compute ℓ = log Σⱼ e^oⱼ − o_y in one go, and never the logarithm of a finished
    softmax.

    The mean over real words
    ────────────────────────

    Here are the numbers of the course's second note, section 7.4.2: two sentences,
    right answers A B C and D, of valid lengths 3 and 1. The model writes A B F and
    D Z X. The losses are given sentence first, (N, T′), as the note prints them.
    The formula in its order: multiply by the mask, add up, divide once, by the
    number of ones.
    """);

Tensor losses = NotesExample.losses();
Tensor mask = NotesExample.mask();
Tensor kept = losses.times(mask);
System.out.println("losses " + losses);
System.out.println("kept " + kept);
Tensor mean = kept.sum().dividedBy(mask.sum());
System.out.println("loss       " + kept.sum() + " / " + mask.sum() + " = " + mean);
System.out.println("MaskedLoss " + MaskedLoss.mean(losses, mask));
Script.end(4, """
    losses (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 5.0000 6.2000]]
    kept (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 0.0000 0.0000]]
    loss       2.8000 / 4 = 0.7000
    MaskedLoss 0.7000
    """);

Script.say("""
    Three places are good, one is bad: the right word C got only e^(−2.5) ≈ 0.08.
    The two largest losses, 5.0 and 6.2, stand on padding. With e^(0.7) ≈ 2.01 we
    can say the result in words: on average the model is as unsure as if it had to
    guess between two words. (e to the power of the loss is called the
    *perplexity*.)

    What this has to do with log P(Y|X)
    ───────────────────────────────────

    The course's first note states the aim of training differently: make
    log P(Y | X) large, averaged over the pairs of a source sentence X and its
    translation Y. The probability of a translation is the product of the
    probabilities of its words, each given the words before it, and the logarithm
    turns that into a sum:

        log P(Y | X) = Σₜ₌₁ˡᵉⁿᵍᵗʰ log P(yₜ | y₁, …, yₜ₋₁, X) = −Σₜ₌₁ˡᵉⁿᵍᵗʰ ℓₜ

    So a sentence's log P is minus the sum of its real losses. `logProbability`
    wants time first, hence the transpose.
    """);

Tensor logP = MaskedLoss.logProbability(losses.transpose(), mask.transpose());
System.out.println("log P of each pair  " + logP);
System.out.println("mean over the pairs " + logP.mean());
Script.end(5, """
    log P of each pair  (2) [-2.7000 -0.1000]
    mean over the pairs -1.4000
    """);

Script.say("""
    The two aims agree: the same sum, 2.8, divided once by the 2 pairs and once by
    the 4 words. The loss per word does not grow with the length of the sentences.

    The gradient
    ────────────

    Training needs the derivative of the loss with respect to every logit. In
    log Σⱼ e^oⱼ − o_y the first part has the derivative pₖ; the second has 1 for the
    right word and 0 for every other, written [k = y]:

        ∂ℓ/∂oₖ = pₖ − [k = y]     (∂ loss)/∂oₜ,ₙ,ₖ = mₜ,ₙ/(Σ m) (pₜ,ₙ,ₖ − [k = yₜ,ₙ])

    *Softmax minus one-hot*: push every word down by the probability it was given,
    and the right word up by what it was missing. We try it with random logits,
    V′ = 5, and the lengths 3 and 1.
    """);

int[][] words = {{1, 2, 3}, {4, 0, 0}};
int[] lengths = {3, 1};
Tensor o = Tensor.normal(Shape.of(3, 2, 5), 1, Generator.seeded(6)).withGrad();
MaskedLoss.of(o, words, lengths).backward();
System.out.println("time 0, sentence 0: " + o.grad().at(0).at(0));
System.out.println("by hand:            "
    + o.softmax().at(0).at(0).minus(Tensor.of(0, 1, 0, 0, 0)).dividedBy(4));
String[] places = {"1: A", "1: B", "1: C", "2: D", "2: padding", "2: padding"};
float[][] rows = o.grad().transpose(1, 0, 2).reshape(6, 5).toRows();
Heatmap picture = Heatmap.of(rows, places, new String[] {"<pad>", "A", "B", "C", "D"});
picture = picture.withTitle("Gradient of the loss with respect to the logits").withSigns();
picture = picture.withAxes("sentence: right word", "word of the vocabulary");
picture = picture.withScale("nats per unit of logit").withValues(3);
Script.show(picture.save(Path.of("images/ch06_gradient.png")));
Script.end(6, """
    time 0, sentence 0: (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    by hand:            (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    images/ch06_gradient.png
    """);

Script.say("""
    [picture: Six rows of gradients: in each real row the right word is negative and
    the others positive, the two padded rows are 0 — images/ch06_gradient.png]

    Each real row has its negative cell where the right word is, and its sum is 0.
    The rows of padding are exactly 0.

    What goes wrong
    ───────────────

    The sentence to remember is: multiply, add up, divide *once*, by the number of
    real words. `WrongMeans` breaks one part of it at a time; none fails with an
    error.
    """);

List<WrongMeans.Row> means = WrongMeans.all(losses, mask);
means.forEach(System.out::println);
String[] names = {"right", "no mask", "over all", "mask late", "twice", "per sentence"};
double[] values = means.stream().mapToDouble(WrongMeans.Row::value).toArray();
BarPlot bars = BarPlot.of("Six means of the same six losses", "mean", "nats per word", names);
Script.show(bars.with("loss", values).withValues(4).save(Path.of("images/ch06_loss.png")));
Script.end(7, """
    0.7000  right: Σ loss·mask / Σ mask
    2.3333  no mask: Σ loss / (N·T)
    0.4667  masked, over all positions: Σ loss·mask / (N·T)
    2.3333  mask after averaging: Σ mean·mask / Σ mask
    0.2333  divided twice: Σ (Σ loss·mask / T) / Σ mask
    0.5000  mean of sentence means (not wrong, another question): mean of (Σ_t loss·mask / Σ_t mask)
    images/ch06_loss.png
    """);

Script.say("""
    [picture: Bars: right 0.7, no mask 2.3333, over all positions 0.4667, mask after
    averaging 2.3333, divided twice 0.2333, mean of sentence means 0.5 —
    images/ch06_loss.png]

    *2.3333: no mask.* 14.0 / 6. The two losses on padding make up four fifths of
    the sum: training would mostly learn to write padding.

    *0.4667: masked, but averaged over all positions.* 2.8 / 6: the padding was
    cleared, and then counted all the same, as if it had been guessed perfectly.
    Worse, the number depends on how much padding there is. We give the same
    sentences nine more places of it:
    """);

Tensor wider = Tensor.concat(1, losses, Tensor.full(Shape.of(2, 9), 5));
Tensor widerMask = LengthMask.of(lengths, 12);
System.out.println("over all positions: " + wider.times(widerMask).mean());
System.out.println("over real words:    " + MaskedLoss.mean(wider, widerMask));
Script.end(8, """
    over all positions: 0.1167
    over real words:    0.7000
    """);

Script.say("""
    The model's guesses are the same, and the loss, and its gradient, is a quarter
    of what it was.

    *0.2333: divided twice.* (2.7/3 + 0.1/3) / 4: the loss function returns one
    average per sentence, over all T′ = 3 places, and the training loop divides by
    the number of words as well. The loss that *Dive into Deep Learning* 0.17
    (PyTorch) reports for its translation model is such a number.

    *2.3333 again: the mask comes too late.* If the loss function has averaged
    already, multiplying that one number by a mask and averaging again does nothing
    at all. The seq2seq chapter of the same book's Java edition does so: its
    library's loss returns a mean over the time steps already, where the Python
    edition asks for the separate losses (`reduction='none'`).

    Gradients give it away: how much does each loss of the second sentence count?
    """);

Tensor late = NotesExample.losses().withGrad();
late.mean().times(mask).sum().dividedBy(mask.sum()).backward();
System.out.println("mask after averaging " + late.grad().at(1));
Tensor right = NotesExample.losses().withGrad();
MaskedLoss.mean(right, mask).backward();
System.out.println("mask before          " + right.grad().at(1));
Script.end(9, """
    mask after averaging (3) [0.1667 0.1667 0.1667]
    mask before          (3) [0.2500 0.0000 0.0000]
    """);

Script.say("""
    A test that asks for a gradient of exactly 0 at padding finds every mistake of
    this kind.

    *0.5: another question.* The mean of the sentences' own means, (0.9 + 0.1)/2, is
    not wrong: it weighs sentences alike, not words.

    *Nothing to average.* If no position is real, the formula says 0/0; `MaskedLoss`
    throws instead of passing NaN on. And where a loss that we leave out is NaN, it
    chooses instead of multiplying (chapter 5).

    Shapes
    ──────

    what                             shape        made by
    ───────────────────────────────  ───────────  ──────────────────────────────────
    logits                           (T′, N, V′)  the decoder, chapter 4
    loss of each place, nats         (T′, N)      `MaskedLoss.perToken(logits,
                                                  words)`
    mask, time first                 (T′, N)      `LengthMask.timeMajor(lengths,
                                                  T')`
    loss, nats per real word         ()           `MaskedLoss.mean(losses, mask)`,
                                                  or `MaskedLoss.of(logits, words,
                                                  lengths)`
    log P(Y | X) of each pair, nats  (N)          `MaskedLoss.logProbability(losses,
                                                  mask)`

    Exercises
    ─────────

    • exercise 6.1, a stable log-softmax: `./learn check 6.1` (how to
      (../exercises/README.md))
    • exercise 6.2, masked cross-entropy over valid tokens: `./learn check 6.2`
    • exercise 6.3, its gradient with respect to the logits: `./learn check 6.3`

    Where to read on
    ────────────────

    • Goodfellow, Bengio and Courville, *Deep Learning* (2016): sections 4.1
      (overflow), 6.2.2.3 (softmax), 10.4.
    • The code: `seq2seq.ch06_loss`, `MaskedLoss` above all.
    """);

chapterStatus = Script.status();
/exit chapterStatus
