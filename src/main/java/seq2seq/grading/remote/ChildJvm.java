package seq2seq.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
  private static final byte[] END = {};
  private static final byte[] NONSENSE = {1};
  private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

  private final Process process;
  private final Frames frames;
  private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> incoming = new ArrayBlockingQueue<>(4);
  private volatile boolean outOfMemory;
  private volatile boolean closed;

  private ChildJvm(Process process, long secret) throws IOException {
    this.process = process;
    frames = Frames.parent(process.getInputStream(), process.getOutputStream(), secret);
    thread("writer", this::write);
    thread("reader", this::read);
    thread("errors", this::listen);
  }

  /** What ended while somebody waited for an answer. */
  enum End {
    /** The time that was given. */
    TIME,
    /** The process, by itself. */
    PROCESS,
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
      ChildJvm child = new ChildJvm(builder.start(), new SecureRandom().nextLong());
      Children.add(child);
      return child;
    } catch (IOException unstartable) {
      throw new UncheckedIOException("cannot start a JVM for the exercise", unstartable);
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

  /** Waits so long for the next frame; null if none came yet. */
  WireReader receive(Duration wait) throws NoAnswer {
    try {
      byte[] frame = incoming.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (frame == null) {
        return null;
      }
      if (frame == END) {
        throw new NoAnswer(hasNoMemory() ? End.MEMORY : End.PROCESS);
      }
      if (frame == NONSENSE) {
        throw new NoAnswer(End.NONSENSE);
      }
      return new WireReader(frame);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(End.TIME);
    }
  }

  /** What it says about memory comes on another stream, a little later perhaps. */
  private boolean hasNoMemory() throws InterruptedException {
    process.waitFor(2, TimeUnit.SECONDS);
    for (int i = 0; i < 20 && !outOfMemory && exitStatus() == 3; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return outOfMemory;
  }

  /** The exit status; -1 while it runs. */
  int exitStatus() {
    return process.isAlive() ? -1 : process.exitValue();
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
    Children.remove(this);
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
        String said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        outOfMemory |= said.contains(OUT_OF_MEMORY);
      }
    } catch (IOException ended) {
      // nothing more to hear
    }
  }
}
