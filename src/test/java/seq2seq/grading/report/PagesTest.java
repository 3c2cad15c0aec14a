package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seq2seq.plot.Picture;

class PagesTest {

  @Test
  void theStudentSeesTheScoreAndWhy() {
    String page =
        StudentPage.of(
            Grades.mixed("Ada", "expected 0.7, got 2.3333").with(new LatePenalty(1, 2)), Map.of());
    assertThat(page)
        .contains(
            "<h1>Ada</h1>",
            "4 of 14 (6 less 2 for 1 day late) points",
            "<td>6.2 masked cross-entropy</td>",
            "3 of 5",
            "<pre>expected 0.7, got 2.3333</pre>");
  }

  @Test
  void theStudentSeesWhichFileAndNotWhereAllFilesLie() {
    String file = "exercises/starters/main/java/seq2seq/starters/ch05/MyLengthMask.java";
    assertThat(StudentPage.of(Grades.broken("Ada", file + ":3: ';' expected"), Map.of()))
        .contains("<tr class=\"open\">", "<pre>ch05/MyLengthMask.java:3: &#39;;&#39; expected")
        .doesNotContain("exercises/starters");
  }

  @Test
  void hostileTextIsTextOnEveryPage() {
    Grade grade = Grades.mixed(Grades.HOSTILE, Grades.HOSTILE);
    String page = Grades.report(List.of(grade)).page("p.png", List.of("e.png"), List.of("s.html"));
    String own = StudentPage.of(grade, Map.of("6.2", Grades.HOSTILE));
    for (String html : List.of(own, page.replace(Html.SORTING, ""))) {
      assertThat(html)
          .contains("&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt;", "&amp;amp;")
          .doesNotContain("<script", "\u0000", "\u001b", "\u202e");
    }
  }

  @Test
  void everyTagThatIsOpenedIsClosed() {
    Grade grade = Grades.mixed(Grades.HOSTILE, Grades.HOSTILE);
    String page = Grades.report(List.of(grade)).page("p.png", List.of("e.png"), List.of("s.html"));
    for (String html : List.of(StudentPage.of(grade, Map.of()), page)) {
      for (String tag : List.of("table", "tr", "td", "th", "pre", "p", "h1", "title", "a")) {
        assertThat(count(html, "<" + tag + "(>| [^>]*>)"))
            .as(tag)
            .isEqualTo(count(html, "</" + tag + ">"));
      }
    }
  }

  private static long count(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void theClassIsSummedUp() {
    List<Grade> grades =
        List.of(Grades.mixed("Ada", "x"), Grades.broken("Bo", "x"), Grades.mixed("Zoe", "x"));
    ClassReport report = Grades.report(grades);
    assertThat(report.summary()).isEqualTo("3 students, mean 4.0, median 6.0");
    assertThat(report.text().lines())
        .contains("Ada        6 of 14        a note")
        .endsWith("3 students, mean 4.0, median 6.0");
    assertThat(Grades.report(grades.subList(0, 2)).summary())
        .isEqualTo("2 students, mean 3.0, median 3.0");
  }

  @Test
  void theStudentSeesTheClassBesideTheMessageWithNumberedLines() {
    Grade grade = Grades.mixed("Ada", "wrong");
    String page = StudentPage.of(grade, Map.of("6.2", "class A {\n\tint x = 1 < 2;\n}\n"));
    assertThat(page)
        .contains("<pre>wrong</pre>\n<details open>\n<summary>your class</summary>")
        .contains("<pre class=\"code\">   1  class A {\n   2   int x = 1 &lt; 2;\n   3  }</pre>");
    assertThat(StudentPage.of(grade, Map.of())).doesNotContain("<details");
  }

  @Test
  void theClassPageHasAColumnForEachExerciseAndSortsByAny() {
    Grade grade = Grades.mixed("Ada", "x");
    String page =
        new ClassReport(List.of(grade), student -> "Tuesday <1>")
            .page("p.png", List.of("e.png"), List.of("s.html"));
    assertThat(page)
        .contains("<table class=\"sorted\">", Html.SORTING, "<th>section</th>")
        .contains("<th class=\"number\">6.2</th>", "<td class=\"number some\">3</td>")
        .contains("<td class=\"number\">3</td>", "<td class=\"number none\">0</td>")
        .contains("<td>Tuesday &lt;1&gt;</td>");
  }

  @Test
  void theMistakesThatTheTestsNamedAreCountedByStudents() {
    String wrong = "6.2 masked cross-entropy: got 2 for lengths [1, 3]: the mask came too late.";
    Grade one = Grades.mixed("Ada", wrong);
    Grade two = Grades.mixed("Bo", wrong.replace("[1, 3]", "[2, 2]"));
    Grade other = Grades.mixed("Cy", "6.2 masked cross-entropy: got 2 for lengths [1, 3].");
    assertThat(Misconceptions.of(List.of(one, other, two)))
        .containsExactly(
            new Misconceptions.Seen("6.2 masked cross-entropy", "the mask came too late", 2));
  }

  @Test
  void sectionsAreSummedUpByName() {
    ClassReport report =
        new ClassReport(
            List.of(Grades.mixed("Ada", "x"), Grades.broken("Bo", "x"), Grades.mixed("Zoe", "x")),
            student -> student.equals("Bo") ? "" : "A");
    assertThat(report.sections())
        .isEqualTo(
            "(no section): 1 students, mean 0.0, median 0.0\nA: 2 students, mean 6.0, median 6.0\n");
  }

  @Test
  void thePlotsAreDrawnWithoutADisplay() {
    ClassReport report = Grades.report(List.of(Grades.mixed("Ada", "x"), Grades.broken("Bo", "x")));
    Picture distribution = report.distribution();
    assertThat(distribution.toImage().getWidth()).isEqualTo(1800);
    assertThat(report.exercises()).hasSize(1);
    assertThat(report.exercises().get(0).toImage().getWidth()).isEqualTo(1800);
  }

  @Test
  void theDistributionOfTwoClassesDiffers() {
    ClassReport one = Grades.report(List.of(Grades.mixed("Ada", "x")));
    ClassReport two = Grades.report(List.of(Grades.broken("Ada", "x")));
    assertThat(pixels(one.distribution())).isNotEqualTo(pixels(two.distribution()));
    assertThat(pixels(one.distribution())).isEqualTo(pixels(one.distribution()));
    assertThat(pixels(one.exercises().get(0))).isNotEqualTo(pixels(two.exercises().get(0)));
  }

  private static int[] pixels(Picture picture) {
    var image = picture.toImage();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
