package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
          grade --submission . --late -1 --due 2026-12-01T00:00Z --submitted 2026-12-01T00:00Z | 0 or more; got -1
          grade --submission . --late 5                        | --late needs --due
          grade --submission . --late 5 --due 2026-12-01T00:00Z | --late needs --submitted
          grade --submission . --late 5 --due tomorrow         | 'tomorrow'
          grade --submission . --due 2026-12-01T00:00Z         | belong to --late
          grade --roster . --late 5 --due 2026-12-01T00:00Z    | --late needs --times for a class
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

  @Test
  void aStudentWithoutATimeIsSaidBeforeAnythingIsGraded() throws IOException {
    Path students = folder.resolve("class");
    Files.createDirectories(students.resolve("ada"));
    Files.createDirectories(students.resolve("zoe"));
    Path times = Files.writeString(folder.resolve("times.csv"), "ada,2026-12-01T10:00+01:00\n\n");
    String[] late = {
      "grade",
      "--roster",
      "" + students,
      "--late",
      "5",
      "--due",
      "2026-12-01T00:00Z",
      "--times",
      "" + times,
      "--out",
      "" + folder.resolve("out")
    };
    Captured run = Captured.learn(late);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("times.csv: says no time for zoe");
    Files.writeString(times, "ada,2026-12-01T10:00+01:00\nzoe,yesterday\n");
    assertThat(Captured.learn(late).err()).contains("times.csv:2: 'yesterday' is no time");
    Files.writeString(times, "ada\n");
    assertThat(Captured.learn(late).err()).contains("times.csv:1: a line is student,time");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
