package seq2seq.ch10_attention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * A padded batch without its padding: at each step only the sentences that have not ended. A
 * sentence leaves the batch where it ends, so that nobody looks back, and nothing is computed, for
 * padding.
 *
 * <p>PyTorch's packed sequences are this.
 */
final class PackedSteps {
  private final int sentences;
  private final int allSteps;
  private final int[][] rows;

  /**
   * The steps of a batch.
   *
   * @param lengths real words of each sentence (N), from 1 to T'
   * @param allSteps T'
   */
  PackedSteps(int[] lengths, int allSteps) {
    this.sentences = lengths.length;
    this.allSteps = allSteps;
    this.rows =
        IntStream.range(0, Arrays.stream(lengths).max().orElse(0))
            .mapToObj(t -> IntStream.range(0, sentences).filter(n -> lengths[n] > t).toArray())
            .toArray(int[][]::new);
  }

  /** How many steps there are until the last sentence ends. */
  int steps() {
    return rows.length;
  }

  /** Whether some sentence ended with the step before {@code t}. */
  boolean someLeaveAt(int t) {
    return t > 0 && rows[t].length < rows[t - 1].length;
  }

  /** The places that the sentences of step {@code t} had among those of the step before. */
  int[] stayingAt(int t) {
    int[] before = rows[t - 1];
    return Arrays.stream(rows[t]).map(row -> Arrays.binarySearch(before, row)).toArray();
  }

  /**
   * Step {@code t} of the sentences that are left.
   *
   * @param steps (T',N,D)
   * @return (n,D)
   */
  Tensor at(Tensor steps, int t) {
    return rows[t].length == sentences ? steps.at(t) : steps.at(t).gather(rows[t]);
  }

  /**
   * Steps of the sentences that were left, with the padding again.
   *
   * @param packed (n,H) for each step
   * @return (T',N,H), 0 past a sentence's end
   */
  Tensor unpack(List<Tensor> packed) {
    int size = packed.get(0).dim(1);
    int zeros = packed.stream().mapToInt(step -> step.dim(0)).sum();
    if (zeros == allSteps * sentences) {
      return Tensor.stack(packed.toArray(Tensor[]::new));
    }
    Tensor[] parts = Arrays.copyOf(packed.toArray(Tensor[]::new), packed.size() + 1);
    parts[packed.size()] = Tensor.full(Shape.of(1, size), 0);
    return Tensor.concat(0, parts).gather(places(zeros)).reshape(allSteps, sentences, size);
  }

  /** Where each of T'·N rows lies among the packed ones; {@code zeros} for padding. */
  private int[] places(int zeros) {
    int[] places = new int[allSteps * sentences];
    Arrays.fill(places, zeros);
    int next = 0;
    for (int t = 0; t < rows.length; t++) {
      for (int row : rows[t]) {
        places[t * sentences + row] = next++;
      }
    }
    return places;
  }
}
