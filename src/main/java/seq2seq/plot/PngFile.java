package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import seq2seq.files.AtomicFile;

/** Writes a picture to a PNG file, whole or not at all. */
final class PngFile {
  private PngFile() {}

  /**
   * A chapter's cells save below a folder that whoever runs them chooses; others, where they are.
   */
  private static final String FOLDER = "seq2seq.pictures";

  static Path write(Picture picture, Path file) {
    checkName(file);
    byte[] png = encode(picture.toImage());
    try {
      AtomicFile.write(Path.of(System.getProperty(FOLDER, "")).resolve(file), png);
    } catch (IOException e) {
      throw new PlotException("the picture " + e.getMessage(), e);
    }
    return file;
  }

  private static void checkName(Path file) {
    Path name = file.getFileName();
    if (name == null || !name.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException(
          "save: pictures are PNG files, so the name ends in .png; got " + file);
    }
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
