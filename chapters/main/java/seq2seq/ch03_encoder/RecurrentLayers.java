package seq2seq.ch03_encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * L recurrent cells on top of each other, run over T steps: the outputs of one layer are the inputs
 * of the next, with dropout between them.
 *
 * <p>Encoder and decoder both stand on it.
 */
public final class RecurrentLayers implements Module {
  private final List<Cell> cells;
  private final double dropout;
  private final List<Boolean> withCell;

  /**
   * Layers, bottom first.
   *
   * @param cells each takes what the one below gives
   * @param dropout the probability of dropping an output on its way up to the next layer, in [0, 1)
   * @throws ShapeException if there is no cell, or one does not fit the one below
   */
  public RecurrentLayers(List<Cell> cells, double dropout) {
    if (cells.isEmpty()) {
      throw new ShapeException("recurrent layers", "needs at least one layer");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          "recurrent layers: dropout must be at least 0 and below 1; got " + Numbers.show(dropout));
    }
    for (int l = 1; l < cells.size(); l++) {
      if (cells.get(l).inputSize() != cells.get(l - 1).hiddenSize()) {
        throw new ShapeException(
            "recurrent layers",
            "layer "
                + l
                + " takes inputs of size "
                + cells.get(l).inputSize()
                + ", layer "
                + (l - 1)
                + " gives "
                + cells.get(l - 1).hiddenSize());
      }
    }
    this.cells = List.copyOf(cells);
    this.dropout = dropout;
    this.withCell = cells.stream().map(cell -> cell.zeroState(1).hasCell()).toList();
  }

  /** L layers of one kind: the first takes inputs of size D, all have a state of size H. */
  public static RecurrentLayers create(
      CellKind kind,
      int inputSize,
      int hiddenSize,
      int layers,
      double dropout,
      Generator generator) {
    List<Cell> cells = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      cells.add(kind.create(l == 0 ? inputSize : hiddenSize, hiddenSize, generator));
    }
    return new RecurrentLayers(cells, dropout);
  }

  /**
   * What came of a run.
   *
   * @param layers the states of each layer after each step, bottom first, (T,N,H) each
   */
  public record Run(List<CellState> layers) {

    /** The top layer's hidden states (T,N,H). */
    public Tensor outputs() {
      return layers.get(layers.size() - 1).hidden();
    }

    /** The state after each step, layer by layer: {@code states().get(l).get(t)}, (N,H) each. */
    public List<List<CellState>> states() {
      return layers.stream().map(Run::steps).toList();
    }

    private static List<CellState> steps(CellState layer) {
      return IntStream.range(0, layer.hidden().dim(0)).mapToObj(t -> after(layer, t)).toList();
    }

    private static CellState after(CellState layer, int step) {
      return layer.map(states -> states.at(step));
    }

    /** The state of each layer after the last of the T steps. */
    public List<CellState> last() {
      return layers.stream().map(layer -> after(layer, layer.hidden().dim(0) - 1)).toList();
    }
  }

  /**
   * Runs all layers over all steps: in each layer the inputs' share of all steps at once, then step
   * after step.
   *
   * @param inputs (T,N,D)
   * @param initial the state of each layer before the first step
   * @param mode training, where dropout is at work, or inference
   * @throws ShapeException if the sizes do not fit, or there is not one state per layer
   */
  public Run run(Tensor inputs, List<CellState> initial, Mode mode) {
    return run(inputs, null, null, initial, mode);
  }

  /**
   * As above, with a context beside the input of every step, for sentences that end before step T:
   * what follows is padding, which need not be computed.
   *
   * @param inputs (T,N,D-C)
   * @param context (N,C), or null for none
   * @param lengths real steps of each row (N), from 0 to T; null for T
   * @return states that mean nothing past a row's length
   */
  public Run run(Tensor inputs, Tensor context, int[] lengths, List<CellState> initial, Mode mode) {
    checkStates(initial, inputs.dim(-2));
    List<CellState> states = new ArrayList<>();
    Tensor sequence = inputs;
    Tensor beside = context;
    for (int l = 0; l < cells.size(); l++) {
      Tensor below = l == 0 ? sequence : mode.dropout(sequence, dropout);
      CellState steps =
          CellOverTime.of(cells.get(l)).unroll(below, beside, lengths, initial.get(l));
      states.add(steps);
      sequence = steps.hidden();
      beside = null;
    }
    return new Run(states);
  }

  /** One step of all layers. */
  @FunctionalInterface
  public interface Loop {
    /**
     * The next step.
     *
     * @param input (N,D-C)
     * @param context (N,C), laid beside the input; null for none
     * @param before the state of each layer
     * @return the state of each layer after the step; the top one's hidden state is the output
     * @throws ShapeException if the sizes do not fit, or there is not one state per layer
     */
    List<CellState> step(Tensor input, Tensor context, List<CellState> before, Mode mode);
  }

  /**
   * {@link #step} for a loop, sooner: what depends on the weights alone is done once. For one
   * forward and one backward pass.
   */
  public Loop loop() {
    List<CellOverTime> ready = cells.stream().map(CellOverTime::of).toList();
    return (input, context, before, mode) -> step(ready, input, context, before, mode);
  }

  /**
   * One step of all layers.
   *
   * @param input (N,D)
   * @param before the state of each layer
   * @throws ShapeException if the sizes do not fit, or there is not one state per layer
   * @return the state of each layer after the step; the top one's hidden state is the output
   */
  public List<CellState> step(Tensor input, List<CellState> before, Mode mode) {
    return step(input, null, before, mode);
  }

  /** As above, with a context beside the input: {@link Loop#step}. */
  public List<CellState> step(Tensor input, Tensor context, List<CellState> before, Mode mode) {
    List<CellOverTime> formulas =
        cells.stream().<CellOverTime>map(CellOverTime.AsWritten::new).toList();
    return step(formulas, input, context, before, mode);
  }

  private List<CellState> step(
      List<CellOverTime> layers, Tensor input, Tensor context, List<CellState> before, Mode mode) {
    checkStates(before, input.dim(0));
    List<CellState> after = new ArrayList<>();
    Tensor signal = input;
    for (int l = 0; l < layers.size(); l++) {
      Tensor below = l == 0 ? signal : mode.dropout(signal, dropout);
      CellState state = layers.get(l).step(below, l == 0 ? context : null, before.get(l));
      after.add(state);
      signal = state.hidden();
    }
    return after;
  }

  /**
   * Dropout where a single layer can have it, on what goes in and on what comes out: there is no
   * other layer to drop on the way to. {@code x} itself for two layers or more.
   *
   * @param x embeddings (N,D) or (T,N,D), or outputs (N,H) or (T,N,H)
   */
  public Tensor dropoutAroundOne(Tensor x, Mode mode) {
    return cells.size() == 1 ? mode.dropout(x, dropout) : x;
  }

  /** Zeros for each layer, for a batch of n. */
  public List<CellState> zeroState(int n) {
    return cells.stream().map(cell -> cell.zeroState(n)).toList();
  }

  /** L. */
  public int layers() {
    return cells.size();
  }

  /** H, the size of the top layer's state. */
  public int hiddenSize() {
    return cells.get(cells.size() - 1).hiddenSize();
  }

  /** D, the size of an input to the bottom layer. */
  public int inputSize() {
    return cells.get(0).inputSize();
  }

  /** Checked here, for a state of one row would be broadcast to all N without a word. */
  private void checkStates(List<CellState> states, int n) {
    if (states.size() != cells.size()) {
      throw new ShapeException(
          "recurrent layers",
          "one state for each of " + cells.size() + " layers is needed; got " + states.size());
    }
    for (int l = 0; l < cells.size(); l++) {
      Shape expected = Shape.of(n, cells.get(l).hiddenSize());
      checkState(l, expected, states.get(l).hidden());
      if (withCell.get(l)) {
        checkState(l, expected, cellState(l, states.get(l)));
      }
    }
  }

  private static void checkState(int layer, Shape expected, Tensor given) {
    if (!given.shape().equals(expected)) {
      throw new ShapeException(
          "recurrent layers",
          "the state of layer " + layer + " must be " + expected + ", N×H; got " + given.shape());
    }
  }

  private static Tensor cellState(int layer, CellState state) {
    if (!state.hasCell()) {
      throw new ShapeException(
          "recurrent layers",
          "layer " + layer + " has a cell state c beside h; the state given to it has none");
    }
    return state.cell();
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    for (int l = 0; l < cells.size(); l++) {
      all.addAll(Parameter.within("cell." + l, cells.get(l)));
    }
    return all;
  }
}
