package seq2seq.grading.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Queue;

/**
 * Frames over two streams. Each begins with a secret number that the parent drew for this process,
 * so that bytes which something else wrote to the same stream are never taken for a frame.
 */
public final class Frames {
  private final DataInputStream in;
  private final DataOutputStream out;
  private final long secret;

  private Frames(DataInputStream in, DataOutputStream out, long secret) {
    this.in = in;
    this.out = out;
    this.secret = secret;
  }

  /** The parent's end, which sends the secret first. */
  public static Frames parent(InputStream in, OutputStream out, long secret) throws IOException {
    Frames frames = new Frames(buffered(in), buffered(out), secret);
    frames.out.writeLong(secret);
    return frames;
  }

  /** The child's end, which reads the secret first. */
  public static Frames child(InputStream in, OutputStream out) throws IOException {
    DataInputStream data = buffered(in);
    return new Frames(data, buffered(out), data.readLong());
  }

  /** The end of a process whose standard input and output are its parent's. */
  public static Frames child() throws IOException {
    return child(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
  }

  private static DataInputStream buffered(InputStream in) {
    return new DataInputStream(new BufferedInputStream(in));
  }

  private static DataOutputStream buffered(OutputStream out) {
    return new DataOutputStream(new BufferedOutputStream(out));
  }

  /** Sends a frame. */
  public synchronized void send(byte[] frame) throws IOException {
    out.writeLong(secret);
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
  }

  /**
   * The next frame; waits for it.
   *
   * @throws EOFException if the stream ends
   * @throws WireException if what comes is no frame
   */
  public byte[] receive() throws IOException {
    if (in.readLong() != secret) {
      throw new WireException("what came does not begin with the secret number");
    }
    int length = in.readInt();
    if (length < 1 || length > WireWriter.LONGEST) {
      throw new WireException("no frame has " + length + " bytes");
    }
    byte[] frame = new byte[length];
    in.readFully(frame);
    return frame;
  }

  /** Hands on every frame, until the other side is gone, or sends what is none. */
  public void receiveAll(Queue<byte[]> into) throws IOException {
    try {
      while (true) {
        into.add(receive());
      }
    } catch (EOFException | WireException gone) {
      // nothing more to hear
    }
  }
}
