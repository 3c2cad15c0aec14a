package seq2seq.solutions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of {@code attacks.txt}.
 *
 * @param name what it tries
 * @param checked what it gets from the grader
 * @param unchecked what it gets where nothing is checked before it runs
 * @param source the text of {@code MyLengthMask.java}
 */
record Attack(String name, Score checked, Score unchecked, String source) {
  private static final String RESOURCE = "/seq2seq/solutions/attacks.txt";
  private static final String NAME = "## ";

  /**
   * What is expected.
   *
   * @param points -1 if it is not to be run
   * @param words part of the feedback
   */
  record Score(int points, String words) {
    static Score parse(String line) {
      String[] field = line.split(" ", 3);
      return new Score(
          field[1].equals("-") ? -1 : Integer.parseInt(field[1]), field.length > 2 ? field[2] : "");
    }
  }

  static List<Attack> all() throws IOException {
    try (InputStream in = Attack.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Attack> attacks = new ArrayList<>();
      for (String section : text.substring(text.indexOf(NAME)).split("(?m)^" + NAME)) {
        if (!section.isBlank()) {
          attacks.add(parse(section.lines().filter(line -> !line.isBlank()).toList()));
        }
      }
      return attacks;
    }
  }

  private static Attack parse(List<String> lines) {
    StringBuilder statements = new StringBuilder();
    StringBuilder members = new StringBuilder();
    for (String line : lines.subList(3, lines.size())) {
      if (line.startsWith("+")) {
        members.append(line.substring(1)).append('\n');
      } else {
        statements.append("    ").append(line).append('\n');
      }
    }
    return new Attack(
        lines.get(0),
        Score.parse(lines.get(1)),
        Score.parse(lines.get(2)),
        source(statements.toString(), members.toString()));
  }

  /** May throw anything: what the compiler would want caught is thrown on. */
  private static String source(String statements, String members) {
    return """
    package seq2seq.starters.ch05;

    public final class MyLengthMask implements seq2seq.graded.ch05.LengthMask {
      @Override
      public int[][] mask(int[] lengths, int steps) {
        try {
          return attack(lengths, steps);
        } catch (RuntimeException | Error same) {
          throw same;
        } catch (Exception other) {
          throw new IllegalStateException(other);
        }
      }

      private int[][] attack(int[] lengths, int steps) throws Exception {
    """
        + statements
        + """
              return right(lengths, steps);
            }

            private static int[][] right(int[] lengths, int steps) {
              int[][] mask = new int[lengths.length][steps];
              for (int n = 0; n < lengths.length; n++) {
                if (lengths[n] < 0 || lengths[n] > steps) {
                  throw new IllegalArgumentException("length " + lengths[n]);
                }
                java.util.Arrays.fill(mask[n], 0, lengths[n], 1);
              }
              return mask;
            }

          """
        + members
        + "}\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
