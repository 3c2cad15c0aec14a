package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EachTest {

  @Test
  void resultsComeInTheOrderOfTheThings() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> results =
        Each.inParallel(
            List.of(1, 2, 3),
            2,
            thing -> {
              if (thing == 1) {
                await(second);
              } else {
                second.countDown();
              }
              return 10 * thing;
            });
    assertThat(results).containsExactly(10, 20, 30);
  }

  /** The first waits for the second, so this ends only if the two run at the same time. */
  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureIsTheOneThatTheWorkThrew() {
    assertThatThrownBy(
            () ->
                Each.inParallel(
                    List.of(1, 2),
                    1,
                    thing -> {
                      throw new UserError("no " + thing);
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage("no 1");
  }
}
