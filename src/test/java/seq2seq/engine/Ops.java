package seq2seq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import seq2seq.engine.fused.AttentionOps;
import seq2seq.engine.fused.ContextAffine;
import seq2seq.engine.fused.GruLayer;
import seq2seq.engine.fused.LstmLayer;
import seq2seq.engine.fused.OutputLoss;

/**
 * Every differentiable op in one list: name, formula, and a sample to check it on. A test checks
 * each entry's gradient, and that no op of {@link Tensor} is missing.
 */
public final class Ops {
  private static final Tensor MASK =
      Tensor.of(new float[][] {{1, 1, 0, 1}, {1, 0, 0, 0}, {1, 1, 1, 1}});

  private Ops() {}

  /**
   * One op.
   *
   * @param name the method of {@link Tensor}
   * @param formula the forward formula, then the backward one
   * @param function the op on the sample
   * @param sample inputs at which the op is smooth
   */
  public record Op(
      String name, String formula, Function<Tensor[], Tensor> function, Tensor[] sample) {}

  /**
   * The ops of {@link Tensor}, grouped: arithmetic, functions, reductions, products, movement,
   * choice, probabilities.
   */
  public static List<Op> all() {
    List<Op> ops = new ArrayList<>();
    arithmetic(ops);
    functions(ops);
    reductions(ops);
    products(ops);
    movement(ops);
    choice(ops);
    probabilities(ops);
    return ops;
  }

  /** The fused ops: recurrent layers, affine with context, attention. */
  public static List<Op> fused() {
    List<Op> ops = new ArrayList<>();
    recurrences(ops);
    contexts(ops);
    attention(ops);
    attentionOfSeveralToOne(ops);
    return ops;
  }

  private static void arithmetic(List<Op> ops) {
    ops.add(
        op(
            "plus",
            "c = a + b; da = dc, db = dc",
            x -> x[0].plus(x[1]),
            values(2, 3),
            values(2, 3)));
    ops.add(
        op(
            "plus",
            "b (3) broadcast to (2×3); db = Σ dc over the copies",
            x -> x[0].plus(x[1]),
            values(2, 3),
            values(3)));
    ops.add(op("plus", "a + c for a number c; da = dc", x -> x[0].plus(1.5f), values(2, 3)));
    ops.add(
        op(
            "minus",
            "c = a - b; da = dc, db = -dc",
            x -> x[0].minus(x[1]),
            values(2, 1),
            values(1, 3)));
    ops.add(op("minus", "a - c for a number c; da = dc", x -> x[0].minus(1.5f), values(2, 3)));
    ops.add(
        op(
            "times",
            "c = a·b; da = dc·b, db = dc·a",
            x -> x[0].times(x[1]),
            values(2, 2, 3),
            values(2, 1)));
    ops.add(op("times", "c·a for a number c; da = c·dc", x -> x[0].times(-2.5f), values(2, 3)));
    ops.add(
        op(
            "times",
            "c = a·a: both inputs are one tensor; da = 2·a·dc",
            x -> x[0].times(x[0]),
            values(2, 3)));
    ops.add(
        op(
            "dividedBy",
            "c = a/b; da = dc/b, db = -dc·c/b",
            x -> x[0].dividedBy(x[1]),
            values(2, 3),
            positive(3)));
    ops.add(
        op("dividedBy", "a/c for a number c; da = dc/c", x -> x[0].dividedBy(4f), values(2, 3)));
    ops.add(op("negate", "c = -a; da = -dc", x -> x[0].negate(), values(2, 3)));
    ops.add(op("pow", "y = xᵖ; dx = dy·p·xᵖ⁻¹", x -> x[0].pow(2), values(2, 3)));
    ops.add(op("pow", "y = x^½; dx = dy·½·x^-½", x -> x[0].pow(0.5), positive(2, 3)));
  }

  private static void functions(List<Op> ops) {
    ops.add(op("exp", "y = eˣ; dx = dy·y", x -> x[0].exp(), values(2, 3)));
    ops.add(op("log", "y = log x; dx = dy/x", x -> x[0].log(), positive(2, 3)));
    ops.add(op("tanh", "y = tanh x; dx = dy·(1 - y²)", x -> x[0].tanh(), values(2, 3)));
    ops.add(op("sigmoid", "y = 1/(1 + e⁻ˣ); dx = dy·y·(1 - y)", x -> x[0].sigmoid(), values(2, 3)));
    ops.add(op("relu", "y = max(x, 0); dx = dy where x > 0", x -> x[0].relu(), values(2, 3)));
  }

  private static void reductions(List<Op> ops) {
    ops.add(op("sum", "s = Σ xᵢ; dxᵢ = ds", x -> x[0].sum(), values(2, 3)));
    ops.add(
        op(
            "sum",
            "the first axis summed; dx = ds copied along it",
            x -> x[0].sum(0),
            values(2, 3, 2)));
    ops.add(op("sum", "a middle axis summed", x -> x[0].sum(1), values(2, 3, 2)));
    ops.add(op("sum", "the last axis summed", x -> x[0].sum(-1), values(2, 3, 2)));
    ops.add(op("mean", "m = Σ xᵢ / n; dxᵢ = dm/n", x -> x[0].mean(), values(2, 3)));
    ops.add(op("mean", "the mean over one axis", x -> x[0].mean(1), values(2, 3, 2)));
    ops.add(
        op(
            "max",
            "m = max x over an axis; the gradient goes to the largest",
            x -> x[0].max(1),
            values(2, 3, 2)));
  }

  private static void products(List<Op> ops) {
    ops.add(
        op(
            "matmul",
            "C = A·B; dA = dC·Bᵀ, dB = Aᵀ·dC",
            x -> x[0].matmul(x[1]),
            values(2, 3),
            values(3, 4)));
    ops.add(
        op(
            "matmul",
            "a stack of rows (2×2×3) times (3×4)",
            x -> x[0].matmul(x[1]),
            values(2, 2, 3),
            values(3, 4)));
    ops.add(
        op("matmul", "C = A·A: both inputs are one tensor", x -> x[0].matmul(x[0]), values(3, 3)));
    ops.add(
        op(
            "affine",
            "y = x·W + b; dx = dy·Wᵀ, dW = xᵀ·dy, db = Σ dy",
            x -> x[0].affine(x[1], x[2]),
            values(2, 2, 3),
            values(3, 4),
            values(4)));
    ops.add(
        op(
            "affine",
            "y = s + x·W, s (N×out) at every step; ds = Σ_t dy",
            x -> x[0].affine(x[1], x[2]),
            values(3, 2, 3),
            values(3, 4),
            values(2, 4)));
  }

  private static void recurrences(List<Op> ops) {
    ops.add(
        op(
            "gru",
            "one step of a loop: h' = n + z ⊙ (h - n) with gates r, z, n",
            x -> gru(x).step(x[0], null, x[1]),
            gruSample(2, 3)));
    ops.add(
        op(
            "gru",
            "a loop: W once for three steps",
            x -> {
              GruLayer layer = gru(x);
              Tensor h = layer.step(x[0].at(0), null, x[1]);
              return layer.step(x[0].at(1), null, layer.step(x[0].at(1), null, h));
            },
            gruSample(2, 2, 3)));
    ops.add(
        op(
            "gru",
            "three steps, one after another",
            x -> gru(x).unroll(x[0], null, null, x[1]),
            gruSample(3, 2, 3)));
    ops.add(
        op(
            "gru",
            "three steps with a context, W_xh = [W_x; W_c]",
            x -> gru(x).unroll(x[0], x[6], null, x[1]),
            withContext(gruSample(3, 2, 2))));
    ops.add(
        op(
            "gru",
            "one step of a loop with a context",
            x -> gru(x).step(x[0], x[6], x[1]),
            withContext(gruSample(2, 2))));
    ops.add(
        op(
            "lstm",
            "one step of a loop: c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh(c')",
            x -> lstm(x).step(x[0], null, x[1], x[2]),
            lstmSample(2, 3)));
    ops.add(
        op(
            "lstm",
            "three steps, one after another",
            x -> lstm(x).unroll(x[0], null, null, x[1], x[2]),
            lstmSample(3, 2, 3)));
    ops.add(
        op(
            "gru",
            "two rows of 2 and 1 of three steps, with a context",
            x -> gru(x).unroll(x[0], x[6], new int[] {2, 1}, x[1]),
            withContext(gruSample(3, 2, 2))));
    ops.add(
        op(
            "lstm",
            "two rows of 1 and 3 steps",
            x -> lstm(x).unroll(x[0], null, new int[] {1, 3}, x[1], x[2]),
            lstmSample(3, 2, 3)));
    ops.add(
        op(
            "outputLoss",
            "the mean of -log softmax(x·W + b)[id] over rows 0, 1 and 3",
            x -> OutputLoss.mean(x[0], x[1], x[2], new int[] {4, 0, 1, 2}, Tensor.of(1, 1, 0, 1)),
            values(2, 2, 3),
            values(3, 5),
            values(5)));
  }

  private static GruLayer gru(Tensor[] x) {
    return new GruLayer(x[2], x[3], x[4], x[5]);
  }

  private static LstmLayer lstm(Tensor[] x) {
    return new LstmLayer(x[3], x[4], x[5]);
  }

  /** x, h, W_xh, W_hh, b_xh, b_hh. */
  private static Tensor[] gruSample(int... inputs) {
    return new Tensor[] {
      values(inputs), values(2, 2), values(3, 6), values(2, 6), values(6), values(6)
    };
  }

  /** x, h, c, W_xh, W_hh, b. */
  private static Tensor[] lstmSample(int... inputs) {
    return new Tensor[] {
      values(inputs), values(2, 2), values(2, 2), values(3, 8), values(2, 8), values(8)
    };
  }

  private static Tensor[] withContext(Tensor[] sample) {
    Tensor[] more = Arrays.copyOf(sample, sample.length + 1);
    more[sample.length] = values(2, 1);
    return more;
  }

  private static void contexts(List<Op> ops) {
    ops.add(
        op(
            "context affine",
            "y = x·W + b",
            x -> ContextAffine.of(x[0], x[1], x[2]),
            values(2, 2, 3),
            values(3, 4),
            values(4)));
    ops.add(
        op(
            "context affine",
            "y = x·W_x + c·W_c + b, c multiplied once",
            x -> ContextAffine.of(x[0], x[1], x[2], x[3]),
            values(3, 2, 2),
            values(2, 3),
            values(5, 4),
            values(4)));
  }

  private static void movement(List<Op> ops) {
    ops.add(
        op(
            "reshape",
            "the same elements in another shape",
            x -> x[0].reshape(3, -1),
            values(2, 3)));
    ops.add(op("transpose", "y[i,j] = x[j,i]", x -> x[0].transpose(), values(2, 3)));
    ops.add(
        op(
            "transpose",
            "the axes in another order",
            x -> x[0].transpose(1, 2, 0),
            values(2, 3, 2)));
    ops.add(
        op(
            "broadcastTo",
            "copies along axes of size 1; dx = Σ dy over the copies",
            x -> x[0].broadcastTo(2, 3, 2),
            values(3, 1)));
    ops.add(
        op(
            "slice",
            "y = x[.., from:to, ..]; dx[.., from:to, ..] += dy",
            x -> x[0].slice(1, 1, 3),
            values(2, 3, 2)));
    ops.add(op("at", "y = x[i]; dx[i] += dy", x -> x[0].at(1), values(3, 2)));
    ops.add(
        op(
            "concat",
            "the parts side by side; each takes its slice of dy",
            x -> Tensor.concat(1, x),
            values(2, 3),
            values(2, 1)));
    ops.add(
        op(
            "stack",
            "the parts on top of each other; part t takes dy[t]",
            x -> Tensor.stack(x[0], x[1], x[0]),
            values(2, 3),
            values(2, 3)));
    ops.add(
        op(
            "gather",
            "y[i] = table[idᵢ]; dtable[idᵢ] += dy[i]",
            x -> x[0].gather(2, 0, 2, 2),
            values(3, 2)));
    ops.add(
        op(
            "pick",
            "y[n] = x[stepₙ, n]; dx[stepₙ, n] += dy[n]",
            x -> x[0].pick(2, 0),
            values(3, 2, 2)));
  }

  private static void choice(List<Op> ops) {
    ops.add(
        op(
            "where",
            "c = a where the mask is 1, else b",
            x -> Tensor.of(1, 0, 1).where(x[0], x[1]),
            values(2, 3),
            values(3)));
    ops.add(
        op(
            "dropout",
            "y = x·m with m = 0 or 1/(1-p); dx = dy·m",
            x -> x[0].dropout(0.4, Generator.seeded(5)),
            values(2, 3)));
  }

  private static void probabilities(List<Op> ops) {
    ops.add(
        op(
            "softmax",
            "p = m·eˣ/Σ m·eˣ; dx = p·(dp - Σ dp·p)",
            x -> x[0].softmax(MASK),
            values(3, 4)));
    ops.add(op("softmax", "p = eˣ/Σ eˣ; dx = p·(dp - Σ dp·p)", x -> x[0].softmax(), values(2, 4)));
    ops.add(
        op(
            "logSoftmax",
            "y = x - log Σ eˣ; dx = dy - eʸ·Σ dy",
            x -> x[0].logSoftmax(),
            values(2, 4)));
    ops.add(
        op(
            "crossEntropy",
            "l = log Σ eˣ - x[id]; dx = dl·(softmax(x) - onehot(id))",
            x -> x[0].crossEntropy(3, 0),
            values(2, 4)));
  }

  private static void attention(List<Op> ops) {
    ops.add(
        op(
            "dotScores",
            "s[n,t] = Σ k[t,n]·q[n]; dk[t,n] = ds[n,t]·q[n], dq[n] = Σ ds[n,t]·k[t,n]",
            x -> AttentionOps.dotScores(x[0], x[1], null),
            values(4, 2, 3),
            values(2, 3)));
    ops.add(
        op(
            "additiveScores",
            "s[n,t] = Σ v·y with y = tanh(k[t,n] + q[n]); dk = ds·v·(1 - y²) = dq, dv = Σ ds·y",
            x -> AttentionOps.additiveScores(x[0], x[1], x[2], null),
            values(4, 2, 3),
            values(2, 3),
            values(3)));
    ops.add(
        op(
            "weightedSum",
            "c[n] = Σ w[n,t]·x[t,n]; dw[n,t] = dc[n]·x[t,n], dx[t,n] = w[n,t]·dc[n]",
            x -> AttentionOps.weightedSum(x[0], x[1], null),
            values(4, 2, 3),
            values(2, 4)));
    Tensor mask = Tensor.of(new float[][] {{1, 1, 0, 1}, {1, 0, 0, 0}});
    ops.add(
        op(
            "dotScores",
            "s[n,t] = m[n,t]·k[t,n]·q[n]",
            x -> AttentionOps.dotScores(x[0], x[1], mask),
            values(4, 2, 3),
            values(2, 3)));
    ops.add(
        op(
            "additiveScores",
            "s[n,t] = m[n,t]·Σ v·tanh(k[t,n] + q[n])",
            x -> AttentionOps.additiveScores(x[0], x[1], x[2], mask),
            values(4, 2, 3),
            values(2, 3),
            values(3)));
    ops.add(
        op(
            "weightedSum",
            "c[n] = Σ m[n,t]·w[n,t]·x[t,n]",
            x -> AttentionOps.weightedSum(x[0], x[1], mask),
            values(4, 2, 3),
            values(2, 4)));
  }

  /** Two queries look at the second of two sentences, one at the first, through a mask (3×4). */
  private static void attentionOfSeveralToOne(List<Op> ops) {
    Tensor mask = MASK;
    int[] rows = {1, 0, 1};
    ops.add(
        op(
            "dotScores",
            "s[i,t] = m[i,t]·k[t,r(i)]·q[i]",
            x -> AttentionOps.dotScores(x[0], x[1], mask, rows),
            values(4, 2, 3),
            values(3, 3)));
    ops.add(
        op(
            "additiveScores",
            "s[i,t] = m[i,t]·Σ v·tanh(k[t,r(i)] + q[i])",
            x -> AttentionOps.additiveScores(x[0], x[1], x[2], mask, rows),
            values(4, 2, 3),
            values(3, 3),
            values(3)));
    ops.add(
        op(
            "weightedSum",
            "c[i] = Σ m[i,t]·w[i,t]·x[t,r(i)]",
            x -> AttentionOps.weightedSum(x[0], x[1], mask, rows),
            values(4, 2, 3),
            values(3, 4)));
  }

  private static Op op(
      String name, String formula, Function<Tensor[], Tensor> function, Tensor... sample) {
    return new Op(name, formula, function, sample);
  }

  /**
   * Different numbers of both signs, no two closer than the step of a gradient check, none near 0.
   */
  private static Tensor values(int... sizes) {
    return sample(Shape.of(sizes), -1.17f);
  }

  private static Tensor positive(int... sizes) {
    return sample(Shape.of(sizes), 0.7f);
  }

  private static Tensor sample(Shape shape, float start) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = start + (i * 7 % 13) * 0.18f;
    }
    return Tensor.of(shape, data);
  }
}
