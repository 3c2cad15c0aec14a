package seq2seq.ch09_architectures;

import java.util.List;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;

/** The seven networks, untrained, for small sizes: V = V' = 9, D = 3, H = 4. */
final class Family {
  static final int SYMBOLS = 9;

  /** An id that no batch here holds. */
  static final int OTHER = 8;

  private static final int D = 3;
  private static final int H = 4;

  private Family() {}

  static List<Network> all() {
    return List.of(
        HiddenRecurrence.create(SYMBOLS, SYMBOLS, D, H, Generator.seeded(11)),
        OutputRecurrence.create(SYMBOLS, SYMBOLS, D, H, Generator.seeded(12)),
        SequenceToSummary.create(SYMBOLS, SYMBOLS, D, H, Generator.seeded(13)),
        VectorToSequence.create(4, SYMBOLS, D, H, Generator.seeded(14)),
        HiddenAndOutputRecurrence.create(SYMBOLS, SYMBOLS, D, H, Generator.seeded(15)),
        Bidirectional.create(SYMBOLS, SYMBOLS, D, H, Generator.seeded(16)),
        SequenceToSequence.create(
            CellKind.RNN, ContextMode.INITIAL, SYMBOLS, SYMBOLS, D, H, Generator.seeded(17)),
        SequenceToSequence.create(
            CellKind.GRU, ContextMode.EVERY_STEP, SYMBOLS, SYMBOLS, D, H, Generator.seeded(18)),
        SequenceToSequence.create(
            CellKind.LSTM, ContextMode.BOTH, SYMBOLS, SYMBOLS, D, H, Generator.seeded(19)));
  }

  /** One pair of the lengths that a network's graph over four steps has. */
  static PaddedBatch pair(Network network) {
    int[] target =
        switch (network.figure()) {
          case "10.5" -> new int[] {6};
          case "10.12" -> new int[] {6, 4, 7, 5, 2};
          default -> new int[] {6, 4, 7, 5};
        };
    return PaddedBatch.of(List.of(new int[] {4, 6, 5, 7}), List.of(target));
  }

  /** Three pairs of different lengths. */
  static PaddedBatch batch(Network network) {
    List<int[]> sources =
        List.of(new int[] {4, 6, 5, 7}, new int[] {5, 4, 0, 0}, new int[] {7, 7, 6, 0});
    int[] lengths = {4, 2, 3};
    return switch (network.figure()) {
      case "10.5" ->
          new PaddedBatch(rows(sources), lengths, new int[][] {{4}, {6}, {5}}, new int[] {1, 1, 1});
      case "10.9", "10.12" ->
          new PaddedBatch(
              rows(sources),
              lengths,
              new int[][] {{6, 2, 0, 0, 0}, {4, 5, 7, 6, 2}, {7, 4, 2, 0, 0}},
              new int[] {2, 5, 3});
      default ->
          new PaddedBatch(
              rows(sources),
              lengths,
              new int[][] {{6, 4, 7, 5}, {4, 4, 0, 0}, {5, 6, 7, 0}},
              lengths);
    };
  }

  private static int[][] rows(List<int[]> rows) {
    return rows.toArray(int[][]::new);
  }
}
