package seq2seq.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one run of {@code learn} printed, and its exit status. */
record Captured(int status, String out, String err) {

  /** Runs the installed commands. */
  static Captured learn(String... args) {
    return capturing(() -> Main.run(args));
  }

  /** Runs with {@code command} as the only one. */
  static Captured learn(Command command, String... args) {
    return capturing(() -> Main.run(List.of(command), args));
  }

  private static Captured capturing(java.util.function.IntSupplier run) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int status = run.getAsInt();
      return new Captured(status, text(outBytes), text(errBytes));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
