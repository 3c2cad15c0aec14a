package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GradescopeReportTest {

  private static JsonObject json(Grade grade) {
    return JsonParser.parseString(GradescopeReport.of(grade)).getAsJsonObject();
  }

  @Test
  void theScoreIsThatOfTheGradeAndEachExerciseIsATest() {
    JsonObject results = json(Grades.mixed("Ada", "wrong").with(new LatePenalty(1, 2)));
    assertThat(results.get("score").getAsInt()).isEqualTo(4);
    assertThat(results.get("execution_time").getAsDouble()).isEqualTo(1.5);
    assertThat(results.get("output").getAsString())
        .isEqualTo("4 of 14 (6 less 2 for 1 day late)\na note");
    JsonArray tests = results.getAsJsonArray("tests");
    assertThat(tests).hasSize(4);
    JsonObject loss = tests.get(1).getAsJsonObject();
    assertThat(loss.get("number").getAsString()).isEqualTo("6.2");
    assertThat(loss.get("score").getAsInt()).isEqualTo(3);
    assertThat(loss.get("max_score").getAsInt()).isEqualTo(5);
    assertThat(loss.get("status").getAsString()).isEqualTo("failed");
    assertThat(loss.get("output").getAsString()).isEqualTo("tried\nwrong");
    assertThat(tests.get(0).getAsJsonObject().get("status").getAsString()).isEqualTo("passed");
    int max = 0;
    for (JsonElement test : tests) {
      max += test.getAsJsonObject().get("max_score").getAsInt();
    }
    assertThat(max).as("the denominator").isEqualTo(14);
  }

  @Test
  void everyFieldIsOneThatGradescopeDocumentsAndOfItsKind() throws IOException {
    for (Grade grade :
        List.of(Grades.mixed("Ada", Grades.HOSTILE), Grades.broken(Grades.HOSTILE, "x"))) {
      JsonObject results = json(grade);
      check("results", results);
      results.getAsJsonArray("tests").forEach(test -> check("test", test.getAsJsonObject()));
    }
  }

  private static void check(String where, JsonObject object) {
    Map<String, String> kinds = fields(where);
    object.entrySet().forEach(field -> check(field.getKey(), field.getValue(), kinds));
  }

  private static void check(String field, JsonElement value, Map<String, String> kinds) {
    assertThat(kinds).containsKey(field);
    String kind = kinds.get(field);
    switch (kind) {
      case "number" -> assertThat(value.getAsJsonPrimitive().isNumber()).as(field).isTrue();
      case "array" -> assertThat(value.isJsonArray()).as(field).isTrue();
      case "object" -> assertThat(value.isJsonObject()).as(field).isTrue();
      case "text" -> assertThat(value.getAsJsonPrimitive().isString()).as(field).isTrue();
      default -> assertThat(Arrays.asList(kind.split("\\|"))).contains(value.getAsString());
    }
  }

  /** The field list of the documentation that {@link GradescopeReport} names. */
  private static Map<String, String> fields(String where) {
    try (InputStream in = GradescopeReportTest.class.getResourceAsStream("gradescope-fields.tsv")) {
      Map<String, String> fields = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .filter(field -> field[0].equals(where))
          .forEach(field -> fields.put(field[1], field[2]));
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHostileMessageIsOneText() {
    String json = GradescopeReport.of(Grades.mixed("Ada", Grades.HOSTILE));
    assertThat(json).doesNotContain("<script>");
    assertThat(json.chars().filter(c -> Character.isISOControl(c) && c != '\n').count()).isZero();
    String output =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("tests")
            .get(1)
            .getAsJsonObject()
            .get("output")
            .getAsString();
    assertThat(output).isEqualTo("tried\n" + Sanitizer.line(Grades.HOSTILE));
    assertThat(output).contains("<script>alert('a')</script>").doesNotContain("\u001b", "\u202e");
  }
}
