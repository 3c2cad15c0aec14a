package seq2seq.grading.submission;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip archive. Nothing is extracted under a name that the archive chose. */
final class ZipListing implements AutoCloseable {
  private final ZipFile zip;
  private final Listing listing;

  private ZipListing(ZipFile zip, Listing listing) {
    this.zip = zip;
    this.listing = listing;
  }

  /**
   * Opens {@code archive}.
   *
   * @throws SubmissionException if it is no zip archive, or too large
   */
  static ZipListing of(Path archive) throws IOException {
    long bytes = Files.size(archive);
    if (bytes > Bounds.ARCHIVE) {
      throw new SubmissionException(
          "the archive has "
              + ((bytes + (1 << 20) - 1) >> 20)
              + " MB; at most "
              + (Bounds.ARCHIVE >> 20)
              + " are read");
    }
    ZipFile zip = open(archive);
    try {
      return new ZipListing(zip, list(zip));
    } catch (RuntimeException refused) {
      zip.close();
      throw refused;
    }
  }

  /** Names are UTF-8, or else of an older program, and then any letters will do. */
  private static ZipFile open(Path archive) {
    IOException last = new IOException();
    for (Charset names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      try {
        return new ZipFile(archive.toFile(), names);
      } catch (IOException unreadable) {
        last = unreadable;
      }
    }
    throw new SubmissionException("this is no zip archive that can be read: " + last.getMessage());
  }

  private static Listing list(ZipFile zip) {
    if (zip.size() > Bounds.ENTRIES) {
      throw new SubmissionException(
          "the archive has " + zip.size() + " entries; at most " + Bounds.ENTRIES + " are read");
    }
    List<Entry> entries = new ArrayList<>();
    int unsafe = 0;
    for (ZipEntry entry : zip.stream().toList()) {
      String name = entry.getName().replace('\\', '/');
      if (!isSafe(name)) {
        unsafe++;
      } else if (!entry.isDirectory()) {
        entries.add(new Entry(name, "", () -> zip.getInputStream(entry)));
      }
    }
    List<String> notes =
        unsafe == 0 ? List.of() : List.of(unsafe + " entries whose names leave the archive");
    return new Listing(entries, notes);
  }

  /** Such names are never used to write a file either, so this is only to be told about them. */
  private static boolean isSafe(String name) {
    List<String> parts = Arrays.asList(name.split("/"));
    return !name.startsWith("/")
        && !name.contains(":")
        && !name.contains("\0")
        && !parts.contains("..")
        && parts.size() <= Bounds.DEPTH;
  }

  Listing listing() {
    return listing;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
