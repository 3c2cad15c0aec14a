package seq2seq.graded.capstone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch11_capstone.Assembly;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.Part;
import seq2seq.ch11_capstone.PartException;
import seq2seq.grading.Exercises;

/**
 * The process in which the learner's parts train a translator: all of it, so that no number crosses
 * to another process on the way.
 *
 * <p>Arguments: the numbers of the exercises whose classes, on the class path, take the place of
 * the course's parts. It prints lines of fields separated by tabs: {@code epoch TEXT}, {@code
 * sample SOURCE WRITTEN}, {@code result HELD-OUT TRAINING BLEU BLEU-OF-THE-BEAM SECONDS}, or {@code
 * fault EXERCISE TEXT}.
 */
public final class CapstoneMain {
  /** A part that has not come back after so many seconds does not come back. */
  private static final double LONGEST =
      Double.parseDouble(System.getProperty("seq2seq.capstone.seconds", "20"));

  /** All of it, in nanoseconds of processor time. */
  private static final long LONGEST_IN_ALL = 140_000_000_000L;

  private final PrintStream out;

  private CapstoneMain(PrintStream out) {
    this.out = out;
  }

  /** Runs, and ends with 0, or with 1 after a fault. */
  public static void main(String[] exercises) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere); // what the learner's classes print is for check to show
    System.setErr(nowhere);
    Runtime.getRuntime().halt(new CapstoneMain(out).run(List.of(exercises)) ? 0 : 1);
  }

  private boolean run(List<String> exercises) {
    Map<Part, Object> classes = new EnumMap<>(Part.class);
    try {
      for (Part part : Part.values()) {
        if (exercises.contains(part.exercise())) {
          classes.put(part, create(part));
        }
      }
      Assembly parts = new Assembly(new LearnerParts(classes), classes.keySet());
      watch(parts);
      tell(Capstone.run(parts, line -> print("epoch", line)));
      return true;
    } catch (PartException failed) {
      print("fault", failed.part().exercise(), failed.getMessage());
      return false;
    }
  }

  private static Object create(Part part) {
    try {
      String name = Exercises.find(part.exercise()).starter();
      var constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException | LinkageError failed) {
      Throwable why = failed.getCause() == null ? failed : failed.getCause();
      throw new PartException(part, "cannot be made: " + why, failed);
    }
  }

  private void tell(Capstone.Result result) {
    for (String[] sample : result.translations()) {
      print("sample", sample[0], sample[1]);
    }
    print(
        "result",
        "" + result.heldOutLoss(),
        "" + result.trainLoss(),
        "" + result.greedyBleu(),
        "" + result.beamBleu(),
        "" + result.seconds());
  }

  /** Processor time counts: on a busy machine the best of parts may take a minute. */
  private void watch(Assembly parts) {
    long worker = Thread.currentThread().getId();
    Thread watcher = new Thread(() -> watch(parts, worker), "watcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch(Assembly parts, long worker) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long signs = -1;
    long since = 0;
    while (true) {
      long used = threads.getThreadCpuTime(worker);
      if (parts.signs() != signs) {
        signs = parts.signs();
        since = used;
      }
      Part running = parts.running();
      if (running != null && used - since > LONGEST * 1e9) {
        late(running, "has not come back after " + (int) LONGEST + " s of processor time");
      } else if (running != null && used > LONGEST_IN_ALL) {
        late(running, "was at work when the time for the training was over");
      }
      sleep();
    }
  }

  private void late(Part part, String what) {
    print("fault", part.exercise(), "your " + part + " " + what);
    Runtime.getRuntime().halt(1);
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void print(String kind, String... fields) {
    List<String> clean = List.of(fields).stream().map(CapstoneMain::oneField).toList();
    out.println(kind + "\t" + String.join("\t", clean));
  }

  private static String oneField(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 400 ? line.substring(0, 400) + "..." : line;
  }
}
