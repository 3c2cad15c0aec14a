package seq2seq.plot.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
  private static List<String> runs(String markup) {
    return Label.of(markup).runs().stream()
        .map(
            r ->
                (r.level() < 0 ? "_" : r.level() > 0 ? "^" : "")
                    + (r.italic() ? "/" : "")
                    + r.text())
        .toList();
  }

  @Test
  void letters_between_dollars_are_italic_and_digits_signs_and_functions_are_not() {
    assertThat(runs("$h_t$ (N,H)")).containsExactly("/h", "_/t", " (N,H)");
    assertThat(runs("$h_{t-1}$")).containsExactly("/h", "_/t", "_-1");
    assertThat(runs("$W_xh$")).containsExactly("/W", "_/xh");
    assertThat(runs("$tanh(x)$")).containsExactly("tanh", "(", "/x", ")");
    assertThat(runs("$h_0^{(1)}$")).containsExactly("/h", "_0", "^(1)");
  }

  @Test
  void a_raised_group_after_a_lowered_one_stands_above_it() {
    Label label = Label.of("$h_0^1$");
    double[] starts = label.starts(16, false);
    assertThat(starts[2]).isEqualTo(starts[1]);
    assertThat(label.width(16, false)).isLessThan(Label.of("$h_{01}$").width(16, false));
  }

  @Test
  void what_stands_one_above_the_other_does_not_touch() {
    List<Label.Run> runs = Label.of("$h_0^{(1)}$").runs();
    double between = runs.get(1).offset(16) - runs.get(2).offset(16);
    double digit = 0.73 * runs.get(1).size(16);
    double descent = 0.2 * runs.get(2).size(16); // of the parentheses
    assertThat(between).isGreaterThan(digit + descent);
    assertThat(Label.of("$h_0$").runs().get(1).offset(16)).isLessThan(runs.get(1).offset(16));
  }

  @Test
  void a_dollar_in_a_word_is_a_dollar() {
    assertThat(runs(Sketch.word("$5_x^y"))).containsExactly("$5_x^y");
  }
}
