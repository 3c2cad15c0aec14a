package seq2seq.grading.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import seq2seq.grading.submission.ZipDirectory.Header;

/**
 * The files of a zip archive. Nothing is extracted under a name that the archive chose.
 *
 * <p>The archive is read from memory: then an error can only come from its bytes, and never from
 * the disk.
 */
final class ZipListing {
  private static final int LOCAL = 0x04034b50;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_BEHIND = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private ZipListing() {}

  /**
   * Lists {@code archive}.
   *
   * @throws SubmissionException if it is no zip archive, or too large, or contradicts itself
   */
  static Listing of(byte[] archive) {
    if (archive.length > Bounds.ARCHIVE) {
      throw new SubmissionException(
          "the archive is larger than " + (Bounds.ARCHIVE >> 20) + " MB, and no more is read");
    }
    try {
      return list(archive, ZipDirectory.read(archive));
    } catch (SubmissionException refused) {
      throw refused;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException out) {
      throw ZipDirectory.broken("it points outside itself");
    }
  }

  private static Listing list(byte[] archive, List<Header> headers) {
    List<Entry> entries = new ArrayList<>();
    int unsafe = 0;
    for (Header header : headers) {
      String name = header.name().replace('\\', '/');
      if (!isSafe(name)) {
        unsafe++;
      } else if (!name.endsWith("/") && !Litter.isLitter(name)) {
        entries.add(
            new Entry(name, "", most -> new ByteArrayInputStream(content(archive, header, most))));
      }
    }
    List<String> notes =
        unsafe == 0 ? List.of() : List.of(unsafe + " entries whose names leave the archive");
    return new Listing(entries, notes);
  }

  /** Such names are never used to write a file either, so this is only to be told about them. */
  private static boolean isSafe(String name) {
    List<String> parts = Arrays.asList(name.split("/"));
    return !name.startsWith("/")
        && !name.contains(":")
        && !name.contains("\0")
        && !parts.contains("..")
        && parts.size() <= Bounds.DEPTH;
  }

  /** The bytes of a file, or one more than {@code most} of them. */
  private static byte[] content(byte[] archive, Header header, int most) throws IOException {
    try {
      ByteBuffer packed = packed(archive, header);
      byte[] bytes = unpacked(packed, header, most);
      if (bytes.length <= most && (bytes.length != header.size() || crc(bytes) != header.crc())) {
        throw new IOException("its check sum is wrong");
      }
      return bytes;
    } catch (DataFormatException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException broken) {
      throw new IOException("its bytes in the archive are damaged", broken);
    }
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** The bytes behind the file's own header, which must say what the directory says. */
  private static ByteBuffer packed(byte[] archive, Header header) throws IOException {
    ByteBuffer at = ZipDirectory.at(archive, header.offset());
    if (at.getInt() != LOCAL) {
      throw new IOException("the directory of the archive points at something else");
    }
    at.getShort();
    int flags = at.getShort();
    int method = at.getShort();
    at.getInt(); // the time
    boolean isSame = (flags & SIZES_BEHIND) != 0 || at.getInt(at.position()) == header.crc();
    at.position(at.position() + 4 + 4 + 4);
    byte[] name = new byte[Short.toUnsignedInt(at.getShort())];
    int extra = Short.toUnsignedInt(at.getShort());
    at.get(name);
    if ((flags & ENCRYPTED) != 0) {
      throw new IOException("it is encrypted");
    }
    if (!isSame || method != header.method() || !Arrays.equals(name, header.rawName())) {
      throw new IOException("it is another file by its own header than by the archive's directory");
    }
    return ZipDirectory.at(archive, at.position() + (long) extra);
  }

  private static byte[] unpacked(ByteBuffer packed, Header header, int most)
      throws IOException, DataFormatException {
    if (header.packedSize() > packed.remaining()) {
      throw new IOException("it is cut off");
    }
    ByteBuffer part = packed.slice(packed.position(), (int) header.packedSize());
    return switch (header.method()) {
      case STORED -> stored(part, most);
      case DEFLATED -> inflated(part, most);
      default ->
          throw new IOException(
              "is packed by method " + header.method() + "; only stored and deflated are read");
    };
  }

  private static byte[] stored(ByteBuffer part, int most) {
    byte[] bytes = new byte[Math.min(part.remaining(), most + 1)];
    part.get(bytes);
    return bytes;
  }

  private static byte[] inflated(ByteBuffer part, int most) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(part);
      byte[] bytes = new byte[Math.min(most + 1, 1 << 12)];
      int n = 0;
      while (n <= most && !inflater.finished()) {
        if (n == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(most + 1, 2 * n));
        }
        int more = inflater.inflate(bytes, n, bytes.length - n);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new DataFormatException("cut off");
        }
        n += more;
      }
      return Arrays.copyOf(bytes, n);
    } finally {
      inflater.end();
    }
  }

  /** Names are UTF-8, or else of an older program, and then any letters will do. */
  static String name(byte[] raw) {
    Charset charset = Utf8.badLine(raw) > 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    return new String(raw, charset);
  }
}
