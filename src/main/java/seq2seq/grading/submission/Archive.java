package seq2seq.grading.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive that a learner hands in: the manifest, and the files under their usual paths.
 *
 * <p>The same files give the same bytes, on every machine: the entries stand in the exercises'
 * order with one fixed time, and are not compressed, since compressors differ.
 */
public final class Archive {
  /** Not the first day that a zip archive can tell, to which Java adds the time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Archive() {}

  /**
   * The bytes of the archive.
   *
   * @param course the version of the course
   * @param name who hands in; may be empty
   */
  public static byte[] of(Submission submission, String course, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      String manifest = Manifest.of(submission.files(), course, name).toJson();
      add(zip, Manifest.FILE, manifest.getBytes(StandardCharsets.UTF_8));
      for (SubmittedFile submitted : submission.files()) {
        if (submitted.isAccepted()) {
          add(zip, submitted.exercise().starterFile(), submitted.bytes());
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
