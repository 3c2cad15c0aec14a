package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  private static final Bottleneck.Settings TINY =
      new Bottleneck.Settings(600, 1, 4, 8, 32, 0.02, 6, 3);

  @Test
  void everyModelIsMeasuredAtEveryLengthAndTheSameEachTime() {
    Bottleneck.Model model = new Bottleneck.Model(16, AttentionKind.ADDITIVE);
    List<Double> losses = new ArrayList<>();
    SortedMap<Integer, Double> once =
        new Bottleneck(TINY).measure(model, (epoch, heldOut) -> losses.add(heldOut));
    assertThat(losses).hasSize(6);
    assertThat(losses.get(5)).isLessThan(losses.get(0));
    assertThat(once.keySet()).isSubsetOf(1, 2, 3, 4).contains(2, 3, 4);
    assertThat(once.values()).allMatch(share -> share >= 0 && share <= 1);
    assertThat(new Bottleneck(TINY).measure(model, (epoch, heldOut) -> {})).isEqualTo(once);
  }

  @Test
  void aModelIsCalledByItsContextAndItsSize() {
    assertThat(new Bottleneck.Model(64, null)).hasToString("fixed context, H = 64");
    assertThat(new Bottleneck.Model(32, AttentionKind.SCALED_DOT))
        .hasToString("scaled-dot attention, H = 32");
  }
}
