package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line; what is graded, and how, is tested where the exercises are. */
class GradeCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grade                                                | give one of --submission, --roster and --autograder
          grade --submission . --roster .                      | give one of --submission, --roster and --autograder
          grade --submission . --report pdf                    | 'pdf'
          grade --submission . --jobs 0                        | --jobs: at least 1; got 0
          grade --submission . --late -1 --due 2026-12-01T00:00Z --submitted 2026-12-01T00:00Z | so 0 to 100; got -1
          grade --submission . --late 5                        | --late needs --due
          grade --submission . --late 5 --due 2026-12-01T00:00Z | --late needs --submitted
          grade --submission . --late 5 --due tomorrow         | 'tomorrow'
          grade --submission . --late 2147483647 --due 2026-12-01 --submitted 2026-12-02 | so 0 to 100; got 2147483647
          grade --submission . --late 5 --due 2026-12-01 --submitted +999999999-12-01 | '+999999999-12-01' is not between 1970 and 2200
          grade --submission . --late 5 --due 12/01/2026 --submitted 2026-12-01 | '12/01/2026' is no time such as
          grade --submission . --due 2026-12-01T00:00Z         | belong to --late
          grade --roster . --late 5 --due 2026-12-01T00:00Z    | --late needs --times for a class
          grade --submission . --shard 1/2                     | belong to --roster
          grade --roster . --sections                          | --sections needs --students
          grade --roster . --shard 3/2                         | K is 1 to N
          grade --roster . --shard 1/2 --merge x               | first grade all shards, then merge
          grade --roster . --report canvas                     | --report canvas needs --students
          grade --roster . --report moodle                     | --report moodle needs --students
          """)
  void optionsThatDoNotFitTogetherAreWrongUsage(String line, String said) {
    Captured run = Captured.learn(line.split("\\s+"));
    assertThat(run.err()).contains(said);
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aSubmissionThatIsNotThereIsTheTeachersMistake() {
    Captured run = Captured.learn("grade", "--submission", "nowhere.zip");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("learn: there is no file or folder nowhere.zip\n");
  }

  @Test
  void aFolderWithoutStudentsIsNoClass() {
    Captured run = Captured.learn("grade", "--roster", folder.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("holds no folder and no archive of a student");
  }

  private Captured late(byte[] times) throws IOException {
    Path students = folder.resolve("class");
    for (String name : List.of("ada", "Lovelace, Grace", "Jos\u00e9")) {
      Files.createDirectories(students.resolve(name));
    }
    Path file = Files.write(folder.resolve("times.csv"), times);
    return Captured.learn(
        "grade",
        "--roster",
        "" + students,
        "--late",
        "5",
        "--due",
        "2026-12-01T23:59+01:00",
        "--times",
        "" + file,
        "--report",
        "csv",
        "--out",
        "" + folder.resolve("out"));
  }

  private String daysLate() throws IOException {
    StringBuilder days = new StringBuilder();
    for (String row : Files.readAllLines(folder.resolve("out/grades.csv")).subList(1, 4)) {
      days.append(row.replaceFirst("^(\"[^\"]*\"|[^,]*),[^,]*,[^,]*,[^,]*,(\\d+),.*", "$2 "));
    }
    return days.toString();
  }

  /** As a spreadsheet writes it, in the encodings and with the separators of some systems. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, ',', ''",
    "UTF-8, ',', \ufeff",
    "UTF-8, ;, \ufeff",
    "windows-1252, ;, ''",
    "UTF-16LE, tab, \ufeff"
  })
  void timesAreReadAsSpreadsheetsWriteThem(String encoding, String separator, String mark)
      throws IOException {
    String table =
        """
        student,time
        ada,2026-12-01T22:59Z
        "Lovelace, Grace",2026-12-02 08:00+01:00
        Jos\u00e9,4.12.2026 08:00 +00:00
        """
            .replaceAll(",(?=\\d|time|\")", separator.replace("tab", "\t"))
            .replace("\n", "\r\n");
    Captured run = late((mark + table).getBytes(Charset.forName(encoding)));
    assertThat(run.err()).doesNotContain("no time");
    assertThat(daysLate()).isEqualTo("3 1 0 ");
    assertThat(run.status()).isZero();
  }

  @Test
  void aStudentWithoutATimeDoesNotStopTheClassAndIsNamed() throws IOException {
    Captured run = late("ada,2026-12-01T10:00+01:00\n\n".getBytes(StandardCharsets.UTF_8));
    assertThat(run.err())
        .contains("learn: no time for Lovelace, Grace, nothing taken off")
        .contains("learn: no time for Jos\u00e9, nothing taken off");
    assertThat(run.status()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out/grades.csv")))
        .contains("times.csv says no time for Jos\u00e9");
  }

  @Test
  void aRowThatIsNoTimeIsNamedBeforeAnythingIsGraded() throws IOException {
    assertThat(late("ada,2026-12-01\nzoe,yesterday\n".getBytes(StandardCharsets.UTF_8)).err())
        .contains("times.csv:2: 'yesterday' is no time");
    assertThat(late("ada\n".getBytes(StandardCharsets.UTF_8)).err())
        .contains("times.csv:1: a row is student,time");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
