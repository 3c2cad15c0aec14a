package seq2seq.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.AtomicFile;

/**
 * A file of named float arrays in the safetensors format, which PyTorch and others read as well: 8
 * bytes with the length of a JSON header, the header with each array's type, shape and place, then
 * the numbers, little-endian. Free text may be kept in the header under {@code __metadata__}.
 *
 * @param entries the arrays, in file order
 * @param metadata free text by name, in file order
 */
public record Safetensors(List<Entry> entries, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final int MAX_HEADER = 100_000_000;

  /**
   * One array.
   *
   * @param name unique in the file
   * @param shape sizes, outermost first
   * @param values as many as the shape has elements; the live array, not a copy
   */
  public record Entry(String name, int[] shape, float[] values) {}

  /**
   * The array of that name.
   *
   * @throws DataException if there is none
   */
  public Entry entry(String name) {
    return entries.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DataException("safetensors: there is no tensor " + name));
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
    try (OutputStream out = Files.newOutputStream(file)) {
      writeTo(out);
    }
  }

  private void writeTo(OutputStream out) throws IOException {
    byte[] header = header().toString().getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer start = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(padded).put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    out.write(start.array());
    for (Entry entry : entries) {
      ByteBuffer bytes =
          ByteBuffer.allocate(4 * entry.values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(entry.values);
      out.write(bytes.array());
    }
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
      one.add("shape", numbers(entry.shape));
      long end = at + 4L * entry.values.length;
      JsonArray place = new JsonArray();
      place.add(at);
      place.add(end);
      one.add("data_offsets", place);
      header.add(entry.name, one);
      at = end;
    }
    return header;
  }

  private static JsonArray numbers(int[] values) {
    JsonArray array = new JsonArray();
    for (int value : values) {
      array.add(value);
    }
    return array;
  }

  /**
   * Reads a whole file.
   *
   * @throws DataException if the file is missing, cut short, or not of this format; the message
   *     names the file and what was found
   */
  public static Safetensors read(Path file) {
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new DataException(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new DataException(file + ": cannot be read: permission denied");
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static Safetensors parse(Path file, byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.length < 8 ? -1 : all.getLong();
    if (length < 2 || length > MAX_HEADER) {
      throw new DataException(
          file + ": is not a safetensors file (" + bytes.length + " bytes, no header)");
    }
    if (8 + length > bytes.length) {
      throw new DataException(
          file
              + ": is cut short: the header alone should take "
              + (8 + length)
              + " bytes, the file has "
              + bytes.length);
    }
    JsonObject header = header(file, new String(bytes, 8, (int) length, StandardCharsets.UTF_8));
    ByteBuffer data =
        all.slice(8 + (int) length, bytes.length - 8 - (int) length).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonElement> field : header.entrySet()) {
        if (field.getKey().equals(METADATA)) {
          field
              .getValue()
              .getAsJsonObject()
              .asMap()
              .forEach((name, value) -> metadata.put(name, value.getAsString()));
        } else {
          entries.add(entry(file, field.getKey(), field.getValue().getAsJsonObject(), data));
        }
      }
    } catch (IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException e) {
      throw new DataException(
          file + ": is not a safetensors file: its header does not describe tensors");
    }
    return new Safetensors(entries, metadata);
  }

  private static JsonObject header(Path file, String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new DataException(file + ": is not a safetensors file: its header is not JSON");
    }
  }

  private static Entry entry(Path file, String name, JsonObject described, ByteBuffer data) {
    if (!described.get("dtype").getAsString().equals("F32")) {
      throw new DataException(
          file
              + ": tensor "
              + name
              + " has type "
              + described.get("dtype").getAsString()
              + "; only F32 is read here");
    }
    JsonArray sizes = described.getAsJsonArray("shape");
    int[] shape = new int[sizes.size()];
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).getAsInt();
      count *= shape[i];
    }
    long from = described.getAsJsonArray("data_offsets").get(0).getAsLong();
    long to = described.getAsJsonArray("data_offsets").get(1).getAsLong();
    if (from < 0 || to - from != 4 * count) {
      throw new DataException(
          file
              + ": tensor "
              + name
              + " says "
              + count
              + " numbers but has "
              + (to - from)
              + " bytes");
    }
    if (to > data.capacity()) {
      throw new DataException(
          file
              + ": is cut short: tensor "
              + name
              + " ends at byte "
              + to
              + " of the data, of which there are "
              + data.capacity());
    }
    float[] values = new float[(int) count];
    data.slice((int) from, (int) (to - from))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Entry(name, shape, values);
  }

  /** The names and the metadata's names, not the numbers. */
  @Override
  public String toString() {
    return "Safetensors " + entries.stream().map(Entry::name).toList() + " " + metadata.keySet();
  }
}
