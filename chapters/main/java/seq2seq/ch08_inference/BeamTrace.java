package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.plot.figures.SearchTree;
import seq2seq.plot.figures.SearchTree.Branch;

/**
 * A beam search that keeps what it looked at, to be drawn: the same search as {@link Beam} with γ =
 * 0, one hypothesis at a time, over a model or over a table that can be checked by head.
 */
public final class BeamTrace {
  private static final String END = "<eos>";

  private final NextWord model;
  private final int width;
  private final int shown;
  private final List<Branch> branches = new ArrayList<>();
  private final List<Double> finished = new ArrayList<>();

  /** What may come next, and how likely. */
  @FunctionalInterface
  public interface NextWord {
    /** Words and their probabilities after a beginning; iterated in the map's own order. */
    Map<String, Double> after(List<String> words);
  }

  /** A hypothesis in the beam: its words, and its place in the tree. */
  private record Living(List<String> words, int place, double logProbability) {}

  /** One of the continuations of the beam. */
  private record Candidate(Living from, String word, double logProbability) {}

  private BeamTrace(NextWord model, int width, int shown) {
    this.model = model;
    this.width = width;
    this.shown = shown;
  }

  /**
   * The tree of a search over a table: each row is a beginning, a colon, and what may follow it.
   *
   * <pre>{@code
   * BeamTrace.ofTable(2, ": elle 0.5, on 0.4, il 0.1", "on: dort 0.9, <eos> 0.1", ...)
   * }</pre>
   *
   * @param width K, hypotheses kept
   * @throws IllegalArgumentException if the width is below 1 or a row cannot be read
   */
  public static SearchTree ofTable(int width, String... rows) {
    Map<String, Map<String, Double>> table = new LinkedHashMap<>();
    for (String row : rows) {
      int colon = row.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("beam trace: a row needs a colon; got " + row);
      }
      table.put(row.substring(0, colon).trim(), probabilities(row.substring(colon + 1)));
    }
    NextWord next = words -> table.getOrDefault(String.join(" ", words), new LinkedHashMap<>());
    return search(next, width, rows.length + 1, Integer.MAX_VALUE);
  }

  private static Map<String, Double> probabilities(String text) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      String[] pair = part.trim().split(" ");
      if (pair.length != 2) {
        throw new IllegalArgumentException(
            "beam trace: what follows is a word and a probability; got \"" + part.trim() + "\"");
      }
      probabilities.put(pair[0], Double.parseDouble(pair[1]));
    }
    return probabilities;
  }

  /**
   * The tree of a search with a trained model.
   *
   * @param source ids (T), without padding
   * @param target the words of the decoder's ids
   * @param maxSteps steps at most, eos included
   * @param width K, hypotheses kept
   * @param shown how many continuations of each hypothesis are drawn; those that are kept always
   *     are
   * @throws IllegalArgumentException if the width is below 1
   */
  public static SearchTree of(
      Seq2Seq model, int[] source, Vocabulary target, int maxSteps, int width, int shown) {
    NextWord next = words -> NoGrad.get(() -> after(model, source, target, words));
    return search(next, width, maxSteps, shown);
  }

  private static Map<String, Double> after(
      Seq2Seq model, int[] source, Vocabulary target, List<String> words) {
    Decoder decoder = model.decoder();
    Decoder.State state =
        decoder.start(
            model
                .encoder()
                .forward(new int[][] {source}, new int[] {source.length}, Mode.inference()));
    Decoder.Step step = decoder.step(new int[] {Vocabulary.BOS}, state, Mode.inference());
    for (int id : target.ids(words)) {
      step = decoder.step(new int[] {id}, step.state(), Mode.inference());
    }
    Tensor logProbabilities = step.logits().logSoftmax();
    Map<String, Double> next = new LinkedHashMap<>();
    for (int id = 0; id < target.size(); id++) {
      next.put(target.token(id), StrictMath.exp(logProbabilities.get(0, id)));
    }
    return next;
  }

  private static SearchTree search(NextWord model, int width, int maxSteps, int shown) {
    if (width < 1) {
      throw new IllegalArgumentException("beam trace: its width must be at least 1; got " + width);
    }
    BeamTrace trace = new BeamTrace(model, width, shown);
    List<Living> beam = List.of(new Living(List.of(), -1, 0));
    for (int t = 0; t < maxSteps && trace.isOpen(beam); t++) {
      beam = trace.advance(beam);
    }
    return SearchTree.of(trace.branches);
  }

  /** Whether something in the beam can still come among the K best finished ones. */
  private boolean isOpen(List<Living> beam) {
    finished.sort(Comparator.reverseOrder());
    return !beam.isEmpty()
        && (finished.size() < width || beam.get(0).logProbability > finished.get(width - 1));
  }

  private List<Living> advance(List<Living> beam) {
    List<Candidate> all = new ArrayList<>();
    for (Living from : beam) {
      model
          .after(from.words)
          .forEach(
              (word, p) ->
                  all.add(new Candidate(from, word, from.logProbability + StrictMath.log(p))));
    }
    all.sort(Comparator.comparingDouble(c -> -c.logProbability));
    List<Candidate> kept = all.subList(0, Math.min(width, all.size()));
    List<Living> next = new ArrayList<>();
    beam.forEach(from -> draw(from, all, kept, next));
    next.sort(Comparator.comparingDouble(h -> -h.logProbability));
    return next;
  }

  /**
   * The continuations of one hypothesis, likeliest first: those kept, and so many of the others.
   */
  private void draw(Living from, List<Candidate> all, List<Candidate> kept, List<Living> next) {
    int drawn = 0;
    for (Candidate c : all) {
      boolean stays = kept.contains(c);
      if (c.from == from && (stays || drawn < shown)) {
        drawn++;
        branches.add(new Branch(from.place, c.word, c.logProbability, stays));
        if (stays) {
          goOn(c, next);
        }
      }
    }
  }

  private void goOn(Candidate c, List<Living> next) {
    if (c.word.equals(END)) {
      finished.add(c.logProbability);
    } else {
      List<String> words = new ArrayList<>(c.from.words);
      words.add(c.word);
      next.add(new Living(words, branches.size() - 1, c.logProbability));
    }
  }
}
