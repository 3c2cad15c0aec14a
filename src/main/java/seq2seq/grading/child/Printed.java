package seq2seq.grading.child;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import seq2seq.grading.wire.Frames;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireWriter;

/** Where the learner's prints go: counted, and then nowhere. */
final class Printed extends OutputStream {
  private final Frames parent;
  private long limit = Long.MAX_VALUE;
  private long count;

  Printed(Frames parent) {
    this.parent = parent;
  }

  synchronized void limit(int bytes) {
    limit = bytes;
  }

  /** Counts from 0 again. */
  synchronized void forget() {
    count = 0;
  }

  @Override
  public void write(int one) throws IOException {
    add(1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    add(length);
  }

  /** One print too many tells the parent, which ends this process, and never returns. */
  private synchronized void add(int bytes) throws IOException {
    count += bytes;
    if (count > limit) {
      parent.send(new WireWriter(Message.FLOODED).toBytes());
      while (true) {
        LockSupport.park(this);
      }
    }
  }
}
