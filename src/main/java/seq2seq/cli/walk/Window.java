package seq2seq.cli.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import seq2seq.plot.Display;
import seq2seq.plot.Picture;
import seq2seq.plot.PlotException;

/** A window with a picture, where there is a display. */
final class Window {
  private Window() {}

  /** Opens the picture in {@code file} and returns at once. */
  static void open(Path file) {
    try {
      if (Display.isAvailable()) {
        Picture picture = () -> read(file);
        Display.show(picture, file.getFileName().toString());
      }
    } catch (PlotException e) {
      // A stale DISPLAY, as in a detached tmux: the walk names the file, and goes on without.
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
