package seq2seq.grading.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2seq.files.Sha256;
import seq2seq.grading.Exercise;

/**
 * What somebody handed in, read with suspicion.
 *
 * @param files one an exercise that is here, in their order
 * @param manifest what {@code learn submit} wrote, if it did
 * @param notes what else there is to know, one line each
 */
public record Submission(
    List<SubmittedFile> files, Optional<Manifest> manifest, List<String> notes) {
  private static final int SHOWN = 5;

  /**
   * Reads a folder or a zip archive. Either may also hold nothing of ours but one archive, anywhere
   * below it.
   *
   * @param exercises whose files are looked for; those that are not here yet are left out
   * @throws SubmissionException if there is nothing to grade in it
   * @throws IOException if it cannot be read
   */
  public static Submission read(Path from, List<Exercise> exercises) throws IOException {
    List<Exercise> here = exercises.stream().filter(Exercise::isHere).toList();
    if (Files.isDirectory(from)) {
      return ofFolder(from, here);
    }
    if (!Files.isRegularFile(from)) {
      throw new SubmissionException("there is no file or folder " + from);
    }
    if (Files.size(from) > Bounds.ARCHIVE) {
      throw new SubmissionException(
          "the archive has "
              + ((Files.size(from) + (1 << 20) - 1) >> 20)
              + " MB; at most "
              + (Bounds.ARCHIVE >> 20)
              + " are read");
    }
    return ofArchive(Files.readAllBytes(from), here, true);
  }

  private static Submission ofFolder(Path folder, List<Exercise> exercises) throws IOException {
    Listing listing = FolderListing.of(folder);
    Optional<FolderLayout> layout = FolderLayout.of(listing.entries(), exercises);
    return layout.isPresent()
        ? of(listing, layout.get(), exercises, false)
        : inner(onlyArchive(listing, exercises), exercises, false);
  }

  /** The one archive of a listing that holds nothing of ours. */
  private static Entry onlyArchive(Listing listing, List<Exercise> exercises) {
    List<Entry> archives = listing.entries().stream().filter(Submission::isArchive).toList();
    if (archives.size() > 1) {
      throw new SubmissionException(
          "there are "
              + archives.size()
              + " archives, and it is not clear which counts: "
              + names(archives));
    }
    if (archives.isEmpty()) {
      throw nothing(listing, exercises);
    }
    return archives.get(0);
  }

  private static boolean isArchive(Entry entry) {
    return entry.problem().isEmpty() && entry.name().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Reads an archive that lies in another one or in a folder. */
  private static Submission inner(Entry entry, List<Exercise> exercises, boolean isInArchive)
      throws IOException {
    byte[] bytes;
    try {
      bytes = entry.bytes(Bounds.ARCHIVE);
    } catch (IOException damaged) {
      if (!isInArchive) {
        throw damaged;
      }
      throw new SubmissionException(entry.name() + ": " + damaged.getMessage());
    }
    return ofArchive(bytes, exercises, !isInArchive);
  }

  /** Students pack what is packed already; one such archive in another is opened, and no more. */
  private static Submission ofArchive(
      byte[] archive, List<Exercise> exercises, boolean mayHoldAnother) throws IOException {
    Listing listing = ZipListing.of(archive);
    Optional<FolderLayout> layout = FolderLayout.of(listing.entries(), exercises);
    if (layout.isPresent()) {
      return of(listing, layout.get(), exercises, true);
    }
    if (!mayHoldAnother) {
      throw nothing(listing, exercises);
    }
    return inner(onlyArchive(listing, exercises), exercises, true);
  }

  private static SubmissionException nothing(Listing listing, List<Exercise> exercises) {
    String example = exercises.isEmpty() ? "" : ", such as " + fileName(exercises.get(0));
    String holds = listing.entries().isEmpty() ? "nothing" : names(listing.entries());
    return new SubmissionException(
        "none of the exercises' files is there" + example + "; what was handed in holds " + holds);
  }

  private static String fileName(Exercise exercise) {
    return exercise.starterFile().replaceFirst(".*/", "");
  }

  private static String names(List<Entry> entries) {
    List<String> some = entries.stream().limit(SHOWN).map(Entry::name).toList();
    int more = entries.size() - some.size();
    return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
  }

  private static Submission of(
      Listing listing, FolderLayout layout, List<Exercise> exercises, boolean isArchive)
      throws IOException {
    List<SubmittedFile> files = new ArrayList<>();
    for (Exercise exercise : exercises) {
      files.add(file(exercise, named(listing, layout.name(exercise)), isArchive));
    }
    Optional<Manifest> manifest = manifest(named(listing, layout.manifest()));
    return new Submission(files, manifest, notes(listing, layout, files, manifest));
  }

  private static List<Entry> named(Listing listing, String name) {
    return listing.entries().stream().filter(entry -> entry.name().equals(name)).toList();
  }

  /** What an archive's bytes do not yield is the student's; what the disk does not is not. */
  private static SubmittedFile file(Exercise exercise, List<Entry> entries, boolean isArchive)
      throws IOException {
    if (entries.isEmpty()) {
      return SubmittedFile.missing(exercise);
    }
    if (entries.size() > 1) {
      return SubmittedFile.refused(
          exercise, ": the archive holds this file " + entries.size() + " times");
    }
    if (!entries.get(0).problem().isEmpty()) {
      return SubmittedFile.refused(exercise, ": " + entries.get(0).problem());
    }
    try {
      return file(exercise, entries.get(0).bytes(Bounds.FILE));
    } catch (IOException unreadable) {
      if (!isArchive) {
        throw unreadable;
      }
      return SubmittedFile.refused(exercise, ": cannot be read, " + unreadable.getMessage());
    }
  }

  private static SubmittedFile file(Exercise exercise, byte[] bytes) {
    if (bytes.length > Bounds.FILE) {
      return SubmittedFile.refused(exercise, ": is larger than " + (Bounds.FILE >> 10) + " KB");
    }
    int bad = Utf8.badLine(bytes);
    if (bad > 0) {
      return SubmittedFile.refused(exercise, ":" + bad + ": this line is not UTF-8 text");
    }
    String text = Utf8.text(bytes);
    return text.isBlank()
        ? SubmittedFile.refused(exercise, ": is empty")
        : SubmittedFile.accepted(exercise, text);
  }

  private static Optional<Manifest> manifest(List<Entry> entries) {
    if (entries.size() != 1 || !entries.get(0).problem().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = entries.get(0).bytes(Bounds.FILE);
      return bytes.length > Bounds.FILE ? Optional.empty() : Manifest.parse(Utf8.text(bytes));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static List<String> notes(
      Listing listing,
      FolderLayout layout,
      List<SubmittedFile> files,
      Optional<Manifest> manifest) {
    List<String> notes = new ArrayList<>();
    listing.notes().forEach(note -> notes.add("passed over: " + note));
    long elsewhere =
        listing.entries().stream()
            .filter(entry -> !entry.name().startsWith(layout.base()))
            .filter(
                entry -> files.stream().anyMatch(p -> fileName(p.exercise()).equals(entry.file())))
            .count();
    if (elsewhere > 0) {
      notes.add(
          "passed over: " + elsewhere + " more files with such names outside " + layout.base());
    }
    manifest.ifPresent(
        packed ->
            files.stream()
                .filter(SubmittedFile::isAccepted)
                .filter(packed::contradicts)
                .forEach(submitted -> notes.add(changed(submitted))));
    return notes;
  }

  private static String changed(SubmittedFile submitted) {
    return fileName(submitted.exercise()) + " is not the text that the manifest lists";
  }

  /** The SHA-256 of all that is graded: two submissions with the same one get the same score. */
  public String sha256() {
    StringBuilder all = new StringBuilder();
    files.forEach(
        submitted -> all.append(submitted.exercise().id()).append(' ').append(submitted.problem()));
    files.forEach(submitted -> all.append('\n').append(submitted.sha256()));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
