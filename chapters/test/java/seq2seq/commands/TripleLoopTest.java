package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TripleLoopTest {
  @Test
  void itIsTheProduct() {
    float[] c = {9, 9, 9, 9};
    TripleLoop.matmul(
        new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 8, 9, 10, 11, 12}, c, 2, 3, 2);
    assertThat(c).containsExactly(58, 64, 139, 154);
  }
}
