package seq2seq.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** A loss that never holds all logits. That it is the formula's is held beside the chapters. */
class OutputLossTest {
  private final Kernel kernelBefore = Kernels.active();
  private final int threadsBefore = Parallel.threads();

  @AfterEach
  void restore() {
    Kernels.use(kernelBefore);
    Parallel.use(threadsBefore);
  }

  private static Tensor random(int... sizes) {
    return Tensor.uniform(Shape.of(sizes), -1, 1, Generator.seeded(sizes[0])).withGrad();
  }

  /**
   * 1,000 rows of 8,000 words would be 32 MB; a block has 8. The plain kernel allocates nothing.
   */
  @Test
  void thereIsNeverMoreThanABlockOfLogits() {
    Kernels.use(Kernels.plain());
    Parallel.use(1);
    int rows = 1000;
    int words = 8000;
    Tensor x = random(rows, 2);
    Tensor w = random(2, words);
    Tensor b = random(words);
    long before = allocated();
    OutputLoss.mean(x, w, b, new int[rows], Tensor.ones(rows)).backward();
    assertThat(allocated() - before).isLessThan(4L * rows * words / 2);
  }

  private static long allocated() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** 3 products, forward and back, of real rows alone; nothing is made a second time. */
  @Test
  void eachRealRowIsMultipliedThreeTimesAndPaddingNever() {
    CountingKernel counting = new CountingKernel(Kernels.plain());
    Kernels.use(counting.kernel());
    Tensor x = random(6, 4);
    Tensor mask = Tensor.of(1, 0, 1, 1, 0, 0);
    Tensor loss = OutputLoss.mean(x, random(4, 5), random(5), new int[6], mask);
    loss.backward();
    assertThat(counting.multiplyAdds()).isEqualTo(3 * 3 * 4 * 5);
    assertThat(x.grad().at(1).toArray()).containsOnly(0f);
    assertThat(x.grad().at(0).toArray()).doesNotContain(0f);
  }

  @Test
  void aLossThatDoesNotCountSendsZerosBack() {
    Tensor x = random(6, 4);
    Tensor w = random(4, 5);
    OutputLoss.mean(x, w, random(5), new int[6], Tensor.ones(6)).times(0).backward();
    assertThat(x.grad().toArray()).containsOnly(0f);
    assertThat(w.grad().toArray()).containsOnly(0f);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Tensor x = Tensor.zeros(3, 4);
    Tensor w = Tensor.zeros(4, 5);
    Tensor b = Tensor.zeros(5);
    Tensor mask = Tensor.ones(3);
    fails(
        () -> OutputLoss.mean(x, Tensor.zeros(3, 5), b, new int[3], mask),
        "affine: inner sizes differ: (3×4)·(3×5), 4 ≠ 3");
    fails(
        () -> OutputLoss.mean(x, w, b, new int[2], mask),
        "outputLoss: 3 rows need as many ids and a mask of as many numbers; got 2 ids and a mask"
            + " (3)");
    fails(
        () -> OutputLoss.mean(x, w, b, new int[3], Tensor.ones(2)),
        "outputLoss: 3 rows need as many ids and a mask of as many numbers; got 3 ids and a mask"
            + " (2)");
    fails(
        () -> OutputLoss.mean(x, w, b, new int[] {0, 5, 1}, mask),
        "outputLoss: id 5 at position 1 is not in 0..4");
    fails(
        () -> OutputLoss.mean(x, w, b, new int[3], Tensor.zeros(3)),
        "outputLoss: the mask (3) marks no row as real");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
