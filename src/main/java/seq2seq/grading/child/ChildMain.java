package seq2seq.grading.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import seq2seq.grading.wire.Frames;

/** Starts the learner's process. */
public final class ChildMain {
  /**
   * Room for a method that calls itself as often as a list is long, three times the JVM's own; and
   * too little for one that walks the deepest graph of exercise 0.1 (52 a node, where the pool's
   * recursion takes 85); in bytes.
   */
  private static final long STACK = 3 << 20;

  private ChildMain() {}

  /**
   * Takes standard input and output for the parent, before any class of the learner is there, and
   * serves until the parent is gone: this thread listens, another one runs what the learner wrote.
   */
  public static void main(String[] args) throws IOException {
    Frames parent = Frames.child();
    LimitedOutput printed = new LimitedOutput(parent);
    PrintStream counted = new PrintStream(printed, false, StandardCharsets.UTF_8);
    System.setIn(InputStream.nullInputStream());
    System.setOut(counted);
    System.setErr(counted);
    LinkedBlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    Thread worker = new Thread(null, new Conversation(parent, frames, printed), "exercise", STACK);
    worker.setDaemon(true);
    worker.start();
    parent.receiveAll(frames);
    Runtime.getRuntime().halt(0); // no hook of the learner's is waited for
  }
}
