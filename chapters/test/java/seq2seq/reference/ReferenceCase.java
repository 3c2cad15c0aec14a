package seq2seq.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/** One case of a reference file: the numbers that went into PyTorch, and those that came out. */
final class ReferenceCase {
  private final JsonObject json;

  private ReferenceCase(JsonElement json) {
    this.json = json.getAsJsonObject();
  }

  /** The cases of one file, {@code gru} for gru.json, in its order. */
  static List<ReferenceCase> all(String group) {
    String file = group + ".json";
    try (InputStream stream = ReferenceCase.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("reference: there is no file " + file);
      }
      JsonElement whole =
          JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      List<ReferenceCase> cases = new ArrayList<>();
      whole.getAsJsonObject().getAsJsonArray("cases").forEach(c -> cases.add(new ReferenceCase(c)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the case makes this choice at all. */
  boolean has(String option) {
    return json.getAsJsonObject("options").has(option);
  }

  /** A choice by its name: the cell, the context. */
  String option(String name) {
    return json.getAsJsonObject("options").get(name).getAsString();
  }

  /** A size by its name. */
  int size(String name) {
    return json.getAsJsonObject("options").get(name).getAsInt();
  }

  /** A setting by its name: the learning rate, the limit. */
  double number(String name) {
    return json.getAsJsonObject("options").get(name).getAsDouble();
  }

  /** Token ids (N,T). */
  int[][] ids(String name) {
    JsonArray rows = json.getAsJsonObject("ids").getAsJsonArray(name);
    int[][] ids = new int[rows.size()][];
    for (int n = 0; n < ids.length; n++) {
      JsonArray row = rows.get(n).getAsJsonArray();
      ids[n] = new int[row.size()];
      for (int t = 0; t < ids[n].length; t++) {
        ids[n][t] = row.get(t).getAsInt();
      }
    }
    return ids;
  }

  /** A single row of whole numbers: valid lengths (N). */
  int[] row(String name) {
    return ids(name)[0];
  }

  /** An input, as a leaf that receives a gradient. */
  Tensor given(String name) {
    return tensor("given", name).withGrad();
  }

  /** The first value of a parameter. */
  Tensor weight(String name) {
    return tensor("weights", name);
  }

  /** The names of all parameters, in our spelling. */
  Set<String> weightNames() {
    return json.getAsJsonObject("weights").keySet();
  }

  private Tensor tensor(String part, String name) {
    JsonObject entry = json.getAsJsonObject(part).getAsJsonObject(name);
    return Tensor.of(shape(entry), floats(entry));
  }

  /**
   * What PyTorch computed.
   *
   * @param shape of both
   * @param float64 the truth, up to double rounding, row-major
   * @param float32 what its own single precision came to, row-major
   * @param largest the largest of the tensor's numbers without their signs, those included that the
   *     file leaves out
   */
  record Expected(Shape shape, double[] float64, float[] float32, double largest) {}

  /** What PyTorch computed under this name. */
  Expected expected(String name) {
    JsonObject entry = json.getAsJsonObject("expected").getAsJsonObject(name);
    JsonArray exact = entry.getAsJsonArray("float64");
    double[] float64 = new double[exact.size()];
    for (int i = 0; i < float64.length; i++) {
      float64[i] = exact.get(i).getAsDouble();
    }
    return new Expected(shape(entry), float64, floats(entry), largest(entry, float64));
  }

  private static double largest(JsonObject entry, double[] values) {
    if (entry.has("largest")) {
      return entry.get("largest").getAsDouble();
    }
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** The names of all that PyTorch computed. */
  Set<String> expectedNames() {
    return json.getAsJsonObject("expected").keySet();
  }

  private static Shape shape(JsonObject entry) {
    JsonArray sizes = entry.getAsJsonArray("shape");
    int[] shape = new int[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).getAsInt();
    }
    return Shape.of(shape);
  }

  /** Parsed as floats, never by way of a double: the bits are those that the script wrote. */
  private static float[] floats(JsonObject entry) {
    JsonArray numbers = entry.getAsJsonArray("float32");
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(numbers.get(i).getAsString());
    }
    return values;
  }

  /** What the case is, with its sizes. */
  @Override
  public String toString() {
    return json.get("name").getAsString();
  }
}
