package seq2seq.ch04_decoder;

import java.util.Arrays;
import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.EncodedSource;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;

/**
 * The writer of the pair. The same weights work in two ways: over a whole known sentence in
 * training ({@link #forward}), or one step at a time when writing ({@link #step}); both give the
 * same logits.
 */
public interface Decoder extends Module {

  /**
   * Where a decoder stands between two steps: its own state, and what it knows of the source, which
   * does not change.
   *
   * @param cells the state of each layer, (N,H_dec) each
   * @param source what the encoder said of the source; fixed from the first step to the last
   */
  record State(List<CellState> cells, EncodedSource source) {

    /**
     * The state of some of the sentences, in any order, each as often as it is named: new row i is
     * row {@code rows[i]} of this one.
     */
    public State rows(int... rows) {
      List<CellState> taken =
          cells.stream().map(cell -> cell.map(tensor -> tensor.gather(rows))).toList();
      return new State(taken, source.rows(rows));
    }
  }

  /**
   * What a step gives.
   *
   * @param logits (N,V'): the larger, the likelier the word comes next
   * @param state where the decoder stands now: the next step must start from it
   */
  record Step(Tensor logits, State state) {}

  /**
   * What a decoder says of known sentences, the last product still to come: a loss need not hold
   * all logits at once.
   *
   * @param tops what the output layer reads (T',N,H_dec), or logits (T',N,V') where there is none
   * @param layer the output layer, H_dec → V'; null for none
   */
  record Outputs(Tensor tops, Linear layer) {

    /** Logits (T',N,V'). */
    public Tensor logits() {
      return layer == null ? tops : layer.forward(tops);
    }
  }

  /** One step for a batch. */
  @FunctionalInterface
  interface Loop {
    /** As {@link Decoder#step}. */
    Step step(int[] words, State before, Mode mode);
  }

  /**
   * {@link #step} for a loop, sooner: what depends on the weights alone is done once. The weights
   * must not change meanwhile.
   */
  default Loop loop() {
    return this::step;
  }

  /** The state before the first step. */
  State start(Encoded source);

  /**
   * One step for a batch.
   *
   * @param words the word before, ids (N)
   * @param before the state that the step before gave
   * @throws ShapeException if there are not as many words as sources
   */
  Step step(int[] words, State before, Mode mode);

  /**
   * All steps of known sentences, each as long as its row.
   *
   * @param words the word before each step, ids (N,T')
   * @return logits (T',N,V')
   * @throws ShapeException if there are not as many rows of words as sources
   */
  default Tensor forward(int[][] words, Encoded source, Mode mode) {
    int[] lengths = new int[words.length];
    Arrays.setAll(lengths, n -> words[n].length);
    return forward(words, lengths, source, mode);
  }

  /**
   * All steps of known sentences.
   *
   * @param words the word before each step, ids (N,T')
   * @param lengths real words of each (N), from 1 to T'
   * @return logits (T',N,V'); past a sentence's end they mean nothing
   * @throws ShapeException if there are not as many rows of words as sources
   */
  Tensor forward(int[][] words, int[] lengths, Encoded source, Mode mode);

  /** As above, before the output layer: {@code forward} is the logits of these. */
  default Outputs outputs(int[][] words, int[] lengths, Encoded source, Mode mode) {
    return new Outputs(forward(words, lengths, source, mode), null);
  }

  /**
   * Checks that there is one row of words for each source.
   *
   * @throws ShapeException if not
   */
  static void checkRows(int rows, EncodedSource source) {
    if (rows != source.batchSize()) {
      throw new ShapeException(
          "decoder",
          "one row of words for each source is needed: "
              + rows
              + " rows, "
              + source.batchSize()
              + " sources");
    }
  }
}
