package seq2seq.cli.grade;

import java.util.List;
import java.util.stream.IntStream;
import seq2seq.cli.UsageError;
import seq2seq.grading.report.Roster.Student;

/**
 * One part of a class, graded by itself: every {@code of}-th student, so that the parts are of one
 * size and each machine knows its own without asking another.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
record Shard(int number, int of) {
  private static final int MOST = 10_000;

  /**
   * Reads {@code K/N}.
   *
   * @throws UsageError if it is no such thing
   */
  static Shard parse(String text) {
    if (!text.matches("\\d{1,5}/\\d{1,5}")) {
      throw new UsageError("--shard: K/N such as 2/4 is asked for; got " + text);
    }
    int slash = text.indexOf('/');
    int number = Integer.parseInt(text.substring(0, slash));
    int of = Integer.parseInt(text.substring(slash + 1));
    if (number < 1 || number > of || of > MOST) {
      throw new UsageError("--shard: K is 1 to N, and N at most " + MOST + "; got " + text);
    }
    return new Shard(number, of);
  }

  /** The students of this part, of all in their order. */
  List<Student> of(List<Student> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % of == number - 1)
        .mapToObj(all::get)
        .toList();
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
