package seq2seq.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch07_training.Training;
import seq2seq.data.DataException;
import seq2seq.data.Safetensors;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;

/**
 * All that {@code --resume} needs, in one file: parameters, the optimiser's state, the generator's,
 * the place in the epoch, the history, and the settings that fixed the run.
 *
 * @param settings what the run was started with
 * @param corpus the corpus' SHA-256
 * @param position where training stands
 * @param optimiserSteps updates made
 * @param history the epochs so far, as {@link Histories} writes them
 * @param epochSeconds spent in this epoch so far
 * @param arrays parameters as {@code parameter.NAME}, the optimiser's arrays as {@code
 *     optimiser.NAME}, the best epoch's parameters, if an epoch is over, as {@code best.NAME}
 */
record Checkpoint(
    TrainSettings settings,
    String corpus,
    Training.Position position,
    long optimiserSteps,
    String history,
    double epochSeconds,
    List<Safetensors.Entry> arrays) {
  private static final String FORMAT = "seq2seq checkpoint 2";
  private static final String PARAMETER = "parameter.";
  private static final String OPTIMISER = "optimiser.";
  private static final String BEST = "best.";

  /** What there is to save of a training; the arrays are the live ones. */
  static Checkpoint of(
      TrainSettings settings,
      String corpus,
      Training training,
      BestWeights best,
      String history,
      double epochSeconds) {
    List<Safetensors.Entry> arrays = new ArrayList<>();
    for (Parameter p : training.model().parameters()) {
      int[] shape = p.value().shape().toArray();
      arrays.add(new Safetensors.Entry(PARAMETER + p.name(), shape, p.value().liveData()));
      best.of(p).ifPresent(b -> arrays.add(new Safetensors.Entry(BEST + p.name(), shape, b)));
    }
    training
        .optimiser()
        .state()
        .forEach(
            (name, values) ->
                arrays.add(
                    new Safetensors.Entry(OPTIMISER + name, new int[] {values.length}, values)));
    return new Checkpoint(
        settings,
        corpus,
        training.position(),
        training.optimiser().steps(),
        history,
        epochSeconds,
        arrays);
  }

  /** Writes it whole or not at all. */
  void write(Path file) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("format", FORMAT);
    text.put("settings", settings.toJson());
    text.put("corpus", corpus);
    text.put("epoch", Integer.toString(position.epoch()));
    text.put("nextBatch", Integer.toString(position.nextBatch()));
    text.put("generatorAtEpochStart", hex(position.generatorAtEpochStart()));
    text.put("generator", hex(position.generator()));
    text.put(
        "sums",
        hex(
            Double.doubleToLongBits(position.lossSum()),
            Double.doubleToLongBits(position.normSum())));
    text.put("tokens", Long.toString(position.tokens()));
    text.put("optimiserSteps", Long.toString(optimiserSteps));
    text.put("history", history);
    text.put("epochSeconds", hex(Double.doubleToLongBits(epochSeconds)));
    new Safetensors(arrays, text).write(file);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws DataException if the file is missing, cut short, or something else
   */
  static Checkpoint read(Path file) {
    Safetensors saved = Safetensors.read(file);
    Map<String, String> text = saved.metadata();
    if (!FORMAT.equals(text.get("format"))) {
      throw new DataException(
          file
              + ": is not a checkpoint of this course (expected format \""
              + FORMAT
              + "\", found \""
              + text.get("format")
              + "\")");
    }
    try {
      long[] sums = longs(text.get("sums"));
      Training.Position position =
          new Training.Position(
              Integer.parseInt(text.get("epoch")),
              Integer.parseInt(text.get("nextBatch")),
              longs(text.get("generatorAtEpochStart")),
              longs(text.get("generator")),
              Double.longBitsToDouble(sums[0]),
              Double.longBitsToDouble(sums[1]),
              Long.parseLong(text.get("tokens")));
      TrainSettings settings = TrainSettings.fromJson(text.get("settings"), file.toString());
      double epochSeconds = Double.longBitsToDouble(longs(text.get("epochSeconds"))[0]);
      return new Checkpoint(
          settings,
          text.get("corpus"),
          position,
          Long.parseLong(text.get("optimiserSteps")),
          text.get("history"),
          epochSeconds,
          saved.entries());
    } catch (NumberFormatException | NullPointerException | ArrayIndexOutOfBoundsException e) {
      throw new DataException(
          file + ": is damaged: a part of its description is missing or not a number", e);
    }
  }

  /**
   * Puts the saved values into a model and an optimiser, which are mutated.
   *
   * @throws DataException if a parameter is missing or has another size
   */
  void restoreInto(List<Parameter> parameters, Optimiser optimiser) {
    SavedModel.fill(parameters, new Safetensors(arrays, Map.of()), PARAMETER);
    Map<String, float[]> state = new LinkedHashMap<>();
    for (Safetensors.Entry entry : arrays) {
      if (entry.name().startsWith(OPTIMISER)) {
        state.put(entry.name().substring(OPTIMISER.length()), entry.values());
      }
    }
    optimiser.restore(optimiserSteps, state);
  }

  /**
   * The best epoch's weights so far, none if no epoch was over; they pass through the parameters,
   * which are mutated.
   *
   * @throws DataException if a parameter is missing or has another size
   */
  BestWeights bestWeights(List<Parameter> parameters) {
    BestWeights best = new BestWeights();
    if (!history.isEmpty()) {
      SavedModel.fill(parameters, new Safetensors(arrays, Map.of()), BEST);
      best.keep(parameters);
    }
    return best;
  }

  private static String hex(long... words) {
    StringBuilder text = new StringBuilder();
    for (long word : words) {
      text.append(HexFormat.of().toHexDigits(word));
    }
    return text.toString();
  }

  private static long[] longs(String hex) {
    long[] words = new long[hex.length() / 16];
    for (int i = 0; i < words.length; i++) {
      words[i] = HexFormat.fromHexDigitsToLong(hex, 16 * i, 16 * i + 16);
    }
    return words;
  }
}
