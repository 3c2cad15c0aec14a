package seq2seq.engine.fused;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.engine.Autograd;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.FloatMath;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;
import seq2seq.engine.kernel.Parallel;
import seq2seq.engine.kernel.WorkSplit;

/**
 * The mean cross-entropy of an output layer's logits o = x·W + b over the rows that a mask marks as
 * real, R of them; a block of logits at a time is made, turned into its gradient and used up, so
 * that the whole (rows×V) never exists. For real rows, with p = softmax(o):
 *
 * <pre>
 * l = Σ (log Σ eᵒ - o[id]) / R      do = (p - onehot(id)) · dl / R
 * dx = do·Wᵀ    dW = xᵀ·do    db = Σ do
 * </pre>
 *
 * <p>The bits are those of {@code x.affine(W, b).crossEntropy(ids)}, the mask's choice, its sum and
 * the division. Gradients are computed on the way forward, while a block's logits are there, for
 * the dl = 1 that {@code backward()} starts from; where another dl comes back, or gradients have
 * arrived before, the blocks are made again.
 */
public final class OutputLoss {
  /** Logits in a block: 8 MB, which stay in the last-level cache. */
  private static final int BLOCK = 1 << 21;

  /** A block has a multiple of this many rows. */
  private static final int ROW_UNIT = 64;

  private final Kernel kernel = Kernels.active();
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final int in;
  private final int words;

  /** The numbers of the real rows, ascending, and their answers. */
  private final int[] rows;

  private final int[] answers;
  private final float real;

  /**
   * What the way forward has computed for dl = 1; null once it has been used, or without a graph.
   */
  private Gradients ready;

  private OutputLoss(Tensor x, Tensor weight, Tensor bias, int[] ids, Tensor mask) {
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.in = x.dim(-1);
    this.words = weight.dim(1);
    float[] isReal = mask.liveData();
    this.rows = IntStream.range(0, isReal.length).filter(i -> isReal[i] != 0f).toArray();
    this.answers = Arrays.stream(rows).map(row -> ids[row]).toArray();
    this.real = kernel.sum(isReal, 0, isReal.length);
  }

  /**
   * The mean over real rows.
   *
   * @param x (…×D)
   * @param weight W (D×V)
   * @param bias b (V)
   * @param ids the right answer of each row, from 0 to V-1
   * @param mask one number a row, at least one not 0: 1 = real, 0 = padding
   * @return (), nats per real row
   * @throws ShapeException if the sizes do not fit, an id is out of range, or no row is real
   */
  public static Tensor mean(Tensor x, Tensor weight, Tensor bias, int[] ids, Tensor mask) {
    new ContextAffine(x, null, weight, bias);
    check(x.size() / x.dim(-1), weight.dim(1), ids, mask);
    OutputLoss op = new OutputLoss(x, weight, bias, ids, mask);
    float[] loss = {op.forward(mask.size())};
    return Autograd.result("outputLoss", Shape.SCALAR, loss, op::backward, x, weight, bias);
  }

  private static void check(int rows, int words, int[] ids, Tensor mask) {
    if (ids.length != rows || mask.size() != rows) {
      throw new ShapeException(
          "outputLoss",
          rows
              + " rows need as many ids and a mask of as many numbers; got "
              + ids.length
              + " ids and a mask "
              + mask.shape());
    }
    for (int i = 0; i < rows; i++) {
      if (ids[i] < 0 || ids[i] >= words) {
        throw new ShapeException(
            "outputLoss", "id " + ids[i] + " at position " + i + " is not in 0.." + (words - 1));
      }
    }
    if (Kernels.active().isZero(mask.liveData(), 0, rows)) {
      throw new ShapeException("outputLoss", "the mask " + mask.shape() + " marks no row as real");
    }
  }

  private float forward(int all) {
    float[] losses = new float[all];
    if (Autograd.records(x, weight, bias)) ready = new Gradients(1f, false);
    blocks(losses, ready);
    return kernel.sum(losses, 0, all) / real;
  }

  private void backward(float[] dLoss) {
    boolean isFirst = !x.hasGrad() && !weight.hasGrad() && !bias.hasGrad();
    if (dLoss[0] != 1f || !isFirst) {
      ready.end();
      ready = new Gradients(dLoss[0], true);
      blocks(null, ready);
    }
    ready.handOn();
    ready.end();
    ready = null;
  }

  /** Makes the logits block by block, with their losses or their gradients, or both. */
  private void blocks(float[] losses, Gradients to) {
    int size = Math.max(1, BLOCK / words / ROW_UNIT) * ROW_UNIT;
    float[] logits = BufferPool.take(Math.min(size, rows.length) * words);
    Matrix w = ContextAffine.matrix(weight);
    boolean goesBack = to != null && x.requiresGrad();
    try (Packed packed = kernel.pack(w, size);
        Packed transposed = goesBack ? kernel.pack(w.transposed(), size) : null) {
      for (int from = 0; from < rows.length; from += size) {
        Block block = new Block(from, Math.min(size, rows.length - from), logits);
        multiply(block.xs, packed, ContextAffine.copies(bias, block.xs.rows()), block.logits);
        block.softmax(losses, to);
        if (to != null) to.add(block, transposed);
        block.end();
      }
    }
    BufferPool.give(logits);
  }

  /** Some of the real rows. */
  private final class Block {
    final int from;
    final Matrix xs;
    final Matrix logits;

    Block(int from, int count, float[] memory) {
      this.from = from;
      int[] mine = Arrays.copyOfRange(rows, from, from + count);
      this.xs = Matrix.of(NonZeroRows.compact(x.liveData(), 0, in, mine), count, in);
      this.logits = Matrix.of(memory, count, words);
    }

    /** The loss of each row; where a gradient is asked for, it takes the place of the logits. */
    void softmax(float[] losses, Gradients to) {
      Parallel.range(
          xs.rows(),
          Math.max(1, 8192 / words),
          (begin, end) -> {
            for (int i = begin; i < end; i++) softmax(losses, to, i);
          });
    }

    private void softmax(float[] losses, Gradients to, int i) {
      float[] o = logits.data();
      int at = i * words;
      int answer = at + answers[from + i];
      float max = kernel.max(o, at, at + words);
      if (max == Float.NEGATIVE_INFINITY) max = 0f;
      float ofAnswer = o[answer] - max;
      float total = kernel.expShifted(o, at, at + words, max, o, at);
      if (losses != null) losses[rows[from + i]] = FloatMath.log(total) - ofAnswer;
      if (to == null) return;
      float scale = to.ofEach / total;
      for (int j = at; j < at + words; j++) o[j] *= scale;
      o[answer] -= to.ofEach;
    }

    void end() {
      BufferPool.give(xs.data());
    }
  }

  /**
   * The gradients of x (its real rows), W and b, in memory of their own until they are handed on.
   */
  private final class Gradients {
    /** dl / R, what each real row's loss gets back. */
    final float ofEach;

    private final float[] dX;
    private final float[] dW;
    private final float[] dB;

    /** Whether sums go on from what has arrived. */
    private final boolean goOn;

    Gradients(float dLoss, boolean goOn) {
      this.ofEach = dLoss / real;
      this.goOn = goOn;
      this.dX = x.requiresGrad() ? ofRows() : null;
      this.dW = weight.requiresGrad() ? copy(weight) : null;
      this.dB = bias.requiresGrad() ? copy(bias) : null;
      if (dB != null && !goesOn(bias)) Arrays.fill(dB, 0f);
    }

    private boolean goesOn(Tensor input) {
      return goOn && input.hasGrad();
    }

    private float[] ofRows() {
      return goesOn(x)
          ? NonZeroRows.compact(x.gradient().toAddTo(), 0, in, rows)
          : BufferPool.take(rows.length * in);
    }

    private float[] copy(Tensor input) {
      float[] memory = BufferPool.take(input.size());
      if (goesOn(input)) {
        System.arraycopy(input.gradient().toAddTo(), 0, memory, 0, input.size());
      }
      return memory;
    }

    void add(Block block, Packed transposed) {
      if (dX != null) {
        Matrix part = Matrix.of(dX, block.from * in, block.xs.rows(), in);
        multiply(block.logits, transposed, goesOn(x) ? part : null, part);
      }
      if (dW != null) {
        Matrix all = Matrix.of(dW, in, words);
        boolean starts = block.from == 0 && !goesOn(weight);
        kernel.matmul(block.xs.transposed(), block.logits, starts ? null : all, all);
      }
      if (dB != null) NonZeroRows.addRows(block.logits, dB);
    }

    void handOn() {
      if (dX != null) {
        float[] all = x.gradient().toAddTo();
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(dX, i * in, all, rows[i] * in, in);
        }
      }
      if (dW != null) handOn(dW, weight);
      if (dB != null) handOn(dB, bias);
    }

    private void handOn(float[] memory, Tensor input) {
      System.arraycopy(memory, 0, NonZeroRows.gradient(input), 0, input.size());
    }

    void end() {
      for (float[] memory : new float[][] {dX, dW, dB}) {
        if (memory != null) BufferPool.give(memory);
      }
    }
  }

  /** C = S + A·B, by rows of A divided between threads. */
  private void multiply(Matrix a, Packed b, Matrix start, Matrix c) {
    WorkSplit.rows(a, start, c, (some, s, part) -> kernel.matmul(some, b, s, part));
  }
}
