package seq2seq.grading.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01T22:59Z",
        "2026-12-01T23:59+01:00",
        "2026-12-01 23:59:00+0100",
        "2026-12-01 23:59 +01:00",
        "2026-12-01T22:59:00.000Z",
        "1.12.2026 23:59 +01"
      })
  void aTimeWithItsZoneIsThatTime(String text) {
    assertThat(WrittenTime.start(text)).isEqualTo(Instant.parse("2026-12-01T22:59:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01 23:59",
        "2026-12-01T23:59",
        " 2026/12/1  23:59 ",
        "01.12.2026 23:59:00",
        "Tuesday, 1 December 2026, 11:59 PM",
        "1 December 2026 23:59",
        "December 1, 2026 11:59 pm"
      })
  void aTimeWithoutAZoneIsThisMachines(String text) {
    assertThat(WrittenTime.start(text)).isEqualTo(here(LocalDateTime.of(2026, 12, 1, 23, 59)));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01", "1.12.2026", "'Tue, 1 Dec 2026'"})
  void aDayAloneBeginsWithItsFirstAndEndsWithItsLastSecond(String text) {
    assertThat(WrittenTime.start(text)).isEqualTo(here(LocalDateTime.of(2026, 12, 1, 0, 0)));
    assertThat(WrittenTime.end(text)).isEqualTo(here(LocalDateTime.of(2026, 12, 1, 23, 59, 59)));
  }

  private static Instant here(LocalDateTime time) {
    return time.atZone(ZoneId.systemDefault()).toInstant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "12/01/2026",
        "2026-02-30",
        "2026-12-01 25:00",
        "+999999999-12-01",
        "0001-01-01",
        "Monday, 1 December 2026, 11:59 PM"
      })
  void whatIsNoTimeOrOutOfReasonIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> WrittenTime.start(text))
        .isInstanceOf(DateTimeException.class)
        .hasMessageContaining("'" + text + "' is n")
        .hasMessageNotContaining("\n");
  }
}
