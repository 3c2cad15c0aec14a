package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.Limits;

class RosterTest {
  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");

  @TempDir Path folder;

  private Roster roster() {
    return new Roster(folder.resolve("class"), folder.resolve("out"));
  }

  private Path put(String name, String text) throws IOException {
    Path file = folder.resolve("class").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static SubmissionGrader grader(String kit) {
    return new SubmissionGrader(List.of(MASK), Limits.USUAL, kit);
  }

  private static Grade grade(String submission) {
    Grade some = Grades.mixed("Ada", "x");
    return new Grade("ada", submission, "kit", some.exercises(), List.of(), LatePenalty.NOT, 1.25);
  }

  @Test
  void foldersAndArchivesAreStudentsAndNothingElseIs() throws IOException {
    put("bo/MyLengthMask.java", "x");
    put("zoe.ZIP", "x");
    put("bo.zip", "x");
    put("readme.txt", "x");
    put(".hidden/MyLengthMask.java", "x");
    Files.createSymbolicLink(folder.resolve("class/link"), folder.resolve("class/bo"));
    assertThat(roster().students())
        .extracting(Roster.Student::name)
        .containsExactly("bo", "bo.zip", "zoe");
  }

  private Set<String> files() throws IOException {
    Set<String> files = new LinkedHashSet<>();
    roster().students().forEach(student -> files.add(student.fileName().toLowerCase(Locale.ROOT)));
    return files;
  }

  @Test
  void twoArchivesOfOneNameAreTwoStudents() throws IOException {
    put("ada.zip", "x");
    put("ada.ZIP", "x");
    put("Bo.zip", "x");
    put("bo.zip", "x");
    assertThat(roster().students())
        .extracting(Roster.Student::name)
        .doesNotHaveDuplicates()
        .hasSize(4);
    assertThat(files()).hasSize(4);
  }

  /** The second is what the first one's files were called. */
  @Test
  void aNameThatLooksLikeAFileOfOursIsAnotherFile() throws IOException {
    put("Jos\u00e9.zip", "x");
    put("Jos_-24c2ab65.zip", "x");
    assertThat(files()).hasSize(2);
  }

  @Test
  void namesThatThisSystemCannotReadAreTwoNames() throws Exception {
    put("z/MyLengthMask.java", "x");
    String made =
        "cd '%s' && : > \"$(printf 'Jos\\351.zip')\" && : > \"$(printf 'Jos\\350.zip')\""
            .formatted(folder.resolve("class"));
    Process shell = new ProcessBuilder("sh", "-c", made).start();
    assumeTrue(shell.waitFor() == 0);
    assertThat(roster().students())
        .extracting(Roster.Student::name)
        .containsExactly("Jos\u00e8", "Jos\u00e9", "z");
    assertThat(files()).hasSize(3);
  }

  @Test
  void theFolderOfTheResultsIsNoStudent() throws IOException {
    put("ada/MyLengthMask.java", "x");
    put("grades/results/ada.json", "{}");
    Path there = folder.resolve("class");
    Roster roster = new Roster(there.resolve("."), there.resolve("grades/results"));
    assertThat(roster.students()).extracting(Roster.Student::name).containsExactly("ada");
  }

  @Test
  void aGradeIsFoundAgainWhileTheWorkAndTheTestsAreTheSame() throws IOException {
    put("ada/MyLengthMask.java", "x");
    Roster.Student ada = roster().students().get(0);
    assertThat(roster().kept(ada, grader("kit"))).isEmpty();
    Grade grade = grade(grader("kit").identity(ada.work()));
    roster().keep(ada, grade);
    assertThat(roster().kept(ada, grader("kit"))).contains(grade);
    assertThat(roster().kept(ada, grader("other kit"))).as("other tests").isEmpty();
    assertThat(roster().earlier(ada, grader("other kit"))).as("of another build").contains(grade);
    put("ada/MyLengthMask.java", "y");
    assertThat(roster().kept(ada, grader("kit"))).as("other work").isEmpty();
  }

  @Test
  void aGradeThatIsCutOffIsNoGrade() throws IOException {
    put("ada/MyLengthMask.java", "x");
    Roster.Student ada = roster().students().get(0);
    roster().keep(ada, grade(grader("kit").identity(ada.work())));
    Path file = folder.resolve("out/ada.json");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 2; length += 11) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(roster().kept(ada, grader("kit"))).as("%d characters", length).isEmpty();
    }
  }

  /** A null in place of each value, and each member left out: zeros and faults would come of it. */
  @Test
  void aGradeOfWhichAnythingIsMissingIsNoGrade() throws IOException {
    put("ada/MyLengthMask.java", "x");
    Roster.Student ada = roster().students().get(0);
    roster().keep(ada, grade(grader("kit").identity(ada.work())));
    Path file = folder.resolve("out/ada.json");
    JsonElement whole = JsonParser.parseString(Files.readString(file));
    List<JsonElement> damaged = new ArrayList<>();
    damage(whole, () -> damaged.add(whole.deepCopy()));
    assertThat(damaged).hasSizeGreaterThan(80);
    for (JsonElement one : damaged) {
      Files.writeString(file, new GsonBuilder().serializeNulls().create().toJson(one));
      assertThat(roster().kept(ada, grader("kit"))).as("" + one).isEmpty();
    }
    Files.writeString(file, "" + whole);
    assertThat(roster().kept(ada, grader("kit"))).as("the whole one").isPresent();
  }

  /** Damages {@code json} in one place after the other; each time {@code see} is called. */
  private static void damage(JsonElement json, Runnable see) {
    if (json.isJsonArray()) {
      JsonArray list = json.getAsJsonArray();
      for (int i = 0; i < list.size(); i++) {
        JsonElement was = list.set(i, JsonNull.INSTANCE);
        see.run();
        list.set(i, was);
        damage(was, see);
      }
    } else if (json.isJsonObject()) {
      JsonObject members = json.getAsJsonObject();
      for (String name : List.copyOf(members.keySet())) {
        JsonElement was = members.remove(name);
        see.run();
        members.add(name, JsonNull.INSTANCE);
        see.run();
        members.add(name, was);
        damage(was, see);
      }
    }
  }

  @Test
  void workThatCannotBeReadIsReadAgain() throws IOException {
    put("ada/holiday.txt", "x");
    Roster.Student ada = roster().students().get(0);
    roster().keep(ada, grader("kit").grade("ada", ada.work()));
    assertThat(roster().kept(ada, grader("kit"))).isEmpty();
  }

  @Test
  void everyNameHasAFileNameOfItsOwn() {
    List<String> names =
        List.of(
            "ada",
            "Ada L.",
            "Ada L ",
            "a/b",
            "a_b",
            "a\\b",
            "..",
            ".",
            "=cmd()",
            "<b>",
            "\n",
            "学",
            "é",
            Roster.fileName("é"),
            "x".repeat(300),
            "x".repeat(301));
    Set<String> files = new LinkedHashSet<>();
    names.forEach(name -> files.add(Roster.fileName(name)));
    assertThat(files)
        .hasSameSizeAs(names)
        .allMatch(file -> file.matches("[A-Za-z0-9_-][\\w.-]{0,99}"));
    assertThat(Roster.fileName("ada.l_1")).isEqualTo("ada.l_1");
  }

  @Test
  void theWrongFolderGetsAGradeThatSaysSo() throws IOException {
    put("ada/holiday.txt", "x");
    Grade grade = grader("kit").grade("ada", folder.resolve("class/ada"));
    assertThat(grade.summary()).isEqualTo("0 of 3");
    assertThat(grade.notes().get(0))
        .startsWith("nothing could be graded: none of the exercises' files is there");
    List<String> reasons = new ArrayList<>();
    grade.exercises().forEach(exercise -> reasons.addAll(exercise.reasons()));
    assertThat(reasons).as("said once").isEmpty();
  }
}
