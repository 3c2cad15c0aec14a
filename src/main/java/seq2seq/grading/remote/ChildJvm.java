package seq2seq.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.run.Limits;
import seq2seq.grading.wire.Frames;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireException;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/**
 * One process beside this one, from its start to its end.
 *
 * <p>Reading and writing have threads of their own, so that nobody who waits here can be held up by
 * a process that neither reads nor writes.
 */
final class ChildJvm implements AutoCloseable {
  private static final SecureRandom SECRETS = new SecureRandom();
  private static final byte[] END = {};
  private static final byte[] NONSENSE = {1};
  private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

  /** What a JVM says that could not go on, or that the system gave no thread. */
  private static final List<String> BROKEN =
      List.of(
          "native thread",
          "insufficient memory for the Java Runtime",
          "A fatal error has been detected by the Java Runtime",
          "Could not create the Java Virtual Machine",
          "Could not find or load main class");

  private static final int FIRST_SIGNAL = 128;
  private static final int MOST_SAID = 1 << 16;

  private final Process process;
  private final Frames frames;
  private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> incoming = new ArrayBlockingQueue<>(4);
  private final StringBuffer said = new StringBuffer();
  private final CountDownLatch saidAll = new CountDownLatch(1);
  private volatile boolean closed;

  private ChildJvm(Process process, long secret) throws IOException {
    this.process = process;
    frames = Frames.parent(process.getInputStream(), process.getOutputStream(), secret);
    try {
      thread("writer", this::write);
      thread("reader", this::read);
      thread("errors", this::listen);
    } catch (RuntimeException | Error noThread) {
      closed = true;
      outgoing.add(END); // or the writer would wait for ever, and be one thread more
      throw noThread;
    }
  }

  /** What ended while somebody waited for an answer. */
  enum End {
    /** The process, by itself. */
    EXIT,
    /** The process, which the system or a fault of the JVM's own took down. */
    KILLED,
    /** The process, which had no memory left. */
    MEMORY,
    /** The trust: what came was no frame. */
    NONSENSE
  }

  /** Thrown instead of an answer. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;
    private final End end;

    NoAnswer(End end) {
      this.end = end;
    }

    End end() {
      return end;
    }
  }

  /** Starts a process with the classes of {@code jar}; it is not there yet when this returns. */
  static ChildJvm start(Path jar, Limits limits) {
    ChildJvm child = start(ChildCommand.learner(jar, limits), jar.toAbsolutePath().getParent());
    child.send(new WireWriter(Message.HELLO).number(limits.printedKilobytes() * 1024));
    return child;
  }

  /** Starts a process by this command, in this folder. */
  static ChildJvm start(List<String> command, Path folder) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> !isNeeded(name));
      ChildCommand.setLocale(builder.environment());
      return talkingTo(builder.start());
    } catch (IOException unstartable) {
      throw new GraderTrouble("cannot start a JVM: " + unstartable.getMessage(), unstartable);
    }
  }

  private static ChildJvm talkingTo(Process process) throws IOException {
    try {
      ChildJvm child = new ChildJvm(process, SECRETS.nextLong());
      RunningJvms.add(child);
      return child;
    } catch (IOException unreachable) {
      process.destroyForcibly();
      throw unreachable;
    } catch (RuntimeException | Error noThread) {
      process.destroyForcibly();
      throw GraderTrouble.of(noThread);
    }
  }

  /**
   * Without these a JVM may not start; nothing else of our environment is the learner's business.
   */
  private static boolean isNeeded(String name) {
    return List.of("SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
        .contains(name.toUpperCase(Locale.ROOT));
  }

  private void thread(String name, Runnable body) {
    Thread thread = new Thread(body, "grading " + name + " " + process.pid());
    thread.setDaemon(true);
    thread.start();
  }

  void send(WireWriter frame) {
    outgoing.add(frame.toBytes());
  }

  /**
   * Waits so long for the next frame; null if none came yet.
   *
   * @throws NoAnswer if none will come any more, however often it is asked for
   */
  WireReader receive(Duration wait) throws NoAnswer {
    try {
      byte[] frame = incoming.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (frame == null) {
        return null;
      }
      if (frame == END || frame == NONSENSE) {
        incoming.offer(frame);
        throw new NoAnswer(frame == END ? end() : End.NONSENSE);
      }
      return new WireReader(frame);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new GraderTrouble("stopped while it waited for an answer", stopped);
    }
  }

  /** What it says about its end comes on another stream, a little later perhaps. */
  private End end() throws InterruptedException {
    process.waitFor(2, TimeUnit.SECONDS);
    saidAll.await(2, TimeUnit.SECONDS);
    String all = said.toString();
    boolean isBroken = BROKEN.stream().anyMatch(all::contains);
    if (all.contains(OUT_OF_MEMORY) && !isBroken) {
      return End.MEMORY;
    }
    return isBroken || exitStatus() < 0 || exitStatus() > FIRST_SIGNAL ? End.KILLED : End.EXIT;
  }

  /** How it ended: its exit status, and the last line that its JVM wrote. */
  String lastWords() {
    List<String> lines = said.toString().lines().filter(line -> !line.isBlank()).toList();
    String status = "exit status " + exitStatus();
    return lines.isEmpty() ? status : status + ", " + SafeText.line(lines.get(lines.size() - 1));
  }

  /** The exit status; -1 while it runs. */
  int exitStatus() {
    return process.isAlive() ? -1 : process.exitValue();
  }

  /** True if the system tells how much processor time it used. */
  boolean isMeasured() {
    return process.info().totalCpuDuration().isPresent();
  }

  /** Processor time used so far; zero where the system does not tell. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** How many processes it has started that are still there. */
  long descendants() {
    return process.descendants().count();
  }

  /** Ends it and all that it started. */
  @Override
  public void close() {
    closed = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    outgoing.add(END);
    RunningJvms.remove(this);
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      for (byte[] frame = outgoing.take(); frame != END; frame = outgoing.take()) {
        frames.send(frame);
      }
    } catch (IOException | InterruptedException ended) {
      // the reader notices too
    }
  }

  private void read() {
    try {
      while (!closed) {
        incoming.put(frames.receive());
      }
    } catch (WireException nonsense) {
      end(NONSENSE);
    } catch (IOException | InterruptedException ended) {
      end(END);
    }
  }

  private void end(byte[] how) {
    while (!closed) {
      try {
        if (incoming.offer(how, 1, TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** What the JVM itself complains of; read to the end, so that it never waits for us. */
  private void listen() {
    byte[] buffer = new byte[4096];
    try (InputStream errors = process.getErrorStream()) {
      for (int n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
        if (said.length() < MOST_SAID) {
          said.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException ended) {
      // nothing more to hear
    } finally {
      saidAll.countDown();
    }
  }
}
