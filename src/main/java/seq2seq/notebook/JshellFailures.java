package seq2seq.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import seq2seq.notebook.Session.Located;

/** Turns what JShell reports into failures that point into the chapter. */
final class JshellFailures {
  private static final int MOST_CALLS = 8;

  private final Map<String, Located> sources;

  /** {@code sources} tells where each snippet, by its JShell id, came from. */
  JshellFailures(Map<String, Located> sources) {
    this.sources = sources;
  }

  CellFailure stopped(Located where) {
    return new CellFailure(true, start(where), List.of("stopped"), List.of());
  }

  CellFailure rejected(JShell shell, Snippet snippet, Located where) {
    Optional<Diag> first = shell.diagnostics(snippet).filter(Diag::isError).findFirst();
    if (first.isEmpty()) {
      return new CellFailure(false, start(where), List.of("error: not valid Java"), List.of());
    }
    Diag diag = first.get();
    int from = where.offset() + (int) diag.getStartPosition();
    int to = where.offset() + (int) diag.getEndPosition();
    String place = where.source().place(where.code(), from);
    return new CellFailure(false, place, message(diag), underlined(where.code(), from, to));
  }

  CellFailure unresolved(JShell shell, DeclarationSnippet snippet, Located where) {
    String names = String.join(", ", shell.unresolvedDependencies(snippet).toList());
    String message =
        names.isEmpty()
            ? shell
                .diagnostics(snippet)
                .findFirst()
                .map(diag -> message(diag).get(0))
                .orElse("error")
            : "error: `" + snippet.name() + "` needs " + names + ", which is not declared";
    return new CellFailure(false, start(where), List.of(message), List.of());
  }

  CellFailure threw(JShellException event, Throwable thrown, Located where) {
    if (event instanceof UnresolvedReferenceException missing) {
      String name = StateChanges.name(missing.getSnippet());
      String message = "error: `" + name + "` cannot run, because it needs what is not declared";
      return new CellFailure(false, start(where), List.of(message), List.of());
    }
    List<String> calls = new ArrayList<>();
    String place = start(where);
    for (StackTraceElement call : event.getStackTrace()) {
      Located from = call.getFileName() == null ? null : sources.get(id(call));
      if (from == null) {
        calls.add("    at " + call);
        continue;
      }
      String at = place(from, call.getLineNumber());
      if (from.source().equals(where.source()) && isTop(call)) {
        place = at;
        break;
      }
      calls.add("    at " + call.getMethodName() + " (" + at + ")");
    }
    return new CellFailure(false, place, message(thrown != null ? thrown : event), abridged(calls));
  }

  private static String id(StackTraceElement call) {
    return call.getFileName().replaceFirst("^#", "");
  }

  /** Whether the call is the snippet itself and not a method that it declares. */
  private static boolean isTop(StackTraceElement call) {
    return call.getMethodName().isEmpty();
  }

  private static List<String> abridged(List<String> calls) {
    if (calls.size() <= MOST_CALLS) {
      return calls;
    }
    List<String> few = new ArrayList<>(calls.subList(0, MOST_CALLS - 1));
    few.add("    ... and " + (calls.size() - few.size()) + " calls more");
    return few;
  }

  /** An exception as it is shown: its name, its message, and those of its causes. */
  static List<String> message(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
      String text = name(cause) + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
      lines.addAll(Output.lines((depth == 0 ? "" : "caused by: ") + text));
    }
    return lines;
  }

  private static String name(Throwable thrown) {
    String name =
        thrown instanceof EvalException wrapped
            ? wrapped.getExceptionClassName()
            : thrown.getClass().getName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** javac's message in English, without the line about JShell's hidden class. */
  private static List<String> message(Diag diag) {
    List<String> lines = Output.lines("error: " + diag.getMessage(Locale.ROOT));
    return lines.stream().filter(line -> !line.matches("\\s*location: class\\s*")).toList();
  }

  private String place(Located where, int line) {
    String before = where.code().substring(0, where.offset());
    int first = (int) before.chars().filter(c -> c == '\n').count();
    return where.source().placeOfLine(where.code(), first + line - 1);
  }

  private static String start(Located where) {
    String code = where.code();
    int at = where.offset();
    while (at < code.length() - 1 && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return where.source().place(code, at);
  }

  /** The line of code that holds {@code from}, and carets below it up to {@code to}. */
  private static List<String> underlined(String code, int from, int to) {
    int start = code.lastIndexOf('\n', Math.min(from, code.length()) - 1) + 1;
    String line = code.substring(start).lines().findFirst().orElse("");
    int column = Math.min(from - start, line.length());
    int width = Math.max(1, Math.min(to - start, line.length()) - column);
    return Arrays.asList("    " + line, "    " + " ".repeat(column) + "^".repeat(width));
  }
}
