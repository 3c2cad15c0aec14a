package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch02_recurrence.RnnCell;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch10_attention.Attention;
import seq2seq.ch10_attention.AttentionKeys;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.AttentionOps;
import seq2seq.engine.fused.ContextAffine;
import seq2seq.engine.fused.OutputLoss;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.nn.Adam;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.support.Everywhere;

/**
 * What is fused for speed against the formula that a learner reads: values to the last bit,
 * gradients to the last bit where both add in one order, else to a millionth.
 *
 * <p>It goes red when either spelling changes.
 */
class FusedAgreesWithFormulaTest {

  /** One layer: sizes around a tile, a vector and the smallest worth a thread. */
  record Layer(CellKind kind, int steps, int n, int h, Kernel kernel, int threads) {
    @Override
    public String toString() {
      return kind + " T=" + steps + " N=" + n + " H=" + h + " " + kernel.name() + " " + threads;
    }
  }

  private static final int[][] SIZES = {
    {1, 1, 1}, {3, 2, 5}, {4, 7, 16}, {5, 13, 40}, {2, 64, 48}, {6, 50, 33}
  };

  static Stream<Layer> layers() {
    List<Layer> all = new ArrayList<>();
    for (Kernel kernel : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
      for (int threads : new int[] {1, 3}) {
        for (CellKind kind : CellKind.values()) {
          for (int[] s : SIZES) all.add(new Layer(kind, s[0], s[1], s[2], kernel, threads));
        }
      }
    }
    return all.stream();
  }

  private static Tensor random(Generator g, int... sizes) {
    return Tensor.uniform(Shape.of(sizes), -1, 1, g);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerRunsAsItsCellIsWritten(Layer layer) {
    Everywhere.with(
        layer.kernel,
        layer.threads,
        () -> {
          for (boolean fromZeros : new boolean[] {false, true}) {
            for (int context : new int[] {0, 2}) {
              List<float[]> expected =
                  cell(layer, fromZeros, context, FusedAgreesWithFormulaTest::formula);
              assertAgree(
                  cell(layer, fromZeros, context, FusedAgreesWithFormulaTest::fused), expected);
              assertAgree(
                  cell(layer, fromZeros, context, FusedAgreesWithFormulaTest::loop), expected);
            }
          }
        });
  }

  /** All states (T,N,H) of one layer, from inputs (T,N,D), a context (N,C) and the state before. */
  private interface Spelling {
    CellState run(Cell cell, Tensor inputs, Tensor context, CellState initial);
  }

  private static CellState formula(Cell cell, Tensor inputs, Tensor context, CellState initial) {
    return cell.unroll(
        context == null ? cell.project(inputs) : cell.project(inputs, context), initial);
  }

  private static CellState fused(Cell cell, Tensor inputs, Tensor context, CellState initial) {
    RecurrentLayers layers = new RecurrentLayers(List.of(cell), 0);
    return layers.run(inputs, context, null, List.of(initial), Mode.inference()).layers().get(0);
  }

  /** Rows of every length from 0 to T, in no order. */
  private static int[] lengths(Tensor inputs) {
    int[] lengths = new int[inputs.dim(1)];
    Arrays.setAll(lengths, n -> n * 5 % (inputs.dim(0) + 1));
    return lengths;
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerOfRowsOfManyLengthsRunsAsItsCellAsFarAsTheyGo(Layer layer) {
    Everywhere.with(
        layer.kernel,
        layer.threads,
        () -> {
          for (boolean fromZeros : new boolean[] {false, true}) {
            for (int context : new int[] {0, 2}) {
              assertAgree(
                  cell(layer, fromZeros, context, FusedAgreesWithFormulaTest::fusedToTheEnds),
                  cell(layer, fromZeros, context, FusedAgreesWithFormulaTest::formulaToTheEnds));
            }
          }
        });
  }

  /** The formula's states, and 0 past the end of a row. */
  private static CellState formulaToTheEnds(
      Cell cell, Tensor inputs, Tensor context, CellState initial) {
    Tensor mask = LengthMask.timeMajor(lengths(inputs), inputs.dim(0));
    Tensor column = mask.reshape(inputs.dim(0), inputs.dim(1), 1);
    return formula(cell, inputs, context, initial)
        .map(states -> column.where(states, Tensor.scalar(0)));
  }

  private static CellState fusedToTheEnds(
      Cell cell, Tensor inputs, Tensor context, CellState initial) {
    if (cell instanceof RnnCell) return formulaToTheEnds(cell, inputs, context, initial);
    RecurrentLayers layers = new RecurrentLayers(List.of(cell), 0);
    int[] lengths = lengths(inputs);
    return layers.run(inputs, context, lengths, List.of(initial), Mode.inference()).layers().get(0);
  }

  private static CellState loop(Cell cell, Tensor inputs, Tensor context, CellState initial) {
    RecurrentLayers.Loop loop = new RecurrentLayers(List.of(cell), 0).loop();
    CellState[] states = new CellState[inputs.dim(0)];
    List<CellState> state = List.of(initial);
    for (int t = 0; t < states.length; t++) {
      state = loop.step(inputs.at(t), context, state, Mode.inference());
      states[t] = state.get(0);
    }
    return CellState.stack(states);
  }

  /** The states, then the gradients of inputs, first state and parameters. */
  private static List<float[]> cell(
      Layer layer, boolean fromZeros, int contextSize, Spelling spelling) {
    Generator g = Generator.seeded(layer.steps * 1000L + layer.n * 10L + layer.h);
    Cell cell = layer.kind.create(3 + contextSize, layer.h, g);
    Tensor context = contextSize == 0 ? null : random(g, layer.n, contextSize).withGrad();
    Tensor inputs = random(g, layer.steps, layer.n, 3).withGrad();
    CellState initial =
        cell.zeroState(layer.n)
            .map(zeros -> (fromZeros ? zeros : random(g, layer.n, layer.h)).withGrad());
    CellState states = spelling.run(cell, inputs, context, initial);
    List<Tensor> out = new ArrayList<>(List.of(states.hidden()));
    if (states.hasCell()) out.add(states.cell());
    List<Tensor> leaves = new ArrayList<>(List.of(inputs, initial.hidden()));
    if (initial.hasCell()) leaves.add(initial.cell());
    if (context != null) leaves.add(context);
    cell.parameters().forEach(p -> leaves.add(p.value()));
    return valuesAndGradients(out, leaves);
  }

  /**
   * Gradients of a loss in which each row counts up to a length of its own: past it nothing comes
   * back, as after the end of a padded sentence; and of some rows only the last number counts.
   */
  private static List<float[]> valuesAndGradients(List<Tensor> out, List<Tensor> leaves) {
    List<float[]> all = new ArrayList<>();
    Tensor loss = Tensor.scalar(0);
    for (int part = 0; part < out.size(); part++) {
      Tensor y = out.get(part);
      all.add(y.toArray());
      loss = loss.plus(y.times(weights(y.shape(), part)).sum());
    }
    loss.backward();
    for (Tensor leaf : leaves) {
      all.add(leaf.hasGrad() ? leaf.grad().toArray() : new float[leaf.size()]);
    }
    return all;
  }

  private static Tensor weights(Shape shape, int part) {
    int h = shape.dim(-1);
    int n = shape.rank() == 3 ? shape.dim(1) : 1;
    int steps = shape.dim(0);
    float[] weights = new float[shape.size()];
    for (int i = 0; i < weights.length; i++) {
      int row = i / h % n;
      int t = i / h / n;
      boolean counts = t <= (row + 2 * part) % steps && (row % 4 != 3 || i % h == h - 1);
      weights[i] = counts ? 1f + (i * 37 % 101) / 101f : 0f;
    }
    return Tensor.of(shape, weights);
  }

  /**
   * Values, the first of the two lists' arrays, to the bit; gradients to two millionths: the
   * longest sums differ by 1.02 millionths.
   */
  private static void assertAgree(List<float[]> actual, List<float[]> expected) {
    assertThat(bits(actual.get(0))).as("values").isEqualTo(bits(expected.get(0)));
    for (int i = 1; i < expected.size(); i++) assertClose(i, actual.get(i), expected.get(i));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) bits[i] = Float.floatToRawIntBits(values[i]);
    return bits;
  }

  private static void assertClose(int number, float[] actual, float[] expected) {
    float largest = 1;
    for (float e : expected) largest = Math.max(largest, Math.abs(e));
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("array %d, element %d", number, i)
          .isCloseTo(expected[i], within(2e-6f * largest));
    }
  }

  // ---------------------------------------------------------------- attention

  private static final int A = 37;
  private static final int T = 5;
  private static final int N = 20;

  private static Tensor[] attentionInputs() {
    Generator g = Generator.seeded(8);
    return Stream.of(random(g, T, N, A), random(g, N, A), random(g, N, T))
        .map(Tensor::withGrad)
        .toArray(Tensor[]::new);
  }

  private static Attention attention(AttentionKind kind) {
    return kind.create(A, A, A, Generator.seeded(9));
  }

  @ParameterizedTest
  @EnumSource
  void aScoreOfAttentionIsTheFormula(AttentionKind kind) {
    int[] lengths = new int[N];
    Arrays.fill(lengths, T);
    Everywhere.run(
        () -> {
          Attention plain = attention(kind);
          List<float[]> expected =
              ofAttention(x -> plain.scores(x[1], plain.keys(x[0])), plain.parameters());
          Attention fused = attention(kind);
          assertAgree(
              ofAttention(
                  x -> fused.scores(x[1], AttentionKeys.of(fused, x[0], lengths)),
                  fused.parameters()),
              expected);
        });
  }

  private static List<float[]> ofAttention(
      Function<Tensor[], Tensor> spelling, List<Parameter> parameters) {
    Tensor[] leaves = attentionInputs();
    List<Tensor> all = new ArrayList<>(Arrays.asList(leaves));
    parameters.forEach(p -> all.add(p.value()));
    return valuesAndGradients(List.of(spelling.apply(leaves)), all);
  }

  /** The fused sum rounds once a step where product and sum round twice: a millionth. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theContextIsTheSumOfValuesTimesWeights(int seed) {
    Function<Tensor[], Tensor> formula = x -> x[0].times(x[2].transpose().reshape(T, N, 1)).sum(0);
    Everywhere.run(
        () -> {
          List<float[]> expected = ofAttention(formula, List.of());
          List<float[]> actual =
              ofAttention(x -> AttentionOps.weightedSum(x[0], x[2], null), List.of());
          for (int i = 0; i < expected.size(); i++) {
            assertClose(i, actual.get(i), expected.get(i));
          }
        });
  }

  // ---------------------------------------------------------------- affine with context

  /** x·W_x + (c·W_c + b), chapter 4's theorem: c·W_c once for all steps. */
  private static Tensor apart(Tensor[] x) {
    Tensor weightOfX = x[2].slice(0, 0, 20);
    Tensor weightOfC = x[2].slice(0, 20, 29);
    return x[0].affine(weightOfX, x[1].affine(weightOfC, x[3]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aContextBesideEachStepIsTheTheoremOfChapter4(int steps) {
    Everywhere.run(
        () -> {
          List<float[]> expected = affine(steps, FusedAgreesWithFormulaTest::apart);
          List<float[]> actual = affine(steps, x -> ContextAffine.of(x[0], x[1], x[2], x[3]));
          for (int i = 0; i < expected.size(); i++) {
            assertThat(bits(actual.get(i))).as("array %d", i).isEqualTo(bits(expected.get(i)));
          }
          List<float[]> together =
              affine(
                  steps,
                  x -> {
                    Tensor copies = x[1].broadcastTo(steps, x[1].dim(0), x[1].dim(1));
                    return Tensor.concat(2, x[0], copies).affine(x[2], x[3]);
                  });
          for (int i = 0; i < expected.size(); i++) {
            assertClose(i, actual.get(i), together.get(i));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aLinearLayerIsAnAffineOp(int steps) {
    Everywhere.run(
        () -> {
          Function<Tensor[], Tensor> weight = x -> x[2].slice(0, 0, 20);
          List<float[]> expected = affine(steps, x -> x[0].affine(weight.apply(x), x[3]));
          List<float[]> actual = affine(steps, x -> ContextAffine.of(x[0], weight.apply(x), x[3]));
          for (int i = 0; i < expected.size(); i++) {
            assertThat(bits(actual.get(i))).as("array %d", i).isEqualTo(bits(expected.get(i)));
          }
        });
  }

  private static List<float[]> affine(int steps, Function<Tensor[], Tensor> spelling) {
    Generator g = Generator.seeded(steps);
    Tensor[] leaves =
        Stream.of(random(g, steps, 14, 20), random(g, 14, 9), random(g, 29, 35), random(g, 35))
            .map(Tensor::withGrad)
            .toArray(Tensor[]::new);
    return valuesAndGradients(List.of(spelling.apply(leaves)), Arrays.asList(leaves));
  }

  // ---------------------------------------------------------------- loss and optimiser

  @ParameterizedTest
  @ValueSource(ints = {2, 11, 200})
  void crossEntropyIsMinusTheLogarithmOfSoftmaxAtTheRightAnswer(int words) {
    int[] ids = {1, 0, words - 1, words / 2};
    Tensor oneHot = Tensor.oneHot(ids, words);
    Everywhere.run(
        () -> {
          Tensor[] x = new Tensor[2];
          Arrays.setAll(x, i -> random(Generator.seeded(5), 4, words).times(9).withGrad());
          Tensor formula = x[0].logSoftmax().times(oneHot).sum(1).negate();
          Tensor fused = x[1].crossEntropy(ids);
          List<float[]> expected = valuesAndGradients(List.of(formula), List.of(x[0]));
          assertAgree(valuesAndGradients(List.of(fused), List.of(x[1])), expected);
        });
  }

  /** Logits of two blocks and a part of a third, and of one. */
  @ParameterizedTest
  @CsvSource({"150, 33000, 3", "40, 35, 20", "1, 2, 1"})
  void theLossOfAnOutputLayerIsTheMaskedMeanOverItsLogits(int rows, int words, int size) {
    int[] ids = new int[rows];
    Arrays.setAll(ids, i -> i * 7919 % words);
    float[] isReal = new float[rows];
    for (int i = 0; i < rows; i++) isReal[i] = i % 9 == 4 ? 0 : 1;
    Tensor mask = Tensor.of(Shape.of(rows), isReal);
    Everywhere.run(
        () -> {
          for (float factor : new float[] {1, 3}) {
            List<Integer> formula =
                outputLoss(rows, words, size, 1, factor, affine(Tensor::affine, ids, mask));
            List<Integer> fused = outputLoss(rows, words, size, 1, factor, linear(ids, mask));
            assertThat(fused).isEqualTo(formula);
            // A second gradient goes on where the first ended, as it does in a linear layer.
            List<Integer> twice =
                outputLoss(rows, words, size, 2, factor, affine(ContextAffine::of, ids, mask));
            assertThat(outputLoss(rows, words, size, 2, factor, linear(ids, mask)))
                .isEqualTo(twice);
          }
        });
  }

  private interface Affine {
    Tensor of(Tensor x, Tensor weight, Tensor bias);
  }

  private static Function<Tensor[], Tensor> affine(Affine affine, int[] ids, Tensor mask) {
    return x -> MaskedLoss.mean(affine.of(x[0], x[1], x[2]).crossEntropy(ids), mask);
  }

  private static Function<Tensor[], Tensor> linear(int[] ids, Tensor mask) {
    return x -> OutputLoss.mean(x[0], x[1], x[2], ids, mask);
  }

  /** The bits of the loss, then of the gradients of x, W and b, after so many uses. */
  private static List<Integer> outputLoss(
      int rows, int words, int size, int times, float factor, Function<Tensor[], Tensor> loss) {
    Generator g = Generator.seeded(rows);
    Tensor[] x =
        Stream.of(random(g, rows, size), random(g, size, words), random(g, words))
            .map(tensor -> tensor.times(4).withGrad())
            .toArray(Tensor[]::new);
    List<Integer> bits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Tensor value = loss.apply(x);
      value.times(factor).backward();
      bits.add(Float.floatToRawIntBits(value.item()));
    }
    for (Tensor leaf : x) bits.add(Arrays.hashCode(bits(leaf.grad().toArray())));
    return bits;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100_003})
  void adamIsThePapersAlgorithm(int size) {
    Everywhere.run(
        () -> {
          Generator g = Generator.seeded(6);
          Parameter p = Parameter.of("p", random(g, size));
          double[] theta = new double[size];
          for (int i = 0; i < size; i++) theta[i] = p.value().get(i);
          double[] m = new double[size];
          double[] v = new double[size];
          Adam adam = new Adam(0.01, 0.8, 0.95, 1e-6);
          for (int t = 1; t <= 4; t++) {
            Parameter.clearGrads(List.of(p));
            Tensor direction = random(g, size);
            p.value().times(direction).sum().backward();
            adam.step(List.of(p));
            for (int i = 0; i < size; i++) {
              double d = direction.liveData()[i];
              m[i] = 0.8 * m[i] + 0.2 * d;
              v[i] = 0.95 * v[i] + 0.05 * d * d;
              double mean = m[i] / (1 - StrictMath.pow(0.8, t));
              double root = StrictMath.sqrt(v[i] / (1 - StrictMath.pow(0.95, t)));
              theta[i] -= 0.01 * mean / (root + 1e-6);
            }
          }
          for (int i = 0; i < size; i++) {
            assertThat((double) p.value().liveData()[i]).isCloseTo(theta[i], within(1e-6));
          }
        });
  }
}
