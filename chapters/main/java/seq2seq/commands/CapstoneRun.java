package seq2seq.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.Part;
import seq2seq.cli.Children;
import seq2seq.cli.Each;
import seq2seq.cli.UserError;
import seq2seq.engine.Numbers;
import seq2seq.files.TemporaryFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.language.Language;
import seq2seq.language.Texts;
import seq2seq.notebook.text.MarkdownText;

/**
 * {@code learn train --mine}: a translator of the learner's own parts, beside the course's.
 *
 * @param course the top folder of the checkout
 * @param keepGoing whether the course's part takes the place of one that fails
 * @param out where it reports
 */
record CapstoneRun(Path course, boolean keepGoing, PrintStream out) {
  /** Losses that agree to this are the same: plain arrays are of doubles, tensors of floats. */
  static final double SAME = 1e-4;

  private static final Texts TEXTS = CapstoneTexts.TEXTS;

  private static final int ROOM = 78;

  /** So many nanoseconds after the training no further part is tried. */
  private static final long TIME_TO_TRY = 60_000_000_000L;

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
    out.println(TEXTS.get("count", yours.size(), all));
    list("yours", yours.stream().map(CapstoneTexts::name).toList());
    List<String> others = new ArrayList<>();
    for (Part part : Part.values()) {
      if (!yours.contains(part)) {
        others.add(TEXTS.get("part", CapstoneTexts.name(part), parts.of(part).state()));
      }
    }
    list("course", others);
    if (yours.isEmpty()) {
      Exercise first = Exercises.find(Part.values()[0].exercise());
      out.println(TEXTS.get("begin"));
      out.println("  " + TEXTS.get("begin.walk", first.chapter(), first.label()));
      out.println("  " + first.starterFile());
      out.println("  ./learn check " + first.id());
    }
    out.println();
  }

  /** No line ends within an English name; between Chinese characters it may. */
  private void list(String key, List<String> names) {
    if (!names.isEmpty()) {
      Stream<String> whole = names.stream().map(name -> name.replace(' ', '\u00a0'));
      String comma = Language.current().choose(", ", "、");
      String line = TEXTS.get(key, whole.collect(Collectors.joining(comma)));
      MarkdownText.wrapped(line, ROOM, "  ", "    ").forEach(out::println);
    }
  }

  private void run(CapstoneParts parts, CapstoneProcess process) {
    List<Part> yours = new ArrayList<>(parts.passed());
    CompletableFuture<CapstoneProcess.Ended> beside =
        CompletableFuture.supplyAsync(() -> process.run(List.of(), line -> {}));
    Capstone.Result mine = yours.isEmpty() ? null : mine(process, yours);
    Capstone.Result course = finished(beside.join());
    tell("result.course", course);
    if (mine != null) {
      tell("result.yours", mine);
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
            ended.failed() == null
                ? TEXTS.get("failed.nobody", ended.fault())
                : TEXTS.get("failed", ended.fault(), ended.failed().exercise()));
      }
      out.println("  " + TEXTS.get("replaced", ended.fault()));
      yours.remove(ended.failed());
    }
  }

  private static Capstone.Result finished(CapstoneProcess.Ended ended) {
    if (ended.result() == null) {
      throw new IllegalStateException("the course's own parts failed: " + ended.fault());
    }
    return ended.result();
  }

  private void tell(String key, Capstone.Result result) {
    String said = CapstoneTexts.said(result.toString());
    out.println(TEXTS.get(key, said, Numbers.fixed(result.seconds(), 1)));
  }

  private static String compared(Capstone.Result mine, Capstone.Result course, boolean all) {
    double difference = Math.abs(mine.heldOutLoss() - course.heldOutLoss());
    String end =
        difference <= SAME
            ? TEXTS.get("ends.same", Numbers.scientific(difference, 1))
            : TEXTS.get("ends.other", Numbers.fixed(difference, 4));
    double times = mine.seconds() / course.seconds();
    return end + "\n" + TEXTS.get(all ? "took.all" : "took", Numbers.fixed(times, 1));
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
        left.add(CapstoneTexts.name(part));
      } else {
        String does = CapstoneTexts.said(part.does());
        out.println();
        out.println(TEXTS.get("tried", CapstoneTexts.name(part), parts.of(part).state(), does));
        out.println("  " + changes.get(i));
      }
    }
    if (!left.isEmpty()) {
      out.println();
      list("not.tried", left);
    }
  }
}
