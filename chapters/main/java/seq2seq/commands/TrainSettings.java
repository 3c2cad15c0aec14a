package seq2seq.commands;

import com.google.gson.Gson;
import java.nio.file.Path;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.ch10_attention.AttentionSizes;

/**
 * Everything that fixes a training run, save the number of threads, which changes no bit of it.
 *
 * @param task the embedded corpus, or null for {@code pairs}
 * @param pairs the tab-separated file, absolute, or null for {@code task}
 * @param limit how many pairs of the file, 0 for all
 * @param skipBadLines whether bad lines of the file are skipped and counted
 * @param cell the recurrent cell
 * @param context how the decoder gets the context
 * @param embed D
 * @param hidden H, on the encoder's side H_enc
 * @param decoderHidden H_dec, or null where it is H
 * @param layers L
 * @param dropout as {@link ModelSizes}
 * @param batch N
 * @param steps tokens a sentence may have, eos included; longer ones are cut
 * @param rate the learning rate
 * @param epochs how often training goes through the corpus
 * @param clip the limit of the global gradient norm
 * @param minCount a word seen less often in training is {@code <unk>}
 * @param attention the kind of attention, or null for none
 * @param seed fixes the splits, the first weights, the order of batches and dropout
 */
record TrainSettings(
    String task,
    String pairs,
    int limit,
    boolean skipBadLines,
    CellKind cell,
    ContextMode context,
    int embed,
    int hidden,
    Integer decoderHidden,
    int layers,
    double dropout,
    int batch,
    int steps,
    double rate,
    int epochs,
    double clip,
    int minCount,
    AttentionKind attention,
    long seed) {

  /** The plan of the model for vocabularies of V and V' words. */
  Architecture architecture(int sourceVocabulary, int targetVocabulary) {
    ModelSizes sizes =
        new ModelSizes(
            cell,
            context,
            sourceVocabulary,
            targetVocabulary,
            embed,
            hidden,
            decoderSize(),
            layers,
            dropout);
    return attention == null ? sizes : new AttentionSizes(sizes, attention);
  }

  /** H_dec. */
  int decoderSize() {
    return decoderHidden == null ? hidden : decoderHidden;
  }

  /** The corpus as a user calls it: the task, or the name of the file without its folder. */
  String corpusName() {
    return task != null ? task : Path.of(pairs).getFileName().toString();
  }

  /** A copy to change; its {@link Builder#build} checks it. */
  Builder change() {
    Builder b = new Gson().fromJson(SettingsJson.text(this), Builder.class);
    b.task = task; // null is not in the JSON, and a new builder has a task
    return b;
  }

  /** Settings that are still being chosen, each by its name: those of {@code phrases} at first. */
  static final class Builder {
    String task = "phrases";
    String pairs;
    int limit;
    boolean skipBadLines;
    CellKind cell = CellKind.GRU;
    ContextMode context = ContextMode.BOTH;
    int embed = 64;
    int hidden = 192;
    Integer decoderHidden;
    int layers = 1;
    double dropout;
    int batch = 64;
    int steps = 12;
    double rate = 0.004;
    int epochs = 8;
    double clip = 1;
    int minCount = 1;
    AttentionKind attention;
    long seed = 1;

    TrainSettings build() {
      return new TrainSettings(
          task,
          pairs,
          limit,
          skipBadLines,
          cell,
          context,
          embed,
          hidden,
          decoderHidden,
          layers,
          dropout,
          batch,
          steps,
          rate,
          epochs,
          clip,
          minCount,
          attention,
          seed);
    }
  }
}
