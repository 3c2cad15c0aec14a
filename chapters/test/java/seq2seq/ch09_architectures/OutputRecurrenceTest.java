package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;
import seq2seq.support.Bits;

class OutputRecurrenceTest {
  private final Task task = Tasks.parity();
  private final PaddedBatch batch = task.batch(5, Generator.seeded(3));
  private final int[][] before = TeacherForcing.inputs(batch.target());
  private final int steps = before[0].length;

  private OutputRecurrence network() {
    return OutputRecurrence.create(task.sourceSize(), task.targetSize(), 3, 4, Generator.seeded(1));
  }

  private Tensor oneByOne(OutputRecurrence network) {
    return network.oneByOne(batch.source(), before);
  }

  @Test
  void allStepsAtOnceAreTheStepsOneAfterTheOtherToTheLastBit() {
    OutputRecurrence network = network();
    Bits.assertEqual("logits", network.logits(batch), oneByOne(network));
  }

  @Test
  void andSoAreTheirGradientsUpToTheOrderOfTheSums() {
    OutputRecurrence together = network();
    OutputRecurrence single = network();
    together.logits(batch).crossEntropy(flat()).sum().backward();
    oneByOne(single).crossEntropy(flat()).sum().backward();
    for (int i = 0; i < together.parameters().size(); i++) {
      Parameter p = together.parameters().get(i);
      Tensor other = single.parameters().get(i).value().grad();
      assertThat(Bits.largestDifference(p.value().grad(), other)).as(p.name()).isLessThan(1e-5);
    }
  }

  private int[] flat() {
    return seq2seq.ch01_embedding.Embedding.timeMajor(batch.target());
  }

  @Test
  void trainingTakesTwoProductsHoweverManyStepsThereAre() {
    OutputRecurrence network = network();
    int rows = steps * batch.size();
    assertThat(ProductRows.of(() -> network.logits(batch))).containsExactly(rows, rows);
    assertThat(ProductRows.of(() -> oneByOne(network)))
        .isEqualTo(Collections.nCopies(2 * steps, batch.size()));
  }

  @Test
  void theOtherRecurrenceTakesOneForEachStep() {
    HiddenRecurrence network =
        HiddenRecurrence.create(task.sourceSize(), task.targetSize(), 3, 4, Generator.seeded(1));
    List<Integer> rows = ProductRows.of(() -> network.logits(batch));
    assertThat(rows).hasSize(steps + 2);
    assertThat(rows.subList(1, steps + 1)).containsOnly(batch.size());
  }

  @Test
  void watchingProductsEndsWithTheWork() {
    assertThatThrownBy(
            () ->
                ProductRows.of(
                    () -> {
                      throw new IllegalStateException("work");
                    }))
        .hasMessage("work");
    assertThat(seq2seq.engine.kernel.Kernels.active()).isNotInstanceOf(ProductRows.class);
  }

  @Test
  void answersOfAnotherLengthAreRejected() {
    int[][] shorter = new int[batch.size()][steps - 1];
    assertThatThrownBy(() -> network().logits(batch.source(), shorter))
        .isInstanceOf(ShapeException.class);
  }
}
