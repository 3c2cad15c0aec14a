// ch10_attention.jsh, generated from ch10_attention.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch10_attention.jsh
// To go on from where it ends: ./learn jshell 10

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.ch10_attention.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch10_attention.md");

Script.say("""
    Chapter 10: Attention
    ═════════════════════

    *The question: what if one state is too small for a sentence?*

    So far the encoder hands over one vector, the context, however long the sentence
    is. At the end of this chapter you will have measured where that breaks. You
    will be able to build a decoder that looks back at every word of the source each
    time it writes one, to say what that costs, and to read the picture of where it
    looked, without reading too much into it.
    """);

List<String> letters = List.of("a", "b", "c", "d");
List<String> backwards = List.of("d", "c", "b", "a");
Script.show(ModelOverview.of(letters, backwards).highlight(ModelOverview.Part.ATTENTION).
    save(Path.of("images/ch10_model.png")));
Script.end(1, """
    images/ch10_model.png
    """);

Script.say("""
    [picture: The whole model, reading a b c d and writing d c b a; in colour lines
    from every state of the encoder to a sum, and an arrow from that sum to the
    second step of the decoder — images/ch10_model.png]

    What is new is in colour: for each word that is written, here the second, *all*
    states of the encoder are asked, and what comes of it goes into that step. (The
    state that asks is the one before the step, here s₁. Its arrow is left out.) The
    lines are all equally thick, because nothing has been learned yet. How thick
    each of them ought to be is what this chapter is about.

    The bottleneck, measured
    ────────────────────────

    The context c has H numbers. A sentence of three words has to fit into them, and
    so has one of thirty. What is hardest to squeeze has no regularity at all:
    random strings of the letters `a` to `j`, which are to be written backwards. We
    take strings of 3 to 8 letters and a model of chapter 7, with the context both
    as first state and at every step, D = 16 and H = 32. After training it writes
    strings that it has not seen. `ExactMatch` counts, for each length, in how many
    of them every letter is right. (An `Architecture` is anything that makes a new
    model, as `ModelSizes` does.)

    *Before you run this, predict:* 32 numbers are enough for how many letters?
    """);

ParallelCorpus corpus = ParallelCorpus.reverse(2000, 3, 8, Generator.seeded(10));
Splits splits = Splits.bySource(corpus, 0.05, 0.2, Generator.seeded(10));
Vocabulary source = splits.sourceVocabulary(1);
Vocabulary target = splits.targetVocabulary(1);
Batches train = Batches.of(splits.train(), source, target, BatchOptions.of(32, 9));
Batches test = Batches.of(splits.test(), source, target, BatchOptions.of(100, 9));
Seq2Seq trained(Architecture plan, Batches pairs, int epochs) {
  Training run = new Training(plan, pairs, new Adam(0.01), 1, Generator.seeded(10), Observer.NONE);
  run.run(epochs);
  return run.model();
}
ModelSizes sizes = new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(),
    16, 32, 1, 0.0);
LengthCurves curves = LengthCurves.none();
curves = curves.with("fixed context", ExactMatch.byLength(trained(sizes, train, 6), test, 9));
System.out.println(splits.train().pairs().get(0) + ", " + splits.test().size() + " to test");
System.out.print(curves.table(3, 4, 5, 6, 7, 8));
Script.end(2, """
    Pair[source=haeafh, target=hfaeah], 400 to test
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    """);

Script.say("""
    Three letters are no trouble, eight are hopeless. (Each number comes from about
    400 / 6, or 67, strings. A string counts 1 or 0, so in the middle of the scale
    each lies 0.5 away from the share, and as with the batches of chapter 1 a mean
    of 67 is uncertain by about 0.5/√67, six per cent. Near the ends it is less.)
    More units would move the edge to the right, and so would more strings and
    longer training. They would not take it away.

    The idea
    ────────

    The encoder has computed a state hᵢ at every position i of the source anyway,
    and then we threw all but the last one away. Let us keep them, and let the
    decoder fetch what it needs when it needs it.

    How does one *fetch*, in a network? Think of a `Map` in Java. You come with a
    query; the map looks for a key that is *equal* to it, and hands you the value
    beside that key. It is all or nothing, so it cannot be learned: move the query a
    little, and either nothing changes or everything does. There is no slope to
    follow.

    *Attention* is a map that has been made soft. The query is compared with *every*
    key. The result of a comparison is not yes or no but a number: the better the
    two fit, the larger it is. And what comes back is a mixture of *all* values,
    each with as much weight as its key deserves. Here are three keys with three
    values. For the comparison we take the dot product, which multiplies two vectors
    number by number and adds up, and is large where both point the same way. Then
    softmax makes weights of the three numbers. We do it four times, with the
    comparisons multiplied by 0, 1, 5 and 50.

    *Before you run this, predict:* the query is nearest to the first key. What
    comes back each time?
    """);

Tensor threeKeys = Tensor.of(new float[][] {{1, 0}, {0, 1}, {-1, 0}});
Tensor threeValues = Tensor.of(10, 20, 30);
Tensor asked = Tensor.of(0.9f, 0.2f);
for (int times : new int[] {0, 1, 5, 50}) {
  Tensor weights = threeKeys.times(asked).sum(1).times(times).softmax();
  System.out.println("times " + times + ": weights " + weights
      + ", what comes back " + weights.times(threeValues).sum());
}
Script.end(3, """
    times 0: weights (3) [0.3333 0.3333 0.3333], what comes back 20
    times 1: weights (3) [0.6017 0.2988 0.0995], what comes back 14.9774
    times 5: weights (3) [0.9706 0.0293 0.0001], what comes back 10.2955
    times 50: weights (3) [1.0000 0.0000 0.0000], what comes back 10
    """);

Script.say("""
    Multiplied by 0 all keys fit alike, and the mean comes back. Multiplied by 50 it
    is as good as the `Map`. In between, every number has a slope, so a network can
    *learn* what to ask for and what to answer to.

    Why are keys and values two things? For the same reason as in a library: you
    find a book by its card, and what you take home is the book. What a word is
    found by and what it is then used for need not be the same numbers.

    The formula
    ───────────

    Bahdanau, Cho and Bengio (2015) put this between encoder and decoder. Each time
    the decoder writes a word, four things happen:

    1. The decoder asks with a *query* q: its state before the step, sₜ₋₁.
    2. Each position of the source has a *key* kᵢ, made from hᵢ. Compared with the
       query it gives a *score* eᵢ.
    3. Softmax makes *attention weights* αᵢ of the scores: positive numbers that add
       up to 1.
    4. The *values* are the states hᵢ themselves. Their weighted sum is the context
       of this step:

        eᵢ = v · tanh(q W_q + kᵢ),
        kᵢ = hᵢ Wₖ
        αᵢ = exp(eᵢ)/(Σⱼ exp(eⱼ))
        cₜ = Σᵢ αᵢ hᵢ

    (A letter e with an index is a score here, so the power of the *number* e is
    written exp. Each step has scores and weights of its own, αₜ,ᵢ; where only one
    step is meant we leave the t away.)

    The first formula is *additive attention*. A query has H_dec numbers and a state
    of the encoder H_enc, and nothing says that number 7 of the one has to do with
    number 7 of the other. So both are first brought to one size A, by W_q
    (H_dec, A) and Wₖ (H_enc, A). Then they are added, bent, and weighed with v (A):
    it is a small network with one layer of A units, and it is learned with all the
    rest. (Why bent? Without the tanh the query would add one and the same number to
    all scores, and softmax does not see what all scores share.) How large is A? It
    only has to hold what tells one position from another, not all that is known
    there, and every score costs A multiplications. Our models take half of H. The
    keys do not depend on the query, so they are made once for each source. And why
    no matrix for the values? The cell multiplies cₜ by one anyway, the W_c of
    chapter 4, and two linear layers in a row are one (chapter 0).

    *Why the state *before* the step?* Because the context is needed to compute the
    step. That state has read the words up to yₜ₋₂. The word yₜ₋₁ it has not read
    yet, but it is the state that was to say it: in use yₜ₋₁ was chosen by its
    logits, and in training they are made to give that word a high probability. So
    it knows quite well where the sentence stands.

    *Where does the first query come from?* From the decoder's first state, as in
    chapter 4: with the context mode `BOTH` that is still the encoder's last one. So
    the last state is not abolished. It is no longer the memory of everything, it is
    what the decoder starts to ask with.

    One query, by hand
    ──────────────────

    Two sentences of four positions, the second with three real words; H_enc = 3,
    H_dec = 2, A = 5. Before the softmax comes the mask of chapter 5: padding gets
    the score −∞. Its exponential is 0, so it has no part in the sum by which
    softmax divides. (`sum(-1)` adds along the last axis: negative numbers count the
    axes from the end.)
    """);

Generator generator = Generator.seeded(4);
AdditiveAttention attention = AdditiveAttention.xavier(2, 3, 5, generator);
Tensor values = Tensor.normal(Shape.of(4, 2, 3), 2, generator);  // h, (T,N,H_enc)
Tensor query = Tensor.normal(Shape.of(2, 2), 2, generator);      // q, (N,H_dec)
Tensor wq = attention.parameters().get(0).value().detach();
Tensor wk = attention.parameters().get(1).value().detach();
Tensor v = attention.parameters().get(2).value().detach();
int[] lengths = {4, 3};

Tensor keys = values.matmul(wk);                                 // (T,N,A), once for each source
Tensor both = keys.plus(query.matmul(wq)).tanh();                // (T,N,A) + (N,A) → (T,N,A)
Tensor scores = both.times(v).sum(-1).transpose();               // (N,T)
Tensor mask = LengthMask.of(lengths, 4);                         // (N,T)
Tensor alpha = mask.where(scores, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax();
System.out.println("scores " + scores);
System.out.println("weights " + alpha + ", each row adds up to " + alpha.sum(1));
Script.end(4, """
    scores (2×4)
    [[-0.4556 -0.1309 -0.9062 -1.1733]
     [-0.4395 -1.1672 -0.7135 -0.1128]]
    weights (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.4458 0.2153 0.3389 0.0000]], each row adds up to (2) [1 1]
    """);

Script.say("""
    And the weighted sum, for all sentences at once. The weights, as (T, N, 1), are
    multiplied with the values (T, N, H_enc), and the sum goes over the positions:
    """);

Tensor context = alpha.transpose().reshape(4, 2, 1).times(values).sum(0);  // c, (N,H_enc)
AttentionKeys ready = AttentionKeys.of(attention, values, lengths);
System.out.println("by hand " + context.at(1));
System.out.println("package " + attention.attend(query, ready).context().detach().at(1));
Script.end(5, """
    by hand (3) [ 0.5807 -0.1418  0.0915]
    package (3) [ 0.5807 -0.1418  0.0915]
    """);

Script.say("""
    The second sentence as a picture, with its own numbers:
    """);

Script.show(AttentionStep.of(List.of("alice", "sleeps", "<eos>", "<pad>"), scores.at(1), alpha.at(1),
    values.transpose(1, 0, 2).at(1), 3).save(Path.of("images/ch10_step.png")));
Script.end(6, """
    images/ch10_step.png
    """);

Script.say("""
    [picture: From below: four source words, a state above each, its key, the score
    of the key against the query, which comes from the left, the weight, and lines
    as thick as the weights to the sum, the context; the padding is pale and has no
    line — images/ch10_step.png]

    `AttentionKeys` keeps what can be made before the first query: keys, values,
    mask. `attend` is what we did by hand, with care for one more case. Where a
    valid length is 0, all scores are −∞, and softmax would be 0/0. The package
    gives weights of 0 there, and a context of 0.
    """);

AttentionKeys empty = AttentionKeys.of(attention, values, new int[] {4, 0});
System.out.println("length 0 " + attention.attend(query, empty).weights().detach().at(1));
Script.end(7, """
    length 0 (4) [0 0 0 0]
    """);

Script.say("""
    The way back
    ────────────

    What does the gradient do? Suppose that ∂ loss/∂c has arrived at the context of
    a step. The context is a sum of products, and by chapter 0 each factor receives
    the gradient times the other one:

        (∂ loss)/∂αᵢ = (∂ loss)/∂c · hᵢ     (∂ loss)/∂hᵢ = αᵢ (∂ loss)/∂c

    At the left, a weight should grow if its value points where the context ought to
    go. At the right, each state of the encoder receives its share *directly*, as
    much as it was looked at. We let ∂ loss/∂c be 1 everywhere:
    """);

Tensor watched = values.withGrad();
alpha.transpose().reshape(4, 2, 1).times(watched).sum(0).sum().backward();
System.out.println("weights  " + alpha.at(1));
System.out.println("gradient " + watched.grad().transpose(1, 0, 2).at(1));
Script.end(8, """
    weights  (4) [0.4458 0.2153 0.3389 0.0000]
    gradient (4×3)
    [[0.4458 0.4458 0.4458]
     [0.2153 0.2153 0.2153]
     [0.3389 0.3389 0.3389]
     [0.0000 0.0000 0.0000]]
    """);

Script.say("""
    Now remember chapter 2. With a fixed context, what the loss says about the
    *first* word of the source has to walk back through every state of the encoder,
    and on that road it vanishes. Attention is a short cut. Let us measure: a string
    of 31 places, a new model with random weights, and the size of the gradient that
    the decoder's first logits send to the embedding of the *first* letter, which
    occurs nowhere else. `AttentionSizes` makes the same model with attention. For a
    loss we take the sum of the squared logits; any number that is made from them
    would do.
    """);

Architecture looking = new AttentionSizes(sizes, AttentionKind.ADDITIVE);
int[][] far = {new int[31]};
Arrays.fill(far[0], 5);
far[0][0] = 4;
far[0][30] = Vocabulary.EOS;
int[][] bos = {{Vocabulary.BOS}};
for (Architecture plan : List.of(sizes, looking)) {
  Seq2Seq fresh = plan.initialise(Generator.seeded(10));
  Tensor logits = fresh.decoder().forward(bos,
      fresh.encoder().forward(far, new int[] {31}, Mode.inference()), Mode.inference());
  logits.pow(2).sum().backward();
  Tensor first = fresh.parameters().get(0).value().grad().at(4);
  System.out.println((plan == sizes ? "fixed context " : "attention     ")
      + Numbers.scientific(StrictMath.sqrt(first.pow(2).sum().item()), 2));
}
Script.end(9, """
    fixed context 1.0e-05
    attention     1.3e-02
    """);

Script.say("""
    With attention, a thousand times as much arrives at the first letter, before
    anything has been learned.

    A decoder that looks back
    ─────────────────────────

    `AttentionDecoder` is chapter 4's decoder with one change. What lies beside the
    word is not c, the same at every step, but cₜ. (In every context mode, `INITIAL`
    too, or there would be no attention. The mode now says only where the first
    state comes from.)

        cₜ = attend(sₜ₋₁)   sₜ = cell(xₜ ⊕ cₜ, sₜ₋₁)   logitsₜ = sₜ Wₒᵤₜ + bₒᵤₜ

    In code these are three lines. Here they are for one step, with the attention
    and the query from above. What is needed besides is a cell, an output layer for
    9 words and a word, D = 4:
    """);

GruCell cell = GruCell.uniform(4 + 3, 2, generator);
Linear outputLayer = Linear.xavier(2, 9, generator);
Tensor word = Tensor.normal(Shape.of(2, 4), 1, generator);               // x_t, (N,D)

Tensor c = attention.attend(query, ready).context();                     // c_t, (N,H_enc)
CellState s = cell.next(Tensor.concat(1, word, c), CellState.of(query)); // s_t, (N,H_dec)
Tensor logits = outputLayer.forward(s.hidden());                         // (N,V')
System.out.println(c.shape() + " " + s.hidden().shape() + " " + logits.shape());
Script.end(10, """
    (2×3) (2×2) (2×9)
    """);

Script.say("""
    The class does this in a loop. It implements the same interface as chapter 4's
    decoder, so encoder, loss, training loop and beam search stay as they are.

    *Before you run this, predict:* same strings, seed, sizes and epochs; where is
    the edge now?
    """);

Seq2Seq attentive = trained(looking, train, 6);
curves = curves.with("attention", ExactMatch.byLength(attentive, test, 9));
System.out.print(curves.table(3, 4, 5, 6, 7, 8));
Script.show(curves.plot("2000 strings backwards, H = 32, 6 epochs").save(Path.of("images/ch10_length.png")));
Script.end(11, """
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    attention        98.1   95.1   89.3   90.1   76.8   68.1
    images/ch10_length.png
    """);

Script.say("""
    [picture: Exact match against the number of letters: the fixed context falls to
    nearly 0, attention to two thirds — images/ch10_length.png]

    The decoder need not remember the string: it looks it up. (Why does its curve
    fall at all? Every letter has to be right, so a small share of wrong ones spoils
    more of the long strings; and this was a short training. At full size, below, it
    hardly falls.)

    Where it looks
    ──────────────

    We let this model write one string backwards and ask it for its weights. A row
    is a letter that was written, a column a letter of the source. *Before you run
    this, predict* the picture.
    """);

int[] string = source.encode(List.of("g", "b", "j", "c", "a", "e"), 9);
Translation mirrored = Greedy.decode(attentive, new int[][] {string}, new int[] {7}, 9).get(0);
Alignment lookup = Alignment.of(attentive, source, target, string, 7, mirrored);
Script.show(lookup.heatmap("g b j c a e, backwards").save(Path.of("images/ch10_reversed.png")));
Script.end(12, """
    images/ch10_reversed.png
    """);

Script.say("""
    [picture: The weights as a heatmap: a dark diagonal from the upper right to the
    lower left, and a second one beside it, one place to the right, paler in all
    rows but one; the row of eos looks at the first letter —
    images/ch10_reversed.png]

    The dark line runs from the upper right to the lower left: the first letter
    written looks at the last one read, the second at the last but one. Nobody told
    the model so. In most rows, what misses the line lies one place to the right of
    it, and in the row of `b` even the larger part: 0.46 against 0.39. That is no
    bad place to look: the state there has read the same letter, just before its
    own. (The last row has no place on the line. To write `<eos>` the model looks at
    `g`, with which the string begins.) Which source words a written word was made
    from is called the *alignment*, and here the weights show it rather well.

    They need not. We train chapter 7's small translator with attention, and let it
    translate a sentence that is padded to 7 places.
    """);

ShortPhrases data = ShortPhrases.load();
Vocabulary english = data.source();
Vocabulary french = data.target();
ModelSizes words = new ModelSizes(CellKind.GRU, ContextMode.BOTH, english.size(), french.size(),
    24, 48, 1, 0.0);
Seq2Seq model = trained(new AttentionSizes(words, AttentionKind.ADDITIVE), data.train(), 10);
int[] ids = Arrays.copyOf(english.encode(List.of("alice", "always", "sleeps", "."), 12), 7);
Translation t = Greedy.decode(model, new int[][] {ids}, new int[] {5}, 12).get(0);
Alignment alignment = Alignment.of(model, english, french, ids, 5, t);
alignment.heatmap("alice always sleeps .").save(Path.of("images/ch10_alignment.png"));
for (int row = 0; row < alignment.target().size(); row++) {
  System.out.println(Tensor.of(alignment.weights()[row]) + " " + alignment.target().get(row));
}
Script.end(13, """
    (7) [0.5925 0.2775 0.1050 0.0245 0.0005 0.0000 0.0000] alice
    (7) [0.0150 0.0398 0.2017 0.7417 0.0018 0.0000 0.0000] dort
    (7) [0.0013 0.0008 0.0676 0.9281 0.0021 0.0000 0.0000] toujours
    (7) [0.0006 0.0007 0.0096 0.9732 0.0159 0.0000 0.0000] .
    (7) [0.0967 0.0397 0.2089 0.5651 0.0895 0.0000 0.0000] <eos>
    """);

Script.say("""
    [picture: The weights as a heatmap, a row a written word, a column a source
    word; most of the weight lies in the column of the full stop, and the columns of
    padding are 0 — images/ch10_alignment.png]

    The translation is right, and French has its adverb after the verb. But only two
    of the five rows look where we would point: `alice` at *alice*, and the full
    stop at the full stop. `dort` and `toujours`, "sleeps" and "always", look at the
    full stop too. How can they be right? What lies at a position is not a word, it
    is a *state*, and a state has read all the words before it. The sentence is so
    short that the state at its end holds all of it, and nothing forces the model to
    look elsewhere. With the strings it had to.

    So attention weights say which states were used, and no more. They are an
    explanation of the answer only if each state stands for its own word. (The
    columns of `<pad>` are 0, not nearly 0.) `./learn train --attention` trains on
    all of `phrases`, and `./learn translate --plot alignment.png "The girls are not
    thirsty."` draws for a sentence of yours.

    At full size
    ────────────

    A second of training proves little. `./learn bottleneck` takes 20 000 strings of
    3 to 30 letters, of which 17 000 are trained on and 2000 tested. It trains three
    sizes of the fixed context and one model with attention, for 8 epochs each,
    which takes some minutes. All else is the same for the four: D = 32, batches of
    32, clipping at 1, and Adam with a rate of 0.0015 that falls to a tenth after
    two thirds of the updates. (Long steps bring the loss down quickly, but in the
    end only jump to and fro about the lowest place. Short ones settle there.) What
    it measured for this page is kept with the package:
    """);

LengthCurves recorded = LengthCurves.recorded();
System.out.print(recorded.table(5, 8, 10, 15, 20, 25, 30));
Script.show(recorded.plot("20 000 strings backwards, 8 epochs").save(Path.of("images/ch10_bottleneck.png")));
Script.end(14, """
    exact match, %                  5      8     10     15     20     25     30
    fixed context, H = 32        80.3   30.4   10.3    0.0    0.0    0.0    0.0
    fixed context, H = 64        98.7   81.0   62.1    9.4    0.0    0.0    0.0
    fixed context, H = 128       98.7  100.0   89.7   45.8    6.1    0.0    0.0
    additive attention, H = 64  100.0  100.0  100.0  100.0   98.8  100.0  100.0
    images/ch10_bottleneck.png
    """);

Script.say("""
    [picture: Exact match against 3 to 30 letters: three fixed contexts fall one
    after the other, attention stays high — images/ch10_bottleneck.png]

    Each point stands for about 70 strings, so these numbers are as uncertain as
    those above. A context of twice the size carries a few letters further.
    Attention with H = 64 holds where a fixed context of H = 128 has long given up.
    (Do not compare these rows with the small table above: more strings, more epochs
    and another rate all play their part there.) And beyond 30 letters? No weight
    has T in its shape, so all four models run at any length. But they have
    practised these lengths only, and how they do at longer ones was not measured.

    What it costs
    ─────────────

    Each of the T′ words that are written is compared with each of the T that were
    read. That makes T · T′ scores, where the fixed context needs nothing at all. A
    score takes A multiplications by v, and its value another H_enc for the weighted
    sum. The rest of the decoder's work for a word does not depend on T: the three
    products of a GRU, each from word, context and state to a new state, 3 (D +
    H_enc + H_dec) H_dec, and one query and one key (for each word that was read,
    and there are as many), (H_dec + H_enc) A. We count multiplications for T = T′,
    with D = 32, H_enc = H_dec = 64 and A = 32. (The encoder's cell and the output
    layer are left out; they would only make the share of looking smaller.)

    *Before you run this, predict:* from which length on does looking cost more than
    all the rest?
    """);

for (int length : new int[] {10, 30, 100, 300, 1000, 10000}) {
  long rest = (long) length * (3 * (32 + 64 + 64) * 64 + 2 * 64 * 32);
  long looks = (long) length * length * (32 + 64);
  System.out.println("T = T' = " + length + ": " + length * (long) length + " scores, "
      + Numbers.fixed(100.0 * looks / (looks + rest), 1) + " % of the multiplications");
}
Script.end(15, """
    T = T' = 10: 100 scores, 2.7 % of the multiplications
    T = T' = 30: 900 scores, 7.6 % of the multiplications
    T = T' = 100: 10000 scores, 21.6 % of the multiplications
    T = T' = 300: 90000 scores, 45.3 % of the multiplications
    T = T' = 1000: 1000000 scores, 73.4 % of the multiplications
    T = T' = 10000: 100000000 scores, 96.5 % of the multiplications
    """);

Script.say("""
    From about 360 words on. For sentences it is next to nothing; for books it is
    everything. Training keeps all the weights, too, (T′, N, T) numbers, for the way
    back. That is why people who work with long texts look for attention that leaves
    most comparisons out.

    What goes wrong
    ───────────────

    *The mask after the softmax.* It looks harmless to take the softmax of all
    scores and multiply by the mask. Padding is 0 then, too.
    """);

Tensor after = scores.softmax().times(mask);
System.out.println(after + ", each row adds up to " + after.sum(1));
Script.end(16, """
    (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.2755 0.1331 0.2095 0.0000]], each row adds up to (2) [1.0000 0.6180]
    """);

Script.say("""
    But padding had its part in the sum. The second sentence's weights no longer add
    up to 1, and how much they fall short depends on the batch that it stands in:
    beside a longer sentence it is translated differently. The fix is to mask the
    scores, before the softmax.

    *Minus infinity that is only minus a lot.* Many programs write −10⁹ in place of
    −∞. All is well until the real scores are lower still:
    """);

Tensor low = Tensor.of(-3e9f, -2e9f, 7);
Tensor twoReal = Tensor.of(1, 1, 0);
System.out.println("-1e9:      " + twoReal.where(low, Tensor.scalar(-1e9f)).softmax());
System.out.println("-infinity: "
    + twoReal.where(low, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax());
Script.end(17, """
    -1e9:      (3) [0 0 1]
    -infinity: (3) [0 1 0]
    """);

Script.say("""
    In the first line all the weight lies on padding, and nothing complains.

    Scaled dot-product attention
    ────────────────────────────

    The decoder does not care how scores are made. The simplest one is the dot
    product of the first example:

        eᵢ = ((q W_q) · kᵢ)/√A,   kᵢ = hᵢ Wₖ

    This is *scaled dot-product attention*. For all queries and all keys together it
    is one matrix product, so it is what transformers use. There the words of a
    sentence are the queries, all at once, and the recurrent cell is gone.

    What is the root for? A dot product adds up A products. Chapter 7 had such a
    sum: some products are positive, some negative, and what adds up are the
    squares, so its typical size grows like √A. Softmax turns large differences into
    weights near 0 and 1. And there it has hardly any slope. By chapter 6 the slope
    of log αᵢ with respect to its own score is 1 − αᵢ. That of αᵢ itself is αᵢ times
    as large, αᵢ (1 − αᵢ), which is 0 at both ends.

    *Before you run this, predict* for random queries and keys of A numbers and 8
    positions: how large is the largest weight, without the root and with it?
    """);

for (int size : new int[] {4, 64, 1024}) {
  Tensor k = Tensor.normal(Shape.of(8, 100, size), 1, Generator.seeded(size));  // (T,N,A)
  Tensor q = Tensor.normal(Shape.of(100, size), 1, Generator.seeded(size + 1)); // (N,A)
  Tensor dots = k.times(q).sum(-1).transpose();                                 // (N,T)
  System.out.println("A = " + size + ", scores of size " + dots.pow(2).mean().pow(0.5));
  for (boolean scaled : new boolean[] {false, true}) {
    Tensor a = (scaled ? dots.dividedBy((float) StrictMath.sqrt(size)) : dots).softmax();
    Tensor slopes = a.times(Tensor.ones(100, 8).minus(a));
    System.out.println((scaled ? "  divided by the root: " : "  as they are:         ")
        + "largest weight " + a.max(1).mean() + ", largest slope " + slopes.max(1).mean());
  }
}
Script.end(18, """
    A = 4, scores of size 2.0196
      as they are:         largest weight 0.5585, largest slope 0.2090
      divided by the root: largest weight 0.3577, largest slope 0.2138
    A = 64, scores of size 8.0906
      as they are:         largest weight 0.8636, largest slope 0.0887
      divided by the root: largest weight 0.3564, largest slope 0.2128
    A = 1024, scores of size 31.2771
      as they are:         largest weight 0.9721, largest slope 0.0194
      divided by the root: largest weight 0.3496, largest slope 0.2149
    """);

Script.say("""
    Without the root, a wide model begins as good as certain of a random position,
    with hardly any slope by which to change its mind. With it, the width does not
    matter. `./learn train --attention scaled-dot` trains with it. Which of the two
    kinds? Vaswani and others (2017, section 3.2.1) say that both do about equally
    well while A is small, and that the dot product is much faster.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    values hᵢ: the encoder's   (T, N, H_enc)              `encoder.forward`
    outputs
    keys kᵢ, once for each     (T, N, A)                  `attention.keys`
    source
    query q: the top layer's   (N, H_dec)                 the decoder
    state before the step
    mask, scores e, weights α  (N, T)                     `LengthMask`,
                                                          `attention.scores`,
                                                          `MaskedSoftmax`
    context of a step cₜ;      (N, H_enc);                `attention.attend`; the
    word and context           (N, D + H_enc)             decoder
    weights of whole           (T′, N, T)                 `decoder.alignment`
    sentences

    In five lines
    ─────────────

    • One vector of fixed size holds a short sentence and not a long one: that can
      be measured, and more units only move the edge.
    • Attention is a soft map: a query is compared with every key, and the values
      come back mixed by how well their keys fit.
    • The query is the decoder's state before the step, the first one what the
      encoder ended with; keys and values come from the encoder's states, and the
      mask comes before the softmax.
    • The gradient takes a short cut from each written word to each word read; the
      price is T · T′ scores.
    • Weights say which states were used. Only where a state stands for its own word
      do they show the alignment.

    What if?
    ────────

    1. What if the decoder starts from zeros, as with `EVERY_STEP`? What does it ask
       first, and can it still find the word to begin with?
    2. What if all keys were equal? What would the context be, and what would the
       decoder be left with?
    3. What if the encoder read in both directions, as in figure 10.11? What would
       change in the row of `toujours`?

    Answers (../solutions/answers.md#chapter-10)

    Exercises
    ─────────

    • exercise 10.1, additive scores and masked softmax: `./learn check 10.1` (how
      to (../exercises/README.md))
    • exercise 10.2, the context vector and its gradient: `./learn check 10.2`

    Where to read on
    ────────────────

    • Bahdanau, Cho and Bengio (2015), Neural Machine Translation by Jointly
      Learning to Align and Translate (https://arxiv.org/abs/1409.0473), section 3.1
      and appendix A.1.2: additive attention. Their encoder reads in both
      directions. Luong, Pham and Manning (2015), Effective Approaches to
      Attention-based Neural Machine Translation (https://arxiv.org/abs/1508.04025):
      dot products as scores, and the query *after* the step.
    • The bottleneck: Cho, van Merriënboer, Bahdanau and Bengio (2014), On the
      Properties of Neural Machine Translation (https://arxiv.org/abs/1409.1259).
    • Vaswani and others (2017), Attention Is All You Need
      (https://arxiv.org/abs/1706.03762): section 3.2, the step from here to
      transformers.
    • What weights explain: Jain and Wallace (2019), Attention is not Explanation
      (https://arxiv.org/abs/1902.10186).
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, queries, keys, and
      values
      (https://d2l.ai/chapter_attention-mechanisms-and-transformers/queries-keys-val
      ues.html) and the Bahdanau attention mechanism
      (https://d2l.ai/chapter_attention-mechanisms-and-transformers/bahdanau-attenti
      on.html).
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016), section 12.4.5.1,
      using an attention mechanism and aligning pieces of data
      (https://www.deeplearningbook.org/contents/applications.html).
    • The code: `Attention` (main/java/seq2seq/ch10_attention/Attention.java) and
      `AdditiveAttention` (main/java/seq2seq/ch10_attention/AdditiveAttention.java),
      which are the formulas, and `AttentionDecoder`
      (main/java/seq2seq/ch10_attention/AttentionDecoder.java), best read beside
      chapter 4's `ConcatDecoder`
      (main/java/seq2seq/ch04_decoder/ConcatDecoder.java).

    ────────────────────────────────────────

    Chapter 9, the RNN family (ch09_architectures.md) · Contents (README.md) · next:
    Chapter 11, your own translator (ch11_capstone.md) · or Onward, to PyTorch
    (onward.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
