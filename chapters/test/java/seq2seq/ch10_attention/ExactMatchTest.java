package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class ExactMatchTest {
  private static final ParallelCorpus CORPUS =
      ParallelCorpus.of(
          "pairs",
          Tokenizer.characters(),
          List.of(
              new Pair("a", "bb"),
              new Pair("b", "bbb"),
              new Pair("ab", "bb"),
              new Pair("ba", "a"),
              new Pair("aab", "aa")));

  /** A model that writes b whatever it reads, and ends after {@code length} of them or never. */
  private static Seq2Seq writesB(Vocabulary source, Vocabulary target, boolean ends) {
    Seq2Seq model =
        new ModelSizes(CellKind.GRU, ContextMode.BOTH, source.size(), target.size(), 4, 4, 1, 0)
            .initialise(Generator.seeded(1));
    float[] bias = model.parameters().get(model.parameters().size() - 1).value().liveData();
    bias[ends ? Vocabulary.EOS : target.id("b")] = 100;
    return model;
  }

  @Test
  void aSentenceCountsWhenItIsRightAndEnded() {
    Vocabulary source = Vocabulary.of(CORPUS.sourceTokens(), 1);
    Vocabulary target = Vocabulary.of(CORPUS.targetTokens(), 1);
    Batches all = Batches.of(CORPUS, source, target, BatchOptions.of(2, 8));
    // Cut at 2 steps the model has written "bb" each time, and no end: right words, no sentence.
    assertThat(ExactMatch.byLength(writesB(source, target, false), all, 2))
        .containsExactly(entry(1, 0), entry(2, 0), entry(3, 0));
  }

  @Test
  void sharesAreCountedByTheLengthOfTheSource() {
    List<Pair> pairs =
        List.of(new Pair("a", ""), new Pair("b", "a"), new Pair("ab", ""), new Pair("ba", ""));
    ParallelCorpus corpus = ParallelCorpus.of("pairs", Tokenizer.characters(), pairs);
    Vocabulary source = Vocabulary.of(CORPUS.sourceTokens(), 1);
    Vocabulary target = Vocabulary.of(CORPUS.targetTokens(), 1);
    Batches all = Batches.of(corpus, source, target, BatchOptions.of(3, 8));
    assertThat(ExactMatch.byLength(writesB(source, target, true), all, 8))
        .containsExactly(entry(1, 0.5), entry(2, 1));
  }

  private static java.util.Map.Entry<Integer, Double> entry(int length, double share) {
    return java.util.Map.entry(length, share);
  }
}
