package seq2seq.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import seq2seq.ch00_engine.Page;

/** A page whose text a test can read. */
public final class Captured {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Page page;

  public Captured(Path picture) {
    page = new Page(new PrintStream(bytes, true, StandardCharsets.UTF_8), picture);
  }

  public Page page() {
    return page;
  }

  public String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
