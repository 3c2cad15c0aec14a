package seq2seq.cli;

import java.nio.file.Path;

/** Where the course lies on disk. */
public final class Home {
  private Home() {}

  /**
   * The top folder of the checkout, absolute: what the launcher passed as {@code seq2seq.home}, or
   * the current folder when {@code Main} was started without it.
   */
  public static Path directory() {
    return Path.of(System.getProperty("seq2seq.home", "")).toAbsolutePath().normalize();
  }
}
