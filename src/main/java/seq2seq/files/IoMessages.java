package seq2seq.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Says in words what an {@link IOException} means; the JDK's own message is often no more than a
 * path.
 */
public final class IoMessages {
  private IoMessages() {}

  /** One line about {@code failure}: the file, where it is known, and what is wrong with it. */
  public static String of(IOException failure) {
    if (failure instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    if (failure instanceof CharacterCodingException) {
      return "the input is not UTF-8 text; save it as UTF-8 and try again";
    }
    if (failure instanceof FileNotFoundException) {
      return "cannot open " + failure.getMessage();
    }
    return reason(failure);
  }

  /** What stood in the way of writing {@code file}. */
  public static String whyNotWritten(Path file, IOException failure) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    Path nearest = nearest(file.toAbsolutePath().getParent());
    if (!Files.isDirectory(nearest)) {
      return nearest + " is a file, not a folder";
    }
    if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
      return "no permission to write in the folder " + nearest;
    }
    return reason(failure);
  }

  /** The folder itself, or what there is of the way to it. */
  private static Path nearest(Path folder) {
    Path nearest = folder;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /** What is wrong, without the file's name. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "already exists, and is not a folder that can be used";
    }
    if (failure instanceof NotDirectoryException) {
      return "is not a folder";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    String said =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return said == null ? failure.getClass().getSimpleName() : said;
  }
}
