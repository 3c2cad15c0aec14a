package seq2seq.commands;

import com.google.gson.Gson;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch10_attention.AttentionKind;

/** The settings of a run as JSON in a saved file, and how far each of them may go. */
final class SettingsJson {
  /** The largest D and H: larger ones do not fit into any machine that this course is for. */
  static final int MOST_UNITS = 16_384;

  /** The most layers. */
  static final int MOST_LAYERS = 64;

  /** The most tokens of a sentence. */
  static final int MOST_STEPS = 10_000;

  /** The most pairs of a batch. */
  static final int MOST_PAIRS = 1_000_000;

  private SettingsJson() {}

  static String text(TrainSettings settings) {
    return new Gson().toJson(settings);
  }

  /**
   * The settings that {@link #text} wrote.
   *
   * @throws seq2seq.files.FileException naming the field that is missing or out of its range
   */
  static TrainSettings read(Fields fields) {
    TrainSettings.Builder b = new TrainSettings.Builder();
    b.task = fields.has("task") ? fields.text("task") : null;
    b.pairs = fields.has("pairs") ? fields.text("pairs") : null;
    if (b.task != null) {
      fields.require("task", Corpus.TASKS.contains(b.task), "one of " + Corpus.TASKS);
      fields.require("task", b.pairs == null, "alone, without pairs");
    } else {
      fields.require("pairs", isFileName(fields.text("pairs")), "the name of a file");
    }
    b.limit = fields.whole("limit", 0, Integer.MAX_VALUE);
    b.skipBadLines = fields.flag("skipBadLines");
    b.cell = fields.choice("cell", CellKind.class);
    b.context = fields.choice("context", ContextMode.class);
    b.attention = fields.has("attention") ? fields.choice("attention", AttentionKind.class) : null;
    b.embed = fields.whole("embed", 1, MOST_UNITS);
    b.hidden = fields.whole("hidden", 1, MOST_UNITS);
    b.decoderHidden =
        fields.has("decoderHidden") ? fields.whole("decoderHidden", 1, MOST_UNITS) : null;
    b.layers = fields.whole("layers", 1, MOST_LAYERS);
    b.dropout = fields.number("dropout", 0, Math.nextDown(1.0), "at least 0 and below 1");
    b.batch = fields.whole("batch", 1, MOST_PAIRS);
    b.steps = fields.whole("steps", 2, MOST_STEPS);
    b.rate = fields.number("rate", Float.MIN_VALUE, Float.MAX_VALUE, "a number above 0");
    b.epochs = fields.whole("epochs", 1, Integer.MAX_VALUE);
    b.clip = fields.number("clip", Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
    b.minCount = fields.whole("minCount", 1, Integer.MAX_VALUE);
    b.seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    return b.build();
  }

  private static boolean isFileName(String text) {
    try {
      return java.nio.file.Path.of(text).getFileName() != null && !text.isEmpty();
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }
}
