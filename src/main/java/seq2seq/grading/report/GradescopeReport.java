package seq2seq.grading.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A grade as Gradescope's {@code results.json}: one test an exercise.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">the fields</a>
 */
public final class GradescopeReport {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

  private GradescopeReport() {}

  /** The text of the file. */
  public static String of(Grade grade) {
    Map<String, Object> results = new LinkedHashMap<>();
    if (grade.isGraded()) { // without a score Gradescope tells the teacher, and shows no points
      results.put("score", grade.total());
    }
    results.put("execution_time", grade.seconds());
    results.put("output", output(grade));
    results.put("output_format", "text");
    results.put("test_output_format", "text");
    results.put("test_name_format", "text");
    results.put("visibility", "visible");
    results.put("stdout_visibility", "hidden");
    results.put("tests", grade.exercises().stream().map(GradescopeReport::test).toList());
    return JSON.toJson(results) + "\n";
  }

  private static String output(Grade grade) {
    List<String> lines = new ArrayList<>(List.of(grade.summary()));
    lines.addAll(grade.remarks());
    return String.join("\n", lines);
  }

  private static Map<String, Object> test(ExerciseGrade exercise) {
    Map<String, Object> test = new LinkedHashMap<>();
    if (exercise.isGraded()) {
      test.put("score", exercise.earned());
      test.put("max_score", exercise.points());
      test.put("status", exercise.isFull() ? "passed" : "failed");
    }
    test.put("name", exercise.title());
    test.put("number", exercise.id());
    test.put("output", exercise.feedback());
    test.put("visibility", "visible");
    return test;
  }
}
