package seq2seq.grading.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import seq2seq.grading.similar.Similarity;
import seq2seq.grading.similar.Similarity.Pair;

/** The pairs of submissions that are closer than the class is, and the next ones below the line. */
public final class SimilarPage {
  private static final int BELOW = 10;
  private static final int NAMED = 8;
  private static final int PERCENT = 100;

  private SimilarPage() {}

  /**
   * The text of the file.
   *
   * @param students their names, in the order in which they were compared
   * @param pages the file of each student's page, beside this one
   */
  public static String of(Similarity similarity, List<String> students, List<String> pages) {
    List<Pair> close = similarity.close();
    Html page = new Html("Submissions closer than the class is");
    page.element(
        "p",
        "A place to look, not a verdict: read both before you speak with anybody. Two can agree"
            + " because they learned together, read the same book, or because an exercise has few"
            + " answers.");
    page.element(
        "p",
        String.format(
            Locale.ROOT,
            "%d submissions, %d pairs; %d above the line of this class, %.0f %%. A pair's share is"
                + " what both have of the smaller one's code, where what many have weighs little."
                + " Names, comments, layout and the order of methods make no difference.",
            students.size(),
            similarity.pairs().size(),
            close.size(),
            PERCENT * similarity.threshold()));
    table(page, "Above the line", close, students, pages);
    List<Pair> next = similarity.pairs().stream().skip(close.size()).limit(BELOW).toList();
    table(page, "Below it, for comparison", next, students, pages);
    return page.end();
  }

  private static void table(
      Html page, String title, List<Pair> pairs, List<String> students, List<String> pages) {
    page.element("h2", title);
    if (pairs.isEmpty()) {
      page.element("p", "None.");
      return;
    }
    page.open("table").open("thead").open("tr").element("th class=\"number\"", "share");
    page.element("th", "one").element("th", "other").element("th", "most of it in");
    page.close("tr").close("thead").open("tbody");
    for (Pair pair : pairs) {
      page.open("tr");
      page.element(
          "td class=\"number\"", String.format(Locale.ROOT, "%.0f %%", PERCENT * pair.share()));
      for (int student : List.of(pair.one(), pair.other())) {
        page.linkCell(pages.get(student), Sanitizer.name(students.get(student)));
      }
      page.element("td", exercises(pair)).close("tr");
    }
    page.close("tbody").close("table");
  }

  private static String exercises(Pair pair) {
    return pair.exercises().entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry<String, Double>::getValue).reversed())
        .limit(NAMED)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
