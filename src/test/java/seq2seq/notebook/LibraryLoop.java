package seq2seq.notebook;

import java.util.concurrent.CancellationException;

/** A training loop as the library writes it: it looks for an interrupt once a step. */
public final class LibraryLoop {
  private LibraryLoop() {}

  /** Never ends by itself. */
  public static void train() {
    while (true) {
      if (Thread.interrupted()) {
        throw new CancellationException("stopped after step 7");
      }
    }
  }
}
