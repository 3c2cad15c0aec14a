// ch05_mask.jsh, generated from ch05_mask.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch05_mask.jsh
// To go on from where it ends: ./learn jshell 5

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch05_mask.*;
import seq2seq.plot.MaskGrid;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch05_mask.md");

Script.say("""
    Chapter 5: The broadcast mask
    ═════════════════════════════

    *The question: which positions are words, and which are padding?*

    A batch is a rectangle, and sentences are not. Since chapter 1 we fill the short
    ones up with padding, and since then every tensor carries numbers that belong to
    no word at all. Left alone they would be averaged into the loss, looked at by
    attention, and learned: a model that has learned to write `<pad>` after `<pad>`
    has a fine loss, and translates no better. At the end of this chapter you will
    be able to write down, in one comparison and without a loop, which positions of
    a batch are real, and you will recognise four mistakes that make a mask lie
    without any error message.

    The idea
    ────────

    Count the positions of a sentence from 0, as Java does. (Formulas count steps
    from 1, so step t is at position t − 1.) Say that a sentence has 2 real tokens
    (its words, and its `<eos>`). They are at positions 0 and 1; from position 2 on
    there is padding. So one question decides every place in the rectangle: *is the
    position smaller than the number of real tokens?*

    That number of real tokens is the sentence's valid length. The answers, laid out
    as a rectangle with 1 for yes and 0 for no, are the *mask* of the batch. The
    mask is data like any other: we can multiply by it, add it up, and ask it how
    many real tokens a batch holds.

    Could we not ask instead whether an id is `<pad>`? For the ids we could. But
    later it is losses, states and attention that have to be masked, and they hold
    no ids; a length is a single number that goes along. And could we not avoid
    padding, with batches of sentences of one length? Each pair of sentences has two
    lengths, and both would have to agree; pairs of rare lengths could not fill a
    batch.

    The formula
    ───────────

        maskₙ,ₚₒₛᵢₜᵢₒₙ = ⎧ 1  if position < lengthₙ
                         ⎩ 0  otherwise

    for the sentences n = 0, …, N − 1 and the positions 0, …, T − 1. The positions
    are a row (1, T), the valid lengths a column (N, 1), the mask is (N, T).
    Comparing a (1, T) with an (N, 1) is what broadcasting (chapter 0) is for: each
    side is copied along the axis where its size is 1, until both are (N, T). A loop
    over the sentences could stop at the end of each, but it would take them one by
    one, and doing all at once is what a batch is for.

    Which lengths? A batch has two kinds. The lengths of the *source* sentences say
    where the encoder and attention may look; the lengths of the *target* sentences
    say which words count in the loss. Mixing them up gives a mask of a plausible
    shape, so it pays to name them apart. Nothing else in this model has to be
    masked: what is computed at padding does no harm where nobody looks at it.

    The smallest batch that shows it
    ────────────────────────────────

    We take T = 3 steps and N = 2 sentences, of 1 and 2 real tokens. Broadcasting
    never shows its copies, so we make them ourselves. The row is copied *down*,
    once for each sentence, and the column *to the right*, once for each step.
    """);

Tensor positions = Tensor.arange(3).reshape(1, 3);
Tensor lengths = Tensor.ofInts(1, 2).reshape(2, 1);
Tensor down = positions.broadcastTo(2, 3);
Tensor right = lengths.broadcastTo(2, 3);
System.out.println("positions " + positions + "\ncopied down " + down);
System.out.println("lengths " + lengths + "\ncopied to the right " + right);
Script.end(1, """
    positions (1×3)
    [[0 1 2]]
    copied down (2×3)
    [[0 1 2]
     [0 1 2]]
    lengths (2×1)
    [[1]
     [2]]
    copied to the right (2×3)
    [[1 1 1]
     [2 2 2]]
    """);

Script.say("""
    *Before you run this, predict:* six comparisons, three of them true. Which
    three?
    """);

Tensor byHand = down.lessThan(right);
Script.show(byHand);
Script.end(2, """
    (2×3)
    [[1 0 0]
     [1 1 0]]
    """);

Script.say("""
    Row 0 is a sentence of one token: position 0 is below 1, positions 1 and 2 are
    not. Row 1 is a sentence of two. In the middle of row 0 stands the comparison
    that people get wrong: 1 < 1 is false, because the token at position 1 would be
    the *second* one.

    The copies were for our eyes only: an elementwise operation on two tensors makes
    them by itself. `LengthMask.of` makes the mask in one call, `BroadcastCopies`
    keeps the two copies beside it and prints T for true, F for false:
    """);

Tensor mask = positions.lessThan(lengths);
System.out.print(BroadcastCopies.of(new int[] {1, 2}, 3));
System.out.println(Arrays.equals(mask.toArray(), byHand.toArray()));
Script.show(Arrays.equals(LengthMask.of(new int[] {1, 2}, 3).toArray(), mask.toArray()));
Script.end(3, """
    [0 1 2]  <  [1 1 1]  =  [T F F]
    [0 1 2]     [2 2 2]     [T T F]
    true
    true
    """);

Script.say("""
    And as a picture: what was given has solid borders, what broadcasting copied has
    dashed ones.
    """);

Script.show(MaskGrid.of(3, new int[] {1, 2}).save(Path.of("images/ch05_mask.png")));
Script.end(4, """
    images/ch05_mask.png
    """);

Script.say("""
    [picture: The row 0 1 2 copied down, the column 1 2 copied to the right, and
    their comparison: T F F, T T F — images/ch05_mask.png]

    A mask is made of numbers
    ─────────────────────────

    Because true is 1 and false is 0, sums count. Adding up a row gives back its
    valid length; adding up everything gives the number of real tokens, by which
    chapter 6 will divide.
    """);

int[] four = {5, 2, 4, 1};
Tensor batch = LengthMask.of(four, 5);
System.out.println(batch);
System.out.println("a row each: " + batch.sum(1));
System.out.println("real tokens: " + batch.sum() + " of " + batch.size());
Script.end(5, """
    (4×5)
    [[1 1 1 1 1]
     [1 1 0 0 0]
     [1 1 1 1 0]
     [1 0 0 0 0]]
    a row each: (4) [5 2 4 1]
    real tokens: 12 of 20
    """);

Script.say("""
    Multiplying by a mask keeps what is real and turns the rest into 0. Here are six
    numbers, three of them on padding. *Before you run this, predict* the gradient
    of the masked sum with respect to `x` (chapter 0).
    """);

Tensor x = Tensor.of(new float[][] {{3, 50, 60}, {4, 5, 70}}).withGrad();
Tensor sum = x.times(mask).sum();
sum.backward();
System.out.println("sum " + sum);
System.out.println("gradient " + x.grad());
Script.end(6, """
    sum 12
    gradient (2×3)
    [[1 0 0]
     [1 1 0]]
    """);

Script.say("""
    The gradient of a masked sum *is* the mask: what lies on padding cannot move the
    sum at all. (The mask itself gets no gradient. A comparison is flat everywhere
    but at its jump, so it has no slope to hand on, and lengths are nothing to be
    learned.)

    Time first
    ──────────

    From chapter 1 on, sequence tensors have time first. A mask that is to stand
    beside them must have its axes in the same order, so it is transposed:
    """);

Tensor timeMajor = LengthMask.timeMajor(four, 5);
System.out.println(timeMajor);
Script.show(Arrays.equals(batch.transpose().toArray(), timeMajor.toArray()));
Script.end(7, """
    (5×4)
    [[1 1 1 1]
     [1 1 1 0]
     [1 0 1 0]
     [1 0 1 0]
     [1 0 0 0]]
    true
    """);

Script.say("""
    Each *column* is now a sentence, and each row says who is still there at that
    step. Beside a (T, N, H) tensor the mask needs an axis of size 1 at the end,
    `reshape(T, N, 1)`, so that it is copied along the H numbers of a position: a
    whole vector is kept or cleared at once.

    A sentence without words
    ────────────────────────

    What if a valid length is 0? With `<eos>` in every sentence that cannot happen,
    but data does not always come so. No position is below 0, so its row is all 0,
    without a special case. The parts that use the mask do need one: the encoder
    rejects an empty sentence, since there is no last token to take a state from; a
    loss over a batch without one real token (chapter 6) is an error; attention
    (chapter 10) gives it weights of 0.

    An impossible length is rejected at once; the message names the sentence and the
    rule:
    """);

Script.fails(() -> {
  LengthMask.of(new int[] {1, 4}, 3);
});
Script.end(8, """
    ShapeException: mask: sentence 1 has valid length 4; it must be from 0 to 3, the number of steps
    """);

Script.say("""
    What goes wrong
    ───────────────

    One token too many: `<=`

    There is no `lessThanOrEqual` among the operations, but it is quickly made: "not
    greater".
    """);

Tensor tooMany = Tensor.ones(2, 3).minus(positions.greaterThan(lengths));
System.out.println(tooMany);
System.out.println("real tokens: " + tooMany.sum());
Script.end(9, """
    (2×3)
    [[1 1 0]
     [1 1 1]]
    real tokens: 5
    """);

Script.say("""
    Five real tokens, where there are 3. Nothing crashes, but a loss would now count
    one place of padding after each sentence that does not fill its row, and there
    is nothing to get right there; chapter 11 shows how far that puts it off. And on
    a batch where both sentences fill all 3 steps the wrong mask is right. So test a
    mask with lengths that differ, and count its ones. The fix is `<`.

    The column that was a row

    Leave out the `reshape(2, 1)`, and lengths (N) meet positions (T). With N = 2
    and T = 3 that does not fit, and we are told at once:
    """);

Script.fails(() -> {
  Tensor.arange(3).lessThan(Tensor.ofInts(1, 2));
});
Script.end(10, """
    ShapeException: lessThan: cannot broadcast (3) with (2): axis -1 has sizes 3 and 2, which must be equal or 1
    """);

Script.say("""
    With N = T it fits. Three sentences of three steps, of 1, 2 and 3 tokens:
    """);

Tensor diagonal = Tensor.arange(3).lessThan(Tensor.ofInts(1, 2, 3));
System.out.println("wrong: " + diagonal);
System.out.println("right: " + LengthMask.of(new int[] {1, 2, 3}, 3));
Script.end(11, """
    wrong: (3) [1 1 1]
    right: (3×3)
    [[1 0 0]
     [1 1 0]
     [1 1 1]]
    """);

Script.say("""
    The wrong one compared position 0 with the length of sentence 0, position 1 with
    that of sentence 1, and so on. What it gave back is a vector, which, broadcast
    once more, would declare everything real.

    The mask on its side

    The costlier twin: a right mask (N, T) beside numbers that are (T, N). Let every
    real token cost 1 and every padded position 9, so that a mean over real tokens
    must be exactly 1. (`mask.where(a, b)` takes `a` where the mask is 1, and `b`
    where it is 0.)
    """);

int[] ofThree = {1, 2, 3};
Tensor cost = LengthMask.timeMajor(ofThree, 3).where(Tensor.scalar(1), Tensor.scalar(9));
System.out.println("cost (T,N) " + cost);
Tensor sideways = LengthMask.of(ofThree, 3);
System.out.println("on its side: " + cost.times(sideways).sum().dividedBy(sideways.sum()));
Tensor upright = LengthMask.timeMajor(ofThree, 3);
System.out.println("time first: " + cost.times(upright).sum().dividedBy(upright.sum()));
Script.end(12, """
    cost (T,N) (3×3)
    [[1 1 1]
     [9 1 1]
     [9 9 1]]
    on its side: 5
    time first: 1
    """);

Script.say("""
    The mask on its side has the right number of ones, and both shapes are (3×3), so
    nothing complains. Only the result is wrong, since 3 of the 6 positions that it
    let through were padding. Name a mask by its axes, and in tests let no two sizes
    be equal: with N = 2 and T = 3 the same slip is an error message.

    Zero times infinity

    Multiplying by 0 clears every finite number. It does not clear an infinity or a
    NaN ("not a number", what 0/0 gives): by the rules of floating point, 0 · ∞ is
    NaN, and one NaN makes a sum NaN. Such values do come up: the logarithm of a
    probability that was rounded to 0 is minus infinity, and chapter 10 puts minus
    infinity on padding itself. Where padding may hold them, choose instead of
    multiplying: `where` never looks at what it does not take, and on the way back
    it sends 0 there. (That cleans no more than its own input. Further back, a
    logarithm of 0 would divide this 0 by 0. So choose before such a step, or do not
    let the infinity arise; chapter 6 does the latter.)
    """);

Tensor risky = Tensor.of(new float[][] {{3, 50, 60}, {4, 5, Float.POSITIVE_INFINITY}});
System.out.println("times: " + risky.times(mask).sum());
System.out.println("where: " + mask.where(risky, Tensor.scalar(0)).sum());
Script.end(13, """
    times: NaN
    where: 12
    """);

Script.say("""
    Shapes
    ──────

    what                       shape                      made by
    ─────────────────────────  ─────────────────────────  ──────────────────────────
    valid lengths              (N) ints, each from 0 to   counted when the batch was
                               T                          padded
    positions                  (1, T)                     `LengthMask.positions(T)`
    lengths as a column        (N, 1)                     `LengthMask.column(lengths
                                                          )`
    mask                       (N, T), 1 = real token, 0  `LengthMask.of(lengths,
                               = padding                  T)`
    mask, time first           (T, N)                     `LengthMask.timeMajor(leng
                                                          ths, T)`
    mask beside outputs        (T, N, 1)                  `reshape(T, N, 1)`
    (T, N, H)

    In five lines
    ─────────────

    • The valid length of a sentence is the number of its real tokens; a mask has 1
      for each of them and 0 for padding.
    • One comparison makes it: positions as a row, lengths as a column, `<`.
    • Sums of a mask count: rows give the lengths, the whole gives the number of
      real tokens.
    • Multiplying by it keeps what is real, and its gradient is the mask; `where`
      also keeps infinities and NaN out.
    • Name a mask by its axes, and test it with N ≠ T and lengths that differ.

    What if?
    ────────

    1. What if padding stood in front of the sentences instead of behind them? Which
       comparison makes the mask?
    2. What if a mask held `true` and `false` instead of 1 and 0? Which lines of
       this chapter would need other words?
    3. What if a batch is sorted by length, and you take the mask of the unsorted
       one? Would any shape tell?

    Answers (../solutions/answers.md#chapter-5)

    Exercises
    ─────────

    • exercise 5.1, the length mask by broadcasting, on plain arrays: `./learn check
      5.1` (how to (../exercises/README.md))
    • exercise 5.2, the mask for attention scores (T′, N, T) from the source
      lengths: `./learn check 5.2`

    Where to read on
    ────────────────

    • NumPy's page on broadcasting
      (https://numpy.org/doc/stable/user/basics.broadcasting.html): the rule that
      most tensor libraries follow.
    • Zhang, Lipton, Li and Smola, *Dive into Deep Learning*, sequence-to-sequence
      learning (https://d2l.ai/chapter_recurrent-modern/seq2seq.html): the same mask
      at work in a loss.
    • The code: `LengthMask` (main/java/seq2seq/ch05_mask/LengthMask.java) and
      `BroadcastCopies` (main/java/seq2seq/ch05_mask/BroadcastCopies.java), two
      small classes.

    ────────────────────────────────────────

    Chapter 4, the decoder (ch04_decoder.md) · Contents (README.md) · next: Chapter
    6, the masked loss (ch06_loss.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
