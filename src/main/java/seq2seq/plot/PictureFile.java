package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import seq2seq.files.AtomicFile;

/** Writes a picture to a PNG or SVG file, whole or not at all. */
final class PictureFile {
  private PictureFile() {}

  /**
   * A chapter's cells save below a folder that whoever runs them chooses; others, where they are.
   */
  private static final String FOLDER = "seq2seq.pictures";

  static Path write(Picture picture, Path file) {
    put(file, bytes(picture, file));
    String name = String.valueOf(file.getFileName());
    if (System.getProperty(FOLDER) != null && picture.hasSvg() && name.endsWith(".png")) {
      Path drawing = file.resolveSibling(name.replaceFirst("[.]png$", ".svg"));
      put(drawing, bytes(picture, drawing));
    }
    return file;
  }

  private static void put(Path file, byte[] bytes) {
    try {
      AtomicFile.write(Path.of(System.getProperty(FOLDER, "")).resolve(file), bytes);
    } catch (IOException e) {
      throw new PlotException("the picture " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Picture picture, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return picture.toSvg().getBytes(StandardCharsets.UTF_8);
    }
    if (name.endsWith(".png")) {
      return encode(picture.toImage());
    }
    throw new IllegalArgumentException(
        "save: pictures are PNG or SVG files, so the name ends in .png or .svg; got " + file);
  }

  /** PNG bytes; in memory, because ImageIO would otherwise go by way of a temporary file. */
  static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding a PNG in memory", e);
    }
    return bytes.toByteArray();
  }
}
