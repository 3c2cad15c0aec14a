package seq2seq.grading.submission;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code learn submit} says of an archive in {@code manifest.json}. It holds no time, so the
 * same files make the same archive.
 *
 * <p>It is information and proves nothing: whoever makes an archive can write any manifest.
 *
 * @param format the version of this form, 1
 * @param course the version of the course
 * @param name who hands in; null if nobody said
 * @param files what was packed
 */
public record Manifest(int format, String course, String name, List<Packed> files) {
  static final String FILE = "manifest.json";
  private static final int FORMAT = 1;
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** One file: its exercise, its path in the archive, its size in bytes and its SHA-256. */
  public record Packed(String exercise, String path, int bytes, String sha256) {}

  /**
   * The manifest of the files that are there.
   *
   * @param name may be empty
   */
  static Manifest of(List<SubmittedFile> files, String course, String name) {
    return new Manifest(
        FORMAT,
        course,
        name.isEmpty() ? null : name,
        files.stream().filter(SubmittedFile::isAccepted).map(Manifest::packed).toList());
  }

  private static Packed packed(SubmittedFile submitted) {
    return new Packed(
        submitted.exercise().id(),
        submitted.exercise().starterFile(),
        submitted.bytes().length,
        submitted.sha256());
  }

  String toJson() {
    return JSON.toJson(this) + "\n";
  }

  /** Reads a manifest; empty if it is none that we understand. */
  static Optional<Manifest> parse(String text) {
    try {
      Manifest read = JSON.fromJson(text, Manifest.class);
      return read == null || read.format != FORMAT || read.files == null
          ? Optional.empty()
          : Optional.of(read);
    } catch (JsonParseException | StackOverflowError damaged) {
      return Optional.empty();
    }
  }

  /** True if the manifest lists {@code submitted} with another text. */
  boolean contradicts(SubmittedFile submitted) {
    return files.stream()
        .anyMatch(
            file ->
                file != null
                    && submitted.exercise().id().equals(file.exercise)
                    && !submitted.sha256().equals(file.sha256));
  }
}
