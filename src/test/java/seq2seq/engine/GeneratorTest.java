package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeneratorTest {
  @Test
  void agreesWithTheAuthorsReferenceCode() {
    // xoshiro256starstar.c with state {1, 2, 3, 4}: the first draws, as printed by the C program.
    Generator g = Generator.restored(new long[] {1, 2, 3, 4});
    assertThat(new long[] {g.nextLong(), g.nextLong(), g.nextLong(), g.nextLong()})
        .containsExactly(11520L, 0L, 1509978240L, 1215971899390074240L);
  }

  @Test
  void goesOnFromASavedState() {
    Generator g = Generator.seeded(7);
    g.nextGaussian();
    Generator copy = Generator.restored(g.state());
    for (int i = 0; i < 100; i++) {
      assertThat(copy.nextLong()).isEqualTo(g.nextLong());
    }
  }

  @Test
  void aFillDrawsWhatSingleFloatsWouldHaveDrawn() {
    for (double p : new double[] {1e-9, 0.1, 0.25, 0x1p-24, 0.999}) {
      Generator one = Generator.seeded(5);
      Generator many = Generator.seeded(5);
      float[] filled = new float[1000];
      many.fillByChance(filled, p, -1f, 2f);
      for (float value : filled) {
        assertThat(value).isEqualTo(one.nextFloat() < p ? -1f : 2f);
      }
      assertThat(many.state()).isEqualTo(one.state());
    }
  }

  @Test
  void wholeNumbersAreEvenlySpread() {
    Generator g = Generator.seeded(1);
    int[] count = new int[6];
    for (int i = 0; i < 60_000; i++) {
      count[g.nextInt(6)]++;
    }
    for (int c : count) {
      assertThat(c).isBetween(9600, 10400);
    }
  }

  @Test
  void gaussiansHaveMean0AndDeviation1() {
    Generator g = Generator.seeded(2);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double x = g.nextGaussian();
      sum += x;
      squares += x * x;
    }
    assertThat(sum / 100_000).isBetween(-0.015, 0.015);
    assertThat(squares / 100_000).isBetween(0.98, 1.02);
  }

  @Test
  void aShuffleKeepsEveryItem() {
    int[] items = {0, 1, 2, 3, 4, 5, 6, 7};
    Generator.seeded(3).shuffle(items);
    assertThat(items)
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7)
        .isNotEqualTo(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> Generator.seeded(1).nextInt(0))
        .hasMessage("generator: the bound must be at least 1; got 0");
    assertThatThrownBy(() -> Generator.restored(new long[4])).hasMessageContaining("not all 0");
  }
}
