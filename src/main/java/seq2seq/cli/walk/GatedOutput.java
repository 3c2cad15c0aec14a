package seq2seq.cli.walk;

import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on while it is open, and remembers whether the last line was ended. */
final class GatedOutput extends OutputStream {
  private final OutputStream target;
  private volatile boolean open = true;
  private volatile boolean atLineStart = true;

  GatedOutput(OutputStream target) {
    this.target = target;
  }

  /** Closes or opens it. */
  void setOpen(boolean open) {
    this.open = open;
  }

  /** Ends a line that was begun. */
  void endLine() throws IOException {
    if (!atLineStart) {
      write('\n');
    }
    flush();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (open && count > 0) {
      target.write(bytes, from, count);
      atLineStart = bytes[from + count - 1] == '\n';
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
