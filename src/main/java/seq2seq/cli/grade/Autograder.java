package seq2seq.cli.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;
import seq2seq.grading.terms.CourseTerms;

/**
 * The archive with which Gradescope grades by itself: its two scripts at the root, and the course
 * without answers and without anybody's starters.
 *
 * @param course the folder that the course is in
 */
record Autograder(Path course) {
  /** What the grading of one submission needs, from the top of the course. */
  private static final List<String> COURSE =
      List.of(
          "pom.xml",
          "learn",
          "mvnw",
          ".mvn",
          "src/pom.xml",
          "src/engine/pom.xml",
          "src/engine/module",
          "src/main",
          "chapters/pom.xml",
          "chapters/main",
          "exercises/graded/pom.xml",
          "exercises/graded/main",
          "exercises/starters/pom.xml");

  private static final List<String> SCRIPTS = List.of("setup.sh", "run_autograder");
  private static final FileTime TIME = FileTime.fromMillis(946_684_800_000L); // 2000-01-01

  /**
   * Writes the archive; a file there is replaced.
   *
   * @throws UserError if a part of the course is missing
   */
  void write(Path file) throws IOException {
    AtomicFile.write(file, this::writeTo);
  }

  private void writeTo(Path unfinished) throws IOException {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("create", "true");
    environment.put("enablePosixFileAttributes", true);
    URI archive = URI.create("jar:" + unfinished.toAbsolutePath().toUri());
    try (FileSystem zip = FileSystems.newFileSystem(archive, environment)) {
      for (String script : SCRIPTS) {
        String text = script("/seq2seq/autograder/" + script);
        put(zip, script, text.getBytes(StandardCharsets.UTF_8), true);
      }
      for (String part : COURSE) {
        add(zip, part);
      }
      if (Files.exists(course.resolve(CourseTerms.FILE))) {
        add(zip, CourseTerms.FILE);
      }
    }
  }

  /** A resource of this module that runs on a server, where a line ends with a line feed. */
  static String script(String resource) throws IOException {
    try (InputStream in = Autograder.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private void add(FileSystem zip, String part) throws IOException {
    Path from = course.resolve(part);
    if (!Files.exists(from)) {
      throw new UserError("the autograder needs " + part + ", which is not in " + course);
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = course.relativize(file).toString().replace('\\', '/');
        put(zip, "course/" + name, Files.readAllBytes(file), !name.contains("."));
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static void put(FileSystem zip, String name, byte[] bytes, boolean isProgram)
      throws IOException {
    Path entry = zip.getPath(name);
    if (entry.getParent() != null) {
      Files.createDirectories(entry.getParent());
    }
    Files.write(entry, bytes);
    Files.setLastModifiedTime(entry, TIME);
    Files.setPosixFilePermissions(
        entry, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
