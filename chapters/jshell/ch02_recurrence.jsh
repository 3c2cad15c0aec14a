// ch02_recurrence.jsh, generated from ch02_recurrence.md by `./learn export`: edit that file, not this one.
// It prints the chapter and its outputs, and exits with 1 if an output is not the page's:
//   jshell -J-Dfile.encoding=UTF-8 --class-path "$(./learn classpath)" chapters/jshell/ch02_recurrence.jsh
// To go on from where it ends: ./learn jshell 2

import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import seq2seq.engine.*;
import seq2seq.ch02_recurrence.*;
import seq2seq.plot.Heatmap;
import seq2seq.plot.LinePlot;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;
import seq2seq.notebook.Script;

int chapterStatus = 1; // stays 1 if the class path is missing
Script.begin("ch02_recurrence.md");

Script.say("""
    Chapter 2: Recurrent cells
    ══════════════════════════

    *The question: how does a network remember what it has read?*

    After chapter 1 the vector of a word is the same wherever it stands. But "dog
    bites man" and "man bites dog" are different news. At the end of this chapter
    you will be able to compute one step of the three usual recurrent cells by hand,
    say what each of their gates does, and measure how far back in time such a
    network can learn from.

    The idea
    ────────

    Read the sentence from left to right and keep notes. The notes are a vector of H
    numbers, the *hidden state* h; each of the H is called a *unit*. At each step a
    small formula, the *cell*, takes the new word and the notes so far, and gives
    the notes as they stand after it. It is the same formula with the same weights
    at every step; so a sentence of any length can be read.

    The plain cell
    ──────────────

        hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ)

    symbol    what                                                    shape
    ────────  ──────────────────────────────────────────────────────  ──────
    xₜ        input of step t: one embedding for each of N sentences  (N, D)
    hₜ₋₁, hₜ  hidden state before and after                           (N, H)
    Wₓₕ       from input to state                                     (D, H)
    Wₕₕ       from state to state                                     (H, H)
    bₕ        bias, added to each row by broadcasting                 (H)

    Both products are (N, H), so they can be added. The tanh keeps every number
    between −1 and 1, however long the sentence gets. One step with N = 1,
    D = H = 2, and weights that allow checking by head:
    """);

Tensor Wxh = Tensor.of(new float[][] {{0.5f, -0.5f}, {0.25f, 1}});
Tensor Whh = Tensor.of(new float[][] {{1, 0}, {0, -1}});
Tensor b = Tensor.of(0.1f, 0);
Tensor x = Tensor.of(new float[][] {{1, 2}});
Tensor before = Tensor.of(new float[][] {{0.3f, -0.2f}});
Tensor sum = x.matmul(Wxh).plus(before.matmul(Whh)).plus(b);
RnnCell rnn = new RnnCell(Wxh, Whh, b);
System.out.println("by hand " + sum.at(0) + ", its tanh " + sum.tanh().at(0));
System.out.println("RnnCell " + rnn.next(x, CellState.of(before)).hidden().at(0));
Script.end(1, """
    by hand (2) [1.4000 1.7000], its tanh (2) [0.8854 0.9354]
    RnnCell (2) [0.8854 0.9354]
    """);

Script.say("""
    Along time
    ──────────

    Now the cell walks over a sentence, handing its state to itself, from all zeros.
    Both sentences hold the same words. Before you run this, predict whether the
    states can tell them apart.
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
Script.end(2, """
    h after dog bites man (2) [ 0.7856 -0.9836]
    h after man bites dog (2) [ 0.8323 -0.8970]
    """);

Script.say("""
    They can: the state keeps the order. Without the loop, the computation is a
    graph. It is *unrolled* over time:
    """);

UnrolledGraph unrolled = UnrolledGraph.leftToRight().node("h0", "h0 = zeros", Kind.STATE);
for (int t = 1; t <= 2; t++) {
  unrolled.step("step " + t).node("x" + t, "x" + t + " (N,D)", Kind.INPUT).
      node("h" + t, "h" + t + " (N,H)", Kind.STATE);
  unrolled.edge("x" + t, "h" + t, "W_xh").edge("h" + (t - 1), "h" + t, "W_hh");
}
System.out.print(unrolled.toMermaid());
Script.end(3, """
    flowchart LR
      h0(("h0 = zeros")):::state
      subgraph step0["step 1"]
        x1["x1 (N,D)"]:::input
        h1(("h1 (N,H)")):::state
      end
      subgraph step1["step 2"]
        x2["x2 (N,D)"]:::input
        h2(("h2 (N,H)")):::state
      end
      x1 -->|"W_xh"| h1
      h0 -->|"W_hh"| h1
      x2 -->|"W_xh"| h2
      h1 -->|"W_hh"| h2
      classDef input fill:lightblue,stroke:dimgray,color:black
      classDef state fill:moccasin,stroke:dimgray,color:black
    """);

Script.say("""
    The weights stand at several arrows, so their gradients add up over time. And
    from h_T back to x₁ there is one road only, through every state in between. What
    that does to the gradient we measure next.

    Vanishing and exploding gradients
    ─────────────────────────────────

    How much does the state after k steps still depend on the first one? With one
    unit the network is hₜ = tanh(w hₜ₋₁), and each step back multiplies the
    gradient by w times the slope of tanh, which is 1 near 0 and less elsewhere.
    With w = 0.5 that is at most 0.5ᵏ.

    With H units the slopes of h_T with respect to h_(T−k) form a matrix (H, H), the
    *Jacobian*. Its size: the root of the sum of all squares, over √H, which is 1 at
    k = 0. Wₕₕ is a random rotation times a scale, H = 32.
    """);

int T = 50;
double[] measure(CellKind kind, double scale, double keep) {
  GradientOverTime norms =
      GradientOverTime.measure(kind, 32, T, scale, keep, Generator.seeded(3));
  return kind == CellKind.LSTM ? norms.cell() : norms.hidden();
}
void show(String name, double[] norms) {
  System.out.println(name + ":  k=1 " + Numbers.scientific(norms[1], 2) + "  k=10 "
      + Numbers.scientific(norms[10], 2) + "  k=50 " + Numbers.scientific(norms[50], 2));
}
show("RNN, scale 0.5", measure(CellKind.RNN, 0.5, 0));
show("RNN, scale 2.0", measure(CellKind.RNN, 2, 0));
Script.end(4, """
    RNN, scale 0.5:  k=1 5.0e-01  k=10 9.8e-04  k=50 8.9e-16
    RNN, scale 2.0:  k=1 1.1e+00  k=10 2.9e+00  k=50 5.9e+03
    """);

Script.say("""
    At 0.5 it is 0.5ᵏ to both digits: after 50 steps 10⁻¹⁵ is left. This is a
    *vanishing gradient*: nothing that the loss says about step 50 can teach the
    weights anything about step 1. At 2 the gradient *explodes*, to thousands of
    times its size, and throws the weights far away in a single update. Chapter 7
    mends that by cutting it to a fixed length. A vanished one cannot be mended
    afterwards: the cell itself has to be built otherwise.

    The gated recurrent unit
    ────────────────────────

    The plain cell rewrites all of its notes at every step. A *gate* is a number
    between 0 and 1, one for each unit, computed from the input and the state like
    everything else, by the sigmoid σ(a) = 1/(1 + e⁻ᵃ). Multiplying by it lets
    something through, or not. The *gated recurrent unit*, GRU, has two:

    what         formula                           it says
    ───────────  ────────────────────────────────  ─────────────────────────────────
    reset gate   r = σ(x Wₓᵣ + bₓᵣ + h Wₕᵣ + bₕᵣ)  how much of the past the
                                                   candidate looks at
    update gate  z = σ(x W_xz + b_xz + h W_hz +    how much of the old state stays
                 b_hz)
    candidate    n = tanh(x Wₓₙ + bₓₙ + r ⊙ (h     what a plain cell would write
                 Wₕₙ + bₕₙ))
    new state    h′ = (1 − z) ⊙ n + z ⊙ h          a mixture of both

    (⊙ multiplies element by element.) At z = 1 all of the old state stays. At z = 0
    the cell starts afresh from the candidate, and with r = 0 as well it forgets
    that there was a past. The three weights lie side by side in one matrix, Wₓₕ
    (D, 3H) and Wₕₕ (H, 3H), in the order r, z, n.
    """);

GruCell gru = GruCell.uniform(2, 2, Generator.seeded(5));
Tensor fromX = gru.project(x);  // x·W_xh + b_xh, (N,3H)
Tensor fromH = before.affine(gru.parameters().get(1).value(), gru.parameters().get(3).value());
Tensor r = fromX.slice(1, 0, 2).plus(fromH.slice(1, 0, 2)).sigmoid();
Tensor z = fromX.slice(1, 2, 4).plus(fromH.slice(1, 2, 4)).sigmoid();
Tensor n = fromX.slice(1, 4, 6).plus(r.times(fromH.slice(1, 4, 6))).tanh();
Tensor after = Tensor.scalar(1).minus(z).times(n).plus(z.times(before));
System.out.println("z  " + z.at(0) + "\nn  " + n.at(0) + "\nh' " + after.at(0));
System.out.println("GruCell " + gru.next(x, CellState.of(before)).hidden().at(0));
Script.end(5, """
    z  (2) [0.4534 0.4014]
    n  (2) [0.9285 0.2681]
    h' (2) [0.6435 0.0802]
    GruCell (2) [0.6435 0.0802]
    """);

Script.say("""
    Each h′ lies between h and n, nearer to h the larger z is.

    Long short-term memory
    ──────────────────────

    The older relative, LSTM, keeps two vectors: the hidden state h and a *cell
    state* c, only ever scaled and added to.

    what            formula                          it says
    ──────────────  ───────────────────────────────  ───────────────────────────────
    input gate      i = σ(x Wₓᵢ + h Wₕᵢ + bᵢ)        how much of the new is written
    forget gate     f = σ(x W_xf + h W_hf + b_f)     how much of the old is kept
    candidate       g = tanh(x W_xg + h W_hg + b_g)  what would be written
    output gate     o = σ(x Wₓₒ + h Wₕₒ + bₒ)        how much of the cell state is
                                                     shown
    new cell state  c′ = f ⊙ c + i ⊙ g               what was kept, and what was
                                                     written
    new state       h′ = o ⊙ tanh(c′)                what is shown

    `LstmCell` keeps the weights side by side, in the order i, f, g, o. RNN, GRU and
    LSTM cost 1, 3 and 4 times the weights.

    What the gates do, seen
    ───────────────────────

    To see gates at work we set the weights of a single LSTM unit by hand so that it
    remembers the last value that came with a flag. An input is (value, write), so
    D = 2. Where write is 1, the value is stored; where it is 0, the old one stays,
    whatever comes by.
    """);

float[] values = {0.5f, -1, 0.8f, -0.3f, 1, -0.9f, 0.4f, 0.1f};
float[] write = {1, 0, 0, 1, 0, 0, 1, 0};
GateTrace trace = GateTrace.of(Latch.lstm(), Latch.sequence(values, write), 0, 0);
float[][] rows = new float[8][];
rows[0] = values;
rows[1] = write;
System.arraycopy(trace.values(), 0, rows, 2, 6);
String[] names = {"value in", "write in", "i, write", "f, keep", "g, new", "o, show", "c, cell",
    "h, state"};
Script.show(Heatmap.of(rows, names).withTitle("One LSTM unit as a latch").withAxes("", "step t").
    withScale("value, no unit").withSigns().withRange(-1, 1).withValues(1).
    save(Path.of("images/ch02_gates.png")));
Script.end(6, """
    images/ch02_gates.png
    """);

Script.say("""
    [picture: Inputs, gates, cell state and hidden state of one LSTM unit over eight
    steps; the cell state changes only where write is 1 — images/ch02_gates.png]

    Follow the row of c. At steps 0, 3 and 6 the flag is 1: i opens, f closes, and
    the cell state takes g = tanh(value). In between c stands still while g swings
    with every input. In a trained network the weights move, like all others, to
    where the loss is lower, and the gates come out less clear-cut.

    Why gates carry a gradient
    ──────────────────────────

    Where f is near 1, c′ ≈ c, and the gradient is handed back from step to step
    almost whole, by an addition, with no weight matrix and no tanh on the road. For
    the GRU, z does the same. We measure as before, with a scale of 0.9, once with
    gates as they start, half open, and once with 4 added to the bias of the gate
    that keeps (σ(4) = 0.98).
    """);

double[] ks = new double[T + 1];
for (int k = 0; k <= T; k++) {
  ks[k] = k;
}
LinePlot.of("How far back a gradient reaches, H = 32", "steps back, k",
    "size of the gradient (1 = whole)").withLogY().withYRange(1e-10, 1e4).
    with("RNN, scale 0.5", ks, measure(CellKind.RNN, 0.5, 0)).
    with("RNN, scale 2", ks, measure(CellKind.RNN, 2, 0)).
    with("GRU, gates half open", ks, measure(CellKind.GRU, 0.9, 0)).
    with("GRU, gates that keep", ks, measure(CellKind.GRU, 0.9, 4)).
    with("LSTM, gates that keep", ks, measure(CellKind.LSTM, 0.9, 4)).
    save(Path.of("images/ch02_recurrence.png"));
show("GRU, gates that keep", measure(CellKind.GRU, 0.9, 4));
Script.end(7, """
    GRU, gates that keep:  k=1 9.8e-01  k=10 8.4e-01  k=50 4.4e-01
    """);

Script.say("""
    [picture: Size of the gradient over 50 steps back, on a logarithmic axis: plain
    cells fall or rise as straight lines, cells whose gates keep stay nearly level —
    images/ch02_recurrence.png]

    On a logarithmic axis a straight line is a constant factor a step. The gates
    that keep lose about two per cent a step: σ(4)⁵⁰ = 0.40. (The LSTM's line starts
    at 0.5, because the output gate shows half of the cell state.) But see the GRU
    whose gates are half open: its gradient vanishes too. Gates do not abolish
    vanishing; they let the network *choose* what to keep.

    What goes wrong
    ───────────────

    *Two cells of the same name.* There are two GRUs in the literature. The first
    paper resets the state *before* its product, (r ⊙ h) Wₕₙ; the variant above,
    which is PyTorch's and cuDNN's and ours, resets the result *after* it,
    r ⊙ (h Wₕₙ + bₕₙ). Some texts let z and 1 − z change places. Load weights of one
    into the other, and no shape complains:
    """);

Tensor Whn = gru.parameters().get(1).value().slice(1, 4, 6);
Tensor bhn = gru.parameters().get(3).value().slice(0, 4, 6);
Tensor nBefore = fromX.slice(1, 4, 6).plus(r.times(before).affine(Whn, bhn)).tanh();
Script.show(Tensor.scalar(1).minus(z).times(nBefore).plus(z.times(before)).at(0));
Script.end(8, """
    (2) [0.6490 0.0745]
    """);

Script.say("""
    It should be 0.6435 and 0.0802. That does not look like a mistake, it looks like
    a badly trained model. Before you compare with another library, compare one
    step, with these equations beside you.

    Shapes
    ──────

    what             RNN     GRU      LSTM
    ───────────────  ──────  ───────  ──────────
    gates, in order  none    r, z, n  i, f, g, o
    Wₓₕ              (D, H)  (D, 3H)  (D, 4H)
    Wₕₕ              (H, H)  (H, 3H)  (H, 4H)

    Exercises
    ─────────

    • exercise 2.1, one step of the plain cell: `./learn check 2.1` (how to
      (../exercises/README.md))
    • exercise 2.2, one step of the GRU: `./learn check 2.2`
    • exercise 2.3, one step of the LSTM: `./learn check 2.3`

    Where to read on
    ────────────────

    • Goodfellow et al. (2016), equations 10.8 and 10.9, sections 10.7 and 10.10.
      Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
      networks" (2013).
    • Cho et al. (2014), equations 5 to 8: the GRU, reset before the product.
      Hochreiter and Schmidhuber (1997): LSTM; its forget gate, Gers et al. (2000),
      and that gate's bias, Jozefowicz et al. (2015).
    • The code: `seq2seq.ch02_recurrence`, one class for each cell.
    """);

chapterStatus = Script.status();
/exit chapterStatus
