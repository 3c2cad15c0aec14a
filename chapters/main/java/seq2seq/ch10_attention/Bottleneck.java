package seq2seq.ch10_attention;

import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.HeldOutLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.Step;
import seq2seq.ch07_training.Training;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Splits;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

/**
 * The chapter's experiment: strings of many lengths are to be written backwards, by models with a
 * context of fixed size and by one with attention; all see the same strings, in the same order. How
 * many does each get right, by length?
 *
 * <p>A string of n symbols out of ten is one of 10ⁿ, all equally likely, so nothing about it can be
 * left out or guessed: a context that is too small must show.
 */
public final class Bottleneck {
  private static final double HELD_OUT = 0.05;
  private static final double TEST = 0.1;
  private static final double CLIP = 1;
  private static final int TEST_BATCH = 128;

  private final Settings settings;
  private final Splits splits;
  private final Vocabulary source;
  private final Vocabulary target;

  /**
   * What all models of one experiment have in common.
   *
   * @param pairs strings, split by distinct string into training (85 %), validation (5 %) and test
   * @param shortest symbols of the shortest
   * @param longest symbols of the longest; all lengths are equally likely
   * @param embed D
   * @param batch N
   * @param rate the learning rate of Adam; it falls to a tenth after two thirds of the updates
   * @param epochs times through the strings
   * @param seed fixes the strings, first weights and the order of batches
   */
  public record Settings(
      int pairs,
      int shortest,
      int longest,
      int embed,
      int batch,
      double rate,
      int epochs,
      long seed) {}

  /**
   * One model of the experiment.
   *
   * @param hidden H
   * @param attention the kind of attention, or null for a fixed context
   */
  public record Model(int hidden, AttentionKind attention) {

    /** How the model is called in files and plots: {@code fixed context, H = 64}. */
    @Override
    public String toString() {
      String context = attention == null ? "fixed context" : attention + " attention";
      return context + ", H = " + hidden;
    }
  }

  /** The experiment with its strings drawn and split. */
  public Bottleneck(Settings settings) {
    this.settings = settings;
    ParallelCorpus corpus =
        ParallelCorpus.reverse(
            settings.pairs(),
            settings.shortest(),
            settings.longest(),
            Generator.seeded(settings.seed()));
    this.splits = Splits.bySource(corpus, HELD_OUT, TEST, Generator.seeded(settings.seed()));
    this.source = splits.sourceVocabulary(1);
    this.target = splits.targetVocabulary(1);
  }

  /**
   * Trains one model and measures it on the strings that it has not seen.
   *
   * @param afterEpoch is told the number of epochs done and the held-out loss, nats per real token
   * @return length → share of strings written backwards without any mistake, 0 to 1
   */
  public SortedMap<Integer, Double> measure(Model model, BiConsumer<Integer, Double> afterEpoch) {
    List<PaddedBatch> heldOut = batches(splits.valid(), TEST_BATCH).inOrder();
    Observer watching =
        (step, now) -> {
          if (step == Step.VISUALISE) {
            afterEpoch.accept(now.epoch() + 1, HeldOutLoss.of(now.model(), heldOut));
          }
        };
    Batches batches = batches(splits.train(), settings.batch());
    long fallsAfter = (long) batches.count() * settings.epochs() * 2 / 3;
    Training training =
        new Training(
            architecture(model),
            batches,
            new LrStepDecay(settings.rate(), fallsAfter),
            CLIP,
            Generator.seeded(settings.seed()),
            watching);
    training.run(settings.epochs());
    return ExactMatch.byLength(
        training.model(), batches(splits.test(), TEST_BATCH), settings.longest() + 1);
  }

  private Architecture architecture(Model model) {
    ModelSizes sizes =
        new ModelSizes(
            CellKind.GRU,
            ContextMode.BOTH,
            source.size(),
            target.size(),
            settings.embed(),
            model.hidden(),
            1,
            0);
    return model.attention() == null ? sizes : new AttentionSizes(sizes, model.attention());
  }

  private Batches batches(ParallelCorpus split, int size) {
    return Batches.of(split, source, target, BatchOptions.of(size, settings.longest() + 1));
  }
}
