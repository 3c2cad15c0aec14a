package seq2seq.grading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the learner's class of one exercise by itself, so that a broken one costs nobody else.
 */
public final class StarterCompiler {

  /**
   * What came of it.
   *
   * @param classes the folder of the classes; nothing useful if there are errors
   * @param errors one line each, {@code file:line: what javac says}; none if it compiled
   */
  public record Compiled(Path classes, List<String> errors) {
    /** True if there is a class to grade. */
    public boolean isWell() {
      return errors.isEmpty();
    }
  }

  private StarterCompiler() {}

  /**
   * Compiles the file of {@code exercise}.
   *
   * @param course the folder below which the file lies
   * @param classes an empty folder, which is filled
   */
  public static Compiled compile(Exercise exercise, Path course, Path classes) {
    Path file = course.resolve(exercise.starterFile());
    if (!Files.isRegularFile(file)) {
      return new Compiled(classes, List.of(exercise.starterFile() + ": the file is missing"));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean well =
          compiler
              .getTask(
                  new StringWriter(),
                  files,
                  said,
                  options(classes),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      return new Compiled(classes, well ? List.of() : errors(exercise, said));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * No source path: a class that leans on its neighbour's source would pull that one's errors in.
   */
  private static List<String> options(Path classes) {
    return List.of(
        "-d",
        classes.toString(),
        "-sourcepath",
        classes.toString(),
        "-classpath",
        System.getProperty("java.class.path"),
        "--release",
        "17",
        "-encoding",
        "UTF-8",
        "-proc:none",
        "-Xlint:none",
        "-g");
  }

  private static List<String> errors(
      Exercise exercise, DiagnosticCollector<JavaFileObject> collected) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic<?> each : collected.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        String said = each.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "; ");
        lines.add(exercise.starterFile() + ":" + each.getLineNumber() + ": " + said);
      }
    }
    return lines.isEmpty() ? List.of(exercise.starterFile() + ": javac failed") : lines;
  }
}
