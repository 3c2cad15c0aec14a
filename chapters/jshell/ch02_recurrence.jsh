// ch02_recurrence.jsh, generated from ch02_recurrence.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch02_recurrence.jsh
// To go on from where it ends: ./learn jshell 2

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.plot.LinePlot;
import seq2seq.plot.figures.*;
import java.util.stream.IntStream;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch02_recurrence.md");

Script.say("""
    Chapter 2: Recurrent cells
    ══════════════════════════

    *The question: how does a network remember what it has read?*

    After chapter 1 a word has the same vector wherever it stands. But "dog bites
    man" and "man bites dog" are different news. So the model needs a memory that is
    carried from word to word, and it needs to learn what to put into it. At the end
    of this chapter you will be able to compute one step of the three usual
    recurrent cells by hand, follow a gradient back through time, and say why some
    cells learn from what happened fifty steps ago and others do not.

    The idea
    ────────

    Read the sentence from left to right and keep notes. The notes are a vector of H
    numbers, the *hidden state* h; each of the H is called a *unit*. (What a unit
    notes down, training decides; only rarely can one say it in words.) At each step
    one small formula, the *cell*, takes the new word and the notes so far, and
    gives the new notes. A network that works in this way is a *recurrent neural
    network*, an RNN.

    The formula and its weights are the same at every step. So a sentence of any
    length can be read, and what was learned about a word at the start of a sentence
    holds at its end as well. It is also why the notes always have the same size:
    the same weights must fit them at every step. How large should H be? More units
    remember more, and cost more, since from state to state there are H² weights. As
    with D in chapter 1, one tries a few and takes the smallest after which nothing
    much improves.

    The plain cell
    ──────────────

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ)

    symbol    what                                                    shape
    ────────  ──────────────────────────────────────────────────────  ──────
    xₜ        input of step t: one embedding for each of N sentences  (N, D)
    hₜ₋₁, hₜ  hidden state before and after the step                  (N, H)
    Wₓₕ       weights from input to state                             (D, H)
    Wₕₕ       weights from state to state                             (H, H)
    bₕ        bias, added to each row by broadcasting                 (H)

    Both products are (N, H), so they can be added. The tanh makes the cell more
    than a linear layer (chapter 0), and it keeps every number between −1 and 1,
    however long the sentence gets. A sigmoid would do both as well. But its slope
    is at most 1/4 (chapter 0), while that of tanh goes up to 1; and we shall see in
    a moment that along a sentence such slopes are multiplied.
    """);

Script.show(CellDiagram.rnn().save(Path.of("images/ch02_rnn.png")));
Script.end(1, """
    images/ch02_rnn.png
    """);

Script.say("""
    [picture: The plain cell: the state before times W_hh, plus the input times
    W_xh, plus the bias; the tanh of that is the new state — images/ch02_rnn.png]

    One step, with N = 1, D = H = 2 and weights that let you check it in your head.
    `RnnCell` is this formula as a class. State goes in and comes out as a
    `CellState`, a small box around h, because the LSTM below will put a second
    vector into it.
    """);

Tensor Wxh = Tensor.of(new float[][] {{0.5f, -0.5f}, {0.25f, 1}});
Tensor Whh = Tensor.of(new float[][] {{1, 0.5f}, {0, -1}});
Tensor bh = Tensor.of(0.1f, 0);
Tensor x = Tensor.of(new float[][] {{1, 2}});
Tensor before = Tensor.of(new float[][] {{0.3f, -0.2f}});
Tensor sum = x.matmul(Wxh).plus(before.matmul(Whh)).plus(bh);
Tensor after = sum.tanh();
RnnCell rnn = new RnnCell(Wxh, Whh, bh);
System.out.println("by hand " + sum.at(0) + ", its tanh " + after.at(0));
System.out.println("RnnCell " + rnn.next(x, CellState.of(before)).hidden().at(0));
Script.end(2, """
    by hand (2) [1.4000 1.8500], its tanh (2) [0.8854 0.9517]
    RnnCell (2) [0.8854 0.9517]
    """);

Script.say("""
    Along time
    ──────────

    Now the cell walks over a sentence and hands its state to itself. Before the
    first word there is nothing to remember, so h₀ is all zeros. (As in chapter 1,
    formulas count steps from 1: x₁ is the first word, at position 0, and h₁ the
    state after it.) Both of these sentences hold the same words. *Before you run
    this, predict* whether the states can tell them apart.
    """);

Tensor dog = Tensor.of(new float[][] {{1, 0}});
Tensor bites = Tensor.of(new float[][] {{0, 1}});
Tensor man = Tensor.of(new float[][] {{1, -1}});
Tensor read(Cell cell, Tensor... words) {
  CellState state = cell.zeroState(1);
  for (Tensor word : words) {
    state = cell.next(word, state);
  }
  return state.hidden().at(0);
}
System.out.println("h after dog bites man " + read(rnn, dog, bites, man));
System.out.println("h after man bites dog " + read(rnn, man, bites, dog));
Script.end(3, """
    h after dog bites man (2) [ 0.7856 -0.9695]
    h after man bites dog (2) [ 0.8323 -0.8246]
    """);

Script.say("""
    They can, since each state depends on the one before. Drawn with one node for
    each step, the loop becomes a chain. We say that it is *unrolled* over time:
    """);

Script.show(RecurrentGraph.of(Unrolling.of(3)).save(Path.of("images/ch02_unrolled.png")));
Script.end(4, """
    images/ch02_unrolled.png
    """);

Script.say("""
    [picture: Left, a state with a loop; right, the same as a chain h_0 to h_3, with
    an input below each step and the same W_hh and W_xh at every step —
    images/ch02_unrolled.png]

    At the left, the black square on the loop says "one step later". At the right
    there is no loop any more: it is a graph as in chapter 0, and a gradient can
    walk back over it. Two things are to be seen. The same weights are used at every
    step, so their gradients add up over time. And from h₃ back to x₁ there is one
    road only, through every state in between.

    Back through time
    ─────────────────

    What happens to a gradient on that road? We take one step, with two units, and
    look at every slope there is.

    Unit j of the new state is hₜ,ⱼ = tanh(aₜ,ⱼ), where aₜ,ⱼ = Σᵢ hₜ₋₁,ᵢ Wᵢⱼ + …,
    with W short for Wₕₕ. If the old unit i moves a little, aₜ,ⱼ moves Wᵢⱼ times as
    far. The tanh passes that on times its own slope, which by chapter 0 is
    1 − hₜ,ⱼ². Two old units and two new ones make four slopes, and they fit into a
    matrix:

        Jₜ = ⎛ W₁₁ (1 − hₜ,₁²)  W₁₂ (1 − hₜ,₂²) ⎞
             ⎝ W₂₁ (1 − hₜ,₁²)  W₂₂ (1 − hₜ,₂²) ⎠

    Row i says what moving the old unit i does, column j what the new unit j feels.
    A matrix of all slopes from some numbers to others is called a *Jacobian*.
    (Books that write a state as a column have it on its side.) Let the engine find
    the same four slopes, one new unit at a time. (`slice(1, j, j + 1)` takes what
    lies along axis 1 from `j` up to, but not including, `j + 1`: one column.)
    """);

Tensor slopes = Tensor.ones(1, 2).minus(after.times(after));
System.out.println("by hand, J " + Whh.times(slopes));
for (int j = 0; j < 2; j++) {
  Tensor old = Tensor.of(new float[][] {{0.3f, -0.2f}}).withGrad();
  Tensor next = x.matmul(Wxh).plus(old.matmul(Whh)).plus(bh).tanh();
  next.slice(1, j, j + 1).sum().backward();
  System.out.println("engine, column " + (j + 1) + " of J: " + old.grad().at(0));
}
Script.end(5, """
    by hand, J (2×2)
    [[ 0.2162  0.0471]
     [ 0.0000 -0.0942]]
    engine, column 1 of J: (2) [0.2162 0.0000]
    engine, column 2 of J: (2) [ 0.0471 -0.0942]
    """);

Script.say("""
    The numbers are smaller than those of Wₕₕ, because here the new units are near
    1, where tanh is nearly flat.

    For several steps, a change runs along every path from unit to unit to unit;
    along a path the slopes multiply, and the paths add up. Multiply and add up:
    that is a matrix product. So over k steps the slopes are J_(T−k+1) ⋯ J_(T−1)
    J_T, a product of k matrices.

    Training asks for the gradient of Wₕₕ. Walk backwards, and carry the gradient dh
    of the state along. At each step three lines do it all: back through the tanh;
    collect the share of the weights; back through the product, to the state before.

        daₜ = dhₜ ⊙ (1 − hₜ ⊙ hₜ)   dWₕₕ = Σₜ hₜ₋₁ᵀ daₜ   dhₜ₋₁ = daₜ Wₕₕᵀ

    (The sign ⊙ multiplies element by element.) This is *backpropagation through
    time*: the backward pass of chapter 0, on an unrolled graph. Here it is for
    three steps without input, beside the engine's answer. (`detach()` gives the
    numbers of a tensor without its graph, as in chapter 0.)
    """);

Tensor W = Whh.withGrad();
Tensor[] h = {before, null, null, null};
for (int t = 1; t <= 3; t++) {
  h[t] = h[t - 1].matmul(W).tanh();
}
h[3].sum().backward();
Tensor dh = Tensor.ones(1, 2);
Tensor dW = Tensor.zeros(2, 2);
for (int t = 3; t >= 1; t--) {
  Tensor now = h[t].detach();
  Tensor da = dh.times(Tensor.ones(1, 2).minus(now.times(now)));
  dW = dW.plus(h[t - 1].detach().transpose().matmul(da));
  dh = da.matmul(Whh.transpose());
}
System.out.println("by hand " + dW);
System.out.println("engine " + W.grad());
Script.end(6, """
    by hand (2×2)
    [[ 0.8574  0.2327]
     [ 0.0989 -0.6145]]
    engine (2×2)
    [[ 0.8574  0.2327]
     [ 0.0989 -0.6145]]
    """);

Script.say("""
    Notice what it needs: every state of the way forward. So the memory that
    training takes grows with the number of steps.

    Vanishing and exploding gradients
    ─────────────────────────────────

    On its way back the gradient is multiplied by one Jₜ for each step. What fifty
    such factors do is easiest to see with a single unit, hₜ = tanh(w hₜ₋₁). The
    factor of a step is w(1 − hₜ²). *Before you run this, predict* the fifth factor
    for w = 2: is it larger or smaller than the first?
    """);

for (double w : new double[] {0.5, 2}) {
  double unit = 0.1;
  StringBuilder line = new StringBuilder("w = " + Numbers.fixed(w, 1) + ", factors");
  for (int t = 1; t <= 6; t++) {
    unit = StrictMath.tanh(w * unit);
    line.append("  ").append(Numbers.fixed(w * (1 - unit * unit), 2));
  }
  System.out.println(line);
}
Script.end(7, """
    w = 0.5, factors  0.50  0.50  0.50  0.50  0.50  0.50
    w = 2.0, factors  1.92  1.72  1.19  0.54  0.25  0.18
    """);

Script.say("""
    With w = 0.5 every factor is about a half. With w = 2 the state grows, comes
    near 1, where tanh is flat, and its flatness makes the factor small. So a factor
    can never be above w, and it is near w only while the state is small.

    With H units we measure the size of the matrix of slopes from h_(T−k) to h_T:
    the root of the sum of all its squares, divided by √H, so that it is 1 at k = 0,
    where nothing has happened yet and each of the H numbers moves with itself
    alone: a matrix with H ones and otherwise zeros. `GradientOverTime` measures it
    for all k at once, in a network with these properties:

    • It reads *no input*. It starts from a small random state and is left to itself
      for T = 50 steps. So all that we see is what the cell itself does.
    • H = 32, and Wₕₕ is a random *rotation* times a scale. A rotation changes no
      length, so it stretches or shrinks every direction by just that scale.

    (`measure` takes two numbers more, for the biases of gates. The plain cell has
    no gates, so here they are 0.)
    """);

int T = 50;
GradientOverTime measure(CellKind kind, double scale, double keep, double write) {
  return GradientOverTime.measure(kind, 32, T, scale, keep, write, Generator.seeded(3));
}
void show(String name, double[] sizes) {
  System.out.println(name + ":  k=1 " + Numbers.scientific(sizes[1], 2) + "  k=10 "
      + Numbers.scientific(sizes[10], 2) + "  k=50 " + Numbers.scientific(sizes[50], 2));
}
double[] half = measure(CellKind.RNN, 0.5, 0, 0).hidden();
double[] twice = measure(CellKind.RNN, 2, 0, 0).hidden();
show("RNN, scale 0.5", half);
show("RNN, scale 2.0", twice);
Script.end(8, """
    RNN, scale 0.5:  k=1 5.0e-01  k=10 9.8e-04  k=50 8.9e-16
    RNN, scale 2.0:  k=1 1.1e+00  k=10 2.9e+00  k=50 5.9e+03
    """);

Script.say("""
    At 0.5 it is 0.5ᵏ to both digits: after 50 steps 10⁻¹⁵ is left. This is a
    *vanishing gradient*. Whatever the loss says about step 50, it can teach the
    weights nothing about step 1.

    At 2 the first step back gives only 1.1, and now we know why: by step 50 the
    state has grown, and where units are near 1 or −1 the slopes of tanh have eaten
    up nearly half of the 2. Why not more, as with the single unit? That one pushed
    itself ever further to the same side. Here each unit is pushed by 32, now to one
    side and now to the other. So it keeps swinging, and at every step some units
    are near 0, where tanh is steep. That is enough: in the end the gradient has
    grown to thousands of times its size. This is an *exploding gradient*: it throws
    the weights far away in a single update.

    An exploding gradient can be caught: chapter 7 shortens every gradient that is
    longer than a limit, and leaves the others alone. A vanished one cannot be
    brought back afterwards, since there is nothing left to enlarge. (A scale of
    exactly 1 is no way out. Wherever a unit is not at 0, the slope of its tanh is
    below 1 and takes something away, and the first update of the weights would
    change the scale.) The cell itself has to be built differently.

    Does it matter?

    The smallest task that needs a memory: read T random symbols out of four, then
    say which was the *first*. Everything after the first is noise to be ignored.
    Guessing is right in one of four cases, and has a loss of log 4 = 1.39. Each
    cell gets 200 updates of its weights. (The 0 in the calls is again for a gate.)
    *Before you run this, predict* how the plain cell does for T = 5 and for T = 20.
    """);

void remember(String name, CellKind kind, double keep, int steps) {
  FirstSymbol result = FirstSymbol.train(kind, keep, steps, 200, Generator.seeded(5));
  System.out.println(name + ", T = " + steps + ":  loss " + Numbers.fixed(result.loss(), 2)
      + ",  right in " + Numbers.fixed(100 * result.right(), 0) + " of 100");
}
remember("RNN", CellKind.RNN, 0, 5);
remember("RNN", CellKind.RNN, 0, 20);
Script.end(9, """
    RNN, T = 5:  loss 0.00,  right in 100 of 100
    RNN, T = 20:  loss 1.39,  right in 25 of 100
    """);

Script.say("""
    Over five steps it learns the task perfectly. Over twenty it learns nothing at
    all, from the same first weights, by the same training, and with only 15 more
    symbols in between.

    The gated recurrent unit
    ────────────────────────

    The plain cell rewrites all of its notes at every step. It would be better if it
    could leave some of them alone. A *gate* is a number between 0 and 1, one for
    each unit, that something is multiplied by: 0 lets nothing through, 1 lets all
    of it through. It is computed from the input and the state like everything else,
    with a sigmoid (chapter 0) at the end.

    The *gated recurrent unit*, GRU, has two gates. Write x for xₜ, h for the state
    before and h′ for the state after:

    what           formula                          it says
    ─────────────  ───────────────────────────────  ────────────────────────────────
    *reset gate*   r = σ(x Wₓᵣ + bₓᵣ + h Wₕᵣ +      how much of the past the
                   bₕᵣ)                             candidate may see
    *update gate*  z = σ(x W_xz + b_xz + h W_hz +   how much of the old state stays
                   b_hz)
    *candidate*    h̃ = tanh(x W_(xh̃) + b_(xh̃) + r   what would be written
                   ⊙ (h W_(hh̃) + b_(hh̃)))
    new state      h′ = (1 − z) ⊙ h̃ + z ⊙ h         a mixture of both

    Why two biases, when in the end they are added? For the gates one would do. The
    candidate needs both, because r comes between them, and so the gates have both
    as well. (PyTorch, the library in which most of this field works, calls the
    candidate n. In this course n is the number of a sentence.)
    """);

Script.show(CellDiagram.gru().save(Path.of("images/ch02_gru.png")));
Script.end(10, """
    images/ch02_gru.png
    """);

Script.say("""
    [picture: The GRU: along the top the old state, times z, plus 1 − z times the
    candidate; the reset gate multiplies the state's product before the tanh —
    images/ch02_gru.png]

    Follow the line along the top: from hₜ₋₁ to hₜ there is a multiplication by z
    and an addition, with no weight matrix and no tanh in the way. At z = 1 the old
    state passes unchanged. At z = 0 it is replaced by the candidate.

    The three weights lie side by side in one matrix, Wₓₕ (D, 3H) and Wₕₕ (H, 3H),
    in the order r, z, h̃, so that a step needs two large products instead of six
    small ones. Once by hand, with random weights:
    """);

GruCell gru = GruCell.uniform(2, 2, Generator.seeded(5));
Tensor fromX = gru.project(x);  // x·W_xh + b_xh, (N,3H)
Tensor fromH = before.matmul(gru.stateWeight()).plus(gru.stateBias());  // h·W_hh + b_hh
Tensor r = fromX.slice(1, 0, 2).plus(fromH.slice(1, 0, 2)).sigmoid();
Tensor z = fromX.slice(1, 2, 4).plus(fromH.slice(1, 2, 4)).sigmoid();
Tensor candidate = fromX.slice(1, 4, 6).plus(r.times(fromH.slice(1, 4, 6))).tanh();
Tensor mixed = Tensor.scalar(1).minus(z).times(candidate).plus(z.times(before));
System.out.println("before " + before.at(0) + "\ncandidate " + candidate.at(0)
    + "\nz " + z.at(0) + "\nafter " + mixed.at(0));
System.out.println("GruCell " + gru.next(x, CellState.of(before)).hidden().at(0));
Script.end(11, """
    before (2) [ 0.3000 -0.2000]
    candidate (2) [0.9285 0.2681]
    z (2) [0.4534 0.4014]
    after (2) [0.6435 0.0802]
    GruCell (2) [0.6435 0.0802]
    """);

Script.say("""
    Each number of the new state lies between the old one and the candidate, nearer
    to the old one the larger z is.

    When the reset gate matters

    With z alone a cell can keep its state or replace it. But the candidate itself
    is computed *from* the old state, so even at z = 0 the past shines through.
    Sometimes it should not: at the start of a new clause, say, whose subject has
    nothing to do with the last one.

    Take one unit that adds up what it reads: z near 0 always, and a candidate of
    tanh(value + r h). A second input says "start again", and the reset gate listens
    to it: r = σ(10 − 20 · start), so it is near 1 usually and near 0 at a start.
    Beside it is the same cell with a reset gate that does not listen.
    (`Latch.sequence` lays the two inputs side by side, (T, 1, 2). `GateTrace`
    watches one unit on one sentence, here number 0 of each, and `row("h")` is that
    unit's state, step by step.)
    """);

float[] values = {0.5f, 0.5f, 0.5f, -0.5f, 0.2f};
float[] start = {0, 0, 0, 1, 0};
GruCell adder(float listens) {
  return new GruCell(Tensor.of(new float[][] {{0, 0, 1}, {listens, 0, 0}}),
      Tensor.of(new float[][] {{0, 0, 1}}), Tensor.of(10, -10, 0), Tensor.zeros(3));
}
Tensor inputs = Latch.sequence(values, start);
System.out.println("with reset    "
    + Tensor.of(GateTrace.of(adder(-20), inputs, 0, 0).row("h")));
System.out.println("without reset "
    + Tensor.of(GateTrace.of(adder(0), inputs, 0, 0).row("h")));
Script.end(12, """
    with reset    (5) [ 0.4621  0.7452  0.8469 -0.4620 -0.2562]
    without reset (5) [0.4621 0.7452 0.8469 0.3336 0.4881]
    """);

Script.say("""
    At step 4 the first cell says tanh(−0.5) = −0.46, as if nothing had gone before.
    The second cannot: three steps of the past are added to the −0.5, and outweigh
    it.

    Long short-term memory
    ──────────────────────

    The older relative, *long short-term memory*, LSTM, keeps two vectors: the
    hidden state h, which the outside sees, and a *cell state*, which stays inside
    and is only ever scaled and added to. Why two? What is kept for later need not
    be shown at every step, and need not go through a tanh each time. We write it as
    a word, cellₜ, because c will be the context; papers and PyTorch write cₜ. As
    before, a dash marks what comes after the step.

    what            formula                          it says
    ──────────────  ───────────────────────────────  ───────────────────────────────
    *input gate*    i = σ(x Wₓᵢ + h Wₕᵢ + bᵢ)        how much of the new is written
    *forget gate*   f = σ(x W_xf + h W_hf + b_f)     how much of the old is kept
    candidate       g = tanh(x W_xg + h W_hg + b_g)  what would be written
    *output gate*   o = σ(x Wₓₒ + h Wₕₒ + bₒ)        how much of the cell state is
                                                     shown
    new cell state  cell′ = f ⊙ cell + i ⊙ g         what was kept, plus what was
                                                     written
    new state       h′ = o ⊙ tanh(cell′)             what is shown
    """);

Script.show(CellDiagram.lstm().save(Path.of("images/ch02_lstm.png")));
Script.end(13, """
    images/ch02_lstm.png
    """);

Script.say("""
    [picture: The LSTM: along the top the cell state, times f, plus i times g;
    below, the output gate times the tanh of the cell state gives the new state —
    images/ch02_lstm.png]

    Again there is a road along the top with nothing on it but a multiplication by a
    gate and an addition. The name of the forget gate is misleading: at f = 1
    everything is *kept*. Unlike the GRU's one z, keeping and writing have a gate
    each, so an LSTM can keep everything *and* add to it. `LstmCell` has the four
    weights side by side, in the order i, f, g, o.

    What the gates do, seen
    ───────────────────────

    To see gates at work we set the weights of a single LSTM unit by hand, so that
    it remembers the last value that came with a flag. An input is (value, write),
    so D = 2. Where write is 1 the value is stored. Where it is 0 the old one stays,
    whatever comes by. (It is done as with the reset gate above: the flag reaches i
    with a large positive weight and f with a large negative one, and their biases
    hold them on the other side as long as the flag is 0. o is held open, and g
    reads the value alone.)
    """);

float[] passing = {0.5f, -1, 0.8f, -0.3f, 1, -0.9f, 0.4f, 0.1f};
float[] write = {1, 0, 0, 1, 0, 0, 1, 0};
Tensor sequence = Latch.sequence(passing, write);
GateTrace trace = GateTrace.of(Latch.lstm(), sequence, 0, 0);
Script.show(GateHeatmap.of("One LSTM unit that stores what is flagged", sequence, List.of("value", "write"),
    trace).save(Path.of("images/ch02_gates.png")));
Script.end(14, """
    images/ch02_gates.png
    """);

Script.say("""
    [picture: Inputs, gates, cell state and hidden state of one LSTM unit over eight
    steps; the cell state changes only where write is 1 — images/ch02_gates.png]

    Follow the row of the cell state. At steps 1, 4 and 7 the flag is 1: i opens, f
    closes, and the cell state becomes g = tanh(value). In between it does not move,
    while g swings with every input. In a trained network nobody sets the weights;
    they move to where the loss is lower, and the gates come out less clear-cut.

    Why gates carry a gradient
    ──────────────────────────

    Where f is near 1 and little is written, cell′ ≈ cell, and so the gradient of
    cell′ is handed back to cell almost whole. For the GRU, z does the same. We
    measure as before, without input, with a scale of 0.9 (the candidate and each
    gate have a rotation of their own) and three kinds of bias. (A plain cell of
    this scale could keep 0.9⁵⁰ = 0.005 of the gradient at the most. What we see
    beyond that is the work of the gates.)

    • *half open*: all biases 0, so all gates are near σ(0) = 0.5;
    • *that keeps*: 4 added to the bias of the gate that keeps, z or f, so that it
      is near σ(4) = 0.98;
    • *that keeps and does not write*: for the LSTM, also 4 taken from the bias of
      the input gate, so that i is near 0.02. (In the GRU this is one and the same
      gate: what keeps z writes 1 − z.)

    For the LSTM we measure the slopes from the *cell state* of step T − k to the
    hidden state h_T, since the cell state is where it remembers. Its line does not
    begin at 1, because the output gate, half open, shows at most half of the cell
    state. *Before you run this, predict* which of the five still see fifty steps
    back. (A sixth line measures the last of them again, from hidden state to hidden
    state.)
    """);

double[] gruHalf = measure(CellKind.GRU, 0.9, 0, 0).hidden();
double[] gruKeeps = measure(CellKind.GRU, 0.9, 4, 0).hidden();
double[] lstmHalf = measure(CellKind.LSTM, 0.9, 0, 0).cell();
double[] lstmKeeps = measure(CellKind.LSTM, 0.9, 4, 0).cell();
double[] lstmOnlyKeeps = measure(CellKind.LSTM, 0.9, 4, -4).cell();
show("GRU half open", gruHalf);
show("GRU that keeps", gruKeeps);
show("LSTM half open", lstmHalf);
show("LSTM that keeps", lstmKeeps);
show("LSTM that keeps and does not write", lstmOnlyKeeps);
show("the same, from hidden state to hidden state", measure(CellKind.LSTM, 0.9, 4, -4).hidden());
Script.end(15, """
    GRU half open:  k=1 5.5e-01  k=10 1.7e-02  k=50 3.4e-08
    GRU that keeps:  k=1 9.8e-01  k=10 8.4e-01  k=50 4.4e-01
    LSTM half open:  k=1 2.8e-01  k=10 8.7e-03  k=50 1.2e-08
    LSTM that keeps:  k=1 1.7e-01  k=10 1.9e-01  k=50 5.7e+00
    LSTM that keeps and does not write:  k=1 4.9e-01  k=10 4.2e-01  k=50 2.2e-01
    the same, from hidden state to hidden state:  k=1 1.4e-02  k=10 6.9e-03  k=50 3.7e-03
    """);

double[] ks = IntStream.rangeClosed(0, T).asDoubleStream().toArray();
Script.show(LinePlot.of("How far back a gradient reaches, H = 32", "steps back, k", "size (1 = whole)").
    with("RNN, scale 0.5", ks, half).with("RNN, scale 2", ks, twice).
    with("GRU half open", ks, gruHalf).with("GRU that keeps", ks, gruKeeps).
    with("LSTM that keeps", ks, lstmKeeps).with("… and does not write", ks, lstmOnlyKeeps).
    withLogY().withYRange(1e-17, 1e5).withNamesAtLines().
    save(Path.of("images/ch02_recurrence.png")));
Script.end(16, """
    images/ch02_recurrence.png
    """);

Script.say("""
    [picture: Size of the gradient over 50 steps back, on a logarithmic axis: the
    plain cell of scale 0.5 and the half-open GRU fall as straight lines, the plain
    cell of scale 2 rises; the GRU that keeps and the LSTM that keeps and does not
    write stay nearly level; the LSTM that keeps begins below them and ends above 1
    — images/ch02_recurrence.png]

    On a logarithmic axis a straight line is a constant factor a step. Four things
    are worth noticing.

    • The GRU that keeps loses about two per cent a step, which is just what its
      gate takes away: 0.982⁵⁰ = 0.40, and 0.44 is left, since a little more comes
      through the candidate.
    • A GRU whose gates are half open vanishes as well. Gates do not abolish
      vanishing. They let the network *choose* what to keep, and training must find
      the choice.
    • The LSTM that keeps but also writes begins lowest and ends above 1. It begins
      low because what it writes adds up: its cell state gets large, and there the
      tanh through which it is shown is flat. And it grows because there is a second
      road beside the direct one: what is shown in h is read at the next step, and
      the open input gate writes it into the cell state again. Chapter 0 said that
      paths add up, and here they add up to more than 1.
    • From hidden state to hidden state the LSTM that keeps and does not write
      carries next to nothing. Its memory is in the cell state, and h is only what
      it shows of it.

    And do they learn?

    The task from above, with T = 20: which symbol was the first? Each cell is
    trained twice, once from the usual start, with gates half open, and once with 3
    added to the bias of the gate that keeps, *before training begins*.
    """);

remember("GRU", CellKind.GRU, 0, 20);
remember("GRU that starts by keeping", CellKind.GRU, 3, 20);
remember("LSTM", CellKind.LSTM, 0, 20);
remember("LSTM that starts by keeping", CellKind.LSTM, 3, 20);
Script.end(17, """
    GRU, T = 20:  loss 1.39,  right in 23 of 100
    GRU that starts by keeping, T = 20:  loss 0.01,  right in 100 of 100
    LSTM, T = 20:  loss 1.39,  right in 25 of 100
    LSTM that starts by keeping, T = 20:  loss 0.07,  right in 100 of 100
    """);

Script.say("""
    That one number makes the difference between guessing and certainty. The weights
    that training must find are the same in both cases; but with half-open gates no
    gradient arrives from step 1 to say in which direction they lie. For the LSTM's
    forget gate a positive bias has been advised since 2000, and was found to matter
    again in 2015 (Gers et al., Jozefowicz et al.; see below). (Then why not start
    every gate like that? Near its end a gate has a small slope and is slow to move.
    Chapter 7, whose sentences are short, begins half open.)

    GRU or LSTM?

    Both beat the plain cell wherever something must be remembered for long, and
    neither beats the other in general: Chung et al. (2014) found the two
    comparable, Jozefowicz et al. (2015) tried ten thousand further cells and found
    none that was better at everything. Some things do differ:

                        RNN                 GRU                  LSTM
    ──────────────────  ──────────────────  ───────────────────  ───────────────────
    weights, and work,  1 times             3 times              4 times
    for the same H
    vectors carried     h                   h                    h and the cell
    along                                                        state
    keep everything     no                  no, keeping is z     yes
    *and* write                             and writing 1 − z
    can count without   no, within −1 to 1  no, h′ lies between  yes, the cell state
    end                                     two numbers from −1  may grow (Weiss et
                                            to 1                 al., 2018)

    So take a GRU first: it is smaller, and there is one state to think about. Try
    an LSTM when the task needs counting or when very much must be kept. Take the
    plain cell for short memories, and to understand the other two. This course
    trains with GRUs unless it says otherwise.

    What goes wrong
    ───────────────

    Two cells of the same name

    There are two GRUs in the literature. In Cho et al. (2014), as published, the
    state is reset *before* its product, (r ⊙ h) W_(hh̃). In the variant above the
    *result* is reset, r ⊙ (h W_(hh̃) + b_(hh̃)); that is what PyTorch, cuDNN (the
    library for NVIDIA's processors) and this course do. Keras, another library, has
    both, by the switch `reset_after`, whose default was the first in TensorFlow 1
    and is the second since TensorFlow 2. (Its documentation adds that the very
    first version of Cho's paper on arXiv, v1, had the second, and v3 the first.)
    The mixture differs as well: in Chung et al. (2014) z and 1 − z change places.
    Load the weights of one variant into the other, and no shape complains:
    """);

Tensor Wcandidate = gru.stateWeight().slice(1, 4, 6);
Tensor bcandidate = gru.stateBias().slice(0, 4, 6);
Tensor resetFirst = r.times(before).matmul(Wcandidate).plus(bcandidate);
Tensor other = fromX.slice(1, 4, 6).plus(resetFirst).tanh();
Tensor swapped = z.times(candidate).plus(Tensor.scalar(1).minus(z).times(before));
System.out.println("ours            " + mixed.at(0));
System.out.println("reset first     "
    + Tensor.scalar(1).minus(z).times(other).plus(z.times(before)).at(0));
System.out.println("z and 1-z swapped " + swapped.at(0));
Script.end(18, """
    ours            (2) [0.6435 0.0802]
    reset first     (2) [0.6490 0.0745]
    z and 1-z swapped (2) [ 0.5850 -0.0121]
    """);

Script.say("""
    That does not look like a mistake, it looks like a badly trained model. The fix:
    before you compare with another library, compare one step, with the equations
    beside you. (PyTorch's LSTM has two biases, one for x and one for h; only their
    sum matters.)

    A state that was not cleared

    Each sentence starts from h₀ = 0. If the state of the last batch is carried
    over, the first words are read with someone else's memory:
    """);

CellState left = gru.next(dog, gru.next(bites, gru.zeroState(1)));
System.out.println("man, from zeros      " + gru.next(man, gru.zeroState(1)).hidden().at(0));
System.out.println("man, from what was left " + gru.next(man, left).hidden().at(0));
Script.end(19, """
    man, from zeros      (2) [-0.2169  0.4417]
    man, from what was left (2) [-0.1126  0.6849]
    """);

Script.say("""
    No error, and the same sentence gives another result each time. The fix: a fresh
    `zeroState` for every batch. (For one long text that is cut into pieces,
    carrying the state over is right; then its *gradient* has to be cut, with
    `detach()`, or the graph grows for ever.)

    Shapes
    ──────

    what             RNN       GRU                     LSTM
    ───────────────  ────────  ──────────────────────  ─────────────────────────────
    gates, in order  none      r, z, h̃                 i, f, g, o
    Wₓₕ              (D, H)    (D, 3H)                 (D, 4H)
    Wₕₕ              (H, H)    (H, 3H)                 (H, 4H)
    biases           bₕ (H)    bₓₕ and bₕₕ, (3H) each  bₕ (4H)
    state            h (N, H)  h (N, H)                h and cell state, (N, H) each

    The input of a step is (N, D), the state after it (N, H), for all three.

    In five lines
    ─────────────

    • A recurrent cell computes its new state from an input and its old state, with
      the same weights at every step.
    • Unrolled over time it is a graph as any other; each step back multiplies the
      gradient by one Jacobian.
    • Many factors below 1 make it vanish, many above 1 make it explode; a vanished
      one teaches nothing.
    • Gates are numbers between 0 and 1 that let a cell keep its state, and then the
      gradient passes almost whole.
    • Gates help only if they keep: start the gate that keeps with a positive bias,
      and check which GRU you have.

    What if?
    ────────

    1. What if the plain cell had no tanh? When would its gradient vanish, when
       explode, and what would its state do?
    2. What if the update gate of a GRU were 1 at every step, for every unit? What
       would the network have read at the end?
    3. What if both the forget gate and the input gate of an LSTM were 1 at every
       step? What would the cell state hold after a thousand steps, and how much of
       it would h show?

    Answers (../solutions/answers.md#chapter-2)

    Exercises
    ─────────

    • exercise 2.1, one step of the plain cell: `./learn check 2.1` (how to
      (../exercises/README.md))
    • exercise 2.2, one step of the GRU: `./learn check 2.2`
    • exercise 2.3, one step of the LSTM: `./learn check 2.3`

    Where to read on
    ────────────────

    • Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning* (2016),
      chapter 10 (https://www.deeplearningbook.org/contents/rnn.html): equations
      10.8 and 10.9 are the plain cell, section 10.2.2 its gradient, sections 10.7
      and 10.10 long memories and gates.
    • Bengio, Simard and Frasconi (1994), Learning Long-Term Dependencies with
      Gradient Descent is Difficult (https://doi.org/10.1109/72.279181). Pascanu,
      Mikolov and Bengio (2013), On the difficulty of training recurrent neural
      networks (https://arxiv.org/abs/1211.5063).
    • The GRU: Cho et al. (2014), Learning Phrase Representations using RNN
      Encoder-Decoder for Statistical Machine Translation
      (https://arxiv.org/abs/1406.1078), equations 5 to 8. The LSTM: Hochreiter and
      Schmidhuber (1997), Long Short-Term Memory
      (https://doi.org/10.1162/neco.1997.9.8.1735); its forget gate, Gers,
      Schmidhuber and Cummins (2000), Learning to Forget
      (https://doi.org/10.1162/089976600300015015).
    • Which is better? Chung et al. (2014), Empirical Evaluation of Gated Recurrent
      Neural Networks on Sequence Modeling (https://arxiv.org/abs/1412.3555).
      Jozefowicz, Zaremba and Sutskever (2015), An Empirical Exploration of
      Recurrent Network Architectures
      (https://proceedings.mlr.press/v37/jozefowicz15.html). Weiss, Goldberg and
      Yahav (2018), On the Practical Computational Power of Finite Precision RNNs
      for Language Recognition (https://arxiv.org/abs/1805.04908).
    • The libraries' own equations: PyTorch's GRU
      (https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html), Keras's
      GRU (https://keras.io/api/layers/recurrent_layers/gru/).
    • The code: `RnnCell` (main/java/seq2seq/ch02_recurrence/RnnCell.java),
      `GruCell` (main/java/seq2seq/ch02_recurrence/GruCell.java), `LstmCell`
      (main/java/seq2seq/ch02_recurrence/LstmCell.java), one class for each cell,
      and `GradientOverTime`
      (main/java/seq2seq/ch02_recurrence/GradientOverTime.java).

    ────────────────────────────────────────

    Chapter 1, embeddings (ch01_embedding.md) · Contents (README.md) · next: Chapter
    3, the encoder (ch03_encoder.md)
    """);

chapterStatus = Script.status();
/exit chapterStatus
