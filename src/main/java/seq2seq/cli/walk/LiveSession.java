package seq2seq.cli.walk;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import seq2seq.language.Texts;
import seq2seq.notebook.CellOutcome;
import seq2seq.notebook.CodeCell;
import seq2seq.notebook.CodeSource;
import seq2seq.notebook.Completion;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Session;

/**
 * The session that a walk's cells run in: starts in the background, shows what a cell prints while
 * it prints it, remembers what each cell gave, and stops what runs at Ctrl-C. Mutable.
 */
final class LiveSession implements Assistance {
  private final Notebook notebook;
  private final Console console;
  private final GatedOutput live;
  private final Supplier<Session> starter;
  private CompletableFuture<Session> starting;
  private final Map<Integer, CellOutcome> outcomes = new TreeMap<>();
  private volatile boolean running;

  /** How many pieces of Java were begun: tells one that goes on from the next one. */
  private volatile int begun;

  /**
   * A session not yet started.
   *
   * @param session starts the session whose cells print to the stream it is given; called in the
   *     background
   */
  LiveSession(Notebook notebook, Console console, Function<OutputStream, Session> session) {
    this.notebook = notebook;
    this.console = console;
    this.live = new GatedOutput(console.live());
    this.starter = () -> session.apply(live);
  }

  /** Starts in the background, unless that was done; then compiles the first cell, not run yet. */
  synchronized CompletableFuture<Session> start() {
    if (starting == null) {
      starting = CompletableFuture.supplyAsync(starter, LiveSession::inThread);
      starting.thenAcceptAsync(this::prepare, LiveSession::inThread);
    }
    return starting;
  }

  private void prepare(Session session) {
    if (begun == 0) {
      notebook.cells().stream().findFirst().ifPresent(session::prepare);
    }
  }

  private static void inThread(Runnable start) {
    Thread thread = new Thread(start, "notebook session");
    thread.setDaemon(true);
    thread.start();
  }

  /** The session, once it has started. */
  private Session session() {
    return joined(start());
  }

  /** Waits for a result, or throws what stood in its way. */
  static <T> T joined(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** What a cell gave when it ran last; null if it has not run. */
  CellOutcome outcome(int cell) {
    return outcomes.get(cell);
  }

  /** Whether a cell has run, and was not stopped on the way. */
  boolean hasRun(int cell) {
    return outcomes.containsKey(cell) && !outcomes.get(cell).stopped();
  }

  /** Runs a cell; what it prints is shown at once. */
  CellOutcome run(CodeCell cell) {
    Session session = session();
    CellOutcome outcome = running(() -> session.run(notebook, cell));
    outcomes.put(cell.number(), outcome);
    return outcome;
  }

  /** Runs those cells that have not run, showing nothing; the first that failed, 0 if none did. */
  int runQuietly(int from, int to) {
    session();
    live.setOpen(false);
    try {
      for (int i = from; i <= to; i++) {
        CodeCell cell = notebook.cells().get(i - 1);
        if (!hasRun(i) && run(cell).failure().isPresent() && !cell.fails()) {
          return i;
        }
      }
      return 0;
    } finally {
      live.setOpen(true);
    }
  }

  /** Whether {@code code} stops in the middle of something. */
  boolean isIncomplete(String code) {
    return session().isIncomplete(code);
  }

  /** Runs what the reader typed. */
  CellOutcome runTyped(String code) {
    Session session = session();
    return running(() -> session.run(code, new CodeSource("you", 1)));
  }

  /** Whether the cells or the reader have declared something of this name. */
  boolean declares(String name) {
    return session().declares(name);
  }

  /** A line for each variable. */
  List<String> variables() {
    return session().variables();
  }

  @Override
  public Completion complete(String line, int cursor) {
    return isReady() ? session().complete(line, cursor) : Completion.NONE;
  }

  @Override
  public List<String> signatures(String line, int cursor) {
    return isReady() ? session().signatures(line, cursor) : List.of();
  }

  private synchronized boolean isReady() {
    return starting != null && starting.isDone() && !starting.isCompletedExceptionally();
  }

  private CellOutcome running(Supplier<CellOutcome> work) {
    begun++;
    running = true;
    try {
      return work.get();
    } finally {
      running = false;
      live.endLine();
    }
  }

  /** Ctrl-C: stops what runs; pressed again while it goes on regardless, ends the program. */
  void stop() {
    if (!running) {
      return;
    }
    session().stop();
    int stopped = begun;
    CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, LiveSession::inThread)
        .execute(() -> sayIfStillRunning(stopped));
  }

  private void sayIfStillRunning(int stopped) {
    if (running && begun == stopped) {
      console.say(Texts.of(LiveSession.class).get("still.running"));
      console.onInterrupt(
          () -> {
            if (running) {
              System.exit(130);
            }
          });
    }
  }

  /** Ends the session if it ever started. */
  synchronized void close() {
    if (isReady()) {
      starting.join().close();
    }
  }
}
