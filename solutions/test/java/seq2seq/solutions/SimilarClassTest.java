package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Generator;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.similar.Similarity;
import seq2seq.grading.similar.Similarity.Pair;

/**
 * A class of 30 of whom 6 copied. The others had for each exercise one of the ideas that we know,
 * right or wrong, about five an exercise, and each wrote it down in a way of their own.
 */
class SimilarClassTest {
  private static final int HONEST = 24;
  private static final Pattern MEMBER = Pattern.compile("\\b(int|float|double)(\\[\\])* (\\w+)");

  private static final Map<Pattern, String> HABITS = habits();

  private static Map<Pattern, String> habits() {
    Map<Pattern, String> habits = new LinkedHashMap<>();
    habits.put(Pattern.compile("(\\w+)\\+\\+\\)"), "$1 += 1)");
    habits.put(Pattern.compile("(\\w+) < ([\\w.]+);"), "$2 > $1;");
    habits.put(Pattern.compile("(\\w+(?:\\[\\w+\\])*) \\+= ([^;()]+);"), "$1 = $1 + $2;");
    habits.put(Pattern.compile("(\\w+) \\* (\\w+)\\b(?!\\.|\\(|\\[)"), "$2 * $1");
    habits.put(Pattern.compile("return ([^;]+);"), "var result = $1;\n return result;");
    habits.put(Pattern.compile("(\\w+)\\.length\\b"), "size($1)");
    habits.put(Pattern.compile("\\bdouble (\\w+) ="), "float $1 = (float)");
    habits.put(Pattern.compile("\\b(if|for) \\("), "checkAll();\n $1 (");
    habits.put(Pattern.compile("\\+ (\\w+)\\s*\\+"), "+ shown($1) +");
    habits.put(Pattern.compile("(\\w+)\\[(\\w+)\\]\\[(\\w+)\\]"), "row($1, $2)[$3]");
    habits.put(Pattern.compile("(\\w+(?:\\[\\])*) (\\w+) = (new [^;]+);"), "$1 $2;\n $2 = $3;");
    habits.put(Pattern.compile("\\((\\w+), (\\w+)\\)"), "($2, $1)");
    return habits;
  }

  /** A way to hide that one copied. */
  private interface Disguise {
    Map<String, String> of(Map<String, String> original, Map<String, String> own);
  }

  private static Map<String, String> each(
      Map<String, String> original, java.util.function.UnaryOperator<String> change) {
    Map<String, String> copy = new LinkedHashMap<>();
    original.forEach((id, text) -> copy.put(id, change.apply(text)));
    return copy;
  }

  private static final List<Disguise> DISGUISES =
      List.of(
          (original, own) -> each(original, SimilarClassTest::renamed),
          (original, own) -> each(original, SimilarClassTest::reordered),
          (original, own) -> each(original, SimilarClassTest::commented),
          SimilarClassTest::half,
          (original, own) -> each(original, text -> renamed(reordered(commented(text)))),
          (original, own) -> each(half(original, own), SimilarClassTest::renamed));

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
  void theCopiesStandOnTopAndNoHonestPairIsAboveTheLine(long seed) throws IOException {
    Generator random = Generator.seeded(seed);
    List<Map<String, String>> students = new ArrayList<>();
    for (int i = 0; i < HONEST; i++) {
      students.add(honest(random));
    }
    Set<String> copies = new TreeSet<>();
    for (int i = 0; i < DISGUISES.size(); i++) {
      copies.add(2 * i + " and " + students.size());
      students.add(DISGUISES.get(i).of(students.get(2 * i), honest(random)));
    }
    Similarity similarity = new Similarity(students, starters());
    assertThat(similarity.close())
        .as(
            "line %s, next %s",
            similarity.threshold(), similarity.pairs().get(copies.size()).share())
        .extracting(SimilarClassTest::name)
        .containsExactlyInAnyOrderElementsOf(copies);
  }

  private static String name(Pair pair) {
    return pair.one() + " and " + pair.other();
  }

  private static Map<String, String> starters() throws IOException {
    Map<String, String> starters = new HashMap<>();
    for (Exercise exercise : Rooms.here()) {
      starters.put(exercise.id(), Rooms.starter(exercise));
    }
    return starters;
  }

  /** One of the known answers to each exercise. */
  private static Map<String, String> honest(Generator random) throws IOException {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Exercise exercise : Rooms.here()) {
      List<String> known = known(exercise);
      String idea = known.get(random.nextInt(known.size()));
      answers.put(exercise.id(), byAnotherHand(idea, random));
    }
    return answers;
  }

  /** The same idea as somebody else would write it: at each place this way or that one. */
  private static String byAnotherHand(String text, Generator random) {
    String written = text;
    for (Map.Entry<Pattern, String> habit : HABITS.entrySet()) {
      Matcher places = habit.getKey().matcher(written);
      written =
          places.replaceAll(
              place ->
                  random.nextInt(2) == 0
                      ? Matcher.quoteReplacement(place.group())
                      : habit.getValue());
    }
    return written;
  }

  /** The worked answer, and each class of the pool with what is beside them. */
  private static List<String> known(Exercise exercise) throws IOException {
    String file =
        "solutions/main/java/" + exercise.solution().replace('.', '/').replaceFirst("/My", "/");
    String pool = Files.readString(CourseFolder.find().resolve(file + "Pool.java"));
    List<String> known = new ArrayList<>(List.of(Rooms.solution(exercise)));
    Matcher begin = Pattern.compile("static final class \\w+ [^{]*\\{").matcher(pool);
    while (begin.find()) {
      known.add(pool.substring(begin.start(), end(pool, begin.end())));
    }
    return known;
  }

  /** Behind the brace that closes the one before {@code from}. */
  private static int end(String text, int from) {
    int depth = 1;
    int at = from;
    while (depth > 0) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      at++;
    }
    return at;
  }

  private static String renamed(String text) {
    Matcher names = MEMBER.matcher(text);
    String renamed = text;
    while (names.find()) {
      renamed = renamed.replaceAll("\\b" + names.group(3) + "\\b", "my" + names.group(3) + "Value");
    }
    return renamed;
  }

  private static String commented(String text) {
    return text.replace(";\n", "; // this is my own idea\n").replace("  ", "\t");
  }

  /** The methods in the other order. */
  private static String reordered(String text) {
    int from = text.indexOf('{', text.indexOf("class ")) + 1;
    int last = text.lastIndexOf('}');
    List<String> members = new ArrayList<>();
    int begin = from;
    for (int at = from; at < last; at++) {
      if (text.charAt(at) == '{') {
        at = end(text, at + 1) - 1;
        members.add(text.substring(begin, at + 1));
        begin = at + 1;
      }
    }
    java.util.Collections.reverse(members);
    return text.substring(0, from) + String.join("\n", members) + text.substring(begin);
  }

  /** Every other exercise copied, the rest one's own. */
  private static Map<String, String> half(Map<String, String> original, Map<String, String> own) {
    Map<String, String> half = new LinkedHashMap<>(own);
    int[] turn = {0};
    original.forEach((id, text) -> half.compute(id, (k, mine) -> turn[0]++ % 2 == 0 ? text : mine));
    return half;
  }
}
