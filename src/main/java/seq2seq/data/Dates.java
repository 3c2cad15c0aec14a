package seq2seq.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Dates from 1950 to 2049 as people write them in English, each with its ISO 8601 form.
 *
 * <p>Every date stands in the corpus at most once, in one of nine ways of writing, so a date of the
 * test split was never seen in any form. The ways of writing leave no doubt: the month is a word,
 * or the form is dotted, which everywhere is day.month.year ({@code 3.5.1999} is 3 May). Forms with
 * slashes are left out, for they are read differently in London and New York.
 */
final class Dates {
  private static final int PAIRS = 8_000;
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final int DAYS = 36_525; // to 2049-12-31

  /** Shares no factor with DAYS = 3·5²·487, so steps of it come back only after every day. */
  private static final int STEP = 7_919;

  private static final List<Function<LocalDate, String>> FORMS =
      List.of(
          d -> day(d) + " " + month(d) + " " + d.getYear(),
          d -> month(d) + " " + day(d) + ", " + d.getYear(),
          d -> "the " + ordinal(d) + " of " + month(d) + " " + d.getYear(),
          d -> month(d) + " " + ordinal(d) + ", " + d.getYear(),
          d -> day(d) + " " + shortMonth(d) + " " + d.getYear(),
          d -> shortMonth(d) + " " + day(d) + ", " + d.getYear(),
          d -> weekday(d) + ", " + day(d) + " " + month(d) + " " + d.getYear(),
          d -> weekday(d) + ", " + month(d) + " " + day(d) + ", " + d.getYear(),
          d -> day(d) + "." + d.getMonthValue() + "." + d.getYear());

  private Dates() {}

  /** The pairs, the same every time. */
  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      LocalDate date = FIRST.plusDays((long) i * STEP % DAYS);
      pairs.add(new Pair(FORMS.get(i % FORMS.size()).apply(date), iso(date)));
    }
    return pairs;
  }

  private static String iso(LocalDate date) {
    return date.toString(); // specified as yyyy-MM-dd for these years
  }

  private static String day(LocalDate date) {
    return String.valueOf(date.getDayOfMonth());
  }

  private static String month(LocalDate date) {
    return capitalised(date.getMonth());
  }

  private static String shortMonth(LocalDate date) {
    return month(date).substring(0, 3);
  }

  private static String weekday(LocalDate date) {
    return capitalised(date.getDayOfWeek());
  }

  /** The constants of the JDK have the English names. */
  private static String capitalised(Enum<?> name) {
    return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The day as an ordinal: 1st, 2nd, 3rd, 4th, 11th, 21st. */
  private static String ordinal(LocalDate date) {
    int day = date.getDayOfMonth();
    boolean teen = day / 10 == 1;
    String suffix = teen ? "th" : List.of("th", "st", "nd", "rd").get(day % 10 < 4 ? day % 10 : 0);
    return day + suffix;
  }
}
