// ch00_engine.jsh, generated from ch00_engine.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch00_engine.jsh
// To go on from where it ends: ./learn jshell 0

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch00_engine.*;
import seq2seq.plot.LinePlot;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch00_engine.md");

Script.say("""
    Chapter 0: Scalars to tensors
    ═════════════════════════════

    *The question: how does a program know its own derivatives?*

    The model at the end of this course translates sentences. It is a formula with
    half a million adjustable numbers, and training means turning each of them a
    little, again and again, in the direction that makes the translations less
    wrong. At the end of this chapter you will be able to find those directions by
    following gradients backwards through any expression, and recognise the mistake
    with gradients that everybody makes once.

    The slope of an expression
    ──────────────────────────

    Take y = a · b + a² at a = 2, b = −3. If we move a by a tiny h, how far does y
    move, measured in units of h? That ratio is the slope of y in the direction of
    a, and nothing but arithmetic is needed to measure it: step a little to the
    right, a little to the left, divide.
    """);

DoubleBinaryOperator f = (p, q) -> p * q + p * p;
double h = 0.001;
double slopeA = (f.applyAsDouble(2 + h, -3) - f.applyAsDouble(2 - h, -3)) / (2 * h);
double slopeB = (f.applyAsDouble(2, -3 + h) - f.applyAsDouble(2, -3 - h)) / (2 * h);
System.out.println("slopes " + Numbers.fixed(slopeA, 4) + " and " + Numbers.fixed(slopeB, 4));
Script.end(1, """
    slopes 1.0000 and 2.0000
    """);

Script.say("""
    School mathematics agrees: ∂y/∂a = b + 2a = 1 and ∂y/∂b = a = 2. (The round ∂
    says that the other inputs stand still.) All these slopes together are the
    *gradient* of y. Measuring costs two evaluations for each input, a million for
    one small move of our model. There is a way to get every slope for about the
    price of one evaluation.

    The graph, and the walk backwards
    ─────────────────────────────────

    While the program computes, let it remember what it did: which numbers each one
    was made from, and by which operation. Draw an arrow from each input to each
    result, and you have the *graph* of the computation. Its numbers are the
    *nodes*; those that were not computed, here a and b, are the *leaves*.

    `Scalar` is a `double` that keeps this memory. To get the gradients we start at
    the end: y moves 1 to 1 with itself, so its gradient is 1. Then every node hands
    its gradient on to its inputs, each time multiplied by the slope of that one
    operation. This is the chain rule, used locally, and the walk is the *backward
    pass*:

    operation   slope with respect to each input  so the inputs receive
    ──────────  ────────────────────────────────  ─────────────────────
    c = a + b   1 and 1                           dc and dc
    c = a · b   b and a                           b · dc and a · dc
    c = aᵖ      p · aᵖ⁻¹                          p · aᵖ⁻¹ · dc
    c = tanh a  1 − c²                            (1 − c²) · dc

    Here dc is short for "the gradient of c", ∂y/∂c. Before you run this, predict
    the gradient of a: it is used in two places.
    """);

Scalar a = Scalar.of(2);
Scalar b = Scalar.of(-3);
Scalar y = a.times(b).plus(a.pow(2));
y.backward();
Expression graph = Expression.of(y).with("a", a).with("b", b).with("y", y);
Script.show(graph);
Script.end(2, """
    a  = 2.0000                   grad 1.0000
    b  = -3.0000                  grad 2.0000
    v1 = a * b = -6.0000          grad 1.0000
    v2 = pow 2.0000 (a) = 4.0000  grad 1.0000
    y  = v1 + v2 = -2.0000        grad 1.0000
    """);

Script.say("""
    Read it from the last line up. The sum hands its 1 to both sides. The product
    `v1` hands b · 1 = −3 to a and a · 1 = 2 to b. The square `v2` hands 2a · 1 = 4
    to a. So a receives −3 and 4, and *they add up* to 1: moving a moves y along
    both paths. The numbers are those that we measured, after one walk and no second
    evaluation.

    The walk must visit a node only after everything that uses it, or it would hand
    on an incomplete gradient. Such an order is called *topological*; the list
    above, read upwards, is one.

    What a slope is good for
    ────────────────────────

    Here is the smallest model there is: one adjustable number w, a *weight*. It
    answers tanh(2w), and we wish it answered 0.5. How wrong it is goes into one
    number, the *loss*: (tanh(2w) − 0.5)². A positive slope says that the loss rises
    to the right, so we go left, and the other way round: move w against its
    gradient. This is *gradient descent*, and the factor that says how far is the
    *learning rate*.
    """);

Scalar lossAt(Scalar weight) {
  return weight.times(2).tanh().minus(Scalar.of(0.5)).pow(2);
}
double[] ws = new double[16];
double[] losses = new double[16];
double w = 1;
for (int step = 0; step < 16; step++) {
  Scalar weight = Scalar.of(w);
  Scalar loss = lossAt(weight);
  loss.backward();
  ws[step] = w;
  losses[step] = loss.value();
  w -= 0.25 * weight.grad();
}
System.out.println("w " + Numbers.fixed(ws[15], 4) + ", loss " + Numbers.fixed(losses[15], 4));
Script.end(3, """
    w 0.2747, loss 0.0000
    """);

Script.say("""
    After fifteen moves the loss is 0 to four digits, and nobody wrote down its
    derivative:
    """);

double[] xs = new double[71];
double[] curve = new double[71];
for (int i = 0; i < xs.length; i++) {
  xs[i] = -0.1 + i * 0.02;
  curve[i] = lossAt(Scalar.of(xs[i])).value();
}
Script.show(LinePlot.of("Walking against the slope", "weight w", "loss (tanh(2w) − 0.5)²").
    with("loss", xs, curve).with("steps 0 to 15", ws, losses).withYRange(0, 0.5).
    save(Path.of("images/ch00_engine.png")));
Script.end(4, """
    images/ch00_engine.png
    """);

Script.say("""
    [picture: The loss as a curve over the weight, and fifteen moves from w = 1 down
    to the minimum — images/ch00_engine.png]

    Notice the short first steps, where the loss is large: at w = 1 the tanh is
    nearly flat, and a flat function has a small slope. Remember this in chapter 2,
    where fifty such functions stand in a row.

    From numbers to arrays
    ──────────────────────

    A model has many weights, and most of its work is the same operation on many
    numbers. A *tensor* is an array of numbers with a *shape*: (2 × 3) has two
    *axes*, of sizes 2 and 3; a single number has shape () and none. Ours hold
    float32 numbers, about seven digits each, and every operation on them makes one
    node of the graph, however many numbers it touches.
    """);

Tensor m = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
Script.show(m.times(m));
Script.end(5, """
    (2×3)
    [[ 1  4  9]
     [16 25 36]]
    """);

Script.say("""
    Most operations go element by element. A sum over an axis makes that axis
    disappear: `m.sum(0)` adds the rows to one another and has shape (3).

    Broadcasting
    ────────────

    Element by element needs equal shapes. Often they are not, but the meaning is
    clear: one bias for every row, one length for every column. *Broadcasting* is
    the rule that makes them equal. Write the two shapes one above the other,
    aligned at the right. In each place the sizes must be equal, or one of them 1 (a
    missing one counts as 1), and where it is 1 that tensor is copied along the
    axis:

        (2 × 1) and (3) → (2 × 1) and (1 × 3) → (2 × 3)

    Which gradient does a number get that was copied? It is used in several places,
    so what comes back from the copies adds up, as it did for a. Before you run
    this, predict both gradients of the total: `withGrad()` marks the leaves that
    want one.
    """);

Tensor column = Tensor.of(new float[][] {{10}, {20}}).withGrad();
Tensor row = Tensor.of(1, 2, 3).withGrad();
Tensor sum = column.plus(row);
sum.sum().backward();
System.out.println("sum " + sum);
System.out.println("gradient of column " + column.grad());
System.out.println("gradient of row " + row.grad());
Script.end(6, """
    sum (2×3)
    [[11 12 13]
     [21 22 23]]
    gradient of column (2×1)
    [[3]
     [3]]
    gradient of row (3) [2 2 2]
    """);

Script.say("""
    Each number of the column stood in 3 places, each number of the row in 2. A
    gradient always has the shape of its tensor. Where the rule does not hold the
    engine says so: (2 × 3) with (2) is an error, because at the right 3 meets 2.
    For one number per row, `reshape(2, 1)` first.

    The matrix product
    ──────────────────

    Nearly all the time of training goes into one operation. With A of shape (m, k)
    and B of shape (k, n),

        Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ   (m, k) · (k, n) → (m, n)

    The inner sizes must agree; they disappear, and the outer ones remain.

    For its gradient, follow one element. Aᵢₖ is used in row i of C, once in each
    column j, multiplied by Bₖⱼ. So each of those columns sends back dCᵢⱼ Bₖⱼ, and
    they add up. The same thought for Bₖⱼ, and we have two more matrix products:

        dA = dC · Bᵀ   (m, n) · (n, k) → (m, k)     dB = Aᵀ · dC   (k, m) · (m, n) → (k, n)

    There is only one way to put the factors together so that the shapes come out.
    `MatMulByHand` has all three as loops, to read. In the cell the final number is
    a weighted sum of C, so dC is those weights. Before you run it, compute C₀₀ and
    dB₀₀ = A₀₀ · dC₀₀ + A₁₀ · dC₁₀.
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
Script.end(7, """
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
    Two engines, one answer
    ───────────────────────

    One layer of a network is a matrix product, a bias and a tanh: s = Σⱼ tanh(Σᵢ xᵢ
    Wᵢⱼ + bⱼ), with x (D), W (D, H) and b (H). `OneLayer` has it as four operations
    on tensors, and as loops over scalars.
    """);

double[] xv = {0.5, -1};
double[][] wv = {{0.1, -0.4, 0.3}, {0.7, 0.2, -0.6}};
double[] bv = {0, 0.1, -0.2};
OneLayer.Answer scalars = OneLayer.onScalars(xv, wv, bv);
OneLayer.Answer tensors = OneLayer.onTensors(xv, wv, bv);
double apart = scalars.largestDifference(tensors);
System.out.println("largest difference, gradients too: " + Numbers.scientific(apart, 2));
Script.end(8, """
    largest difference, gradients too: 2.8e-08
    """);

Script.say("""
    The tensors hold float32 and the scalars double, so they part at the eighth
    digit. The scalar engine is slow, and short enough to be read whole: it is the
    judge of the fast one.

    An op of your own
    ─────────────────

    An op is a forward formula and a backward one, and there is one door through
    which any op joins the graph: `Autograd.result`. The engine's own ops go through
    it, and so may yours. Here is softsign, y = x / (1 + |x|), whose slope is
    1 / (1 + |x|)²:
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
Script.end(9, """
    (2) [0.2500 0.0625]
    """);

Script.say("""
    The backward is told dy and adds to the gradient of its input. `GradientCheck`
    measured the slope, as we did above, and was content: it throws where the two
    differ.

    What goes wrong
    ───────────────

    `backward()` *adds* to the gradients that are there. Within one graph it must,
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
Script.end(10, """
    first time (1) [6]
    again, not cleared (1) [12]
    again, cleared (1) [6]
    """);

Script.say("""
    The 12 is no error message, only a wrong number. In a descent each step would
    still carry the slopes of all places before, like a ball that rolls through the
    valley and up the other side. So the habit is: clear, forward, backward, update.

    A graph is let go after its backward pass: `backward()` on the same loss again
    throws an `IllegalStateException`.

    Shapes
    ──────

    what          shape
    ────────────  ────────────────────────────────────────
    C = A · B     (m, k) · (k, n) → (m, n)
    dA = dC · Bᵀ  (m, n) · (n, k) → (m, k), the shape of A
    dB = Aᵀ · dC  (k, m) · (m, n) → (k, n), the shape of B

    Exercises
    ─────────

    • exercise 0.1, the backward pass of scalars in topological order: `./learn
      check 0.1` (how to (../exercises/README.md))
    • exercise 0.2, the shape that two shapes broadcast to: `./learn check 0.2`
    • exercise 0.3, the two gradients of a matrix product: `./learn check 0.3`

    Where to read on
    ────────────────

    • Andrej Karpathy, micrograd (https://github.com/karpathy/micrograd) (2020): the
      idea of `Scalar` in 94 lines of Python. NumPy's page on broadcasting
      (https://numpy.org/doc/stable/user/basics.broadcasting.html).
    • Goodfellow, Bengio and Courville, *Deep Learning* (2016), section 6.5:
      back-propagation on graphs.
    • The code: `seq2seq.engine.Scalar` first; then `Tensor`.
    """);

chapterStatus = Script.status();
/exit chapterStatus
