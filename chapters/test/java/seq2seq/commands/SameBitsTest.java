package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.Training;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.ch10_attention.AttentionSizes;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Adam;
import seq2seq.nn.WeightsHash;

/**
 * A short training run ends with the same bits: every cell, with attention of each kind and
 * without, with either kernel, with one thread or two. The CI repeats it on every JDK and with two
 * SIMD widths.
 */
class SameBitsTest {
  private static final ParallelCorpus CORPUS =
      ParallelCorpus.reverse(60, 3, 6, Generator.seeded(2));
  private static final Vocabulary WORDS = Vocabulary.of(CORPUS.sourceTokens(), 1);
  private static final Batches BATCHES = Batches.of(CORPUS, WORDS, WORDS, BatchOptions.of(30, 7));

  private final int threads = Parallel.threads();
  private final Kernel kernel = Kernels.active();

  @AfterEach
  void putBack() {
    Parallel.use(threads);
    Kernels.use(kernel);
  }

  /** The SIMD kernels are there, and these sizes are large enough for them and for two threads. */
  private static List<Kernel> kernels() {
    return List.of(Kernels.plain(), Kernels.simd().orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> neitherKernelNorThreadsChangeABit() {
    return Stream.of(CellKind.values())
        .flatMap(
            cell ->
                attentions().stream()
                    .map(
                        attention ->
                            DynamicTest.dynamicTest(
                                cell + ", attention " + name(attention),
                                () -> assertThat(hashes(cell, attention)).hasSize(1))));
  }

  @Test
  void anotherModelHasOtherBits() {
    Set<String> all = new TreeSet<>();
    for (CellKind cell : CellKind.values()) {
      for (Optional<AttentionKind> attention : attentions()) all.add(trained(cell, attention));
    }
    assertThat(all).hasSize(9);
  }

  private static List<Optional<AttentionKind>> attentions() {
    List<Optional<AttentionKind>> all = new ArrayList<>(List.of(Optional.empty()));
    for (AttentionKind kind : AttentionKind.values()) all.add(Optional.of(kind));
    return all;
  }

  private static String name(Optional<AttentionKind> attention) {
    return attention.map(AttentionKind::toString).orElse("none");
  }

  private static Set<String> hashes(CellKind cell, Optional<AttentionKind> attention) {
    Set<String> hashes = new TreeSet<>();
    for (Kernel kernel : kernels()) {
      for (int threads = 1; threads <= 2; threads++) {
        Kernels.use(kernel);
        Parallel.use(threads);
        hashes.add(trained(cell, attention));
      }
    }
    return hashes;
  }

  private static String trained(CellKind cell, Optional<AttentionKind> attention) {
    ModelSizes plain =
        new ModelSizes(cell, ContextMode.BOTH, WORDS.size(), WORDS.size(), 16, 96, 2, 0.1);
    Architecture model =
        attention.<Architecture>map(kind -> new AttentionSizes(plain, kind)).orElse(plain);
    Training training =
        new Training(model, BATCHES, new Adam(0.01), 1, Generator.seeded(2), Observer.NONE);
    training.run(1);
    return WeightsHash.sha256(training.model().parameters());
  }
}
