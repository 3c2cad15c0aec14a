package seq2seq.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.data.Safetensors;
import seq2seq.engine.Shape;
import seq2seq.files.FileException;
import seq2seq.nn.Parameter;

/**
 * The weights in a saved file, held against the model that they are for: every one of its weights
 * and nothing else, each of its shape, each number finite. Mutable: what is taken out is gone.
 */
final class SavedWeights {
  private final Path file;
  private final Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();

  /** The arrays whose names start with {@code prefix}, without it. */
  SavedWeights(Path file, List<Safetensors.Entry> entries, String prefix) {
    this.file = file;
    for (Safetensors.Entry entry : entries) {
      if (entry.name().startsWith(prefix)) {
        tensors.put(entry.name().substring(prefix.length()), entry);
      }
    }
  }

  /**
   * Checks that the settings and the vocabularies agree with the arrays' shapes, before a model of
   * their sizes is made.
   *
   * @param source V
   * @param target V'
   * @throws FileException naming the first that does not
   */
  void checkSizes(TrainSettings settings, int source, int target) {
    agree("encoder.embedding.W", 0, "a source vocabulary of", source);
    agree("decoder.embedding.W", 0, "a target vocabulary of", target);
    agree("encoder.embedding.W", 1, "embed", settings.embed());
    agree("encoder.cell.0.W_hh", 0, "hidden", settings.hidden());
    agree("decoder.cell.0.W_hh", 0, "decoderHidden", settings.decoderSize());
    find("encoder.cell." + (settings.layers() - 1) + ".W_hh");
    long held = tensors.values().stream().mapToLong(entry -> entry.values().length).sum();
    long needed = atLeast(settings, source, target);
    if (held < needed) {
      throw fault("the settings ask for at least " + needed + " weights, the file holds " + held);
    }
  }

  /**
   * What any model of these sizes has: two embeddings, the output, and the matrices of a plain cell
   * in each layer of either side.
   */
  private static long atLeast(TrainSettings s, long source, long target) {
    long output = target * s.decoderSize();
    return (source + target) * s.embed()
        + plainCells(s, s.hidden())
        + plainCells(s, s.decoderSize())
        + output;
  }

  private static long plainCells(TrainSettings s, long h) {
    return h * s.embed() + (2L * s.layers() - 1) * h * h;
  }

  private void agree(String name, int axis, String what, int size) {
    int[] shape = find(name).shape();
    if (shape.length != 2 || shape[axis] != size) {
      throw fault(
          "there is " + what + " " + size + ", but " + name + " has shape " + Shape.of(shape));
    }
  }

  private Safetensors.Entry find(String name) {
    Safetensors.Entry entry = tensors.get(name);
    if (entry == null) {
      throw fault("there is no tensor " + name);
    }
    return entry;
  }

  /**
   * Copies the values into {@code parameters}, which are mutated.
   *
   * @throws FileException if one is missing, surplus, of another shape, or holds a number that is
   *     not finite
   */
  void copyInto(List<Parameter> parameters) {
    for (Parameter p : parameters) {
      float[] values = take(p.name(), p.value().shape());
      System.arraycopy(values, 0, p.value().liveData(), 0, values.length);
    }
    requireAllTaken();
  }

  /** Takes out the numbers of a tensor, which must be of this shape, and each finite. */
  float[] take(String name, Shape shape) {
    require(name, shape);
    float[] values = tensors.remove(name).values();
    requireFinite(file, name, values);
    return values;
  }

  /** Refuses a tensor that is missing or of another shape. */
  void require(String name, Shape shape) {
    Shape found = Shape.of(find(name).shape());
    if (!found.equals(shape)) {
      String wanted = ", the settings and vocabularies ask for " + shape;
      throw fault("tensor " + name + " has shape " + found + wanted);
    }
  }

  /** Refuses a tensor that nobody took. */
  void requireAllTaken() {
    if (!tensors.isEmpty()) {
      throw fault("the model has no tensor " + tensors.keySet().iterator().next());
    }
  }

  /** Refuses values that are infinite or NaN. */
  static void requireFinite(Path file, String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new FileException(
            file + ": tensor " + name + ": number " + i + " is not finite: a damaged model");
      }
    }
  }

  private FileException fault(String what) {
    return new FileException(file + ": " + what);
  }
}
