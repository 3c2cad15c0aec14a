package seq2seq.data;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.Sha256;

/**
 * A file of named float arrays in the safetensors format, which PyTorch and others read as well: 8
 * bytes with the length of a JSON header, the header with each array's type, shape and place, then
 * the numbers, little-endian. Free text may be kept in the header under {@code __metadata__}.
 *
 * @param entries the arrays, in file order
 * @param metadata free text by name, in file order
 */
public record Safetensors(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";
  private static final String SEAL = "sha256";
  private static final Gson GSON = new Gson();

  /**
   * One array.
   *
   * @param name unique in the file
   * @param shape sizes, outermost first
   * @param values as many as the shape has elements; the live array, not a copy
   */
  public record Entry(String name, int[] shape, float[] values) {}

  /**
   * This file with the SHA-256 of all that is in it among its metadata, so that a changed bit is
   * noticed: {@link #requireSeal}.
   */
  public Safetensors sealed() {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(SEAL, digest());
    return new Safetensors(entries, more);
  }

  /**
   * Checks that nothing has changed since it was {@link #sealed}.
   *
   * @param file where it was read, for the error
   * @throws FileException if it was never sealed, or something has changed
   */
  public void requireSeal(Path file) {
    String seal = metadata.get(SEAL);
    if (!digest().equals(seal)) {
      throw new FileException(
          file
              + (seal == null
                  ? ": has no " + SEAL + " of its content"
                  : ": is damaged: its content is not what was saved (" + SEAL + " differs)"));
    }
  }

  private String digest() {
    Map<String, String> rest = new LinkedHashMap<>(metadata);
    rest.remove(SEAL);
    Sha256 sha256 = new Sha256().add(new Safetensors(entries, rest).header().toString());
    entries.forEach(entry -> sha256.add(bytes(entry)));
    return sha256.hex();
  }

  /**
   * Writes the file whole or not at all: to a temporary name, flushed to the disk, then renamed. A
   * reader, or a kill at any moment, finds the old file or the new one.
   *
   * @throws UncheckedIOException if it cannot be written (a full or read-only disk); what stood
   *     there before stays
   */
  public void write(Path file) {
    try {
      AtomicFile.write(file, this::writeTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeTo(Path file) throws IOException {
    byte[] header = header().toString().getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer start = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(padded).put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start.array());
      for (Entry entry : entries) {
        out.write(bytes(entry).array());
      }
    }
  }

  private static ByteBuffer bytes(Entry entry) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * entry.values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(entry.values);
    return bytes;
  }

  private JsonObject header() {
    JsonObject header = new JsonObject();
    JsonObject text = new JsonObject();
    metadata.forEach(text::addProperty);
    header.add(METADATA, text);
    long at = 0;
    for (Entry entry : entries) {
      JsonObject one = new JsonObject();
      one.addProperty("dtype", "F32");
      one.add("shape", GSON.toJsonTree(entry.shape));
      long end = at + 4L * entry.values.length;
      one.add("data_offsets", GSON.toJsonTree(new long[] {at, end}));
      header.add(entry.name, one);
      at = end;
    }
    return header;
  }

  /**
   * Reads a whole file.
   *
   * @throws FileException if the file is missing, cut short, or breaks a rule of the format: an
   *     offset out of range, an overlap, a hole, a rest, a name twice, JSON that is not strict, a
   *     type other than F32; the message names the file and what was found
   */
  public static Safetensors read(Path file) {
    return SafetensorsReader.read(file);
  }

  /** The names and the metadata's names, not the numbers. */
  @Override
  public String toString() {
    return "Safetensors " + entries.stream().map(Entry::name).toList() + " " + metadata.keySet();
  }
}
