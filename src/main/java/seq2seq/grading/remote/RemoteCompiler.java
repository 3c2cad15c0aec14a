package seq2seq.grading.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterCompiler.Compiled;
import seq2seq.grading.remote.ChildJvm.NoAnswer;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireException;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/**
 * javac in a process of its own: a file can be written on which it uses up any memory, or thinks
 * for years, and then only that process is lost. It serves file after file, since javac that has
 * warmed up is ten times as fast. For one thread at a time.
 */
public final class RemoteCompiler implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Processor time for one file; an honest one takes a tenth of a second, the first one more. */
  private static final Duration MOST = Duration.ofSeconds(15);

  private ChildJvm child;

  /** As {@link seq2seq.grading.StarterCompiler#compile}. */
  public Compiled compile(Exercise exercise, Path course, Path classes) {
    if (child == null) {
      child =
          ChildJvm.start(ChildCommand.compiler(), Path.of(System.getProperty("java.io.tmpdir")));
    }
    try {
      return new Compiled(classes, errors(exercise, course, classes));
    } catch (NoAnswer | WireException lost) {
      boolean full = lost instanceof NoAnswer none && none.end() == ChildJvm.End.MEMORY;
      close();
      String why = full ? "it ran out of memory" : "it took too long";
      return new Compiled(
          classes, List.of(exercise.starterFile() + ": javac gave up on this file: " + why));
    }
  }

  private List<String> errors(Exercise exercise, Path course, Path classes) throws NoAnswer {
    child.send(
        new WireWriter(Message.COMPILE)
            .text(exercise.id())
            .text(course.toAbsolutePath().toString())
            .text(classes.toAbsolutePath().toString()));
    WireReader answer = await();
    int count = answer.number();
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      errors.add(answer.text());
    }
    return errors;
  }

  private WireReader await() throws NoAnswer {
    long end = System.nanoTime() + LONGEST.toNanos();
    Duration processorEnd = child.processorTime().plus(MOST);
    while (System.nanoTime() - end < 0 && child.processorTime().compareTo(processorEnd) < 0) {
      WireReader answer = child.receive(SLICE);
      if (answer != null) {
        return answer;
      }
    }
    throw new NoAnswer(ChildJvm.End.TIME);
  }

  /** Ends the process; the next file gets another. */
  @Override
  public void close() {
    if (child != null) {
      child.close();
      child = null;
    }
  }
}
