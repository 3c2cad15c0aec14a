package seq2seq.cli.walk;

import java.io.OutputStream;
import java.io.PrintStream;

/** Passes bytes on while it is open, and remembers whether the last line was ended. */
final class GatedOutput extends OutputStream {
  private final PrintStream target;
  private volatile boolean open = true;
  private volatile boolean atLineStart = true;

  GatedOutput(PrintStream target) {
    this.target = target;
  }

  /** Closes or opens it. */
  void setOpen(boolean open) {
    this.open = open;
  }

  /** Ends a line that was begun. */
  void endLine() {
    if (!atLineStart) {
      write('\n');
    }
    flush();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    if (open && count > 0) {
      target.write(bytes, from, count);
      atLineStart = bytes[from + count - 1] == '\n';
    }
  }

  @Override
  public void flush() {
    target.flush();
  }
}
