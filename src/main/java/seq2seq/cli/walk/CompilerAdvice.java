package seq2seq.cli.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.ObjectName;
import seq2seq.files.TemporaryFolder;

/**
 * Tells the JVM what is worth its optimising compiler where cells run: the engine and the cells'
 * own loops.
 *
 * <p>Cells are compiled by javac, which runs in this JVM for some seconds only. The JVM takes it
 * for a program that will run for hours, and spent more on optimising javac than javac took: 8 of
 * the 15 s of processor time of chapter 4. The kernels do need it, or they would be many times
 * slower.
 */
final class CompilerAdvice {
  /**
   * The first match counts. C2 is the optimising compiler; the quick one, C1, compiles all. What
   * cells and readers write themselves is in the package REPL.
   */
  private static final String DIRECTIVES =
      """
      [ { match: [ "seq2seq/engine/*.*", "jdk/incubator/*.*", "jdk/internal/vm/*.*", "REPL/*.*" ],
          c2: { Exclude: false } },
        { match: [ "*.*" ], c2: { Exclude: true } } ]
      """;

  private CompilerAdvice() {}

  /** Gives the advice in the background: to find whom to tell takes a tenth of a second. */
  static void giveSoon() {
    CompletableFuture.runAsync(CompilerAdvice::give);
  }

  /** Gives the advice; a JVM that takes none is as slow as it was. */
  static void give() {
    try (TemporaryFolder folder = new TemporaryFolder("seq2seq-")) {
      Path file = Files.writeString(folder.path().resolve("directives.json"), DIRECTIVES);
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "compilerDirectivesAdd",
              new Object[] {new String[] {'"' + file.toString() + '"'}},
              new String[] {String[].class.getName()});
    } catch (JMException | IOException | UncheckedIOException notTaken) {
      // Another JVM, or no place for a file: nothing is lost but time.
    }
  }
}
