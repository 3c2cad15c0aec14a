// ch10_attention.jsh, generated from ch10_attention.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch10_attention.jsh
// To go on from where it ends: ./learn jshell 10

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch07_training.*;
import seq2seq.ch07_training.Observer;
import seq2seq.ch08_inference.*;
import seq2seq.ch10_attention.*;
import seq2seq.data.*;
import seq2seq.nn.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch10_attention.md");

Script.say("""
    Chapter 10: Attention
    ═════════════════════

    *The question: what if one state is too small for a sentence?*

    So far the encoder hands over one vector, the context, whatever the length of
    the sentence. At the end of this chapter you will have measured where that
    breaks, and mended it with a decoder that looks back at every word of the source
    each time it writes one; and you will have seen where it looks.

    The bottleneck, measured
    ────────────────────────

    The context c has H numbers. A sentence of three words has to fit into them, and
    so has one of thirty. Hardest to squeeze is what has no regularity: random
    strings of the letters `a` to `j`, to be written backwards. We take 3 to 8
    letters and a model of chapter 7, with the context both as first state and at
    every step, D = 16 and H = 32. After training it writes strings that it has not
    seen. `ExactMatch` counts, for each length, how many are right from the first
    letter to the last.

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
Script.end(1, """
    Pair[source=haeafh, target=hfaeah], 400 to test
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    """);

Script.say("""
    Three letters are no trouble, eight hopeless. A larger H and longer training
    move the edge to the right, as we shall see, but do not take it away.

    The idea
    ────────

    The encoder has computed a state hᵢ for every position of the source anyway.
    Bahdanau, Cho and Bengio (2015) make a new context from them for every word that
    is written:

    1. The decoder asks with a *query* q: its state before the step, sₜ₋₁.
    2. Every source position answers with a *score* eᵢ: how well it fits the query.
    3. Softmax turns the scores into *attention weights* αᵢ, positive numbers that
       add up to 1.
    4. The context of this step is the weighted sum cₜ = Σᵢ αᵢ hᵢ.

    This is *attention*. The hᵢ are its *values*; what the query is compared with
    are *keys* kᵢ, made from the values. In *additive attention* a small network
    gives the score:

        eᵢ = v · tanh(q W_q + kᵢ)   kᵢ = hᵢ Wₖ

    with W_q (H_dec, A), Wₖ (H_enc, A) and v (A), learned with all the rest. Our
    models take half of H as A. Keys do not depend on the query, so they are made
    once a source.

    One query, by hand
    ──────────────────

    Two sentences of four positions, the second with two real words; H_enc = 3,
    H_dec = 2, A = 5. Before the softmax comes the mask of chapter 5: padding gets
    the score −∞, whose exponential is 0, so that it has no part in the sum by which
    softmax divides.
    """);

Generator generator = Generator.seeded(4);
AdditiveAttention attention = AdditiveAttention.xavier(2, 3, 5, generator);
Tensor values = Tensor.normal(Shape.of(4, 2, 3), 2, generator);  // (T,N,H_enc)
Tensor query = Tensor.normal(Shape.of(2, 2), 2, generator);      // (N,H_dec)
Tensor wq = attention.parameters().get(0).value().detach();
Tensor wk = attention.parameters().get(1).value().detach();
Tensor v = attention.parameters().get(2).value().detach();
Tensor keys = values.matmul(wk);                                 // (T,N,A), once a source
Tensor both = keys.plus(query.matmul(wq)).tanh();                // (T,N,A) + (N,A) → (T,N,A)
Tensor scores = both.times(v).sum(-1).transpose();               // (N,T)
Tensor mask = LengthMask.of(new int[] {4, 2}, 4);                // (N,T)
Tensor alpha = mask.where(scores, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax();
System.out.println("scores " + scores);
System.out.println("weights " + alpha + ", each row adds up to " + alpha.sum(1));
Script.end(2, """
    scores (2×4)
    [[-0.4556 -0.1309 -0.9062 -1.1733]
     [-0.4395 -1.1672 -0.7135 -0.1128]]
    weights (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.6743 0.3257 0.0000 0.0000]], each row adds up to (2) [1 1]
    """);

Script.say("""
    And the weighted sum, for all sentences at once: the weights stand as (T, N, 1)
    beside the values.
    """);

Tensor context = alpha.transpose().reshape(4, 2, 1).times(values).sum(0);  // (N,H_enc)
AttentionKeys ready = AttentionKeys.of(attention, values, new int[] {4, 2});
System.out.println("by hand  " + context.at(1));
System.out.println("package  " + attention.attend(query, ready).context().detach().at(1));
AttentionKeys empty = AttentionKeys.of(attention, values, new int[] {4, 0});
System.out.println("length 0 " + attention.attend(query, empty).weights().detach().at(1));
Script.end(3, """
    by hand  (3) [ 2.1149 -1.6022 -0.2998]
    package  (3) [ 2.1149 -1.6022 -0.2998]
    length 0 (4) [0 0 0 0]
    """);

Script.say("""
    `AttentionKeys` keeps what is made before the first query: keys, values, mask.
    `attend` is what we did by hand, with care for one more case: where the valid
    length is 0, all scores are −∞ and softmax would be 0/0. The package's weights,
    and its context, are 0 there.

    A decoder that looks back
    ─────────────────────────

    `AttentionDecoder` is chapter 4's decoder with one change. Beside the word
    stands not c, the same at every step, but cₜ:

        cₜ = attend(sₜ₋₁)   sₜ = cell([xₜ, cₜ], sₜ₋₁)

    It implements the same interface, so encoder, loss, training loop and beam
    search stay as they are. (In training, a sentence that has ended leaves the
    batch: nobody looks back for padding.) *Before you run this, predict:* same
    strings, seed, sizes and epochs; where is the edge now?
    """);

Architecture looking = new AttentionSizes(sizes, AttentionKind.ADDITIVE);
curves = curves.with("attention", ExactMatch.byLength(trained(looking, train, 6), test, 9));
System.out.print(curves.table(3, 4, 5, 6, 7, 8));
Script.show(curves.plot("2000 strings backwards, H = 32, 6 epochs").save(Path.of("images/ch10_length.png")));
Script.end(4, """
    exact match, %      3      4      5      6      7      8
    fixed context    98.1   89.0   39.3   18.3    8.7    2.9
    attention        98.1   95.1   89.3   90.1   76.8   68.1
    images/ch10_length.png
    """);

Script.say("""
    [picture: Exact match against the number of letters: the fixed context falls to
    nearly 0, attention to two thirds — images/ch10_length.png]

    The decoder need not remember the string: it looks it up.

    At full size
    ────────────

    A second of training proves little. `./learn bottleneck` takes 20 000 strings of
    up to 30 letters and three sizes of the fixed context, and trains each model for
    8 epochs, which takes some minutes. What it measured for this page is kept with
    the package, and this cell draws it:
    """);

LengthCurves recorded = LengthCurves.recorded();
System.out.print(recorded.table(5, 8, 10, 15, 20, 25, 30));
Script.show(recorded.plot("20 000 strings backwards, 8 epochs").save(Path.of("images/ch10_bottleneck.png")));
Script.end(5, """
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

    A context of twice the size carries a few letters further. Attention with H = 64
    holds where a fixed context of H = 128 has long given up.

    Where it looks
    ──────────────

    For words, the weights show the *alignment*: which source words a written word
    was made from. We train chapter 7's small translator with attention and let it
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
for (int row = 0; row < alignment.target().size(); row++) {
  System.out.println(Tensor.of(alignment.weights()[row]) + " " + alignment.target().get(row));
}
Script.show(alignment.heatmap("alice always sleeps .").save(Path.of("images/ch10_alignment.png")));
Script.end(6, """
    (7) [0.5925 0.2775 0.1050 0.0245 0.0005 0.0000 0.0000] alice
    (7) [0.0150 0.0398 0.2017 0.7417 0.0018 0.0000 0.0000] dort
    (7) [0.0013 0.0008 0.0676 0.9281 0.0021 0.0000 0.0000] toujours
    (7) [0.0006 0.0007 0.0096 0.9732 0.0159 0.0000 0.0000] .
    (7) [0.0967 0.0397 0.2089 0.5651 0.0895 0.0000 0.0000] <eos>
    images/ch10_alignment.png
    """);

Script.say("""
    [picture: The weights as a heatmap, a row a written word, a column a source
    word; the padding columns are 0 — images/ch10_alignment.png]

    French has the adverb after the verb, and so `dort` looks past *always* to
    *sleeps*. But `toujours` looks to the right of its word, too: what stands at a
    place is a state, and that has read all the words before it. The columns of
    `<pad>` are 0, not nearly 0. `./learn train --attention` trains on all phrases,
    and `./learn translate --plot alignment.png "The girls are not thirsty."` draws
    for a sentence of yours.

    What goes wrong
    ───────────────

    *The mask after the softmax.* It looks harmless to take the softmax of all
    scores and multiply by the mask. Padding is 0 then, too.
    """);

Tensor after = scores.softmax().times(mask);
System.out.println(after + ", each row adds up to " + after.sum(1));
Script.end(7, """
    (2×4)
    [[0.2850 0.3943 0.1816 0.1390]
     [0.2755 0.1331 0.0000 0.0000]], each row adds up to (2) [1.0000 0.4086]
    """);

Script.say("""
    But padding had its part in the sum. The second sentence's weights no longer add
    up to 1, and by how much they fall short depends on the batch that it stands in:
    beside a longer one it is translated differently.

    *Minus infinity that is only minus a lot.* With −10⁹ in place of −∞ all is well
    until the real scores are lower still; then all the weight lies on padding, and
    nothing complains.

    Scaled dot-product attention
    ────────────────────────────

    The decoder does not care how scores are made. The simplest one is a dot
    product:

        eᵢ = ((q W_q) · (hᵢ Wₖ))/√A

    For all queries and keys together it is one matrix product, and so it is what
    transformers use. There the words of a sentence are queries, all at once, and
    the recurrent cell is gone.

    *Before you run this, predict:* what is the root for? Random queries and keys of
    A numbers, 8 positions:
    """);

for (int a : new int[] {4, 64, 1024}) {
  Tensor k = Tensor.normal(Shape.of(8, 100, a), 1, Generator.seeded(a));
  Tensor q = Tensor.normal(Shape.of(100, a), 1, Generator.seeded(a + 1));
  Tensor dots = k.times(q).sum(-1).transpose();                  // (N,T)
  Tensor scaled = dots.dividedBy((float) StrictMath.sqrt(a));
  System.out.println("A = " + a + ": scores about " + dots.pow(2).mean().pow(0.5)
      + ", largest weight " + dots.softmax().max(1).mean()
      + ", scaled " + scaled.softmax().max(1).mean());
}
Script.end(8, """
    A = 4: scores about 2.0196, largest weight 0.5585, scaled 0.3577
    A = 64: scores about 8.0906, largest weight 0.8636, scaled 0.3564
    A = 1024: scores about 31.2771, largest weight 0.9721, scaled 0.3496
    """);

Script.say("""
    A sum of A products grows like √A. Unscaled, a wide model starts as good as
    certain, with hardly any gradient to change its mind. `./learn train --attention
    scaled-dot` trains with it.

    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    values: the encoder's      (T, N, H_enc)              `encoder.forward`
    outputs
    keys, once a source        (T, N, A)                  `attention.keys`
    query: the top layer's     (N, H_dec)                 the decoder
    state before the step
    mask, scores, weights      (N, T)                     `LengthMask`,
                                                          `attention.scores`,
                                                          `MaskedSoftmax`
    context of a step; word    (N, H_enc);                `attention.attend`; the
    and context                (N, D + H_enc)             decoder
    weights of whole           (T′, N, T)                 `decoder.alignment`
    sentences

    Exercises
    ─────────

    Work on them as exercises/README.md (../exercises/README.md) says:

    • exercise 10.1, additive scores and masked softmax: `./learn check 10.1`
    • exercise 10.2, the context vector and its gradient: `./learn check 10.2`

    Where to read on
    ────────────────

    • Bahdanau, Cho and Bengio, "Neural machine translation by jointly learning to
      align and translate" (2015): section 3.1. Their encoder reads in both
      directions, as one of chapter 9's models does.
    • Cho and others, "On the properties of neural machine translation" (2014): the
      fixed context on long sentences.
    • Vaswani and others, "Attention is all you need" (2017): section 3.2, the step
      from here to transformers.
    • The code: `seq2seq.ch10_attention`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
