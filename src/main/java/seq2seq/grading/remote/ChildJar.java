package seq2seq.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import seq2seq.engine.Tensor;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.Todo;

/**
 * All classes that a learner's process has beside the JDK's: the engine, the interfaces of the
 * exercises with the records and callbacks that they name, and the few classes of grading that
 * answer calls.
 */
final class ChildJar {
  private static final Pattern GRADED = Pattern.compile("seq2seq/graded/ch\\d\\d/[\\w$]+");
  private static final List<String> ROOMS =
      List.of("seq2seq/engine/", "seq2seq/grading/child/", "seq2seq/grading/wire/");
  private static final String TODO = Todo.class.getName().replace('.', '/') + ".class";

  private static Path shared;

  private ChildJar() {}

  /** The jar for the exercises of this course, made when it is first asked for. */
  static synchronized Path ofAllExercises() {
    if (shared == null || !Files.isReadable(shared)) {
      shared =
          write(
              Exercises.all().stream()
                  .filter(Exercise::isHere)
                  .<Class<?>>map(ChildJar::specification)
                  .toList());
    }
    return shared;
  }

  /**
   * The interface of {@code exercise}.
   *
   * @throws IllegalStateException if it is missing
   */
  static Class<?> specification(Exercise exercise) {
    try {
      return Class.forName(exercise.specification(), false, ChildJar.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no interface " + exercise.specification(), missing);
    }
  }

  /**
   * Writes the jar.
   *
   * @param specifications the interfaces of the exercises
   * @return a temporary file, deleted when this JVM ends
   */
  static Path write(Collection<Class<?>> specifications) {
    Path jar = temporary();
    try {
      Map<String, byte[]> classes = new TreeMap<>(ownClasses());
      for (Class<?> specification : specifications) {
        addWithNeighbours(specification, classes);
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
        out.setLevel(Deflater.NO_COMPRESSION);
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
          out.putNextEntry(new ZipEntry(each.getKey()));
          out.write(each.getValue());
        }
      }
      return jar;
    } catch (IOException | URISyntaxException unwritable) {
      throw new GraderTrouble("cannot write " + jar + ": " + unwritable.getMessage(), unwritable);
    }
  }

  private static Path temporary() {
    try {
      Path jar = Files.createTempFile("learn-child", ".jar");
      jar.toFile().deleteOnExit();
      return jar;
    } catch (IOException unwritable) {
      String folder = System.getProperty("java.io.tmpdir");
      throw new GraderTrouble("cannot write to " + folder + ": " + unwritable, unwritable);
    }
  }

  /**
   * The names of the classes of {@code seq2seq.graded} that come with this interface: itself, and
   * what it or one of these mentions.
   */
  static Collection<String> neighbours(Class<?> specification) {
    Map<String, byte[]> found = new TreeMap<>();
    addWithNeighbours(specification, found);
    return found.keySet().stream()
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .toList();
  }

  private static void addWithNeighbours(Class<?> specification, Map<String, byte[]> classes) {
    Deque<String> names = new ArrayDeque<>();
    names.add(specification.getName().replace('.', '/'));
    while (!names.isEmpty()) {
      String file = names.poll() + ".class";
      if (!classes.containsKey(file)) {
        byte[] bytes = read(specification, file);
        if (bytes.length > 0) {
          classes.put(file, bytes);
          names.addAll(mentioned(bytes));
        }
      }
    }
  }

  /** Text stand in a class file as they are. */
  private static Collection<String> mentioned(byte[] classFile) {
    return GRADED
        .matcher(new String(classFile, StandardCharsets.ISO_8859_1))
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.endsWith("Test"))
        .toList();
  }

  /** Nothing if there is no such class: what looked like a name was none. */
  private static byte[] read(Class<?> near, String file) {
    try (InputStream in = near.getClassLoader().getResourceAsStream(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** From the jars or folders that the engine and grading itself were loaded from. */
  private static Map<String, byte[]> ownClasses() throws IOException, URISyntaxException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (Class<?> each : List.of(Tensor.class, Todo.class)) {
      Path home = Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        addOwn(home, classes);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          addOwn(jar.getPath("/"), classes);
        }
      }
    }
    return classes;
  }

  private static void addOwn(Path home, Map<String, byte[]> classes) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        String name = home.relativize(file).toString().replace('\\', '/');
        if (isOurs(name)) {
          classes.put(name, Files.readAllBytes(file));
        }
      }
    }
  }

  private static boolean isOurs(String name) {
    return name.endsWith(".class")
        && (name.equals(TODO) || ROOMS.stream().anyMatch(name::startsWith));
  }
}
