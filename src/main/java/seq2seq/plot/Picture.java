package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Something that can be drawn: as an image in memory, or as a file. */
public interface Picture {

  /**
   * This picture as pixels, red, green and blue, on white; two to a unit each way, for sharp
   * screens: a plot of 900×540 is an image of 1800×1080.
   *
   * @throws PlotException if this machine has no fonts to draw with
   */
  BufferedImage toImage();

  /** Whether it can be drawn as SVG too: those that are structure and not measurement. */
  default boolean hasSvg() {
    return false;
  }

  /**
   * This picture as SVG text, for those that are structure and not measurement.
   *
   * @throws UnsupportedOperationException if this picture is only pixels
   */
  default String toSvg() {
    throw new UnsupportedOperationException("this picture is saved as .png only");
  }

  /**
   * Saves this picture as a PNG or SVG file, whole or not at all: it is written beside {@code file}
   * under a temporary name and then renamed. Missing parent folders are made; a file there is
   * replaced. Where a chapter's cells save, a picture that {@link #hasSvg} is saved as SVG beside
   * its PNG, for the web site.
   *
   * @return {@code file}, so that a notebook cell shows where the picture is
   * @throws IllegalArgumentException if the file's name does not end in {@code .png} or {@code
   *     .svg}
   * @throws UnsupportedOperationException if it ends in {@code .svg} and this picture has no SVG
   * @throws PlotException if the file cannot be written, or this machine has no fonts
   */
  default Path save(Path file) {
    return PictureFile.write(this, file);
  }
}
