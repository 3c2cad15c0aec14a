package seq2seq.grading.terms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A point in time as people and learning platforms write it: {@code 2026-12-01}, {@code 2026-12-01
 * 23:59}, {@code 2026-12-01T23:59+01:00}, {@code 1.12.2026 23:59}, {@code Tuesday, 1 December 2026,
 * 11:59 PM}. Where no zone is given it is that of this machine.
 *
 * <p>A date with slashes that does not begin with the year is not read: it is one day in Britain
 * and another in the United States.
 */
public final class WrittenTime {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;
  private static final List<DateTimeFormatter> FORMS =
      Stream.of(
              "uuuu-M-d",
              "uuuu/M/d",
              "d.M.uuuu",
              "EEEE, d MMMM uuuu",
              "d MMMM uuuu",
              "MMMM d, uuuu",
              "d MMM uuuu",
              "EEE, d MMM uuuu")
          .flatMap(
              day ->
                  Stream.of(
                      day + "[[','] H:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][' '][XXX][XX][X]]",
                      day + "[','] h:mm[:ss] a"))
          .map(WrittenTime::form)
          .toList();

  private WrittenTime() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The point in time; of a day alone, its first moment.
   *
   * @throws DateTimeException if it is none, with one line that says so
   */
  public static Instant start(String text) {
    return of(text, LocalDate::atStartOfDay);
  }

  /**
   * The point in time; of a day alone, its last second.
   *
   * @throws DateTimeException if it is none, with one line that says so
   */
  public static Instant end(String text) {
    return of(text, day -> day.atTime(LocalTime.MAX).truncatedTo(ChronoUnit.SECONDS));
  }

  /** With what a day alone means. */
  private static Instant of(String text, Function<LocalDate, LocalDateTime> dayAlone) {
    String plain = text.strip().replaceAll("\\h+", " ").replaceFirst("(?<=\\d)[Tt](?=\\d)", " ");
    for (DateTimeFormatter form : FORMS) {
      try {
        TemporalAccessor read =
            form.parseBest(plain, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return inReason(read, dayAlone, text);
      } catch (DateTimeParseException another) {
        // the next one
      }
    }
    throw new DateTimeException("'" + text + "' is no time such as 2026-12-01 23:59");
  }

  private static Instant inReason(
      TemporalAccessor read, Function<LocalDate, LocalDateTime> dayAlone, String text) {
    int year = read.get(java.time.temporal.ChronoField.YEAR);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException(
          "'" + text + "' is not between " + FIRST_YEAR + " and " + LAST_YEAR);
    }
    if (read instanceof OffsetDateTime known) {
      return known.toInstant();
    }
    LocalDateTime local =
        read instanceof LocalDate day ? dayAlone.apply(day) : LocalDateTime.from(read);
    return local.atZone(ZoneId.systemDefault()).toInstant();
  }
}
