package seq2seq.grading.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The files of a folder; no symbolic link in it is ever followed. */
final class FolderListing extends SimpleFileVisitor<Path> {
  private final Path top;
  private final List<Entry> entries = new ArrayList<>();
  private int seen;

  private FolderListing(Path top) {
    this.top = top;
  }

  /**
   * Lists {@code folder}.
   *
   * @throws SubmissionException if it holds too much
   * @throws IOException if a folder in it cannot be read: what is not seen is not graded
   */
  static Listing of(Path folder) throws IOException {
    Path top = folder.toRealPath();
    FolderListing listing = new FolderListing(top);
    Files.walkFileTree(top, Set.of(), Bounds.DEPTH, listing);
    listing.entries.sort(Comparator.comparing(Entry::name));
    return new Listing(listing.entries, List.of());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    count();
    boolean passed = !folder.equals(top) && Litter.isLitter("" + folder.getFileName());
    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    count();
    String name = top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    if (Litter.isLitter(name)) {
      return FileVisitResult.CONTINUE;
    }
    entries.add(
        new Entry(
            name,
            problem(attributes),
            most -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
    return FileVisitResult.CONTINUE;
  }

  private static String problem(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "is a symbolic link, which is not followed";
    }
    return attributes.isRegularFile() ? "" : "is not an ordinary file";
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) throws IOException {
    throw unreadable;
  }

  private void count() {
    if (++seen > Bounds.ENTRIES) {
      throw new SubmissionException("the folder holds more than " + Bounds.ENTRIES + " files");
    }
  }
}
