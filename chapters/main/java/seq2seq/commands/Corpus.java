package seq2seq.commands;

import java.nio.file.Path;
import java.util.List;
import seq2seq.cli.UsageError;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.ReadOptions;
import seq2seq.data.Splits;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.files.Sha256;

/**
 * The data of a run, ready for training: splits by distinct source, vocabularies from the training
 * split alone.
 *
 * @param splits train, valid, test
 * @param source the vocabulary of the source side
 * @param target the vocabulary of the target side
 * @param skipped bad lines that were skipped
 * @param sha256 of all pairs, to notice at {@code --resume} that the file has changed
 */
record Corpus(Splits splits, Vocabulary source, Vocabulary target, int skipped, String sha256) {
  /** The embedded corpora. */
  static final List<String> TASKS = List.of("phrases", "dates", "reverse");

  private static final double VALID = 0.1;
  private static final double TEST = 0.1;

  static Corpus load(TrainSettings settings) {
    ParallelCorpus all = read(settings);
    Splits splits = Splits.bySource(all, VALID, TEST, Generator.seeded(settings.seed()));
    return new Corpus(
        splits,
        Vocabulary.of(splits.train().sourceTokens(), settings.minCount()),
        Vocabulary.of(splits.train().targetTokens(), settings.minCount()),
        all.skipped(),
        sha256(all));
  }

  private static ParallelCorpus read(TrainSettings settings) {
    if (settings.pairs() != null) {
      int limit = settings.limit() == 0 ? Integer.MAX_VALUE : settings.limit();
      return ParallelCorpus.read(
          Path.of(settings.pairs()), new ReadOptions(limit, settings.skipBadLines()));
    }
    return embedded(settings.task());
  }

  /**
   * The embedded corpus of that name.
   *
   * @throws UsageError if there is none
   */
  static ParallelCorpus embedded(String task) {
    return switch (task) {
      case "phrases" -> ParallelCorpus.phrases();
      case "dates" -> ParallelCorpus.dates();
      case "reverse" -> ParallelCorpus.reverse();
      default -> throw new UsageError(RunLines.TEXTS.get("task", task, String.join(", ", TASKS)));
    };
  }

  Tokenizer tokenizer() {
    return splits.train().tokenizer();
  }

  Batches batches(ParallelCorpus split, TrainSettings settings) {
    return Batches.of(split, source, target, BatchOptions.of(settings.batch(), settings.steps()));
  }

  private static String sha256(ParallelCorpus corpus) {
    Sha256 sha256 = new Sha256();
    for (Pair pair : corpus.pairs()) {
      sha256.add(pair.source() + "\t" + pair.target() + "\n");
    }
    return sha256.hex();
  }
}
