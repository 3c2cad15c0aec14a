package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a picture to a PNG or SVG file, whole or not at all. */
final class PictureFile {
  private PictureFile() {}

  /**
   * A chapter's cells save below a folder that whoever runs them chooses; others, where they are.
   */
  private static final String FOLDER = "seq2seq.pictures";

  static Path write(Picture picture, Path file) {
    byte[] bytes = bytes(picture, file);
    try {
      replace(Path.of(System.getProperty(FOLDER, "")).resolve(file), bytes);
    } catch (IOException e) {
      throw new PlotException("cannot save the picture " + file + ": " + reason(e, file), e);
    }
    return file;
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

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Not createTempFile, which would leave the picture readable by its owner alone.
    Path temporary =
        folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(temporary, bytes);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What stood in the way, in words: the JDK's own message is often only a path. */
  static String reason(IOException e, Path file) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    Path nearest = file.toAbsolutePath().getParent();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (Files.exists(nearest) && !Files.isDirectory(nearest)) {
      return nearest + " is a file, not a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write in the folder " + nearest;
    }
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? "the folder " + nearest + " takes no new file" : said;
  }
}
