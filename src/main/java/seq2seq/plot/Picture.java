package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Something that can be drawn: as an image in memory, or as a PNG file. */
public interface Picture {

  /**
   * This picture as pixels, red, green and blue, on white.
   *
   * @throws PlotException if this machine has no fonts to draw with
   */
  BufferedImage toImage();

  /**
   * Saves this picture as a PNG file, whole or not at all: it is written beside {@code file} under
   * a temporary name and then renamed. Missing parent folders are made; a file there is replaced.
   *
   * @return {@code file}, so that a notebook cell shows where the picture is
   * @throws IllegalArgumentException if the file's name does not end in {@code .png}
   * @throws PlotException if the file cannot be written, or this machine has no fonts
   */
  default Path save(Path file) {
    return PngFile.write(this, file);
  }
}
