package seq2seq.grading.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final String ONE =
      """
      package a.b;
      import java.util.Arrays;
      /** A mask. */
      public final class My {
        // each row
        public int[] mask(int length, int steps) {
          int[] mask = new int[steps];
          for (int t = 0; t < length; t++) {
            mask[t] = 1; /* real */
          }
          return Arrays.copyOf(mask, steps);
        }
      }
      """;

  @Test
  void namesCommentsBracesModifiersAndLayoutMakeNoDifference() {
    String other =
        """
        import java.util.*; import java.util.Arrays;
        class My { @Override public int[] row(final int n, final int all)
        { var unused = "x".length(); }
        """;
    assertThat(Tokens.of(ONE))
        .isEqualTo(
            Tokens.of(
                ONE.replace("mask", "row")
                    .replace("length", "many")
                    .replace("/* real */", "// it's \"real\"")
                    .replace("for (int t = 0; t < many; t++) {", "for(int t=0;t<many;t++)")
                    .replace("  ", "\t")));
    assertThat(Tokens.of(other)).isNotEqualTo(Tokens.of(ONE)).contains("\"", ".length");
  }

  @Test
  void typesCallsAndShortNumbersStay() {
    assertThat(Tokens.of("x = Math.max(a, 1) + 0.25f >= 'c';"))
        .containsExactly(
            "name", "=", "Math", ".max", "(", "name", ",", "1", ")", "+", "0..", ">=", "\"", ";");
  }

  @Test
  void whateverIsHandedInIsRead() {
    String escapes = "\"" + "\\\\".repeat(200_000) + "\"";
    assertThat(Tokens.of(escapes)).containsExactly("\"");
    assertThat(Tokens.of("/* " + "x".repeat(200_000))).isEmpty();
    assertThat(Tokens.of("\"never ended\nint x")).containsExactly("\"", "int", "name");
    assertThat(Tokens.of("\"\"\" never ended \" int")).containsExactly("\"");
    assertThat(Tokens.of("\\ \u0000 \ud800 é学")).hasSizeBetween(3, 5);
  }

  /** Each of these has cost the square of its length, minutes of the grader's own time. */
  @ParameterizedTest
  @ValueSource(
      strings = {"import ", "package.", "\u0301", ".", ". ", ".a", "@", "1.", "/*", "'", "é"})
  void aLongFileCostsNoMoreThanItsLength(String part) {
    String text = part.repeat((256 << 10) / part.getBytes(StandardCharsets.UTF_8).length);
    Tokens.of(text.substring(0, text.length() / 8));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    Tokens.of(text);
    assertThat(clock.getCurrentThreadCpuTime() - before).isLessThan(1_500_000_000L);
  }

  @Test
  void aRunInCommonIsAFingerprintInCommonWhereverItStands() {
    List<String> run = new ArrayList<>();
    for (int i = 0; i < Winnowing.RUN + Winnowing.WINDOW - 1; i++) {
      run.add("t" + i);
    }
    List<String> one = new ArrayList<>(Collections.nCopies(20, "x"));
    one.addAll(run);
    List<String> other = new ArrayList<>(run);
    other.addAll(Collections.nCopies(7, "y"));
    Set<Long> both = Winnowing.fingerprints(one);
    both.retainAll(Winnowing.fingerprints(other));
    assertThat(both).isNotEmpty();
    assertThat(Winnowing.fingerprints(run.subList(0, Winnowing.RUN - 1))).isEmpty();
    assertThat(Winnowing.fingerprints(run.subList(0, Winnowing.RUN))).hasSize(1);
    Set<Long> shorter = Winnowing.fingerprints(run.subList(0, Winnowing.RUN - 1));
    shorter.retainAll(Winnowing.fingerprints(one));
    assertThat(shorter).isEmpty();
  }
}
