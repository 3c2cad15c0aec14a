package seq2seq.commands;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import seq2seq.ch07_training.Training;
import seq2seq.cli.Terminal;
import seq2seq.engine.Numbers;

/**
 * Shows a run as it goes: a bar on a terminal, nothing elsewhere; the lines after each epoch are
 * printed by the run itself.
 */
final class Progress implements AutoCloseable {
  private static final int REDRAW_MILLIS = 200;

  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private long tokens;
  private long tokensBefore;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * A bar over {@code total} batches on standard error, if that is a terminal and the user wants
   * one.
   */
  static Progress over(long total, long done, boolean quiet) {
    if (quiet || !Terminal.current().err()) {
      return new Progress(null);
    }
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(RunLines.TEXTS.get("run.bar"))
            .setInitialMax(total)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(System.err));
    ProgressBar bar = builder.build();
    bar.stepTo(done);
    return new Progress(bar);
  }

  void update(Training training) {
    tokens += training.tokens() - tokensBefore;
    tokensBefore = training.tokens();
    if (bar == null) {
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String loss = Numbers.fixed(training.meanLoss(), 3);
    bar.setExtraMessage(
        RunLines.TEXTS.get("run.bar.now", loss, Numbers.fixed(tokens / seconds, 0)));
    bar.step();
  }

  void nextEpoch() {
    tokensBefore = 0;
  }

  /** Prints a line without breaking the bar. */
  void line(PrintStream out, String text) {
    if (bar != null) {
      System.err.print("\r\033[K");
    }
    out.println(text);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
