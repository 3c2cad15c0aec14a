package seq2seq.notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import seq2seq.language.Language;
import seq2seq.language.Texts;

/**
 * What a generated {@code .jsh} calls, so that stock jshell, which echoes nothing when it runs a
 * file and carries on after an error, shows what the notebook shows and fails where it must.
 *
 * <p>Everything printed goes through this class; after each cell it is compared with the page.
 * State is static because a script has but one run. Mutable.
 */
public final class Script {
  private static final Texts TEXTS = Texts.of(Script.class);
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
  private static PrintStream out = System.out;
  private static String chapter = "";
  private static int wrong;

  private Script() {}

  /** Java that may throw. */
  @FunctionalInterface
  public interface Body {
    /** Runs it. */
    void run() throws Throwable;
  }

  /** Starts the script of {@code file}: numbers and text are formatted alike everywhere. */
  public static void begin(String file) {
    chapter = file;
    wrong = 0;
    PRINTED.reset();
    Locale.setDefault(Locale.ROOT);
    (file.startsWith("zh/") ? Language.CHINESE : Language.ENGLISH).speak();
    System.setProperty(Surroundings.PICTURES, System.getProperty("seq2seq.pictures", ".learn"));
    out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(
        new PrintStream(new Surroundings.Tee(PRINTED, out), true, StandardCharsets.UTF_8));
  }

  /** Prints narrative. */
  public static void say(String text) {
    out.println();
    out.print(text);
    out.println();
    PRINTED.reset();
  }

  /** Prints a value as the notebook echoes it. */
  public static void show(Object value) {
    System.out.println(Echo.of(value));
  }

  /** Runs what is meant to throw, and prints the exception as the notebook does. */
  public static void fails(Body body) {
    try {
      body.run();
      System.out.println("(this was meant to fail)");
    } catch (Throwable thrown) {
      JshellFailures.message(thrown).forEach(System.out::println);
    }
  }

  /** Prints what the compiler says about code that is meant not to compile. */
  public static void rejected(String message) {
    System.out.print(message);
  }

  /** Ends cell {@code number}, which must have printed {@code expected}. */
  public static void end(int number, String expected) {
    end(number, expected, false);
  }

  /** Ends a cell in whose output {@code …} stands for what differs from run to run. */
  public static void endVarying(int number, String expected) {
    end(number, expected, true);
  }

  private static void end(int number, String expected, boolean varies) {
    System.out.flush();
    List<String> actual = Output.lines(PRINTED.toString(StandardCharsets.UTF_8));
    PRINTED.reset();
    List<String> page = Output.lines(expected);
    int line = Output.firstDifference(page, actual, varies);
    if (line >= 0) {
      wrong++;
      say("differs", chapter, number);
      say("expected", at(page, line));
      say("actual", at(actual, line));
    }
  }

  private static void say(String key, Object... values) {
    out.println("|  " + TEXTS.get("script." + key, values));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : TEXTS.get("script.nothing");
  }

  /** What {@code /exit} ends with: 0 if every cell printed what the page shows, else 1. */
  public static int status() {
    if (wrong > 0) {
      say("wrong", chapter, wrong);
    }
    return wrong == 0 ? 0 : 1;
  }
}
