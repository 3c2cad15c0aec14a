package seq2seq.commands;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.ch10_attention.AttentionSizes;
import seq2seq.data.DataException;

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
 * @param hidden H
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
            cell, context, sourceVocabulary, targetVocabulary, embed, hidden, layers, dropout);
    return attention == null ? sizes : new AttentionSizes(sizes, attention);
  }

  /** The corpus as a user calls it. */
  String corpusName() {
    return task != null ? task : pairs;
  }

  String toJson() {
    return new Gson().toJson(this);
  }

  /** The settings that {@link #toJson} wrote. */
  static TrainSettings fromJson(String json, String where) {
    try {
      TrainSettings settings = new Gson().fromJson(json, TrainSettings.class);
      if (settings == null || settings.cell == null || settings.context == null) {
        throw new DataException(where + ": holds no settings of a training run");
      }
      return settings;
    } catch (JsonSyntaxException e) {
      throw new DataException(where + ": its settings cannot be read");
    }
  }
}
