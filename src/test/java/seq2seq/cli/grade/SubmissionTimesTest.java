package seq2seq.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.cli.UserError;
import seq2seq.grading.terms.WrittenTime;

/** Times of a platform's own table. */
class SubmissionTimesTest {
  private static final String WORKSHEET =
      """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,\
      Last modified (submission),Last modified (grade),Feedback comments
      Participant 7000,Ada Lovelace,ada@x.org,Submitted,,16,Yes,"Tuesday, 1 December 2026, 11:59 PM",-,
      Participant 7001,Bo Li,bo@x.org,No submission,,16,Yes,-,-,
      """;

  @TempDir Path folder;

  private SubmissionTimes read(String text) throws IOException {
    return SubmissionTimes.read(Files.writeString(folder.resolve("times.csv"), text));
  }

  @Test
  void theWorksheetOfMoodleTellsTheTimesOfTheFoldersThatMoodleMakes() throws IOException {
    SubmissionTimes times = read(WORKSHEET);
    assertThat(times.of("Ada Lovelace_7000_assignsubmission_file_"))
        .contains(WrittenTime.start("2026-12-01 23:59"));
    assertThat(times.of("Ada Lovelace")).isPresent();
    assertThat(times.of("Bo Li_7001_assignsubmission_file_")).isEmpty();
    assertThat(times.of("Cy_7002_")).isEmpty();
  }

  @Test
  void aTimeThereThatCannotBeReadIsNamedBeforeAnythingIsGraded() {
    assertThatThrownBy(() -> read(WORKSHEET.replace("1 December 2026", "12/01/2026")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("times.csv");
  }
}
