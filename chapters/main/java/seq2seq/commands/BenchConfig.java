package seq2seq.commands;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

/**
 * One of the three models whose training step is timed: GRU, both contexts, dropout 0.1, both
 * vocabularies of V words.
 *
 * @param name as on the command line
 * @param vocabulary V = V'
 * @param size D = H
 * @param layers L
 * @param batch N
 * @param steps T = T'
 * @param shortest the least words of a target sentence; a length is drawn from there to T
 * @param timed how many steps are timed
 * @param heap the JVM's flags: a heap of 280 MB for the small ones, 780 MB for large-vocab, 2.3 GB
 *     where one of its sizes is doubled
 */
record BenchConfig(
    String name,
    int vocabulary,
    int size,
    int layers,
    int batch,
    int steps,
    int shortest,
    int timed,
    List<String> heap) {
  private static final List<String> SMALL = List.of("-Xmx280m", "-Xmn190m");
  private static final List<String> MIDDLE = List.of("-Xmx780m", "-Xmn520m");
  private static final List<String> LARGE = List.of("-Xmx2300m");

  static final List<BenchConfig> ALL =
      List.of(
          new BenchConfig("d2l-0.17", 200, 32, 2, 64, 10, 2, 100, SMALL),
          new BenchConfig("d2l-1.0", 200, 256, 2, 128, 9, 2, 30, SMALL),
          new BenchConfig("large-vocab", 10000, 256, 2, 128, 30, 2, 5, MIDDLE));

  /** The same with sentences that all fill T steps: nothing is padding. */
  BenchConfig full() {
    return new BenchConfig(
        name + ", full", vocabulary, size, layers, batch, steps, steps, timed, heap);
  }

  ModelSizes sizes() {
    return new ModelSizes(
        CellKind.GRU, ContextMode.BOTH, vocabulary, vocabulary, size, size, layers, 0.1);
  }

  /**
   * A batch of random ids; sources fill all T steps, targets have random lengths from the shortest
   * to T, as in the PyTorch script.
   */
  PaddedBatch batch(Generator generator) {
    int[] full = new int[batch];
    int[] lengths = new int[batch];
    for (int n = 0; n < batch; n++) {
      full[n] = steps;
      lengths[n] = shortest + generator.nextInt(steps - shortest + 1);
    }
    return new PaddedBatch(ids(generator), full, ids(generator), lengths);
  }

  /** This model with one size doubled, named after it: N, T, H together with D, V' with V. */
  List<BenchConfig> doubled() {
    return List.of(
        doubled("N", vocabulary, size, 2 * batch, steps),
        doubled("T", vocabulary, size, batch, 2 * steps),
        doubled("H", vocabulary, 2 * size, batch, steps),
        doubled("V'", 2 * vocabulary, size, batch, steps));
  }

  private BenchConfig doubled(String what, int vocabulary, int size, int batch, int steps) {
    return new BenchConfig(what, vocabulary, size, layers, batch, steps, shortest, timed, LARGE);
  }

  /** Multiply-adds of the products of a forward pass; the backward pass has about twice as many. */
  long multiplyAdds() {
    long wide = 3L * size;
    long everyStep = 4L * layers * size * wide + (long) size * vocabulary;
    long context = size * wide;
    return batch * (steps * everyStep + context);
  }

  /** Sentences of 5 to 9 random ids without eos, in groups of one length. */
  List<int[][]> sentences(int groups, int atATime, Generator generator) {
    List<int[][]> all = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int length = 5 + generator.nextInt(5);
      int[][] group = new int[atATime][length];
      for (int[] sentence : group) {
        for (int t = 0; t < length; t++) {
          sentence[t] = Vocabulary.UNK + 1 + generator.nextInt(vocabulary - Vocabulary.UNK - 1);
        }
      }
      all.add(group);
    }
    return all;
  }

  private int[][] ids(Generator generator) {
    int[][] ids = new int[batch][steps];
    for (int[] row : ids) {
      for (int t = 0; t < steps; t++) {
        row[t] = generator.nextInt(vocabulary);
      }
    }
    return ids;
  }
}
