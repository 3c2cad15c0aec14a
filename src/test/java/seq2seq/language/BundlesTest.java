package seq2seq.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import seq2seq.notebook.ChapterPages;

/** Whatever a learner reads in English is there in Chinese, with the same values in it. */
class BundlesTest {
  private static final List<String> ROOMS = List.of("src", "chapters", "exercises/graded");
  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

  /** Three English words in a row are a sentence that somebody forgot. */
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

  /** {@code TEXTS.get("key"}, or one key where something is so, and another where it is not. */
  private static final Pattern KEY =
      Pattern.compile(
          "TEXTS\\.get\\(\\s*(?:[^\";?]*\\?\\s*)?\"([a-z.]+)\"(?:\\s*:\\s*\"([a-z.]+)\")?\\s*[,)]");

  private static final Pattern TITLE =
      Pattern.compile("(?:LinePlot|BarPlot|LossCurve|GateHeatmap)\\.of\\(\"([^\"]+)\"");

  private static final Pattern TASK = Pattern.compile("(?:new Task|Task\\.of)\\(\\s*\"([^\"]+)\"");

  private static List<Path> bundles() throws IOException {
    List<Path> bundles = new ArrayList<>();
    for (String room : ROOMS) {
      Path resources = Path.of("..", room, "main", "resources", "seq2seq");
      try (Stream<Path> files = Files.walk(resources)) {
        files.filter(BundlesTest::isEnglish).sorted().forEach(bundles::add);
      }
    }
    return bundles;
  }

  private static boolean isEnglish(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".properties") && !name.endsWith("_zh.properties");
  }

  private static Path chinese(Path english) {
    String name = english.getFileName().toString().replace(".properties", "_zh.properties");
    return english.resolveSibling(name);
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).distinct().sorted().toList();
  }

  /** Of the English texts of every bundle, each with its file and key. */
  private interface Check {
    void check(String at, String english, String chinese);
  }

  private static void forAll(Check check) throws IOException {
    for (Path file : bundles()) {
      Properties chinese = read(chinese(file));
      read(file)
          .forEach(
              (key, text) ->
                  check.check(file + ": " + key, "" + text, chinese.getProperty("" + key, "")));
    }
  }

  @Test
  void everyEnglishBundleHasAChineseOneWithTheSameKeys() throws IOException {
    assertThat(bundles()).hasSizeGreaterThan(7);
    for (Path file : bundles()) {
      assertThat(chinese(file)).exists();
      Set<Object> keys = new TreeSet<>(read(chinese(file)).keySet());
      assertThat(keys)
          .as("keys of %s", chinese(file))
          .isEqualTo(new TreeSet<>(read(file).keySet()));
    }
  }

  /** What a command would otherwise say of it, only whoever comes there would read. */
  @Test
  void everyKeyThatTheCodeNamesIsInABundle() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : bundles()) {
      read(file).keySet().forEach(key -> keys.add("" + key));
    }
    List<String> named = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.walk(Path.of("..", room, "main", "java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          String code = Files.readString(file);
          KEY.matcher(code)
              .results()
              .flatMap(call -> Stream.of(call.group(1), call.group(2)))
              .filter(Objects::nonNull)
              .forEach(named::add);
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(100).allMatch(keys::contains);
  }

  @Test
  void theChineseTextsHaveTheSamePlacesForValues() throws IOException {
    forAll((at, english, chinese) -> assertThat(places(chinese)).as(at).isEqualTo(places(english)));
  }

  @Test
  void noChineseTextIsEnglish() throws IOException {
    forAll(
        (at, english, chinese) -> {
          assertThat(chinese).as(at).isNotBlank().doesNotContainPattern(ENGLISH);
          boolean hasWords = PLACE.matcher(english).replaceAll("").matches("(?s).*[a-z]{3}.*");
          if (hasWords && !chinese.matches("[^a-z]*")) {
            assertThat(ChineseTypography.isChinese(chinese)).as(at).isTrue();
          }
        });
  }

  @Test
  void theChineseTextsKeepTheRulesOfTypography() throws IOException {
    forAll(
        (at, english, chinese) -> {
          String filled =
              PLACE
                  .matcher(chinese)
                  .replaceAll("，")
                  .replaceAll("`[^`]*`|\\$[^$]*\\$|/[?a-z]+", "x");
          assertThat(ChineseTypography.faults(filled.replaceAll("\\s*，\\s*", "，")))
              .as(at)
              .isEmpty();
        });
  }

  /** A label that the chapters no longer write, or write otherwise, would stay English unseen. */
  @Test
  void whatChartsAreGivenIsWhatTheChaptersWrite() throws IOException {
    StringBuilder chapters = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("../chapters"), 8)) {
      for (Path file :
          files
              .filter(f -> f.toString().matches(".*(ch\\d\\d_\\w+\\.md|main.*\\.java)"))
              .toList()) {
        chapters.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
      }
    }
    Texts given = Texts.named("seq2seq.plot.given");
    for (String key : given.keys()) {
      assertThat(PLACE.split(given.get(Language.ENGLISH, key)))
          .as(key)
          .allMatch(part -> chapters.indexOf(part.strip()) >= 0);
    }
  }

  /** The titles of charts; other labels follow. */
  @Test
  void everyTitleThatACellGivesToAChartIsThereInChinese() throws IOException {
    List<KnownText> given = KnownText.all(Texts.named("seq2seq.plot.given"), "");
    List<String> titles = new ArrayList<>();
    for (Path page : ChapterPages.in(Path.of("../chapters"))) {
      TITLE.matcher(Files.readString(page)).results().map(m -> m.group(1)).forEach(titles::add);
    }
    assertThat(titles).hasSizeGreaterThan(9);
    assertThat(titles).allMatch(title -> KnownText.first(given, title).isPresent());
  }

  /** Chapter 9 names its small plots by their tasks, chapter 10 its curves by their models. */
  @Test
  void plotsThatAreNamedByTasksAndModelsKeepNoEnglishWordInChinese() throws IOException {
    Path chapters = Path.of("../chapters/main");
    String tasks = Files.readString(chapters.resolve("java/seq2seq/ch09_architectures/Tasks.java"));
    List<String> names = new ArrayList<>(List.of("g b j c a e, backwards", "2: padding"));
    TASK.matcher(tasks).results().map(m -> "10.3 " + m.group(1)).forEach(names::add);
    names.replaceAll(name -> name.endsWith(" ") ? name + "2" : name); // echo after
    Path models = chapters.resolve("resources/seq2seq/ch10_attention/bottleneck.csv");
    Files.readAllLines(models).stream()
        .skip(1)
        .map(line -> line.split(";")[0])
        .distinct()
        .forEach(names::add);
    assertThat(names).hasSizeGreaterThan(10);
    List<KnownText> given = KnownText.all(Texts.named("seq2seq.plot.given"), "");
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(Language.CHINESE.speaking(() -> KnownText.first(given, name)))
                    .get()
                    .asString()
                    .doesNotContainPattern("[a-z]{2,}"));
  }
}
