package seq2seq.data;

import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.FileException;
import seq2seq.files.IoMessages;
import seq2seq.files.TextFile;

/**
 * Reads a safetensors file and holds it to the rules of the format: a header of strict JSON with
 * each name once, and arrays that fill the rest of the file one after the other, without overlap,
 * hole or rest. Nothing is allocated for an array before all of this is known.
 */
final class SafetensorsReader {
  private static final int MAX_HEADER = 100_000_000; // the format's own limit
  private static final int MAX_RANK = 16;
  private static final int CHUNK = 1 << 16;

  /** Where an array lies in the data, and what it should be. */
  private record Place(String name, int[] shape, long from, long to) {}

  private final Path file;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();

  private SafetensorsReader(Path file) {
    this.file = file;
  }

  /** The arrays and the metadata of {@code file}; see {@link Safetensors#read}. */
  static Safetensors read(Path file) {
    if (Files.isDirectory(file)) {
      throw new FileException(file + ": expected a safetensors file, found a folder");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new SafetensorsReader(file).read(channel);
    } catch (NoSuchFileException e) {
      throw new FileException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new FileException(file + ": cannot be read: " + IoMessages.reason(e), e);
    }
  }

  private Safetensors read(FileChannel channel) throws IOException {
    int length = headerLength(channel);
    readHeader(text(bytes(channel, length)));
    places.sort(Comparator.comparingLong(Place::from).thenComparingLong(Place::to));
    checkPlaces(channel.size() - 8 - length);
    List<Safetensors.Entry> entries = new ArrayList<>();
    for (Place place : places) {
      entries.add(new Safetensors.Entry(place.name, place.shape, floats(channel, place)));
    }
    return new Safetensors(entries, metadata);
  }

  private int headerLength(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer start = bytes(channel, (int) Math.min(8, size));
    if (size >= 4 && start.getInt(0) == 0x04034b50) { // "PK", as every zip archive begins
      throw fault("is a zip archive, such as torch.save writes, not a safetensors file");
    }
    long length = size < 8 ? -1 : start.getLong(0);
    if ((length < 2 || length > MAX_HEADER) && isPickle(start)) {
      throw fault("is a Python pickle, such as an old torch.save writes, not a safetensors file");
    }
    if (length < 2 || length > MAX_HEADER) {
      throw fault("is not a safetensors file (" + size + " bytes, no header)");
    }
    if (length > size - 8) {
      String takes = "the header alone should take " + (8 + length) + " bytes, the file has ";
      throw fault("is cut short: " + takes + size);
    }
    return (int) length;
  }

  /** The first byte says pickle, the second which edition of it. */
  private static boolean isPickle(ByteBuffer start) {
    return start.limit() >= 2
        && start.get(0) == (byte) 0x80
        && start.get(1) >= 2
        && start.get(1) <= 5;
  }

  private ByteBuffer bytes(FileChannel channel, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw fault("is cut short: it became smaller while it was read");
      }
    }
    return bytes.flip();
  }

  private String text(ByteBuffer header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(header).toString();
    } catch (CharacterCodingException e) {
      throw fault("is not a safetensors file: its header is not UTF-8 text");
    }
  }

  private void readHeader(String text) {
    if (!text.startsWith("{")) {
      throw fault("is not a safetensors file: its header does not begin with {");
    }
    try {
      StrictJson.object(text, this::readField);
    } catch (StrictJson.Fault wrong) {
      throw fault("is not a safetensors file: its header is no strict JSON: " + wrong.getMessage());
    }
  }

  private void readField(String name, StrictJson json) throws IOException {
    if (name.equals(Safetensors.METADATA)) {
      json.object((key, value) -> metadata.put(key, value.text()));
    } else {
      places.add(place(name, json));
    }
  }

  private Place place(String name, StrictJson json) throws IOException {
    Map<String, Object> parts = new LinkedHashMap<>();
    json.object(
        (key, value) ->
            parts.put(key, value.is(JsonToken.STRING) ? value.text() : value.wholeNumbers()));
    require(name, parts.get("dtype") instanceof String, "no dtype");
    require(name, parts.get("shape") instanceof long[], "no shape");
    require(name, parts.get("data_offsets") instanceof long[], "no data_offsets");
    require(name, parts.size() == 3, "parts beside dtype, shape and data_offsets");
    require(
        name,
        parts.get("dtype").equals("F32"),
        "type " + parts.get("dtype") + "; only F32 is read here");
    long[] offsets = (long[]) parts.get("data_offsets");
    require(name, offsets.length == 2, offsets.length + " data_offsets instead of 2");
    return new Place(name, shape(name, (long[]) parts.get("shape")), offsets[0], offsets[1]);
  }

  private int[] shape(String name, long[] sizes) {
    require(name, sizes.length <= MAX_RANK, sizes.length + " axes; at most " + MAX_RANK);
    int[] shape = new int[sizes.length];
    for (int i = 0; i < shape.length; i++) {
      require(name, sizes[i] <= Integer.MAX_VALUE, "an axis of size " + sizes[i]);
      shape[i] = (int) sizes[i];
    }
    return shape;
  }

  private void checkPlaces(long available) {
    long at = 0;
    for (Place place : places) {
      long bytes = place.to - place.from;
      require(place.name, bytes >= 0, "data_offsets that run backwards");
      long numbers = numbers(place);
      require(
          place.name,
          numbers == bytes / 4 && bytes % 4 == 0,
          "a shape of " + numbers + " numbers but " + bytes + " bytes");
      require(place.name, numbers <= Integer.MAX_VALUE - 8, numbers + " numbers: too many");
      require(place.name, place.from >= at, "bytes that another tensor has as well (overlap)");
      require(place.name, place.from == at, "bytes before it that belong to none (a hole)");
      at = place.to;
      if (at > available) {
        String ends = "tensor " + place.name + " ends at byte " + at;
        throw fault("is cut short: " + ends + " of the data, of which there are " + available);
      }
    }
    if (at < available) {
      throw fault((available - at) + " bytes after the last tensor belong to none");
    }
  }

  private long numbers(Place place) {
    try {
      long numbers = 1;
      for (int size : place.shape) {
        numbers = Math.multiplyExact(numbers, size);
      }
      return numbers;
    } catch (ArithmeticException overflow) {
      throw fault("tensor " + place.name + " has a shape of too many numbers");
    }
  }

  private float[] floats(FileChannel channel, Place place) throws IOException {
    float[] values = new float[(int) ((place.to - place.from) / 4)];
    for (int at = 0; at < values.length; at += CHUNK) {
      int some = Math.min(CHUNK, values.length - at);
      bytes(channel, 4 * some).asFloatBuffer().get(values, at, some);
    }
    return values;
  }

  private void require(String tensor, boolean holds, String otherwise) {
    if (!holds) {
      throw fault("tensor " + TextFile.shown(tensor) + " has " + otherwise);
    }
  }

  private FileException fault(String what) {
    return new FileException(file + ": " + what);
  }
}
