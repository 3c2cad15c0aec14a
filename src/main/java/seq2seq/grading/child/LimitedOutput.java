package seq2seq.grading.child;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import seq2seq.grading.wire.Frames;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireWriter;

/** Where the learner's prints go: the first of each test to the parent, the rest nowhere. */
final class LimitedOutput extends OutputStream {
  /** So much of what a test prints is told, in bytes. */
  private static final int TOLD = 2000;

  private final Frames parent;
  private long limit = Long.MAX_VALUE;
  private long count;

  LimitedOutput(Frames parent) {
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
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** One print too many tells the parent, which ends this process, and never returns. */
  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    if (count < TOLD) {
      int told = (int) Math.min(length, TOLD - count);
      byte[] text = Arrays.copyOfRange(bytes, from, from + told);
      parent.send(new WireWriter(Message.PRINTED).bytes(text).toBytes());
    }
    count += length;
    if (count > limit) {
      parent.send(new WireWriter(Message.FLOODED).toBytes());
      while (true) {
        LockSupport.park(this);
      }
    }
  }
}
