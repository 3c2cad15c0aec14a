package seq2seq.ch04_decoder;

import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Source;
import seq2seq.engine.Tensor;
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
  record State(List<CellState> cells, Source source) {

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
   * The same decoder for a loop of about that many steps, with weights that must not change
   * meanwhile: the same numbers, sooner.
   */
  default Decoder forSteps(int steps) {
    return this;
  }

  /** The state before the first step. */
  State start(Encoded source);

  /**
   * One step for a batch.
   *
   * @param words the word before, ids (N)
   * @param before the state that the step before gave
   * @throws seq2seq.engine.ShapeException if there are not as many words as sources
   */
  Step step(int[] words, State before, Mode mode);

  /**
   * All steps of a known sentence.
   *
   * @param words the word before each step, ids (N,T')
   * @return logits (T',N,V')
   * @throws seq2seq.engine.ShapeException if there are not as many rows of words as sources
   */
  Tensor forward(int[][] words, Encoded source, Mode mode);

  /**
   * All steps of known sentences of several lengths. What is said past a sentence's end counts for
   * nothing, so a decoder may leave those steps out and say anything there.
   *
   * @param words the word before each step, ids (N,T'), padded
   * @param lengths real steps of each sentence (N), from 1 to T'
   * @return logits (T',N,V')
   * @throws seq2seq.engine.ShapeException if there are not as many rows of words as sources
   */
  default Tensor forward(int[][] words, int[] lengths, Encoded source, Mode mode) {
    return forward(words, source, mode);
  }
}
