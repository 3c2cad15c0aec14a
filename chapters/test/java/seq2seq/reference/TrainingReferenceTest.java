package seq2seq.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch07_training.Step;
import seq2seq.ch07_training.Training;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Parameter;

/**
 * The training loop beside a loop in PyTorch: forward, loss, backward, clipping and Adam together,
 * from one batch, over and over. The order of the pairs within the batch is our generator's; it
 * changes no more than the rounding.
 */
class TrainingReferenceTest {
  /** Twenty updates, each from the last one's rounding, and PyTorch's 10⁻⁶ in the clipping. */
  private static final double TOLERANCE = 1e-5;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("training");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyLossAndNormAndTheLastWeightsAgreeWithPyTorchs(ReferenceCase reference) {
    List<Float> losses = new ArrayList<>();
    List<Float> norms = new ArrayList<>();
    Training training =
        new Training(
            Models.sizes(reference),
            batches(reference),
            new Adam(reference.number("lr")),
            reference.number("limit"),
            Generator.seeded(1),
            (step, now) -> {
              if (step == Step.INITIALISE) {
                Filling.fill(now.model().parameters(), reference);
              } else if (step == Step.UPDATE) {
                losses.add(now.lastLoss());
                norms.add((float) now.gradientNorm());
              }
            });
    training.run(reference.size("updates"));

    Comparison comparison =
        new Comparison(reference)
            .within(TOLERANCE, "losses", vector(losses))
            .within(TOLERANCE, "norms", vector(norms));
    for (Parameter p : training.model().parameters()) {
      comparison.within(TOLERANCE, p.name(), p.value());
    }
    comparison.complete();
  }

  /** All pairs in one batch; their letters have the ids from 4 on. */
  private static Batches batches(ReferenceCase reference) {
    List<Pair> pairs = new ArrayList<>();
    for (String line : reference.option("pairs").split("\n")) {
      String[] columns = line.split("\t");
      pairs.add(new Pair(columns[0], columns[1]));
    }
    Vocabulary letters = Vocabulary.of(List.of(Arrays.asList("a", "b", "c", "d", "e", "f")), 1);
    ParallelCorpus corpus = ParallelCorpus.of("letters", Tokenizer.characters(), pairs);
    return Batches.of(corpus, letters, letters, BatchOptions.of(pairs.size(), 9));
  }

  private static Tensor vector(List<Float> values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = values.get(i);
    }
    return Tensor.of(vector);
  }
}
