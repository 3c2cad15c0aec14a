package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelTest {
  private final int before = Parallel.threads();

  @AfterEach
  void restore() {
    Parallel.use(before);
  }

  @Test
  void everyIndexRunsExactlyOnce() {
    for (int threads = 1; threads <= 5; threads++) {
      Parallel.use(threads);
      for (int count = 0; count < 50; count++) {
        for (int grain : new int[] {0, 1, 3, 7, 100}) {
          AtomicIntegerArray runs = new AtomicIntegerArray(count);
          Parallel.range(
              count,
              grain,
              (from, to) -> {
                for (int i = from; i < to; i++) runs.incrementAndGet(i);
              });
          for (int i = 0; i < count; i++) assertThat(runs.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aCountOfZeroRunsNothing() {
    Parallel.range(
        0,
        1,
        (from, to) -> {
          throw new AssertionError("ran");
        });
  }

  @Test
  void noPieceIsSmallerThanTheGrain() {
    Parallel.use(4);
    Parallel.range(100, 30, (from, to) -> assertThat(to - from).isGreaterThanOrEqualTo(30));
  }

  @Test
  void twoThreadsRunAtTheSameTime() {
    Parallel.use(2);
    CountDownLatch both = new CountDownLatch(2);
    Parallel.range(
        2,
        1,
        (from, to) -> {
          both.countDown();
          assertThat(waitFor(both)).isTrue();
        });
  }

  @Test
  void oneThreadIsTheCallingOne() {
    Parallel.use(1);
    Thread caller = Thread.currentThread();
    Parallel.range(100, 1, (from, to) -> assertThat(Thread.currentThread()).isSameAs(caller));
  }

  @Test
  void noMoreThreadsHelpThanAllowed() {
    Parallel.use(4);
    Parallel.range(1000, 1, (from, to) -> {});
    Parallel.use(2);
    Map<Thread, Boolean> seen = new ConcurrentHashMap<>();
    for (int i = 0; i < 200; i++) {
      Parallel.range(1000, 1, (from, to) -> seen.put(Thread.currentThread(), true));
    }
    assertThat(seen).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatAWorkerThrowsReachesTheCaller() {
    Parallel.use(2);
    Thread caller = Thread.currentThread();
    CountDownLatch both = new CountDownLatch(2);
    assertThatThrownBy(
            () ->
                Parallel.range(
                    2,
                    1,
                    (from, to) -> {
                      both.countDown();
                      waitFor(both);
                      if (Thread.currentThread() != caller) throw new ArithmeticException("worker");
                    }))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("worker");
  }

  @Test
  void loopsRunAsBeforeAfterAFailure() {
    Parallel.use(2);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> Parallel.range(8, 1, (from, to) -> failAt(5, from, to)))
          .isInstanceOf(IllegalStateException.class);
      AtomicInteger total = new AtomicInteger();
      Parallel.range(8, 1, (from, to) -> total.addAndGet(to - from));
      assertThat(total.get()).isEqualTo(8);
    }
  }

  @Test
  void aLoopInsideALoopRunsWhereItIsCalled() {
    Parallel.use(2);
    AtomicInteger total = new AtomicInteger();
    Parallel.range(
        10,
        1,
        (from, to) -> {
          Thread outer = Thread.currentThread();
          for (int i = from; i < to; i++) {
            Parallel.range(
                10,
                1,
                (innerFrom, innerTo) -> {
                  assertThat(Thread.currentThread()).isSameAs(outer);
                  total.addAndGet(innerTo - innerFrom);
                });
          }
        });
    assertThat(total.get()).isEqualTo(100);
  }

  @Test
  void loopsOfSeveralThreadsAtOnceAllFinish() throws InterruptedException {
    Parallel.use(2);
    AtomicInteger total = new AtomicInteger();
    Thread[] callers = new Thread[3];
    for (int c = 0; c < callers.length; c++) {
      callers[c] =
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  Parallel.range(10, 1, (from, to) -> total.addAndGet(to - from));
                }
              });
      callers[c].start();
    }
    for (Thread caller : callers) caller.join();
    assertThat(total.get()).isEqualTo(15_000);
  }

  @Test
  void anInterruptIsNeitherLostNorEndsTheLoop() {
    Parallel.use(2);
    AtomicInteger total = new AtomicInteger();
    Thread.currentThread().interrupt();
    Parallel.range(1000, 1, (from, to) -> total.addAndGet(to - from));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(total.get()).isEqualTo(1000);
  }

  @Test
  void fewerThanOneThreadIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parallel.use(0))
        .withMessage("threads: at least 1 is needed, not 0");
  }

  private static void failAt(int index, int from, int to) {
    if (from <= index && index < to) throw new IllegalStateException("at " + index);
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      return latch.await(300, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
