package seq2seq.commands;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.files.AtomicFile;

/**
 * The batches of an epoch of {@code learn train} without options, as JSON: {@code
 * docs/performance/torch_train.py} trains on them, so that both sides have the same data, the same
 * padding and the same sizes.
 *
 * @param sourceVocabulary V
 * @param targetVocabulary V'
 * @param embed D
 * @param hidden H
 * @param rate the learning rate of Adam
 * @param clip the limit of the global gradient norm
 * @param batches ids (N,T) and (N,T'), and the lengths of both sides
 */
record BenchBatches(
    int sourceVocabulary,
    int targetVocabulary,
    int embed,
    int hidden,
    double rate,
    double clip,
    List<PaddedBatch> batches) {

  /** Those of the settings that {@code learn train} has by itself. */
  static BenchBatches ofTrain() {
    TrainSettings settings = new TrainSettings.Builder().build();
    Corpus corpus = Corpus.load(settings);
    Batches train = corpus.batches(corpus.splits().train(), settings);
    return new BenchBatches(
        corpus.source().size(),
        corpus.target().size(),
        settings.embed(),
        settings.hidden(),
        settings.rate(),
        settings.clip(),
        List.copyOf(train.epoch(Generator.seeded(settings.seed() + 1))));
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, new Gson().toJson(this) + "\n");
  }
}
