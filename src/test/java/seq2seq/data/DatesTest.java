package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DatesTest {
  private static final List<Pair> PAIRS = ParallelCorpus.dates().pairs();

  /** Day, month name and year, read back from any form with the month as a word. */
  private static final Pattern WORDED =
      Pattern.compile(
          "(?:(?<weekday>\\w+day), )?(?:the )?(?:(?<day>\\d+)(?<suffix>st|nd|rd|th)?(?: of)? )?"
              + "(?<month>[A-Z][a-z]{2,})(?: (?<day2>\\d+)(?<suffix2>st|nd|rd|th)?,)? (?<year>\\d{4})");

  @Test
  void there_are_thousands_and_no_date_occurs_twice() {
    assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(5_000);
    assertThat(PAIRS).extracting(Pair::source).doesNotHaveDuplicates();
    assertThat(PAIRS).extracting(Pair::target).doesNotHaveDuplicates();
  }

  @Test
  void they_are_the_same_every_time() {
    assertThat(ParallelCorpus.dates().pairs()).isEqualTo(PAIRS);
  }

  @Test
  void every_target_is_the_iso_form_of_its_source() {
    assertThat(PAIRS).allSatisfy(pair -> assertThat(iso(pair.source())).isEqualTo(pair.target()));
  }

  @Test
  void every_way_of_writing_occurs_often() {
    for (String form :
        List.of(
            "\\d+ [A-Z]\\w{2,} \\d{4}",
            "[A-Z]\\w+ \\d+, \\d{4}",
            "the \\d+\\w\\w of \\w+ \\d{4}",
            "\\w+ \\d+\\w\\w, \\d{4}",
            "\\w+day, \\d+ \\w+ \\d{4}",
            "\\w+day, \\w+ \\d+, \\d{4}",
            "\\d+\\.\\d+\\.\\d{4}")) {
      assertThat(PAIRS.stream().filter(p -> p.source().matches(form)).count()).isGreaterThan(400);
    }
  }

  @Test
  void no_form_is_ambiguous() {
    assertThat(PAIRS).extracting(Pair::source).noneMatch(source -> source.contains("/"));
  }

  private static String iso(String source) {
    if (source.contains(".")) {
      String[] p = source.split("\\.");
      return "%s-%02d-%02d".formatted(p[2], Integer.parseInt(p[1]), Integer.parseInt(p[0]));
    }
    Matcher m = WORDED.matcher(source);
    assertThat(m.matches()).as(source).isTrue();
    boolean dayFirst = m.group("day") != null;
    int day = Integer.parseInt(m.group(dayFirst ? "day" : "day2"));
    LocalDate date = LocalDate.of(Integer.parseInt(m.group("year")), month(m.group("month")), day);
    checkWeekday(m.group("weekday"), date);
    checkSuffix(m.group(dayFirst ? "suffix" : "suffix2"), day);
    return date.toString();
  }

  private static int month(String name) {
    String months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    return months.indexOf(name.substring(0, 3)) / 3 + 1;
  }

  private static void checkWeekday(String weekday, LocalDate date) {
    if (weekday != null) {
      assertThat(weekday)
          .isEqualTo(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
  }

  private static void checkSuffix(String suffix, int day) {
    if (suffix != null) {
      String expected =
          List.of(1, 21, 31).contains(day)
              ? "st"
              : List.of(2, 22).contains(day) ? "nd" : List.of(3, 23).contains(day) ? "rd" : "th";
      assertThat(suffix).isEqualTo(expected);
    }
  }
}
