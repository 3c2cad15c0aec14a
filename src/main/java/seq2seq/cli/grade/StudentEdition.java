package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercise;
import seq2seq.grading.terms.CourseTerms;

/**
 * The course as students get it: only what is named here is copied, so that nothing of a teacher's
 * own that lies in the folder goes along.
 */
final class StudentEdition {
  private static final List<String> PARTS =
      List.of(
          ".devcontainer",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          ".vscode/extensions.json",
          ".vscode/settings.json",
          ".vscode/tasks.json",
          "LICENSE",
          "README.md",
          "README.zh.md",
          "book",
          "chapters",
          "course.tsv",
          "docs/images",
          "docs/notebooks.md",
          "docs/scores.md",
          "docs/settings.md",
          "exercises",
          "learn",
          "learn.cmd",
          "mvnw",
          "mvnw.cmd",
          "pom.xml",
          "src/engine/module",
          "src/engine/pom.xml",
          "src/main",
          "src/pom.xml");

  /** What the build makes, what a learner has made, and what only the makers of the course need. */
  private static final List<String> PASSED_OVER =
      List.of(
          "target",
          "runs",
          ".learn",
          "chapters/test",
          "chapters/jmh",
          "book/test",
          "exercises/starters/README.md");

  private static final String WORKFLOW = ".github/workflows/points.yml";

  private final Path course;
  private final CourseTerms terms;
  private final Map<String, Exercise> counted = new TreeMap<>();
  private int files;

  /** Of the course in this folder, on these terms. */
  StudentEdition(Path course, CourseTerms terms) {
    this.course = course;
    this.terms = terms;
    for (Exercise exercise : terms.exercises()) {
      counted.put(exercise.starterFile(), exercise);
      counted.put(exercise.ideTestFile(), exercise);
    }
  }

  /**
   * Writes it, and returns the number of files.
   *
   * @throws UserError if a starter is no longer the one that was given out
   */
  int write(Path to) throws IOException {
    for (Exercise exercise : terms.exercises()) {
      checkStarter(exercise);
    }
    for (String part : PARTS) {
      if (Files.exists(course.resolve(part))) {
        copy(course.resolve(part), to);
      }
    }
    workflow(to);
    return files;
  }

  /** Whoever tries the exercises in the course itself would give the answers away. */
  private void checkStarter(Exercise exercise) throws IOException {
    Path starter = course.resolve(exercise.starterFile());
    if (!Files.exists(starter)) {
      throw new UserError(exercise.starterFile() + ": is missing, and students would need it");
    }
    if (!Files.readString(starter).contains("throw new Todo(\"" + exercise.id() + "\")")) {
      throw new UserError(
          exercise.starterFile()
              + ": somebody has worked on it, and publishing would give it away; bring back the"
              + " starter first, with git checkout for example");
    }
  }

  private void copy(Path part, Path to) throws IOException {
    Files.walkFileTree(
        part,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isPassedOver(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !isPassedOver(file)) {
              put(file, to.resolve(course.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private boolean isPassedOver(Path path) {
    String name = name(path);
    boolean isExercise =
        name.startsWith("exercises/starters/")
            && name.endsWith(".java")
            && !counted.containsKey(name);
    return isExercise
        || PASSED_OVER.contains(name)
        || PASSED_OVER.contains("" + path.getFileName())
        || name.endsWith(".class");
  }

  private String name(Path path) {
    return course.relativize(path).toString().replace('\\', '/');
  }

  private void put(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    if (name(from).matches(".*\\.(md|ipynb|jsh)")) {
      String text = Files.readString(from);
      String edited = edited(name(from), text);
      if (!edited.equals(text)) {
        Files.writeString(to, edited);
      }
    }
    files++;
  }

  private String edited(String name, String text) {
    String plain = StudentText.withoutAnswers(text);
    return name.matches("exercises/README(\\.zh)?\\.md")
        ? StudentText.withTerms(plain, terms)
        : plain;
  }

  private void workflow(Path to) throws IOException {
    Path file = to.resolve(WORKFLOW);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Autograder.script("/seq2seq/publish/grade.yml"));
    files++;
  }
}
