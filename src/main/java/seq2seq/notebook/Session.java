package seq2seq.notebook;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs Java, cell after cell, in one growing state: the JShell API with its engine in this JVM.
 *
 * <p>What a cell prints is captured. If its last line is an expression without {@code ;}, its value
 * is echoed below (see {@link Echo}); a declaration or a statement echoes nothing. Standard error
 * is not captured. Mutable: each run adds to the state. One run at a time; {@link #stop} may be
 * called from any thread.
 */
public final class Session implements AutoCloseable {
  private final JShell shell;
  private final CellControl control;
  private final OutputStream live;
  private final Path pictures;
  private final Map<String, Located> sources = new LinkedHashMap<>();
  private final Variables variables;

  /** JShell is not made for several threads; the reader's questions and the cells take turns. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean stopping;

  /** A snippet's own text and the place of its first character in what was run. */
  record Located(CodeSource source, String code, int offset) {}

  private Session(JShell shell, CellControl control, OutputStream live, Path pictures) {
    this.shell = shell;
    this.control = control;
    this.live = live;
    this.pictures = pictures;
    this.variables = new Variables(shell, control);
  }

  /**
   * Starts a session whose cells may name what {@code settings} import. Takes about 0.4 s.
   *
   * @param live where printed text goes at once, beside being captured
   * @param pictures the folder below which cells save pictures; the system property {@code
   *     seq2seq.pictures} holds it while a cell runs
   * @throws IllegalArgumentException if an import names nothing on the class path
   */
  public static Session start(Settings settings, OutputStream live, Path pictures) {
    CellControl control = new CellControl();
    String classPath = System.getProperty("java.class.path");
    JShell shell =
        JShell.builder()
            .executionEngine(new CellControl.Provider(control), Map.of())
            .compilerOptions("-classpath", classPath, "-proc:none")
            .build();
    Session session = new Session(shell, control, live, pictures.toAbsolutePath());
    session.importAll(settings);
    return session;
  }

  private void importAll(Settings settings) {
    String lines = String.join("\n", settings.importLines());
    CellOutcome outcome = run(lines, new CodeSource("imports", 1));
    if (outcome.failure().isPresent()) {
      throw new IllegalArgumentException(String.join("\n", outcome.failure().get().lines()));
    }
  }

  /** Runs a cell of {@code notebook}; never throws for what the cell does. */
  public CellOutcome run(Notebook notebook, CodeCell cell) {
    return run(cell.source(), new CodeSource(notebook.file(), cell.codeLine()));
  }

  /** Runs {@code code}, which came from {@code source}; never throws for what the code does. */
  public CellOutcome run(String code, CodeSource source) {
    stopping = false; // before the turn is waited for: a stop that comes meanwhile counts
    control.clearStop();
    turn.lock();
    try (Surroundings around = Surroundings.enter(live, pictures)) {
      Run run = new Run(code, source, around);
      run.all();
      return run.outcome();
    } finally {
      turn.unlock();
    }
  }

  /**
   * Compiles {@code cell} without running it, so that javac has loaded what it needs by the time
   * that a reader asks for it. Changes nothing; code that cannot be compiled so is left.
   */
  public void prepare(CodeCell cell) {
    turn.lock();
    try {
      shell.eval(CompileOnly.of(shell.sourceCodeAnalysis(), cell)).stream()
          .map(SnippetEvent::snippet)
          .forEach(shell::drop);
    } finally {
      turn.unlock();
    }
  }

  /** Whether the cells or the reader have declared something of this name. */
  public boolean declares(String name) {
    return shell
        .snippets()
        .filter(snippet -> snippet instanceof PersistentSnippet named && named.name().equals(name))
        .anyMatch(snippet -> shell.status(snippet).isDefined());
  }

  /** A line for each variable: {@code int sum = 3}. */
  public List<String> variables() {
    return variables.lines();
  }

  /** How {@code code} may go on at {@code cursor}; nothing while the session is busy. */
  public Completion complete(String code, int cursor) {
    if (!turn.tryLock()) {
      return Completion.NONE;
    }
    try {
      int[] from = {cursor};
      List<String> words =
          shell.sourceCodeAnalysis().completionSuggestions(code, cursor, from).stream()
              .map(SourceCodeAnalysis.Suggestion::continuation)
              .distinct()
              .toList();
      return new Completion(from[0], words);
    } finally {
      turn.unlock();
    }
  }

  /** The signatures of what is called at {@code cursor}; none while the session is busy. */
  public List<String> signatures(String code, int cursor) {
    if (!turn.tryLock()) {
      return List.of();
    }
    try {
      return shell.sourceCodeAnalysis().documentation(code, cursor, false).stream()
          .map(SourceCodeAnalysis.Documentation::signature)
          .distinct()
          .toList();
    } finally {
      turn.unlock();
    }
  }

  /** Whether {@code code} is a beginning that needs more lines. */
  public boolean isIncomplete(String code) {
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
        return true;
      }
      if (!info.completeness().isComplete() || info.remaining().length() >= rest.length()) {
        return info.completeness() == Completeness.CONSIDERED_INCOMPLETE;
      }
      rest = info.remaining();
    }
    return false;
  }

  /**
   * Stops what runs, if anything runs: interrupts it, and if that does not help, by force. The
   * state stays. Library code that never looks at {@link Thread#interrupted} may go on regardless
   * on JDK 20 and later.
   */
  public void stop() {
    stopping = true;
    shell.stop();
  }

  @Override
  public void close() {
    shell.close();
  }

  /** One run: the snippets of a piece of code, until one fails. */
  private final class Run {
    private final String code;
    private final CodeSource source;
    private final Surroundings around;
    private final List<String> notes = new ArrayList<>();
    private final List<Snippet> unresolved = new ArrayList<>();
    private String value;
    private CellFailure why;
    private boolean atEnd;

    Run(String code, CodeSource source, Surroundings around) {
      this.code = code;
      this.source = source;
      this.around = around;
    }

    CellOutcome outcome() {
      List<String> output = Output.lines(around.printed());
      return new CellOutcome(
          output, Optional.ofNullable(value), notes, Optional.ofNullable(why), atEnd);
    }

    void all() {
      int at = afterBlanks(0);
      while (why == null && at < code.length()) {
        String rest = code.substring(at);
        CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        boolean complete = info.completeness().isComplete();
        int next = complete ? code.length() - info.remaining().length() : code.length();
        next = afterBlanks(next);
        atEnd = next == code.length();
        one(complete ? info.source() : rest, at);
        at = next;
      }
      if (why == null) {
        reportUnresolved();
      }
    }

    /** Leading blanks are skipped: with them, JShell counts the lines of exceptions wrongly. */
    private int afterBlanks(int from) {
      int at = from;
      while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
        at++;
      }
      return at;
    }

    private void one(String text, int offset) {
      Located located = new Located(source, code, offset);
      Map<String, Object> before = variables.values();
      for (SnippetEvent event : shell.eval(text)) {
        sources.put(event.snippet().id(), located);
        if (event.causeSnippet() == null) {
          judge(event, located);
        } else if (!variables.restore(event, before)) {
          StateChanges.describe(shell, event).ifPresent(notes::add);
        }
      }
    }

    private void judge(SnippetEvent event, Located located) {
      JshellFailures failures = new JshellFailures(sources);
      if (stopping) {
        why = failures.stopped(located);
      } else if (event.status() == Snippet.Status.REJECTED) {
        why = failures.rejected(shell, event.snippet(), located);
      } else if (event.exception() != null) {
        why = failures.threw(event.exception(), control.thrown(), located);
      } else if (event.status() == Snippet.Status.RECOVERABLE_DEFINED
          || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
        unresolved.add(event.snippet());
      } else if (atEnd && Splitter.showsValue(event.snippet())) {
        value = Echo.of(control.value());
        around.out().println(value);
      }
    }

    /** Names may be used before the cell declares them, but not after its end. */
    private void reportUnresolved() {
      for (Snippet snippet : unresolved) {
        if (why == null && shell.status(snippet) != Snippet.Status.VALID) {
          Located located = sources.get(snippet.id());
          why =
              new JshellFailures(sources).unresolved(shell, (DeclarationSnippet) snippet, located);
        }
      }
    }
  }
}
