package seq2seq.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch07_training.Training;
import seq2seq.data.History;
import seq2seq.data.Safetensors;
import seq2seq.engine.Generator;
import seq2seq.files.FileException;
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
 * @param history the epochs so far
 * @param epochSeconds spent in this epoch so far
 * @param arrays parameters as {@code parameter.NAME}, the optimiser's arrays as {@code
 *     optimiser.NAME}, the best epoch's parameters, if an epoch is over, as {@code best.NAME}
 */
record Checkpoint(
    TrainSettings settings,
    String corpus,
    Training.Position position,
    long optimiserSteps,
    History history,
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
      History history,
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
    text.put("settings", SettingsJson.text(settings));
    text.put("corpus", corpus);
    text.put("epoch", Integer.toString(position.epoch()));
    text.put("nextBatch", Integer.toString(position.nextBatch()));
    text.put("generatorAtEpochStart", Fields.hex(position.generatorAtEpochStart()));
    text.put("generator", Fields.hex(position.generator()));
    text.put("sums", Fields.hex(position.lossSum(), position.normSum()));
    text.put("tokens", Long.toString(position.tokens()));
    text.put("optimiserSteps", Long.toString(optimiserSteps));
    text.put("history", Histories.toText(history));
    text.put("epochSeconds", Fields.hex(epochSeconds));
    new Safetensors(arrays, text).sealed().write(file);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws FileException if the file is missing, damaged, or something else
   */
  static Checkpoint read(Path file) {
    Safetensors saved = Safetensors.read(file);
    Fields fields = new Fields(file.toString(), saved.metadata());
    if (!FORMAT.equals(saved.metadata().get("format"))) {
      throw new FileException(
          file
              + ": is not a checkpoint of this course (expected format \""
              + FORMAT
              + "\", found \""
              + saved.metadata().get("format")
              + "\")");
    }
    saved.requireSeal(file);
    return new Checkpoint(
        SettingsJson.read(fields.object("settings")),
        fields.text("corpus"),
        position(fields),
        fields.whole("optimiserSteps", 0, Long.MAX_VALUE),
        Histories.fromWords(fields),
        fields.doubles("epochSeconds", 1)[0],
        saved.entries());
  }

  private static Training.Position position(Fields fields) {
    double[] sums = fields.doubles("sums", 2);
    return new Training.Position(
        fields.whole("epoch", 0, Integer.MAX_VALUE),
        fields.whole("nextBatch", 0, Integer.MAX_VALUE),
        generator(fields, "generatorAtEpochStart"),
        generator(fields, "generator"),
        sums[0],
        sums[1],
        fields.whole("tokens", 0, Long.MAX_VALUE));
  }

  private static long[] generator(Fields fields, String name) {
    long[] state = fields.words(name, 4);
    fields.require(name, (state[0] | state[1] | state[2] | state[3]) != 0, "not all 0");
    return state;
  }

  /**
   * A model of the saved weights; the optimiser and the best weights, which are mutated, go on from
   * their saved state.
   *
   * @param file where it was read, for the error
   * @throws FileException if an array is missing, surplus or of another size, or holds a number
   *     that is not finite
   */
  Seq2Seq restore(Path file, Corpus corpus, Optimiser optimiser, BestWeights best) {
    int source = corpus.source().size();
    int target = corpus.target().size();
    SavedWeights weights = new SavedWeights(file, arrays, PARAMETER);
    weights.checkSizes(settings, source, target);
    Seq2Seq model = settings.architecture(source, target).initialise(Generator.seeded(0));
    if (!history.epochs().isEmpty()) {
      new SavedWeights(file, arrays, BEST).copyInto(model.parameters());
      best.keep(model.parameters());
    }
    weights.copyInto(model.parameters());
    Map<String, float[]> state = optimiserState(file, model.parameters());
    try {
      optimiser.restore(optimiserSteps, state);
    } catch (IllegalArgumentException incomplete) {
      throw new FileException(file + ": " + incomplete.getMessage(), incomplete);
    }
    return model;
  }

  private Map<String, float[]> optimiserState(Path file, List<Parameter> parameters) {
    Map<String, float[]> state = new LinkedHashMap<>();
    for (Safetensors.Entry entry : arrays) {
      if (entry.name().startsWith(OPTIMISER)) {
        SavedWeights.requireFinite(file, entry.name(), entry.values());
        requireParameter(file, entry, parameters);
        state.put(entry.name().substring(OPTIMISER.length()), entry.values());
      } else if (!entry.name().startsWith(PARAMETER) && !isBest(entry)) {
        throw new FileException(file + ": a checkpoint has no tensor " + entry.name());
      }
    }
    return state;
  }

  private boolean isBest(Safetensors.Entry entry) {
    return entry.name().startsWith(BEST) && !history.epochs().isEmpty();
  }

  /** {@code optimiser.m.NAME} is as large as the parameter. */
  private static void requireParameter(
      Path file, Safetensors.Entry entry, List<Parameter> parameters) {
    if (parameters.stream().noneMatch(p -> belongs(entry, p))) {
      throw new FileException(
          file + ": tensor " + entry.name() + " is of no parameter, or not as large as it");
    }
  }

  private static boolean belongs(Safetensors.Entry entry, Parameter p) {
    return entry.name().matches(OPTIMISER + "." + "[.]" + java.util.regex.Pattern.quote(p.name()))
        && entry.values().length == p.value().size();
  }
}
