package seq2seq.grading.remote;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import seq2seq.grading.Exercises;
import seq2seq.grading.wire.Frames;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/**
 * The process in which javac reads what strangers wrote. It compiles one file after the other, and
 * ends when its parent is gone, whatever javac does then.
 */
final class CompilerMain {
  private CompilerMain() {}

  /** Serves the parent at the other end of standard input and output. */
  public static void main(String[] args) throws IOException {
    Frames parent = Frames.child();
    System.setOut(System.err);
    BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
    Thread worker = new Thread(() -> work(parent, questions), "javac");
    worker.setDaemon(true);
    worker.start();
    parent.receiveAll(questions);
    Runtime.getRuntime().halt(0);
  }

  private static void work(Frames parent, BlockingQueue<byte[]> questions) {
    try {
      while (true) {
        parent.send(answer(new WireReader(questions.take())).toBytes());
      }
    } catch (IOException | InterruptedException gone) {
      // main finds out as well, and ends the JVM
    } catch (Throwable broken) {
      System.err.println(broken);
      Runtime.getRuntime().halt(1); // the parent finds out at once, and why
    }
  }

  private static WireWriter answer(WireReader question) {
    return CompiledFrame.write(CheckedStarter.of(Exercises.find(question.text()), question.text()));
  }
}
