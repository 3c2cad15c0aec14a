package seq2seq.ch07_training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Adam;
import seq2seq.nn.Mode;
import seq2seq.nn.WeightsHash;

class TrainingTest {
  private static final ParallelCorpus CORPUS =
      ParallelCorpus.reverse(200, 2, 6, Generator.seeded(4));
  private static final Vocabulary WORDS = Vocabulary.of(CORPUS.sourceTokens(), 1);
  private static final Batches BATCHES = Batches.of(CORPUS, WORDS, WORDS, BatchOptions.of(32, 8));
  private static final int THREADS = Parallel.threads();
  private static final Kernel KERNEL = Kernels.active();

  @AfterEach
  void putBack() {
    Parallel.use(THREADS);
    Kernels.use(KERNEL);
  }

  private static ModelSizes sizes(CellKind cell, ContextMode context) {
    return new ModelSizes(cell, context, WORDS.size(), WORDS.size(), 16, 24, 2, 0.1);
  }

  private static Training training(
      CellKind cell, ContextMode context, double rate, Observer observer) {
    return new Training(
        sizes(cell, context), BATCHES, new Adam(rate), 1.0, Generator.seeded(9), observer);
  }

  @Test
  void theEightStepsComeInTheirOrder() {
    List<Step> seen = new ArrayList<>();
    training(CellKind.RNN, ContextMode.BOTH, 0.01, (step, training) -> seen.add(step)).run(1);
    List<Step> expected = new ArrayList<>(List.of(Step.INITIALISE));
    for (int batch = 0; batch < BATCHES.count(); batch++) {
      expected.addAll(
          List.of(Step.LOAD, Step.FORWARD, Step.LOSS, Step.BACKWARD, Step.CLIP, Step.UPDATE));
    }
    expected.add(Step.VISUALISE);
    assertThat(seen).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> everyCellAndEveryContextLearns() {
    return Stream.of(CellKind.values())
        .flatMap(
            cell ->
                Stream.of(ContextMode.values())
                    .map(
                        context ->
                            DynamicTest.dynamicTest(
                                cell + ", " + context,
                                () -> {
                                  List<Double> losses = new ArrayList<>();
                                  training(
                                          cell,
                                          context,
                                          0.01,
                                          (step, training) -> {
                                            if (step == Step.VISUALISE) {
                                              losses.add(training.meanLoss());
                                            }
                                          })
                                      .run(20);
                                  assertThat(losses.get(19)).isLessThan(0.75 * losses.get(0));
                                })));
  }

  @TestFactory
  Stream<DynamicTest> theWeightsHaveTheSameBitsWithEitherKernelAndAnyNumberOfThreads() {
    return Stream.of(CellKind.values())
        .map(
            cell ->
                DynamicTest.dynamicTest(
                    cell.toString(),
                    () -> {
                      Set<String> hashes = new LinkedHashSet<>();
                      List<Kernel> kernels = new ArrayList<>(List.of(Kernels.plain()));
                      Kernels.simd().ifPresent(kernels::add);
                      assertThat(kernels).hasSize(2);
                      for (Kernel kernel : kernels) {
                        for (int threads = 1; threads <= 3; threads++) {
                          Kernels.use(kernel);
                          Parallel.use(threads);
                          Training training = training(cell, ContextMode.BOTH, 0.01, Observer.NONE);
                          training.run(1);
                          hashes.add(WeightsHash.sha256(training.model().parameters()));
                        }
                      }
                      assertThat(hashes).hasSize(1);
                    }));
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    Training one = training(CellKind.GRU, ContextMode.BOTH, 0.01, Observer.NONE);
    Training other =
        new Training(
            sizes(CellKind.GRU, ContextMode.BOTH),
            BATCHES,
            new Adam(0.01),
            1.0,
            Generator.seeded(10),
            Observer.NONE);
    one.run(1);
    other.run(1);
    assertThat(WeightsHash.sha256(one.model().parameters()))
        .isNotEqualTo(WeightsHash.sha256(other.model().parameters()));
  }

  @Test
  void aLossThatIsNotANumberStopsTrainingAndSaysWhereAndWhatToTry() {
    Training training =
        training(
            CellKind.GRU,
            ContextMode.BOTH,
            0.01,
            (step, now) -> {
              if (step == Step.INITIALISE) {
                now.model().parameters().get(0).value().liveData()[WORDS.id("a") * 16] = Float.NaN;
              }
            });
    assertThatThrownBy(() -> training.run(1))
        .isInstanceOf(NonFiniteException.class)
        .hasMessage(
            "training: the loss is not a finite number, epoch 1, batch 1. Try a smaller learning rate (--lr) or a smaller limit for the gradient norm (--clip)");
  }

  @Test
  void aGradientThatIsNotANumberNamesTheParameter() {
    Training training =
        training(
            CellKind.GRU,
            ContextMode.BOTH,
            0.01,
            (step, now) -> {
              if (step == Step.BACKWARD) {
                now.model().parameters().get(1).value().liveGrad()[0] = Float.POSITIVE_INFINITY;
              }
            });
    assertThatThrownBy(() -> training.run(1))
        .hasMessageStartingWith(
            "training: the gradient of encoder.cell.0.W_xh is not a finite number, epoch 1, batch 1.");
  }

  @Test
  void anInterruptStopsBetweenTwoBatches() {
    Training training =
        training(
            CellKind.RNN,
            ContextMode.BOTH,
            0.01,
            (step, now) -> {
              if (step == Step.BACKWARD && now.batchesDone() == 2) {
                Thread.currentThread().interrupt();
              }
            });
    assertThatThrownBy(() -> training.run(1))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("before batch 4");
    assertThat(training.batchesDone()).isEqualTo(3);
  }

  @Test
  void theDecoderReadsTheRightWordsOnePlaceToTheRight() {
    int[][] target = {
      {7, 8, Vocabulary.EOS, Vocabulary.PAD}, {9, Vocabulary.EOS, Vocabulary.PAD, Vocabulary.PAD}
    };
    assertThat(TeacherForcing.inputs(target))
        .isDeepEqualTo(
            new int[][] {
              {Vocabulary.BOS, 7, 8, Vocabulary.EOS},
              {Vocabulary.BOS, 9, Vocabulary.EOS, Vocabulary.PAD}
            });
  }

  @Test
  void aModelCannotSeeTheWordItIsAskedFor() {
    Seq2Seq model = sizes(CellKind.GRU, ContextMode.BOTH).initialise(Generator.seeded(2));
    int[][] source = {{5, 6, Vocabulary.EOS}};
    Tensor one =
        model.forward(
            new PaddedBatch(
                source, new int[] {3}, new int[][] {{5, 6, 7, Vocabulary.EOS}}, new int[] {4}),
            Mode.inference());
    Tensor other =
        model.forward(
            new PaddedBatch(
                source, new int[] {3}, new int[][] {{5, 6, 8, Vocabulary.EOS}}, new int[] {4}),
            Mode.inference());
    for (int t = 0; t < 3; t++) {
      assertThat(other.at(t).toArray()).as("step %d", t).isEqualTo(one.at(t).toArray());
    }
    assertThat(other.at(3).toArray()).isNotEqualTo(one.at(3).toArray());
  }

  @Test
  void heldOutLossAveragesOverTokensAndNotOverBatches() {
    Seq2Seq model = sizes(CellKind.GRU, ContextMode.BOTH).initialise(Generator.seeded(2));
    Batches small = Batches.of(CORPUS, WORDS, WORDS, BatchOptions.of(7, 8));
    Batches large = Batches.of(CORPUS, WORDS, WORDS, BatchOptions.of(200, 8));
    assertThat(HeldOutLoss.of(model, small.inOrder()))
        .isCloseTo(
            HeldOutLoss.of(model, large.inOrder()), org.assertj.core.api.Assertions.within(1e-6));
  }
}
