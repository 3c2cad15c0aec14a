package seq2seq.ch07_training;

import java.util.ArrayList;
import java.util.List;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Splits;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

/**
 * The data of chapter 7, for the lessons that come after it: the sentences of {@code phrases} with
 * at most four tokens, split with seed 7, in batches of 32 of at most 12 steps.
 *
 * @param corpus all pairs
 * @param splits train, valid and test
 * @param source the vocabulary of the source, from the training part
 * @param target the vocabulary of the target, from the training part
 * @param train the batches of the training part
 */
public record ShortPhrases(
    ParallelCorpus corpus, Splits splits, Vocabulary source, Vocabulary target, Batches train) {
  private static final int TOKENS = 4;

  /** The data, always the same. */
  public static ShortPhrases load() {
    ParallelCorpus phrases = ParallelCorpus.phrases();
    List<Pair> few = new ArrayList<>(phrases.pairs());
    few.removeIf(pair -> phrases.tokenizer().tokenize(pair.source()).size() > TOKENS);
    ParallelCorpus corpus = ParallelCorpus.of("short phrases", phrases.tokenizer(), few);
    Splits splits = Splits.bySource(corpus, 0.1, 0.1, Generator.seeded(7));
    Vocabulary source = splits.sourceVocabulary(1);
    Vocabulary target = splits.targetVocabulary(1);
    Batches train = Batches.of(splits.train(), source, target, BatchOptions.of(32, 12));
    return new ShortPhrases(corpus, splits, source, target, train);
  }
}
