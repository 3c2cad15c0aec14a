package seq2seq.grading.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import seq2seq.grading.Exercise;

/** Makes what students might hand in. */
final class HandIns {
  static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");
  static final Exercise LOSS =
      new Exercise("6.2", 5, Exercise.Kind.REBUILD, "masked cross-entropy", "MaskedCrossEntropy");
  static final Exercise LATER = new Exercise("7.1", 2, Exercise.Kind.REBUILD, "shift", "");
  static final List<Exercise> ALL = List.of(MASK, LOSS, LATER);

  private HandIns() {}

  static Path put(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** An archive of name, text, name, text and so on. */
  static Path zip(Path file, String... namesAndTexts) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
