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
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch06_loss.md");

Script.say("""
    Chapter 6: The masked loss
    ══════════════════════════

    *The question: how wrong is the model, as one number, counted over real words
    only?*

    The decoder of chapter 4 ends with logits: at every place of every sentence, one
    number for each word of the vocabulary. Training needs one number for all of it,
    which falls when the model gets better. At the end of this chapter you will be
    able to compute it without overflow and without counting padding, and you will
    recognise by their values the four ways in which people usually get it wrong.
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).highlight(ModelOverview.Part.LOSS).
    save(Path.of("images/ch06_model.png")));
Script.end(1, """
    images/ch06_model.png
    """);

Script.say("""
    [picture: The whole model; in colour the loss, one for each word out, between
    what the model gives and the right word — images/ch06_model.png]

    The idea
    ────────

    A model that writes a word has to choose one. We could count how often it
    chooses wrongly, but that hides too much: a model that gave the right word the
    second-largest probability counts as wrong as one that gave it almost none.
    Worse, a count does not move when a weight moves a little, so it has no slope to
    follow.

    So we do not look at the word that it would choose. We turn its logits into
    probabilities and look at a single one of them: the one that it gave to the
    *right* word. If that is 1, the loss of this place is 0; the smaller it is, the
    larger the loss. Then we average over the places of the batch. Places of padding
    are left out, because the "right word" there is only a filler.

    The formula
    ───────────

    At one place the logits are V′ numbers o₀, o₁, …, one for each word of the
    target vocabulary, and the right word has the id y. (Ids count from 0. And o is
    no longer chapter 2's output gate: from chapter 4 on it is the logits.) Then

        pₖ = softmax(o)ₖ = e^oₖ/(Σⱼ e^oⱼ)     loss at this place: ℓ = −log p_y

    For a batch we take the mask of chapter 5, with 1 at every real word and 0 at
    padding. This is the *masked loss*:

        loss = (Σₜ,ₙ maskₜ,ₙ ℓₜ,ₙ)/(Σₜ,ₙ maskₜ,ₙ)

    The logits are (T′, N, V′), the right words ids (N, T′), the losses and the mask
    (T′, N), and the loss of the batch is a single number. The mask is made from the
    lengths of the *target* sentences: it is the words to be written that are
    judged. (We say "word" for what chapter 1 calls a token. The end token is one of
    them: to stop at the right place is part of the translation. So is `<unk>`,
    where the right word is not in the vocabulary.)

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
Script.end(2, """
    probabilities  (3) [0.6652 0.0900 0.2447]
    softmax        (3) [0.6652 0.0900 0.2447]
    """);

Script.say("""
    What counts is the *difference* between two logits: the first is higher than the
    third by 1, and its probability is e ≈ 2.718 times as large (0.6652 against
    0.2447). Adding 50 to every logit would change no probability at all, because
    every power, and so the sum, would become e⁵⁰ times as large.

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
Script.end(3, """
    each word, if right: (3) [0.4076 2.4076 1.4076]
    word 1 is right:     2.4076 nats
    1.000 for the right word costs 0
    0.500 for the right word costs 0.6931
    0.010 for the right word costs 4.6052
    0.005 for the right word costs 5.2983
    """);

Script.say("""
    The losses differ by exactly as much as the logits do. Half the probability
    always costs 0.6931 nats more, whether from 1 to 0.5 or from 0.01 to 0.005. The
    last row is the answer: log 200 = 5.2983 nats. A first loss near log V′ is what
    a fresh model should show; one far above it points to a mistake.

    Why the logarithm, and not simply 1 − p_y, which also falls when the right word
    gets more? Because 1 − p_y is nearly the same for 0.01 and for 0.0001. It is
    flat just where the model is most wrong, so there it has hardly any slope to
    follow. The logarithm goes on growing as the right word is given less, and pulls
    the harder the more wrong the model is. Below there is a second reason: the
    logarithm is what comes out when we ask for the most probable translations.

    The same, but stable
    ────────────────────

    Computing the formula as it stands is not safe. A float holds nothing above
    3.4 · 10³⁸, and e⁸⁹ is above that. What comes out is infinity: an *overflow*.
    """);

Tensor large = Tensor.of(1002, 1000, 1001);
System.out.println("as it stands:  " + large.exp().dividedBy(large.exp().sum()));
Tensor shifted = large.minus(large.max(0));
System.out.println("largest off:   " + shifted.exp().dividedBy(shifted.exp().sum()));
System.out.println("softmax:       " + large.softmax());
Tensor sure = Tensor.of(200, 0);
System.out.println("softmax, then log: " + sure.softmax().log().negate());
System.out.println("in one go, word 1: " + sure.crossEntropy(1));
Script.end(4, """
    as it stands:  (3) [NaN NaN NaN]
    largest off:   (3) [0.6652 0.0900 0.2447]
    softmax:       (3) [0.6652 0.0900 0.2447]
    softmax, then log: (2) [       0 Infinity]
    in one go, word 1: 200
    """);

Script.say("""
    Infinity divided by infinity is NaN, and one NaN in the loss makes every
    parameter NaN at the next update. But these logits are the ones from before,
    with 1000 added. The fix is to take the largest logit, M, off first:

        log Σⱼ e^oⱼ = M + log Σⱼ e^(oⱼ−M),   M = maxⱼ oⱼ

    Now the largest power is e⁰ = 1, and the sum is at least 1, so its logarithm is
    finite. (On the way back M leaves no trace: both sides are the same function, so
    they have the same slopes.) The last two lines show a trap at the other end: a
    probability can be so small that a float holds it as 0, whose logarithm is minus
    infinity. So we compute ℓ = log Σⱼ e^oⱼ − o_y in one go, and never the logarithm
    of a finished softmax.

    The mean over real words
    ────────────────────────

    Take two sentences whose right answers are A B C and D, of valid lengths 3 and
    1, and a model that writes A B F and D Z X. Suppose the losses at its six places
    are those below, sentence first, (N, T′), because that is easier to read here.
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
Script.end(5, """
    losses (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 5.0000 6.2000]]
    kept (2×3)
    [[0.1000 0.1000 2.5000]
     [0.1000 0.0000 0.0000]]
    loss       2.8000 / 4 = 0.7000
    MaskedLoss 0.7000
    """);

LossGrid grid = LossGrid.of(losses, mask);
Script.show(grid.withWords(List.of(List.of("A", "B", "C"), List.of("D", "<pad>", "<pad>"))).
    save(Path.of("images/ch06_grid.png")));
Script.end(6, """
    images/ch06_grid.png
    """);

Script.say("""
    [picture: Six losses in two rows; the two at padding are crossed out —
    images/ch06_grid.png]

    Of the real places three are good and one is bad: the right word C got only
    e^(−2.5) ≈ 0.08. The two largest losses, 5.0 and 6.2, lie on padding, where the
    model's answer does not matter. A guess between two words costs 0.6931 nats, as
    we saw, so with e^(0.7) ≈ 2.01 we can say the result in words: on average the
    model is as unsure as if it had to guess between two words. (e to the power of
    the loss is called the *perplexity*. A model that knows nothing has the
    perplexity V′.)

    How low can a loss get? Not down to 0, for languages leave a choice. At each
    place only the one word of the given translation is right, and a synonym costs
    as much as nonsense. But if half of the translations say *rapide* and half say
    *vite*, the best that a model can do is to give each of them one half, and that
    costs 0.6931 nats at this place. So a loss is good or bad only beside others on
    the same sentences: beside log V′, and beside those of other models. (Models
    with the same vocabulary, that is: the more words are `<unk>`, the less there is
    to tell apart, and the loss falls without anything having been learned.)

    What this has to do with log P(Y|X)
    ───────────────────────────────────

    Chapter 0 stated the aim of training in other words: make log P(Y | X) large, on
    average over the pairs of a source sentence X and its translation Y. Is that the
    same aim?

    How probable is a whole sentence? It is written when its first word is written,
    *and then* its second, *and then* its third. Suppose the model writes "nous" at
    first in 1 of 2 cases, and after "nous" it writes "dormons" in 1 of 4. Then it
    begins with "nous dormons" in 1 of 8 cases. Probabilities of things that must
    happen one after the other are multiplied, provided that each is taken *given
    all that came before*. The decoder's probabilities are of just this kind: at
    step t it knows the words y₁, …, yₜ₋₁ and the source. So the probability of a
    sentence is a product, and its logarithm is a sum:

        log P(Y | X) = Σₜ₌₁ˡᵉⁿᵍᵗʰ log P(yₜ | y₁, …, yₜ₋₁, X) = −Σₜ₌₁ˡᵉⁿᵍᵗʰ ℓₜ

    This log P is the *log-probability of a sentence*: minus the sum of its real
    losses. The logarithm also keeps us out of trouble: the probability of a
    sentence of fifty words is a number so small that a float may round it to 0, its
    logarithm is an ordinary number like −120. (`logProbability` wants time first,
    hence the transpose.)
    """);

Tensor logP = MaskedLoss.logProbability(losses.transpose(), mask.transpose());
System.out.println("log P of each pair  " + logP);
System.out.println("mean over the pairs " + logP.mean());
Script.end(7, """
    log P of each pair  (2) [-2.7000 -0.1000]
    mean over the pairs -1.4000
    """);

Script.say("""
    Why the average of log P, and not of P? The pairs are independent of one
    another, so the probability that the model gives to *all* the right translations
    together is once more a product, and its logarithm is the sum of all log P.
    Where the average of log P is largest, the translations that people really wrote
    are most probable, all of them together. The average of P would hardly notice a
    translation that the model thinks impossible.

    And is our loss the same aim? The same sum, 2.8, is divided by the 2 pairs for
    the mean of log P, and by the 4 words for our loss. Within one batch that makes
    no difference to which weights are best, and the loss per word does not grow
    with the length of the sentences. Over many batches there is a small difference.
    Each batch counts once, however many words it has: in a batch of 40 words each
    has the weight 1/40, in a batch of 200 words only 1/200. Nearly everybody trains
    with the loss per word.

    The gradient
    ────────────

    Training needs the derivative of the loss with respect to every logit. Write the
    loss of one place as ℓ = log Σⱼ e^oⱼ − o_y and take the two parts one after the
    other.

    The derivative of log S is 1/S times that of S. Here S = Σⱼ e^oⱼ, and only one
    of its terms depends on oₖ, so the derivative of S is e^oₖ. Together that is
    e^oₖ / Σⱼ e^oⱼ, which is just pₖ. The second part, −o_y, has the derivative −1
    for the right word and 0 for all others; we write [k = y] for "1 if k is the
    right word, else 0". In the batch each place counts with its mask, divided by
    the number of real words:

        ∂ℓ/∂oₖ = pₖ − [k = y]
        (∂ loss)/∂oₜ,ₙ,ₖ = maskₜ,ₙ/(Σ mask) (pₜ,ₙ,ₖ − [k = yₜ,ₙ])

    *Softmax minus one-hot*: push every wrong word down by the probability it was
    given, and the right word up by what it was missing. We try it with random
    logits, V′ = 5, and the lengths 3 and 1.
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
Script.end(8, """
    time 0, sentence 0: (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    by hand:            (5) [ 0.0205 -0.1117  0.0689  0.0134  0.0089]
    images/ch06_gradient.png
    """);

Script.say("""
    [picture: Six rows of gradients: in each real row the right word is negative and
    the others positive, the two padded rows are 0 — images/ch06_gradient.png]

    The name of a row says its sentence, here counted from 1, and its right word.
    Each real row has its negative cell where the right word is, and its sum is 0,
    since the probabilities add up to 1 and this 1 is taken off at the right word.
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
Script.show(BarPlot.of("Six means of the same six losses", "mean", "nats per word", names).
    with("loss", values).withValues(4).withReference(0.7, "real words").
    withGroups("right", "wrong", "wrong", "wrong", "wrong", "another question").
    save(Path.of("images/ch06_loss.png")));
Script.end(9, """
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

    *2.3333: no mask.* 14.0 / 6, where 6 is what the printed line calls N·T: all
    places, 2 sentences of T′ = 3. The two losses on padding make up four fifths of
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
Script.end(10, """
    over all positions: 0.1167
    over real words:    0.7000
    """);

Script.say("""
    The model's guesses are the same, and the loss, and its gradient, is a quarter
    of what it was.

    *0.2333: divided twice.* (2.7/3 + 0.1/3) / 4: the loss function returns one
    average per sentence, over all T′ = 3 places, and the training loop divides by
    the number of words as well. The loss that *Dive into Deep Learning* 0.17
    (PyTorch edition, section 9.7
    (https://classic.d2l.ai/chapter_recurrent-modern/seq2seq.html)) reports for its
    translation model is such a number.

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
Script.end(11, """
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

    *Too much memory.* For each word of the vocabulary the output layer has H
    weights and a bias, but a batch has N · T′ logits for that word, usually far
    more than H: 320 for 32 sentences of ten words. With a large vocabulary they
    take more memory than all the weights together. When it trains, the model
    therefore uses a faster twin of these formulas, `engine/fused/OutputLoss`, which
    makes logits, losses and gradients for some hundred places at a time and ends
    with the same bits.

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

    In five lines
    ─────────────

    • Softmax turns logits into probabilities; the loss of a place is minus the
      logarithm of the right word's probability.
    • Take the largest logit off first, and never take the logarithm of a finished
      softmax.
    • Multiply by the mask, add up, divide once, by the number of real words.
    • Minus the sum of a sentence's losses is log P(Y | X): probabilities of words,
      given those before, multiply, and logarithms add up.
    • The gradient is softmax minus one-hot at real words, and exactly 0 at padding.

    What if?
    ────────

    1. What if the loss of a fresh model on V′ = 171 words is 9.3 nats? What would
       you look for?
    2. What if you gave every word of the batch the weight of its sentence, so that
       long and short sentences count alike? For which use of a translator could
       that be the better loss?
    3. What if the right word's probability is exactly 0? What does the loss say,
       and can it happen with logits that are ordinary numbers?

    Answers (../solutions/answers.md#chapter-6)

    Exercises
    ─────────

    • exercise 6.1, a stable log-softmax: `./learn check 6.1` (how to
      (../exercises/README.md))
    • exercise 6.2, masked cross-entropy over valid tokens: `./learn check 6.2`
    • exercise 6.3, its gradient with respect to the logits: `./learn check 6.3`

    Where to read on
    ────────────────

    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016):
      section 4.1, overflow and underflow
      (https://www.deeplearningbook.org/contents/numerical.html); section 6.2.2.3,
      softmax units (https://www.deeplearningbook.org/contents/mlp.html); section
      10.4, what the pair is trained for
      (https://www.deeplearningbook.org/contents/rnn.html).
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, softmax regression
      (https://d2l.ai/chapter_linear-classification/softmax-regression.html): the
      same loss, from the side of information theory.
    • The code: `MaskedLoss` (main/java/seq2seq/ch06_loss/MaskedLoss.java) above
      all.

    ────────────────────────────────────────

    Chapter 5, the mask (ch05_mask.md) · Contents (README.md) · next: Chapter 7,
    training (ch07_training.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
