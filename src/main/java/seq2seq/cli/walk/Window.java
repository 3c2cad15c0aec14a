package seq2seq.cli.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import seq2seq.plot.Display;
import seq2seq.plot.Picture;

/** A window with a picture, where there is a display. */
final class Window {
  private Window() {}

  /** Opens the picture in {@code file} and returns at once. */
  static void open(Path file) {
    if (Display.isAvailable()) {
      Picture picture = () -> read(file);
      Display.show(picture, file.getFileName().toString());
    }
  }

  private static java.awt.image.BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
