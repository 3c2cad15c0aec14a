package seq2seq.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the learner's class of one exercise by itself, so that a broken one costs nobody else.
 * Text goes in and class files come out, in memory: a full disk breaks nothing here.
 */
public final class StarterCompiler {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_ERRORS = 20;
  private static final int LONGEST_ERROR = 500;
  private static final int LONGEST_LINE = 500;

  /** Opening all jars of the class path again for each file would take longer than compiling it. */
  private static final Queue<StandardJavaFileManager> IDLE = new ConcurrentLinkedQueue<>();

  /**
   * What came of it.
   *
   * @param classes class files by class name
   * @param errors one line each, {@code file:line: what javac says}; none if it compiled
   * @param gaveUp true if javac has not done its work, which leaves it in a state that nobody knows
   */
  public record Compiled(Map<String, byte[]> classes, List<String> errors, boolean gaveUp) {
    /** True if there is a class to grade. */
    public boolean isWell() {
      return errors.isEmpty();
    }
  }

  private StarterCompiler() {}

  /**
   * Compiles the class of {@code exercise}.
   *
   * @throws GraderTrouble if it does not compile, and neither does what always does
   */
  public static Compiled compile(Exercise exercise, String source) {
    String name = exercise.starter().substring(exercise.starter().lastIndexOf('.') + 1);
    Compiled compiled = compile(exercise, new Source(name, source));
    if (!compiled.isWell() && !compiled.gaveUp()) {
      proveThatJavacWorks(exercise);
    }
    return compiled;
  }

  /** Where javac cannot open its own libraries, it finds fault with the text that asks for them. */
  private static void proveThatJavacWorks(Exercise exercise) {
    String known =
        "abstract class Known implements "
            + exercise.specification()
            + " { java.util.List<seq2seq.engine.Tensor> tensors; }";
    Compiled proof = compile(exercise, new Source("Known", known));
    if (!proof.isWell()) {
      throw new GraderTrouble("javac does not work here: " + proof.errors().get(0));
    }
  }

  private static Compiled compile(Exercise exercise, Source source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = IDLE.poll();
    if (files == null) {
      files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Classes classes = new Classes(files);
    JavaCompiler.CompilationTask task =
        compiler.getTask(new StringWriter(), classes, said, options(), null, List.of(source));
    try {
      boolean well = inTime(task);
      List<String> errors = well ? List.of() : errors(exercise, said);
      if (!well && errors.isEmpty()) {
        return gaveUp(exercise, "it is nested too deep");
      }
      IDLE.add(files);
      return new Compiled(classes.bytes(), errors, false);
    } catch (ExecutionException broken) {
      return gaveUp(exercise, "" + broken.getCause());
    } catch (TimeoutException late) {
      return gaveUp(exercise, "it took more than " + LONGEST.toSeconds() + " s of processor time");
    }
  }

  /** What is said of a file with which javac does not come to an end. */
  public static Compiled gaveUp(Exercise exercise, String why) {
    String line = exercise.starterFile() + ": javac gave up on this file: " + cut(why);
    return new Compiled(Map.of(), List.of(line), true);
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
      return await(compilation, thread);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new GraderTrouble("stopped while javac was working", stopped);
    }
  }

  /** Processor time counts: on a busy machine the best of files may take a minute. */
  private static boolean await(FutureTask<Boolean> compilation, Thread thread)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return compilation.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        if (used > LONGEST.toNanos()) {
          throw notYet;
        }
      }
    }
  }

  /**
   * No source path: a class that leans on its neighbour's source would pull that one's errors in.
   */
  private static List<String> options() {
    return List.of(
        "-sourcepath",
        "",
        "-classpath",
        System.getProperty("java.class.path"),
        "--release",
        "17",
        "-proc:none",
        "-Xlint:none",
        "-g");
  }

  private static List<String> errors(
      Exercise exercise, DiagnosticCollector<JavaFileObject> collected) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : collected.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR && lines.size() < MOST_ERRORS) {
        String said = cut(each.getMessage(Locale.ROOT)).replaceAll("\\s*\\R\\s*", "; ");
        String where = exercise.starterFile() + ":" + each.getLineNumber() + ": ";
        lines.add(where + said + excerpt(each));
      }
    }
    return lines;
  }

  private static String cut(String said) {
    return said.length() <= LONGEST_ERROR ? said : said.substring(0, LONGEST_ERROR) + "...";
  }

  /** The one source. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what javac writes. */
  private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    Classes(JavaFileManager files) {
      super(files);
    }

    /** Asked of a source that declares a module; the JDK's answers for files on a disk only. */
    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
      return !(file instanceof Source) && super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.put(name.replace('/', '.'), bytes);
      return new SimpleJavaFileObject(URI.create("bytes:///" + written.size()), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> classes = new TreeMap<>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }
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
      if (line.length() > LONGEST_LINE) {
        return "";
      }
      String indent = line.substring(0, Math.min(position - start, line.length()));
      return "\n    " + line + "\n    " + indent.replaceAll("[^\t]", " ") + "^";
    } catch (IOException gone) {
      return "";
    }
  }
}
