package seq2seq.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a cell finds around it while it runs, put back when it is closed: standard output is
 * captured, numbers and messages are formatted alike in every country, and pictures have a folder.
 *
 * <p>These belong to the whole JVM, so only one cell runs at a time.
 */
final class Surroundings implements AutoCloseable {
  /** The system property with the folder below which relative names of pictures lie. */
  static final String PICTURES = "seq2seq.pictures";

  private static final int MOST_BYTES = 1 << 22;
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final PrintStream realOut = System.out;
  private final Locale realLocale = Locale.getDefault();
  private final String realPictures = System.getProperty(PICTURES);
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
  private final PrintStream out;

  private Surroundings(OutputStream live, Path pictures) {
    out = new PrintStream(new Tee(captured, live), true, StandardCharsets.UTF_8);
    System.setOut(out);
    Locale.setDefault(Locale.ROOT);
    System.setProperty(PICTURES, pictures.toString());
  }

  /** Takes over until closed; what is printed goes to {@code live} as well. */
  static Surroundings enter(OutputStream live, Path pictures) {
    ONE_AT_A_TIME.lock();
    return new Surroundings(live, pictures);
  }

  /** The stream that captures. */
  PrintStream out() {
    return out;
  }

  /** All that was printed so far. */
  String printed() {
    out.flush();
    synchronized (captured) {
      String text = captured.toString(StandardCharsets.UTF_8);
      return captured.size() < MOST_BYTES
          ? text
          : text + "\n(the rest of the output is left out)\n";
    }
  }

  @Override
  public void close() {
    out.flush();
    System.setOut(realOut);
    Locale.setDefault(realLocale);
    if (realPictures == null) {
      System.clearProperty(PICTURES);
    } else {
      System.setProperty(PICTURES, realPictures);
    }
    ONE_AT_A_TIME.unlock();
  }

  /** Copies to both streams; keeps at most {@link #MOST_BYTES} in the first. */
  static final class Tee extends OutputStream {
    private final ByteArrayOutputStream kept;
    private final OutputStream live;

    Tee(ByteArrayOutputStream kept, OutputStream live) {
      this.kept = kept;
      this.live = live;
    }

    @Override
    public void write(int b) throws java.io.IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws java.io.IOException {
      synchronized (kept) {
        kept.write(bytes, from, Math.min(count, MOST_BYTES - kept.size()));
      }
      live.write(bytes, from, count);
    }

    @Override
    public void flush() throws java.io.IOException {
      live.flush();
    }
  }
}
