package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

  /** Reads RFC 4180, written apart from what writes it. */
  private static List<List<String>> parsed(String csv) {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && csv.startsWith("\"\"", i)) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || csv.startsWith("\r\n", i))) {
        rows.get(rows.size() - 1).add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          rows.add(new ArrayList<>());
          i++;
        }
      } else {
        cell.append(c);
      }
    }
    return rows.subList(0, rows.size() - 1);
  }

  @Test
  void oneRowAStudentAndOneColumnAnExercise() {
    String csv =
        CsvReport.of(
            List.of(
                Grades.mixed("Ada, \"the first\"", "").with(new LatePenalty(1, 2)),
                Grades.broken("Zoe", "x")));
    assertThat(parsed(csv))
        .containsExactly(
            List.of(
                "student",
                "total",
                "possible",
                "earned",
                "days late",
                "5.1 length mask",
                "6.2 masked cross-entropy",
                "7.2 clip by global norm",
                "8.1 greedy decoding",
                "notes"),
            List.of("Ada, \"the first\"", "4", "14", "6", "1", "3", "3", "0", "0", "a note"),
            List.of("Zoe", "0", "14", "0", "0", "0", "0", "0", "0", "a note"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "\n=1+1",
        "=cmd|' /C calc'!A0",
        "%0A=1"
      })
  void aFormulaIsAText(String name) {
    String cell = parsed(CsvReport.of(List.of(Grades.mixed(name, "")))).get(1).get(0);
    assertThat(cell).startsWith("'");
  }

  @Test
  void aHostileNameStaysInItsCell() {
    List<List<String>> rows = parsed(CsvReport.of(List.of(Grades.mixed(Grades.HOSTILE, ""))));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).hasSameSizeAs(rows.get(0));
    assertThat(rows.get(1).get(0)).isEqualTo("'" + Sanitizer.name(Grades.HOSTILE));
  }

  /** A spreadsheet set to a decimal comma parts cells at semicolons. */
  @Test
  void aSemicolonIsQuoted() {
    assertThat(CsvReport.of(List.of(Grades.mixed("a;=1+1", "")))).contains("\"a;=1+1\",");
  }
}
