package seq2seq.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Says in words what an {@link IOException} means; the JDK's own message is often no more than a
 * path.
 */
final class IoMessages {
  private IoMessages() {}

  /** One line about {@code failure}: the file, where it is known, and what is wrong with it. */
  static String of(IOException failure) {
    if (failure instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    if (failure instanceof CharacterCodingException) {
      return "the input is not UTF-8 text; save it as UTF-8 and try again";
    }
    if (failure instanceof FileNotFoundException) {
      return "cannot open " + failure.getMessage();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static String reason(FileSystemException failure) {
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
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }
}
