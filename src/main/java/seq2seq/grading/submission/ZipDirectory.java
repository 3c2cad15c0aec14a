package seq2seq.grading.submission;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip archive, as PKWARE's APPNOTE 6.3 describes it (4.3.12 to 4.3.16),
 * with the larger numbers of ZIP64 that some programs always write.
 *
 * <p>Our own, since a library reads much more than the two ways of packing that students' programs
 * use, and neither the JDK's nor Commons Compress compares check sums and local headers.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ZIP64_LOCATOR = 0x07064b50;
  private static final int ZIP64_LOCATOR_LENGTH = 20;
  private static final int ZIP64_END = 0x06064b50;
  private static final int ZIP64_EXTRA = 1;
  private static final int HEADER = 0x02014b50;
  private static final long IN_ZIP64 = 0xffffffffL;

  /**
   * One file.
   *
   * @param rawName its name as bytes
   * @param method how it is packed
   * @param crc its check sum
   * @param packedSize in bytes
   * @param size unpacked, in bytes
   * @param offset of its own header
   */
  record Header(byte[] rawName, int method, int crc, long packedSize, long size, long offset) {
    String name() {
      return ZipListing.name(rawName);
    }
  }

  private ZipDirectory() {}

  /**
   * Reads it.
   *
   * @throws SubmissionException if it is none, or too large
   * @throws java.nio.BufferUnderflowException if it points outside the archive; so do {@link
   *     IndexOutOfBoundsException} and {@link IllegalArgumentException}
   */
  static List<Header> read(byte[] archive) {
    ByteBuffer end = at(archive, findEnd(archive));
    end.position(end.position() + 10);
    long count = Short.toUnsignedLong(end.getShort());
    long length = Integer.toUnsignedLong(end.getInt());
    long start = Integer.toUnsignedLong(end.getInt());
    ByteBuffer larger = zip64End(archive);
    if (larger != null) {
      larger.position(larger.position() + 32);
      count = larger.getLong();
      length = larger.getLong();
      start = larger.getLong();
    }
    if (count < 0 || count > Bounds.ENTRIES) {
      throw new SubmissionException(
          "the archive has " + count + " entries; at most " + Bounds.ENTRIES + " are read");
    }
    return headers(at(archive, start), count, start + length);
  }

  private static List<Header> headers(ByteBuffer in, long count, long end) {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(header(in));
    }
    if (in.position() != end) {
      throw broken("its directory is not as long as it says");
    }
    return headers;
  }

  private static Header header(ByteBuffer in) {
    if (in.getInt() != HEADER) {
      throw broken("its directory is damaged");
    }
    in.position(in.position() + 6);
    int method = in.getShort();
    in.position(in.position() + 4);
    int crc = in.getInt();
    long packedSize = Integer.toUnsignedLong(in.getInt());
    long size = Integer.toUnsignedLong(in.getInt());
    byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
    int extraLength = Short.toUnsignedInt(in.getShort());
    int commentLength = Short.toUnsignedInt(in.getShort());
    in.position(in.position() + 8);
    long offset = Integer.toUnsignedLong(in.getInt());
    in.get(name);
    ByteBuffer larger = zip64Extra(in, extraLength);
    in.position(in.position() + extraLength + commentLength);
    long realSize = size == IN_ZIP64 ? larger.getLong() : size;
    long realPacked = packedSize == IN_ZIP64 ? larger.getLong() : packedSize;
    long realOffset = offset == IN_ZIP64 ? larger.getLong() : offset;
    return new Header(name, method, crc, realPacked, realSize, realOffset);
  }

  /** The larger numbers of a file; empty if there are none. */
  private static ByteBuffer zip64Extra(ByteBuffer in, int length) {
    ByteBuffer extra = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    while (extra.remaining() >= 4) {
      int kind = extra.getShort();
      int size = Math.min(extra.remaining() - 2, Short.toUnsignedInt(extra.getShort()));
      if (kind == ZIP64_EXTRA) {
        return extra.slice(extra.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      }
      extra.position(extra.position() + size);
    }
    return ByteBuffer.allocate(0);
  }

  /** The record at the end stands before a comment whose length it tells. */
  private static int findEnd(byte[] archive) {
    int last = archive.length - END_LENGTH;
    for (int i = last; i >= Math.max(0, last - LONGEST_COMMENT); i--) {
      ByteBuffer in = at(archive, i);
      if (in.getInt() == END && Short.toUnsignedInt(in.getShort(i + END_LENGTH - 2)) == last - i) {
        return i;
      }
    }
    throw broken("its end is missing");
  }

  /** The larger record before it, if there is one. */
  private static ByteBuffer zip64End(byte[] archive) {
    int locator = findEnd(archive) - ZIP64_LOCATOR_LENGTH;
    if (locator < 0 || at(archive, locator).getInt() != ZIP64_LOCATOR) {
      return null;
    }
    ByteBuffer in = at(archive, at(archive, locator + 8).getLong());
    if (in.getInt(in.position()) != ZIP64_END) {
      throw broken("its ZIP64 record is missing");
    }
    return in;
  }

  /**
   * The archive from this place on.
   *
   * @throws IllegalArgumentException if there is no such place
   */
  static ByteBuffer at(byte[] archive, long place) {
    if (place < 0 || place > archive.length) {
      throw new IllegalArgumentException("no place " + place);
    }
    return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).position((int) place);
  }

  static SubmissionException broken(String why) {
    return new SubmissionException("this is no zip archive that can be read: " + why);
  }
}
