package seq2seq.grading.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an exercise loses that comes after it was due.
 *
 * @param percentPerDay of its points, for each day begun since it was due
 * @param grace so late nothing is lost; after it, days count from when it was due
 * @param percentAtMost the most that is lost
 */
public record LateRule(int percentPerDay, Duration grace, int percentAtMost) {
  /** Nothing is ever lost. */
  public static final LateRule NONE = new LateRule(0, Duration.ZERO, 100);

  private static final int ALL = 100;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Pattern PER_DAY = Pattern.compile("(\\d{1,3}) ?% a day");
  private static final Pattern GRACE = Pattern.compile("grace (\\d{1,4}) (min|h)");
  private static final Pattern AT_MOST = Pattern.compile("at most (\\d{1,3}) ?%");

  /** The days begun between {@code due} and {@code submitted}; 0 in time or within the grace. */
  public int days(Instant due, Instant submitted) {
    Duration late = Duration.between(due, submitted);
    if (late.isNegative() || late.compareTo(grace) <= 0) {
      return 0;
    }
    return (int) Math.min(Integer.MAX_VALUE, (late.toSeconds() + DAY - 1) / DAY);
  }

  /** What so many days cost, in percent of an exercise's points. */
  public int percent(int days) {
    return (int) Math.min(percentAtMost, (long) days * percentPerDay);
  }

  /** In words, as in the file; one line. */
  public String words() {
    return percentPerDay
        + "% a day, grace "
        + grace.toMinutes()
        + " min, at most "
        + percentAtMost
        + "%";
  }

  /**
   * Reads the cells behind {@code late}: {@code 10% a day}, {@code grace 15 min}, {@code at most
   * 50%}, in any order; without the last two, no grace and all points.
   *
   * @throws IllegalArgumentException if a cell is none of these
   */
  static LateRule parse(List<String> cells) {
    int perDay = 0;
    Duration grace = Duration.ZERO;
    int most = ALL;
    for (String cell : cells) {
      Matcher perDayCell = PER_DAY.matcher(cell);
      Matcher graceCell = GRACE.matcher(cell);
      Matcher mostCell = AT_MOST.matcher(cell);
      if (perDayCell.matches()) {
        perDay = percent(perDayCell.group(1), cell);
      } else if (graceCell.matches()) {
        long amount = Long.parseLong(graceCell.group(1));
        boolean isHours = graceCell.group(2).equals("h");
        grace = isHours ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
      } else if (mostCell.matches()) {
        most = percent(mostCell.group(1), cell);
      } else if (!cell.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + cell + "' is none of '10% a day', 'grace 15 min' and 'at most 50%'");
      }
    }
    return new LateRule(perDay, grace, most);
  }

  private static int percent(String digits, String cell) {
    int percent = Integer.parseInt(digits);
    if (percent > ALL) {
      throw new IllegalArgumentException("'" + cell + "': more than 100%");
    }
    return percent;
  }
}
