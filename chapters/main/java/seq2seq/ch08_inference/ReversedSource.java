package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.HeldOutLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.Training;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Splits;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.nn.Adam;

/**
 * The source sentence read from its end to its beginning, as Sutskever, Vinyals and Le (2014),
 * section 3.3, did: the first words of the source then stand close to the first words of the
 * target, with fewer steps in between.
 */
public final class ReversedSource {
  private static final int STEPS = 12;

  private ReversedSource() {}

  /** The same pairs in the same order, the tokens of each source in reverse order. */
  public static ParallelCorpus of(ParallelCorpus corpus) {
    Tokenizer tokenizer = corpus.tokenizer();
    List<Pair> reversed = new ArrayList<>();
    for (Pair pair : corpus.pairs()) {
      List<String> tokens = new ArrayList<>(tokenizer.tokenize(pair.source()));
      Collections.reverse(tokens);
      reversed.add(new Pair(tokenizer.detokenize(tokens), pair.target()));
    }
    return ParallelCorpus.of(corpus.name() + ", sources reversed", tokenizer, reversed);
  }

  /**
   * Trains a small model (GRU, D 24, H 48, one layer, context as first state) on nine tenths of the
   * corpus and measures it on a twentieth that it never saw.
   *
   * @param seed of the split, the first values and the order of the batches
   * @return the held-out loss, nats per real word
   */
  public static double heldOutLoss(ParallelCorpus corpus, int epochs, long seed) {
    Splits splits = Splits.bySource(corpus, 0.05, 0.05, Generator.seeded(seed));
    Vocabulary source = splits.sourceVocabulary(1);
    Vocabulary target = splits.targetVocabulary(1);
    BatchOptions options = BatchOptions.of(32, STEPS);
    Batches train = Batches.of(splits.train(), source, target, options);
    Batches valid = Batches.of(splits.valid(), source, target, options);
    ModelSizes sizes =
        new ModelSizes(
            CellKind.GRU, ContextMode.INITIAL, source.size(), target.size(), 24, 48, 1, 0);
    Training training =
        new Training(sizes, train, new Adam(0.01), 1, Generator.seeded(seed), Observer.NONE);
    training.run(epochs);
    return HeldOutLoss.of(training.model(), valid.inOrder());
  }
}
