package seq2seq.grading.remote;

import java.nio.file.Path;
import java.time.Duration;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.StarterCompiler;
import seq2seq.grading.remote.ChildJvm.End;
import seq2seq.grading.remote.ChildJvm.NoAnswer;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireException;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/**
 * javac in a process of its own, and the check of what it made: a file can be written on which
 * either uses up any memory, or thinks for years, and then only that process is lost. It serves
 * file after file, since javac that has warmed up is ten times as fast. For one thread at a time.
 */
public final class RemoteCompiler implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int BUSY = 5;

  private final Duration first;
  private final Duration next;
  private ChildJvm child;
  private int served;

  /** One with the usual limits: an honest file takes a tenth of a second, and a new process two. */
  public RemoteCompiler() {
    this(Duration.ofSeconds(13), Duration.ofSeconds(3));
  }

  /**
   * One with these limits.
   *
   * @param first processor time for a file and the start of its process
   * @param next processor time for a file in a process that has served another; what needs more
   *     gets a new process, and with it the first limit
   */
  public RemoteCompiler(Duration first, Duration next) {
    this.first = first;
    this.next = next;
  }

  /**
   * As {@link CheckedStarter#of}.
   *
   * @throws GraderTrouble if javac or its process does not work
   */
  public CheckedStarter compile(Exercise exercise, String source) {
    boolean isFresh = served == 0;
    CheckedStarter starter = attempt(exercise, source);
    return starter.gaveUp() && !isFresh ? attempt(exercise, source) : starter;
  }

  /** Whoever gave up may be gone, or in a state that nobody knows: the next file gets another. */
  private CheckedStarter attempt(Exercise exercise, String source) {
    CheckedStarter starter = ask(exercise, source);
    if (starter.gaveUp()) {
      close();
    }
    return starter;
  }

  private CheckedStarter ask(Exercise exercise, String source) {
    if (child == null) {
      Path anywhere = Path.of(System.getProperty("java.io.tmpdir"));
      child = ChildJvm.start(ChildCommand.compiler(), anywhere);
    }
    served++;
    try {
      child.send(new WireWriter(Message.COMPILE).text(exercise.id()).text(source));
      return await(exercise);
    } catch (NoAnswer none) {
      throw lost("ended (" + child.lastWords() + ")");
    } catch (WireException lie) {
      throw lost("sent something that is no answer");
    }
  }

  private CheckedStarter await(Exercise exercise) throws NoAnswer {
    Duration before = child.processorTime();
    // On a busy machine it gets more time, until its processor time is up.
    long end = System.nanoTime() + LONGEST.toNanos() * (child.isMeasured() ? BUSY : 1);
    Duration most = served == 1 ? first : next;
    while (System.nanoTime() - end < 0) {
      try {
        WireReader answer = child.receive(SLICE);
        if (answer != null) {
          return CompiledFrame.read(answer);
        }
      } catch (NoAnswer none) {
        if (none.end() == End.MEMORY) {
          return gaveUp(exercise, "it ran out of memory");
        }
        throw none;
      }
      if (child.processorTime().minus(before).compareTo(most) > 0) {
        return gaveUp(
            exercise, "it took too long, more than " + most.toSeconds() + " s of processor time");
      }
    }
    if (child.isMeasured()) {
      throw lost("had too little of the processor in " + BUSY * LONGEST.toSeconds() + " s");
    }
    return gaveUp(exercise, "it took too long, more than " + LONGEST.toSeconds() + " s");
  }

  private static CheckedStarter gaveUp(Exercise exercise, String why) {
    return CheckedStarter.failed(StarterCompiler.gaveUp(exercise, why));
  }

  private GraderTrouble lost(String why) {
    close();
    return new GraderTrouble("the process of javac " + why);
  }

  /** Ends the process; the next file gets another. */
  @Override
  public void close() {
    if (child != null) {
      child.close();
      child = null;
    }
    served = 0;
  }
}
