package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.FailureText;
import seq2seq.grading.Hints;
import seq2seq.grading.Specifications;
import seq2seq.grading.run.GradedRun;
import seq2seq.grading.run.TestResult;
import seq2seq.language.KnownText;
import seq2seq.language.Language;
import seq2seq.language.Texts;
import seq2seq.solutions.kit.Pool;

/** What an exercise says in Chinese: its task, its hints, and why points are missing. */
class ChineseExercisesTest {
  /** Chapters without tasks and hints. The list may only become shorter, and ends empty. */
  private static final List<Integer> NOT_YET = List.of();

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:e-?\\d+)?");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{3,} [a-z]{2,} [a-z]{3,}");

  /** What an exception of the JDK says stays as it is. */
  private static final Pattern THROWN = Pattern.compile("\\w+(Exception|Error): [^()]*\\(");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("\\b[a-z]{2,}\\b");

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  static List<Exercise> translated() {
    return exercises().stream().filter(e -> !NOT_YET.contains(e.chapter())).toList();
  }

  static Stream<Integer> chapters() {
    return exercises().stream().map(Exercise::chapter).distinct();
  }

  @Test
  void theListNamesTheChaptersThatHaveNoTextsAndNoOthers() {
    List<Integer> without =
        Rooms.here().stream()
            .filter(exercise -> chinese(() -> Specifications.of(exercise)).isEmpty())
            .map(Exercise::chapter)
            .distinct()
            .toList();
    assertThat(without).isEqualTo(NOT_YET);
  }

  @ParameterizedTest
  @MethodSource("translated")
  void hasATitleATaskAndAsManyHintsAsInEnglish(Exercise exercise) {
    Exercise spoken = chinese(() -> Exercises.find(exercise.id()));
    assertThat(spoken.title()).isNotEqualTo(exercise.title());
    assertThat(chinese(() -> Specifications.of(exercise))).contains("练习 " + exercise.id());
    assertThat(chinese(() -> Specifications.of(exercise)))
        .contains(exercise.points() + " 分", "`" + method(exercise));
    List<String> hints = chinese(() -> Hints.of(exercise));
    assertThat(hints).hasSameSizeAs(Hints.of(exercise)).doesNotHaveDuplicates();
    assertThat(hints).isNotEqualTo(Hints.of(exercise));
  }

  /** The beginning of the one method of its interface, as a reader may look it up. */
  private static String method(Exercise exercise) {
    try {
      Class<?> type = Class.forName(exercise.specification());
      return type.getDeclaredMethods()[0].getReturnType().getSimpleName();
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void theFeedbackOnEveryKnownWrongAnswerIsInChineseWithTheSameNumbers(Exercise exercise) {
    for (Class<?> wrong : Pool.wrong(exercise)) {
      for (TestResult result : GradedRun.of(exercise, wrong.getName(), 1)) {
        String english = result.message();
        String chinese = chinese(() -> FailureText.of(exercise, english));
        String said = THROWN.matcher(chinese.replace(exercise.label(), "")).replaceAll("(");
        assertThat(said).as(english).doesNotContainPattern(ENGLISH);
        assertThat(numbers(chinese)).as(chinese).isEqualTo(numbers(english));
      }
    }
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** Also what no known answer makes them say. */
  @ParameterizedTest
  @MethodSource("chapters")
  void everySentenceOfTheGradedTestsIsInTheBundle(int chapter) throws IOException {
    String room = String.format(Locale.ROOT, "ch%02d", chapter);
    Texts texts = Texts.named("seq2seq.graded." + room + ".texts");
    String known = texts.all(Language.ENGLISH);
    List<KnownText> whole = KnownText.all(texts, "");
    Path folder =
        CourseFolder.find().resolve("exercises/graded/main/java/seq2seq/graded").resolve(room);
    List<String> sentences = sentences(folder);
    assertThat(sentences).isNotEmpty();
    assertThat(sentences)
        .allMatch(part -> known.contains(part) || KnownText.first(whole, part).isPresent());
  }

  private static List<String> sentences(Path folder) throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*(GradedTest|Inputs)\\.java")).toList()) {
        String joined = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        LITERAL
            .matcher(joined)
            .results()
            .map(literal -> literal.group(1).replaceAll("^[:;,. ]+|[:. ]+$", ""))
            .filter(literal -> WORD.matcher(literal).results().count() > 2)
            .forEach(sentences::add);
      }
    }
    return sentences;
  }

  private static <T> T chinese(Supplier<T> question) {
    return Language.CHINESE.speaking(question::get);
  }
}
