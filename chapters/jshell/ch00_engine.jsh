// ch00_engine.jsh, generated from ch00_engine.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch00_engine.jsh
// To go on from where it ends: ./learn jshell 0

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import java.util.stream.IntStream;
import seq2seq.ch00_engine.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch00_engine.md");

Script.say("""
    Chapter 0: Scalars to tensors
    ═════════════════════════════

    *The question: how does a program know its own derivatives?*

    This course builds one machine, and this page lays its floor. The machine reads
    a sentence in one language and writes it in another. It learns to, from examples
    alone, by changing half a million numbers a little at a time, and it must know
    in which direction to change each of them. At the end of this chapter you will
    be able to find those directions by following gradients backwards through any
    expression, and you will recognise the mistake with gradients that everybody
    makes once.

    What we are going to build
    ──────────────────────────

    Many tasks turn one sequence into another: a sentence into its translation, the
    sound of a voice into words, a question into an answer. What makes them hard is
    that the two lengths differ. Four words may become five, and a second of sound
    may become one syllable. The lengths are related, since long sentences have long
    translations, but nobody can say beforehand which word goes with which. Learning
    such a task from examples is called *sequence-to-sequence learning*.

    The idea that carries this course is to use two networks, because reading and
    writing are two jobs, in two languages. The first one, the *encoder*, reads the
    whole input and keeps what it has understood in a fixed number of numbers, the
    *context*. The second one, the *decoder*, starts from the context and writes the
    output, one word after the other.
    """);

List<String> source = List.of("we", "sleep", "very", "well");
List<String> target = List.of("nous", "dormons", "très", "bien");
Script.show(ModelOverview.of(source, target).save(Path.of("images/ch00_model.png")));
Script.end(1, """
    images/ch00_model.png
    """);

Script.say("""
    [picture: Words go in at the bottom left, one at each step; the boxes of the
    encoder, h_1 to h_4, hand what they know to the right, up to the context c;
    arrows lead from c to each box of the decoder, s_1 to s_4, which also reads the
    right word of the step before, at first bos, and writes one word; above, a loss
    compares each word with the target — images/ch00_model.png]

    Read the picture from left to right. At the bottom left the words go in, one at
    each step. The boxes of the encoder, h₁ to h₄, hand what they know to the right,
    until the last one holds the context, c. At the right are the boxes of the
    decoder, s₁ to s₄. Each of them is given the context, along the line below, and
    the word before its own. For the first box that is `<bos>`, "beginning of
    sentence", because it must be given something before anything has been written.

    What is grey in the picture, and the loss, belongs to training. There the right
    words are known: the decoder reads them, and the loss says how far its own words
    are from them. In use there is nothing grey. Each word that the decoder writes
    is what it reads next, until it writes `<eos>`, "end of sentence" (not drawn, on
    either side). Every part in this picture gets a chapter of its own, and the
    picture comes back each time with that part in colour.

    Kyunghyun Cho and others proposed this pair of networks in 2014 and let it score
    the pairs of phrases from which another translation system builds its sentences.
    Shortly afterwards, and independently, Ilya Sutskever, Oriol Vinyals and Quoc Le
    let such a pair write the translations itself, better than any network had done
    by itself until then. The first paper speaks of an *encoder-decoder*, the second
    of *sequence to sequence*; both names have stayed. Dzmitry Bahdanau and others
    soon saw what limits the idea: a fixed number of numbers is too small for a long
    sentence. Their remedy, attention, is chapter 10.

    What does it mean to learn a translation? The model never answers with one word.
    It gives every word of its vocabulary a probability, and so it gives a
    probability to every possible sentence: P(Y | X), read "the probability of the
    output Y, given the input X". Encoder and decoder are trained together, for one
    aim: make log P(Y | X) as large as possible, on average over the pairs of
    sentences that we have. (In this course log is the natural logarithm, which
    school calls ln.) Chapter 6 says why a logarithm, and chapter 7 does the
    training.

    Training, then, means turning half a million numbers so that one number
    improves. One could turn them at random and keep what helps; but among so many a
    random turn helps here and harms there, and hardly anything is left over. So for
    each of them we want to know whether turning it up helps or harms, and how much.
    That is a slope, and it is where we start.

    The slope of an expression
    ──────────────────────────

    Take y = a · b + a² at a = 2, b = −3. If we move a by a tiny δ, how far does y
    move, measured in units of δ? That ratio is the slope of y in the direction of
    a. Nothing but arithmetic is needed to measure it: step a little to the right,
    step a little to the left, and divide the difference by the distance between the
    two places, 2δ. The step should be so small that the slope hardly changes on the
    way, and not so small that the two results agree in nearly all their digits:
    then rounding is most of what their difference shows.
    """);

DoubleBinaryOperator f = (p, q) -> p * q + p * p;
double delta = 0.001;
double slopeA = (f.applyAsDouble(2 + delta, -3) - f.applyAsDouble(2 - delta, -3)) / (2 * delta);
double slopeB = (f.applyAsDouble(2, -3 + delta) - f.applyAsDouble(2, -3 - delta)) / (2 * delta);
System.out.println("slopes " + Numbers.fixed(slopeA, 4) + " and " + Numbers.fixed(slopeB, 4));
Script.end(2, """
    slopes 1.0000 and 2.0000
    """);

Script.say("""
    School mathematics agrees: ∂y/∂a = b + 2a = 1 and ∂y/∂b = a = 2. (The round ∂
    says that the other input is held still.) All these slopes together are the
    *gradient* of y.

    Measuring takes two evaluations for each input. Our model has half a million of
    them (the one that `./learn train` trains; those on these pages are mostly
    smaller), so one small improvement would cost a million evaluations. Working out
    the slopes on paper, as in school, is no way out: half a million formulas, and
    all of them anew whenever the model changes. There is a way by which the program
    finds every slope itself, for about the price of one evaluation.

    The graph, and the walk backwards
    ─────────────────────────────────

    While the program computes, let it remember what it did: which numbers each
    result was made from, and by which operation. That memory is a *computation
    graph*. (It holds what was done, not the program: of an `if` only the branch
    taken, of a loop every round.) Its numbers are the *nodes*. Those that were not
    computed, here a and b, are the *leaves*.

    Now start at the end. If y moves by 1, then y moves by 1, so its own gradient is
    1. From there every node hands its gradient on to the nodes that it was made
    from, multiplied by the slope of its one operation. That is the chain rule of
    school, used one step at a time. The whole walk is the *backward pass*, also
    called backpropagation:

    operation   slope with respect to each input  so the inputs receive
    ──────────  ────────────────────────────────  ─────────────────────
    v = a + b   1 and 1                           dv and dv
    v = a · b   b and a                           b · dv and a · dv
    v = aᵖ      p · aᵖ⁻¹                          p · aᵖ⁻¹ · dv
    v = tanh a  1 − v²                            (1 − v²) · dv

    Here dv is short for "the gradient of v", ∂y/∂v. (The tanh is an S-shaped
    function from −1 to 1; further down this page stand its formula, its picture and
    where its slope comes from.) `Scalar` is a `double` that remembers how it was
    made. *Before you run this, predict* the gradient of a; it is used in two
    places.
    """);

Scalar a = Scalar.of(2);
Scalar b = Scalar.of(-3);
Scalar y = a.times(b).plus(a.pow(2));
y.backward();
Expression graph = Expression.of(y).with("a", a).with("b", b).with("y", y);
Script.show(graph);
Script.end(3, """
    a  = 2.0000                   grad 1.0000
    b  = -3.0000                  grad 2.0000
    v1 = a * b = -6.0000          grad 1.0000
    v2 = pow 2.0000 (a) = 4.0000  grad 1.0000
    y  = v1 + v2 = -2.0000        grad 1.0000
    """);

Script.show(ExpressionGraph.of(y).with("a", a).with("b", b).with("y", y).save(Path.of("images/ch00_graph.png")));
Script.end(4, """
    images/ch00_graph.png
    """);

Script.say("""
    [picture: The leaves a and b at the left, the product and the square in the
    middle, y at the right, each with its value and its gradient; two arrows leave a
    — images/ch00_graph.png]

    Follow the gradients from y. The sum hands its 1 to both sides. The product
    hands b · 1 = −3 to a and a · 1 = 2 to b. The square hands 2a · 1 = 4 to a. So a
    receives −3 and 4, and what arrives at a node *adds up*, to 1: moving a moves y
    along both paths. The numbers are those that we measured.

    Why is this so cheap? Every operation is visited once on the way forward and
    once on the way back. On the way back it has a small computation to do for each
    of its inputs, and it has one or two of them. A walk back therefore costs about
    as much as the evaluation did, two or three times at the most, *however many
    inputs the whole expression has*. That is what makes learning with half a
    million numbers possible.

    Why not walk forwards? One can: start at one input, and follow how a change of
    it spreads. But that gives the slope for *this* input only, and there are half a
    million. There is just one result, so backwards one walk is enough.

    The order of the walk

    One thing can go wrong. Suppose a handed its gradient on to something below it
    as soon as the −3 had arrived, before the 4. It would hand on an incomplete
    gradient. So a node may hand on only after *everything that uses it* has handed
    to it. An order in which each node comes after all its users is called a
    *topological order*.

    To find one, count first and walk second:

    1. Starting from the result, count for each node how many times it is used. (a
       is used twice here: once in the product, once in the square.)
    2. Keep a list of nodes that are ready, at first only the result. Take one off;
       hand its gradient to each of its inputs, and subtract 1 from that input's
       count. An input whose count has reached 0 has received everything, so it is
       ready.

    Each node is taken off the list once and each arrow followed once. Following
    every *path* instead would also add up to the right gradient, and take forever:
    in a graph of 60 doublings, a + a, then that plus itself, and so on, there are
    61 nodes, 120 arrows and 2⁶⁰ paths. Exercise 0.1 asks for the walk with the
    list.

    What a slope is good for
    ────────────────────────

    Here is the smallest model there is: one adjustable number w, a *weight*. Asked
    anything, it answers tanh(2w), and we wish that it answered 0.5. How wrong it is
    goes into a single number, the *loss*: (tanh(2w) − 0.5)². It is 0 when the
    answer is right, and larger the further off the answer is. Why the square? It
    counts a miss alike on both sides, and it gets flatter towards the goal, so that
    the steps shorten as we come near. The plain distance is as steep near the goal
    as far from it, and we would step over the goal again and again.

    If the slope of the loss is positive, the loss rises to the right, so we go
    left; if it is negative we go right. Either way: move w *against* its gradient.
    This is *gradient descent*. The factor that says how far, here 0.25, is the
    *learning rate*. With many weights, all of them move at once, each against its
    own slope; the steeper that is, the further the weight goes. As long as the
    steps are short, the gains of all of them simply add up.
    """);

Scalar lossAt(Scalar weight) {
  return weight.times(2).tanh().minus(Scalar.of(0.5)).pow(2);
}
double[][] descend(double rate, int steps) {
  double[][] walk = new double[2][steps];
  double w = 1;
  for (int step = 0; step < steps; step++) {
    Scalar weight = Scalar.of(w);
    Scalar loss = lossAt(weight);
    loss.backward();
    walk[0][step] = w;
    walk[1][step] = loss.value();
    w -= rate * weight.grad();
  }
  return walk;
}
double[][] walk = descend(0.25, 16);
System.out.println("w " + Numbers.fixed(walk[0][15], 4)
    + ", loss " + Numbers.fixed(walk[1][15], 4));
Script.end(5, """
    w 0.2747, loss 0.0000
    """);

Script.say("""
    After fifteen moves the loss is 0 to four digits, and nobody wrote down its
    derivative.
    """);

double[] xs = IntStream.range(0, 71).mapToDouble(i -> -0.1 + i * 0.02).toArray();
double[] curve = Arrays.stream(xs).map(x -> lossAt(Scalar.of(x)).value()).toArray();
Script.show(LinePlot.of("Walking against the slope", "weight w", "loss (tanh(2w) − 0.5)²").
    with("loss", xs, curve).with("steps 0 to 15", walk[0], walk[1]).withYRange(0, 0.5).
    save(Path.of("images/ch00_engine.png")));
Script.end(6, """
    images/ch00_engine.png
    """);

Script.say("""
    [picture: The loss as a curve over the weight, and fifteen moves from w = 1 down
    to the minimum — images/ch00_engine.png]

    Notice the short first steps, where the loss is large. At w = 1 the tanh is
    nearly flat, and a flat function has a small slope. Remember this in chapter 2,
    where fifty such functions stand in a row.

    Steps that are too long

    A slope is true at one place. The further we step, the less it says about the
    place where we land. Here is the same descent at four other learning rates, and
    where it is at steps 36 to 39. The best place is 0.2747. *Before you run it,
    predict* which of the four have found it.
    """);

for (double rate : new double[] {0.05, 0.4, 0.6, 1.5}) {
  double[][] path = descend(rate, 40);
  StringBuilder line = new StringBuilder("rate " + Numbers.fixed(rate, 2) + ", w:");
  for (int step = 36; step < 40; step++) {
    line.append(' ').append(Numbers.fixed(path[0][step], 3));
  }
  System.out.println(line);
}
Script.end(7, """
    rate 0.05, w: 0.578 0.557 0.536 0.514
    rate 0.40, w: 0.275 0.275 0.275 0.275
    rate 0.60, w: 0.336 0.200 0.445 0.195
    rate 1.50, w: 4.275 4.275 4.275 4.275
    """);

Script.say("""
    With 0.05 we are on the right way, but not there yet: safe and slow. With 0.4 we
    have arrived. With 0.6 each step lands on the other side of the valley, now
    nearer and now further away, and the walk jumps to and fro for ever. With 1.5
    one step, long before those shown, went past the valley to a steep place at its
    left, and the next one threw w out to 4.275 at the right. There tanh is so flat
    that the weight no longer moves in any digit shown. Nothing will ever bring it
    back.

    That is how a learning rate shows itself in any model: too small, and the loss
    falls slowly; too large, and it stops falling, jumps about, or is thrown to a
    place from which no gradient leads back. So one finds a rate by trying: begin
    with one that is too large, and divide it by three or so until the loss falls
    and goes on falling.

    Does the walk end in the *deepest* valley? Nothing promises that. But with half
    a million weights there is nearly always some direction that still leads down,
    and it is thought that most places where a large network comes to rest are good
    enough (*Deep Learning*, section 8.2.2
    (https://www.deeplearningbook.org/contents/optimization.html)).

    From numbers to arrays
    ──────────────────────

    A model has many weights, and most of its work is the same operation on many
    numbers. A *tensor* is an array of numbers with a *shape*. The shape (2 × 3) has
    two *axes*, of sizes 2 and 3; a single number, called a *scalar*, has the shape
    () and no axis. Our tensors hold float32 numbers, which carry about seven
    digits. (Why not double? It takes twice the memory, and a processor handles half
    as many of them at a time; and a slope that comes from a few example sentences
    is uncertain long before its seventh digit.) Every operation on them makes one
    node of the graph, however many numbers it touches. (The code that computes and
    remembers the graph is called the *engine*. `Scalar` is our small one, `Tensor`
    our fast one.)
    """);

Tensor m = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
Script.show(m.times(m));
Script.end(8, """
    (2×3)
    [[ 1  4  9]
     [16 25 36]]
    """);

Script.say("""
    Most operations go element by element, as this product does. A sum over an axis
    makes that axis disappear: `m.sum(0)` adds the rows to one another and has the
    shape (3). A sum over everything, `m.sum()`, leaves a single number.

    Broadcasting
    ────────────

    An operation that goes element by element needs two equal shapes. Often they are
    not equal, and yet it is clear what is meant: add this one row to every row,
    compare this one column with every column. *Broadcasting* is the rule that makes
    such shapes equal. Write the two shapes one above the other, aligned at the
    right. In each place the sizes must be equal, or one of them must be 1 (a
    missing size counts as 1). Where a size is 1, that tensor is copied along the
    axis:

        (2 × 1) and (3) → (2 × 1) and (1 × 3) → (2 × 3)

    What is the gradient of a number that was copied? It is used in several places,
    so what comes back from its copies adds up, as it did for a. *Before you run
    this, predict* both gradients of the total. (`withGrad()` marks the leaves whose
    gradients we want. What is computed from them has one too; ask any other tensor
    for its `grad()`, and an error says what to do.)
    """);

Tensor column = Tensor.of(new float[][] {{10}, {20}}).withGrad();
Tensor row = Tensor.of(1, 2, 3).withGrad();
Tensor sum = column.plus(row);
sum.sum().backward();
System.out.println("sum " + sum);
System.out.println("gradient of column " + column.grad());
System.out.println("gradient of row " + row.grad());
Script.end(9, """
    sum (2×3)
    [[11 12 13]
     [21 22 23]]
    gradient of column (2×1)
    [[3]
     [3]]
    gradient of row (3) [2 2 2]
    """);

Script.say("""
    Each number of the column was used in 3 places, each number of the row in 2. A
    gradient always has the shape of its tensor. Where the rule does not hold the
    engine says so: (2 × 3) and (2) is an error, because at the right end 3 meets 2.
    To give each *row* a number, make a column of them first, with `reshape(2, 1)`.

    The matrix product
    ──────────────────

    Nearly all the time of training goes into one operation, the *matrix product*.
    With A of shape (m, k) and B of shape (k, n), each row of A meets each column of
    B; their numbers are multiplied in pairs and added up:

        Cᵢⱼ = Σₚ Aᵢₚ Bₚⱼ   (m, k) · (k, n) → (m, n)

    The two inner sizes must agree. They disappear, and the outer ones remain.

    For its gradient, follow one element. Aᵢₚ is used in row i of C, once in each
    column j, and there it is multiplied by Bₚⱼ. So each of those columns sends back
    dCᵢⱼ Bₚⱼ, and they add up: dAᵢₚ = Σⱼ dCᵢⱼ Bₚⱼ. That is a matrix product again,
    of dC with B lying on its side. A matrix lying on its side, rows for columns, is
    its *transpose*, written Bᵀ. The same thought for B gives a third product:

        dA = dC · Bᵀ
        (m, n) · (n, k) → (m, k)
        dB = Aᵀ · dC
        (k, m) · (m, n) → (k, n)

    You need not remember where the transposes go. As long as the three sizes
    differ, there is only one way to put the factors together so that the shapes
    come out.

    `MatMulByHand` has all three as loops, to be read. To have a single number at
    the end, the cell multiplies each element of C by a factor that we give it, and
    adds everything up. So dC is just these factors. *Before you run it*, compute
    two numbers on paper: C₀₀, and dB₀₀ = A₀₀ · dC₀₀ + A₁₀ · dC₁₀.
    """);

float[][] left = {{1, 2, 3}, {4, 5, 6}};
float[][] right = {{1, 0}, {0, 3}, {2, -1}};
float[][] dC = {{1, 0}, {10, 100}};
Tensor A = Tensor.of(left).withGrad();
Tensor B = Tensor.of(right).withGrad();
Tensor C = A.matmul(B);
C.times(Tensor.of(dC)).sum().backward();
System.out.println("C " + C + "\ndA " + A.grad() + "\ndB " + B.grad());
System.out.println("as by hand: " + Arrays.deepEquals(MatMulByHand.product(left, right), C.toRows())
    + ", " + Arrays.deepEquals(MatMulByHand.gradientOfA(dC, right), A.grad().toRows())
    + ", " + Arrays.deepEquals(MatMulByHand.gradientOfB(left, dC), B.grad().toRows()));
Script.end(10, """
    C (2×2)
    [[ 7  3]
     [16  9]]
    dA (2×3)
    [[  1   0   2]
     [ 10 300 -80]]
    dB (3×2)
    [[ 41 400]
     [ 52 500]
     [ 63 600]]
    as by hand: true, true, true
    """);

Script.say("""
    A layer, and why it is bent
    ───────────────────────────

    Multiply the inputs x by a weight matrix W, add a row of numbers b, the *bias*,
    and you have a *linear layer*: x W + b. With x of shape (N, D) and W of shape
    (D, H) it turns N rows of D numbers into N rows of H. The weights say how much
    each input matters to each output, and the bias says what comes out when all
    inputs are 0.

    Would two linear layers, one behind the other, be able to do more than one?
    *Before you run this*, think of school: what is a linear function of a linear
    function? (`Tensor.normal` draws random numbers around 0; with 1 as their
    standard deviation most lie between −2 and 2. The 3 is a seed, as in Java's own
    `Random`: any other would do, and the same seed draws the same numbers. The
    biases are left out.)
    """);

Generator random = Generator.seeded(3);
Tensor x = Tensor.normal(Shape.of(4, 5), 1, random);
Tensor first = Tensor.normal(Shape.of(5, 6), 1, random);
Tensor second = Tensor.normal(Shape.of(6, 2), 1, random);
Tensor twoLayers = x.matmul(first).matmul(second);
Tensor oneLayer = x.matmul(first.matmul(second));
double largest = 0;
for (float difference : twoLayers.minus(oneLayer).toArray()) {
  largest = Math.max(largest, Math.abs(difference));
}
System.out.println("largest difference below 0.00001: " + (largest < 0.00001));
Script.end(11, """
    largest difference below 0.00001: true
    """);

Script.say("""
    The two layers are one layer, with the weights W₁ W₂. (With biases they still
    are one, whose bias is then b₁ W₂ + b₂.) However many we put in a row, nothing
    is gained. That is why between any two layers there is a function that is not a
    straight line, a *nonlinearity*. This course uses two:

    • *tanh*, tanh a = (eᵃ − e⁻ᵃ)/(eᵃ + e⁻ᵃ), squeezes any number into the range
      from −1 to 1. (The numerator has the denominator as its slope, and the
      denominator the numerator; so school's quotient rule gives 1 − tanh² a, the
      1 − v² of the table above.)
    • the *sigmoid*, σ(a) = 1/(1 + e⁻ᵃ), squeezes it into the range from 0 to 1,
      which is good for numbers that say "how much of this". (Its slope, by the same
      school rules, is σ(1 − σ), at most 1/4, where σ is one half.)
    """);

double[] as = IntStream.range(0, 81).mapToDouble(i -> -4 + i * 0.1).toArray();
Script.show(LinePlot.of("The two bent functions of this course", "a", "value").
    with("tanh a", as, Arrays.stream(as).map(v -> Scalar.of(v).tanh().value()).toArray()).
    with("sigmoid a", as, Arrays.stream(as).map(v -> Scalar.of(v).sigmoid().value()).toArray()).
    withYRange(-1.1, 1.1).save(Path.of("images/ch00_bent.png")));
Script.end(12, """
    images/ch00_bent.png
    """);

Script.say("""
    [picture: Two S-shaped curves: tanh from -1 to 1, sigmoid from 0 to 1 —
    images/ch00_bent.png]

    Linear layers with nonlinearities between them: that is a *neural network*, all
    of it. Is that enough? Two linear layers with one bend between them, if only
    wide enough, come as near as one likes to any continuous function of inputs in a
    bounded range (*Deep Learning*, section 6.4.1
    (https://www.deeplearningbook.org/contents/mlp.html)). How wide, and whether
    training finds the weights, is another matter. The rest of this course is about
    how to arrange them.

    Two engines, one answer
    ───────────────────────

    One layer with its tanh, and a sum to make a single number of it: s = Σⱼ tanh(Σᵢ
    xᵢ Wᵢⱼ + bⱼ). `OneLayer` has it twice, as four operations on tensors and as
    loops over scalars.
    """);

double[] xv = {0.5, -1};
double[][] wv = {{0.1, -0.4, 0.3}, {0.7, 0.2, -0.6}};
double[] bv = {0, 0.1, -0.2};
OneLayer.Answer scalars = OneLayer.onScalars(xv, wv, bv);
OneLayer.Answer tensors = OneLayer.onTensors(xv, wv, bv);
double apart = scalars.largestDifference(tensors);
System.out.println("largest difference, gradients too: " + Numbers.scientific(apart, 2));
Script.end(13, """
    largest difference, gradients too: 2.8e-08
    """);

Script.say("""
    The tensors hold float32 and the scalars hold double, so they differ in the
    eighth digit. The scalar engine is slow, and short enough to be read whole. In
    this course it is the judge of the fast one.

    An op of your own
    ─────────────────

    An operation of the engine is two formulas, one forwards and one backwards, and
    there is one door through which it joins the graph: `Autograd.result`. The
    engine's own operations go through it, and so can yours. Here is softsign,
    y = x / (1 + |x|), whose slope is 1 / (1 + |x|)². Three things help to read it:

    • The engine has no |x|, so we take the root of x², `x.times(x).pow(0.5)`.
    • `detach()` gives the numbers of a tensor without its graph. We need no graph
      here, since we write down the slope ourselves.
    • The formula for the way back is told dy, the gradient of the result, and adds
      to `x.gradient()`, the place where all that arrives at `x` is collected.
      (`grad()` shows afterwards what is there.)
    """);

Tensor softsign(Tensor x) {
  Tensor size = Tensor.ones(x.shape().toArray()).plus(x.times(x).pow(0.5)).detach();
  float[] y = x.dividedBy(size).toArray();
  return Autograd.result("softsign", x.shape(), y, dy -> x.gradient().add(
      Tensor.of(x.shape(), dy).dividedBy(size.times(size)).toArray()), x);
}
GradientCheck.check("softsign", in -> softsign(in[0]), 1e-3, Tensor.of(-2, 0.5f, 3));
Tensor one = Tensor.of(1, -3).withGrad();
softsign(one).sum().backward();
System.out.println(one.grad());
Script.end(14, """
    (2) [0.2500 0.0625]
    """);

Script.say("""
    `GradientCheck` measured the slopes, as we did above, and was content: it throws
    where one of them differs from ours by more than the `1e-3` that we allow.
    Measured with float32 numbers, a slope is right to a few digits only, and a
    wrong formula is usually wrong by far more than that.

    What goes wrong
    ───────────────

    Gradients that were not cleared

    `backward()` *adds* to the gradients that are there. Within one graph it has to,
    as we saw with a. But a loop expects a fresh gradient each time. The slope of w²
    at w = 3 is 6:
    """);

Tensor weight = Tensor.of(3).withGrad();
weight.times(weight).sum().backward();
System.out.println("first time " + weight.grad());
weight.times(weight).sum().backward();
System.out.println("again, not cleared " + weight.grad());
weight.clearGrad();
weight.times(weight).sum().backward();
System.out.println("again, cleared " + weight.grad());
Script.end(15, """
    first time (1) [6]
    again, not cleared (1) [12]
    again, cleared (1) [6]
    """);

Script.say("""
    The 12 is no error message, only a wrong number. In a descent each step would
    still carry the slopes of all the places before, like a ball that rolls through
    the valley and up the other side. So make it a habit: clear, forward, backward,
    update.

    A graph that is walked twice

    A graph keeps the numbers of the way forward, since the slopes are made of them.
    After its backward pass it is let go, so that its memory is free for the next
    one. Asking for a second walk is an error that says so:
    """);

Tensor loss = Tensor.of(3).withGrad().sum();
loss.backward();
Script.fails(() -> {
  loss.backward();
});
Script.end(16, """
    IllegalStateException: backward: this graph was walked before; its memory is gone. Compute the loss again, then call backward() once
    """);

Script.say("""
    To get the gradient again, compute the loss again.

    Shapes
    ──────

    what                                     shape
    ───────────────────────────────────────  ───────────────────────────────────────
    a single number                          ()
    matrix product C = A · B                 (m, k) · (k, n) → (m, n)
    its gradients, dA = dC · Bᵀ and          (m, k) and (k, n), the shapes of A and
    dB = Aᵀ · dC                             B
    linear layer x W + b                     (N, D) · (D, H) + (H) → (N, H)

    In five lines
    ─────────────

    • A slope says how far the result moves when one number is moved a little; all
      slopes together are the gradient.
    • The program remembers how each number was made. One walk back over that graph
      gives every slope, for about the price of one evaluation.
    • What arrives at a node adds up, and a node hands on only when all of it has
      arrived.
    • Gradient descent moves each weight a little against its gradient. Too small a
      rate is slow, too large a one never finds the lowest place.
    • Layers are matrix products and a bias, with a bent function between them;
      without the bend, many layers are one.

    What if?
    ────────

    1. What if the learning rate were negative?
    2. What if the smallest model started at w = 10 instead of 1?
    3. What if a node handed its gradient on each time something arrived, instead of
       once at the end? Would the leaves get the right gradients?

    Answers (../solutions/answers.md#chapter-0)

    Exercises
    ─────────

    • exercise 0.1, the backward pass of scalars in topological order: `./learn
      check 0.1` (how to (../exercises/README.md))
    • exercise 0.2, the shape that two shapes broadcast to: `./learn check 0.2`
    • exercise 0.3, the two gradients of a matrix product: `./learn check 0.3`

    If 0.1 is too steep at first, do 0.2 and 0.3 before it.

    Where to read on
    ────────────────

    • Andrej Karpathy, micrograd (https://github.com/karpathy/micrograd) (2020): the
      idea of `Scalar` in 94 lines of Python.
    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      chapter 6 (https://www.deeplearningbook.org/contents/mlp.html): section 6.5 is
      backpropagation on graphs.
    • NumPy's page on broadcasting
      (https://numpy.org/doc/stable/user/basics.broadcasting.html).
    • Cho et al. (2014), Learning Phrase Representations using RNN Encoder-Decoder
      for Statistical Machine Translation (https://arxiv.org/abs/1406.1078).
      Sutskever, Vinyals and Le (2014), Sequence to Sequence Learning with Neural
      Networks (https://arxiv.org/abs/1409.3215). Bahdanau, Cho and Bengio (2015),
      Neural Machine Translation by Jointly Learning to Align and Translate
      (https://arxiv.org/abs/1409.0473).
    • The code: `Scalar` (../src/main/java/seq2seq/engine/Scalar.java) first, it is
      short enough to be read whole; then `Tensor`
      (../src/main/java/seq2seq/engine/Tensor.java), and this chapter's own classes
      (main/java/seq2seq/ch00_engine).

    ────────────────────────────────────────

    Contents (README.md) · next: Chapter 1, embeddings (ch01_embedding.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
