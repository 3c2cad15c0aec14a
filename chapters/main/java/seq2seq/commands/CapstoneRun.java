package seq2seq.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.Part;
import seq2seq.cli.Children;
import seq2seq.cli.Each;
import seq2seq.cli.UserError;
import seq2seq.engine.Numbers;
import seq2seq.files.TemporaryFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;

/** {@code learn train --mine}: a translator of the learner's own parts, beside the course's. */
final class CapstoneRun {
  /** Losses that agree to this are the same: plain arrays are of doubles, tensors of floats. */
  static final double SAME = 1e-4;

  private static final int ROOM = 78;

  /** So many nanoseconds after the training no further part is tried. */
  private static final long TIME_TO_TRY = 60_000_000_000L;

  private final Path course;
  private final boolean keepGoing;
  private final PrintStream out;

  /**
   * A run.
   *
   * @param keepGoing whether the course's part takes the place of one that fails
   */
  CapstoneRun(Path course, boolean keepGoing, PrintStream out) {
    this.course = course;
    this.keepGoing = keepGoing;
    this.out = out;
  }

  /**
   * Trains and reports.
   *
   * @throws UserError if a part fails, and the course's is not to take its place
   */
  void start() {
    Children.endWithUs();
    try (TemporaryFolder folder = new TemporaryFolder("seq2seq-mine")) {
      CapstoneParts parts = CapstoneParts.of(course, folder.path());
      tellWhose(parts);
      run(parts, new CapstoneProcess(folder.path()));
    }
  }

  private void tellWhose(CapstoneParts parts) {
    List<Part> yours = parts.passed();
    int all = Part.values().length;
    out.println(yours.size() + " of " + all + " parts are yours.");
    list("yours", yours.stream().map(Part::toString).toList());
    List<String> others = new ArrayList<>();
    for (Part part : Part.values()) {
      if (!yours.contains(part)) {
        others.add(part + " (" + parts.of(part).state() + ")");
      }
    }
    list("the course's", others);
    if (yours.isEmpty()) {
      Exercise first = Exercises.find(Part.values()[0].exercise());
      out.println("A part becomes yours when its exercise has full points. Begin with");
      out.println("  ./learn walk 0, then exercise " + first.label() + ":");
      out.println("  " + first.starterFile());
      out.println("  ./learn check " + first.id());
    }
    out.println();
  }

  private void list(String whose, List<String> names) {
    StringBuilder line = new StringBuilder("  " + whose + ":");
    for (String name : names) {
      if (line.length() + name.length() + 2 > ROOM) {
        out.println(line);
        line = new StringBuilder("   ");
      }
      line.append(' ').append(name).append(name.equals(names.get(names.size() - 1)) ? "" : ",");
    }
    if (!names.isEmpty()) {
      out.println(line);
    }
  }

  private void run(CapstoneParts parts, CapstoneProcess process) {
    List<Part> yours = new ArrayList<>(parts.passed());
    CompletableFuture<CapstoneProcess.Ended> beside =
        CompletableFuture.supplyAsync(() -> process.run(List.of(), line -> {}));
    Capstone.Result mine = yours.isEmpty() ? null : mine(process, yours);
    Capstone.Result course = finished(beside.join());
    out.println("The course's parts: " + course + " (" + seconds(course) + ")");
    if (mine != null) {
      out.println("With yours:         " + mine + " (" + seconds(mine) + ")");
      out.println(compared(mine, course, yours.size() == Part.values().length));
    }
    translations(mine == null ? course : mine);
    tryOut(parts, process, course);
  }

  private Capstone.Result mine(CapstoneProcess process, List<Part> yours) {
    while (true) {
      CapstoneProcess.Ended ended = process.run(yours, line -> out.println("  " + line));
      if (ended.result() != null) {
        return ended.result();
      }
      if (!keepGoing || ended.failed() == null) {
        throw new UserError(
            "train: "
                + ended.fault()
                + "; exercise "
                + (ended.failed() == null ? "unknown" : ended.failed().exercise())
                + ". With --keep-going the course's part takes its place");
      }
      out.println("  " + ended.fault() + "; the course's takes its place.");
      yours.remove(ended.failed());
    }
  }

  private static Capstone.Result finished(CapstoneProcess.Ended ended) {
    if (ended.result() == null) {
      throw new IllegalStateException("the course's own parts failed: " + ended.fault());
    }
    return ended.result();
  }

  private static String seconds(Capstone.Result result) {
    return Numbers.fixed(result.seconds(), 1) + " s";
  }

  private static String compared(Capstone.Result mine, Capstone.Result course, boolean all) {
    double difference = Math.abs(mine.heldOutLoss() - course.heldOutLoss());
    String end =
        difference <= SAME
            ? "It ends where the course's ends: the held-out losses differ by "
                + Numbers.scientific(difference, 1)
            : "It ends elsewhere: the held-out losses differ by " + Numbers.fixed(difference, 4);
    double times = mine.seconds() / course.seconds();
    return end
        + ".\n"
        + (all ? "Plain arrays" : "With plain arrays in it, it")
        + " took "
        + Numbers.fixed(times, 1)
        + " times as long.";
  }

  private void translations(Capstone.Result result) {
    out.println();
    for (String[] pair : result.translations()) {
      out.println("  " + pair[0] + " → " + pair[1]);
    }
  }

  /** Each of those that have not full points by itself, as long as there is time. */
  private void tryOut(CapstoneParts parts, CapstoneProcess process, Capstone.Result course) {
    long start = System.nanoTime();
    List<String> left = new ArrayList<>();
    List<Part> tried = parts.tried();
    List<String> changes =
        Each.inParallel(
            tried,
            2,
            part ->
                System.nanoTime() - start > TIME_TO_TRY
                    ? ""
                    : CapstoneDifference.of(process.run(List.of(part), line -> {}), course));
    for (int i = 0; i < tried.size(); i++) {
      Part part = tried.get(i);
      if (changes.get(i).isEmpty()) {
        left.add(part.toString());
      } else {
        String standing = parts.of(part).state();
        out.println("\nWith your " + part + " (" + standing + "), which " + part.does() + ":");
        out.println("  " + changes.get(i));
      }
    }
    if (!left.isEmpty()) {
      out.println();
      list("not tried, for it takes too long", left);
    }
  }
}
