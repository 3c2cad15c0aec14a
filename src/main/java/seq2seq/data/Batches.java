package seq2seq.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import seq2seq.engine.Generator;

/**
 * A split, encoded once, that yields its batches in a new random order each epoch.
 *
 * <p>Never sorted by length: batches of like lengths would save padding, but each would then be a
 * biased sample of the corpus, and their order would be no secret to the optimiser. Every pair is
 * in exactly one batch of an epoch; the last batch is short when N does not divide the pairs.
 *
 * <p>To resume at batch k: keep the generator's state from before {@link #epoch}, restore it, ask
 * for the epoch again and go on at {@code get(k)}.
 */
public final class Batches {
  private final List<int[]> sources;
  private final List<int[]> targets;
  private final int truncated;
  private final BatchOptions options;

  private Batches(List<int[]> sources, List<int[]> targets, int truncated, BatchOptions options) {
    this.sources = sources;
    this.targets = targets;
    this.truncated = truncated;
    this.options = options;
  }

  /** Encodes {@code split} with the two vocabularies; unseen tokens become {@code <unk>}. */
  public static Batches of(
      ParallelCorpus split, Vocabulary source, Vocabulary target, BatchOptions options) {
    List<int[]> sources = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    int truncated = 0;
    for (Pair pair : split.pairs()) {
      List<String> from = split.tokenizer().tokenize(pair.source());
      List<String> to = split.tokenizer().tokenize(pair.target());
      sources.add(source.encode(from, options.steps()));
      targets.add(target.encode(to, options.steps()));
      truncated += Math.max(from.size(), to.size()) + 1 > options.steps() ? 1 : 0;
    }
    return new Batches(sources, targets, truncated, options);
  }

  /** The number of pairs. */
  public int pairs() {
    return sources.size();
  }

  /** The number of batches in an epoch. */
  public int count() {
    return (pairs() + options.size() - 1) / options.size();
  }

  /** How many pairs lost words, on either side, to the limit on steps. */
  public int truncated() {
    return truncated;
  }

  /**
   * The batches of one epoch in a fresh random order, which {@code generator}'s state fixes: one
   * shuffle, done before this returns. A batch is padded when it is asked for.
   */
  public List<PaddedBatch> epoch(Generator generator) {
    return new Epoch(Order.shuffled(pairs(), generator));
  }

  /** The batches in the order of the split, for evaluation. */
  public List<PaddedBatch> inOrder() {
    return new Epoch(Order.given(pairs()));
  }

  /** The batches of one order, made on demand: an epoch takes the memory of one. */
  private final class Epoch extends AbstractList<PaddedBatch> implements RandomAccess {
    private final int[] order;

    Epoch(int[] order) {
      this.order = order;
    }

    @Override
    public int size() {
      return count();
    }

    @Override
    public PaddedBatch get(int k) {
      int from = Objects.checkIndex(k, count()) * options.size();
      int[] chosen = Arrays.copyOfRange(order, from, Math.min(from + options.size(), order.length));
      List<int[]> source = rows(sources, chosen);
      List<int[]> target = rows(targets, chosen);
      return options.fixedSteps()
          ? PaddedBatch.of(source, target, options.steps())
          : PaddedBatch.of(source, target);
    }
  }

  private static List<int[]> rows(List<int[]> all, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(all::get).toList();
  }
}
