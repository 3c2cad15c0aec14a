package seq2seq.grading;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * Compiles the learner's class of one exercise by itself, so that a broken one costs nobody else.
 */
public final class StarterCompiler {
  private static final long LARGEST = 256 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Opening all jars of the class path again for each file would take longer than compiling it. */
  private static final Queue<StandardJavaFileManager> IDLE = new ConcurrentLinkedQueue<>();

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
    String unfit = unfit(course, file);
    if (!unfit.isEmpty()) {
      return new Compiled(classes, List.of(exercise.starterFile() + ": " + unfit));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = IDLE.poll();
    if (files == null) {
      files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            new StringWriter(),
            files,
            said,
            options(classes),
            null,
            files.getJavaFileObjects(file));
    try {
      boolean well = inTime(task);
      IDLE.add(files);
      return new Compiled(classes, well ? List.of() : errors(exercise, said));
    } catch (ExecutionException | TimeoutException givenUp) {
      return new Compiled(
          classes, List.of(exercise.starterFile() + ": javac gave up on this file"));
    }
  }

  /**
   * Types can be written that javac would think about for years; then its thread is left to itself.
   * It gives up by itself on code that is nested too deep.
   */
  private static boolean inTime(JavaCompiler.CompilationTask task)
      throws ExecutionException, TimeoutException {
    FutureTask<Boolean> compilation = new FutureTask<>(task);
    Thread thread = new Thread(compilation, "javac");
    thread.setDaemon(true);
    thread.start();
    try {
      return compilation.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TimeoutException();
    }
  }

  /** Why javac need not even try; empty if it may. */
  private static String unfit(Path course, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return "the file is missing";
      }
      if (!file.toRealPath().startsWith(course.toRealPath())) {
        return "the file is a link to somewhere outside the course";
      }
      if (Files.size(file) > LARGEST) {
        return "the file is larger than " + LARGEST / 1024 + " KB";
      }
      TextFile.read(file, "Java text");
      return "";
    } catch (FileException otherwise) {
      return "the file is not UTF-8 text; save it as UTF-8";
    } catch (IOException unreadable) {
      return "the file cannot be read";
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
    for (Diagnostic<? extends JavaFileObject> each : collected.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        String said = each.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "; ");
        String where = exercise.starterFile() + ":" + each.getLineNumber() + ": ";
        lines.add(where + said + excerpt(each));
      }
    }
    return lines.isEmpty()
        ? List.of(exercise.starterFile() + ": javac gave up on this file")
        : lines;
  }

  /** The line of source that javac means and a caret below the place; empty if it has none. */
  private static String excerpt(Diagnostic<? extends JavaFileObject> error) {
    if (error.getSource() == null || error.getPosition() == Diagnostic.NOPOS) {
      return "";
    }
    try {
      String source = error.getSource().getCharContent(true).toString();
      int position = (int) Math.min(error.getPosition(), source.length());
      int start = source.lastIndexOf('\n', position - 1) + 1;
      String line = source.substring(start).lines().findFirst().orElse("");
      String indent = line.substring(0, Math.min(position - start, line.length()));
      return "\n    " + line + "\n    " + indent.replaceAll("[^\t]", " ") + "^";
    } catch (IOException gone) {
      return "";
    }
  }
}
