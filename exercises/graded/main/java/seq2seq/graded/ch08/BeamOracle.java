package seq2seq.graded.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What beam search finds for the graded tests, written as the specification says it and with no
 * short cut, and what it finds with a well-known mistake.
 *
 * @param width K
 * @param gamma γ
 */
record BeamOracle(BeamSearch.Model model, int eos, int maxSteps, int width, double gamma) {

  /** What can be done wrong, and what a failure says of it. */
  enum Mistake {
    NONE(""),
    GREEDY("this is what a beam of 1 finds; keep K hypotheses"),
    DROPS_FINISHED("what ends in eos was thrown away; put it aside, it may be the answer"),
    REMEMBERS_LAST("only what finished last was remembered; keep all that finish"),
    TAKES_FIRST("the first sentence to finish was taken; a later one has a better score"),
    STOPS_AT_K("this stopped with K finished sentences; what is in the beam could still win"),
    STOPS_AT_SCORE(
        "this stopped when the scores in the beam were worse; with γ > 0 a score may still rise"),
    OWN_BEST(
        "each hypothesis kept its own best continuation; the K best are chosen among those of all"),
    REFILLS("the beam was filled up again; what ends in eos is one of the K that are kept"),
    UNFINISHED("a hypothesis that never ended won; those count only if none has finished"),
    BY_LOG_P("this is the best log P; γ was not used to compare"),
    WORDS_ONLY("eos was not counted in |Y|"),
    KEEPS_EOS("eos is no word of the sentence"),
    WRONG_WAY("this is the worst of the finished ones; the best score is the largest");

    private final String meaning;

    Mistake(String meaning) {
      this.meaning = meaning;
    }

    String meaning() {
      return meaning;
    }
  }

  private record Line(int[] tokens, double logP, Line parent) {}

  /** The right answer. */
  BeamSearch.Sentence right() {
    return with(Mistake.NONE);
  }

  /** Whether this mistake shows in the words. */
  boolean shows(Mistake mistake) {
    return !Arrays.equals(right().words(), with(mistake).words());
  }

  /** The answer of somebody who makes {@code mistake}. */
  BeamSearch.Sentence with(Mistake mistake) {
    List<Line> beam = List.of(new Line(new int[0], 0, null));
    List<Line> finished = new ArrayList<>();
    for (int t = 0; t < maxSteps && !beam.isEmpty() && !stops(mistake, beam, finished); t++) {
      List<Line> kept = kept(mistake, beam);
      if (mistake == Mistake.REMEMBERS_LAST && kept.stream().anyMatch(this::isFinished)) {
        finished.clear();
      }
      kept.stream().filter(this::isFinished).forEach(finished::add);
      beam = kept.stream().filter(line -> !isFinished(line)).toList();
    }
    return answer(mistake, beam, finished);
  }

  private boolean stops(Mistake mistake, List<Line> beam, List<Line> finished) {
    return switch (mistake) {
      case TAKES_FIRST -> !finished.isEmpty();
      case STOPS_AT_K -> finished.size() >= width;
      case STOPS_AT_SCORE -> best(beam) < best(finished);
      default -> false;
    };
  }

  private double best(List<Line> lines) {
    return lines.stream()
        .mapToDouble(line -> score(line, Mistake.NONE))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private List<Line> kept(Mistake mistake, List<Line> beam) {
    List<Line> all = new ArrayList<>();
    for (Line line : beam) {
      double[] logP = model.logProbabilities(line.tokens.clone());
      for (int k = 0; k < logP.length; k++) {
        int[] longer = Arrays.copyOf(line.tokens, line.tokens.length + 1);
        longer[line.tokens.length] = k;
        all.add(new Line(longer, line.logP + logP[k], line));
      }
    }
    all.removeIf(line -> mistake == Mistake.DROPS_FINISHED && isFinished(line));
    all.sort(Comparator.comparingDouble(line -> -line.logP));
    if (mistake == Mistake.OWN_BEST && beam.get(0).parent != null) {
      return beam.stream().map(line -> firstChild(line, all)).toList();
    }
    int limit = mistake == Mistake.GREEDY ? 1 : width;
    List<Line> first = all.stream().limit(limit).toList();
    if (mistake != Mistake.REFILLS) {
      return first;
    }
    return Stream.concat(
            first.stream().filter(this::isFinished),
            all.stream().filter(line -> !isFinished(line)).limit(limit))
        .toList();
  }

  private static Line firstChild(Line parent, List<Line> all) {
    return all.stream().filter(line -> line.parent == parent).findFirst().orElseThrow();
  }

  private BeamSearch.Sentence answer(Mistake mistake, List<Line> beam, List<Line> finished) {
    List<Line> candidates = new ArrayList<>(finished.isEmpty() ? beam : finished);
    if (mistake == Mistake.UNFINISHED && !finished.isEmpty()) {
      candidates.addAll(beam);
    }
    Comparator<Line> byScore = Comparator.comparingDouble(line -> score(line, mistake));
    Line best =
        candidates.stream()
            .max(mistake == Mistake.WRONG_WAY ? byScore.reversed() : byScore)
            .orElseThrow();
    int words = best.tokens.length - (isFinished(best) && mistake != Mistake.KEEPS_EOS ? 1 : 0);
    return new BeamSearch.Sentence(Arrays.copyOf(best.tokens, words), score(best, mistake));
  }

  private double score(Line line, Mistake mistake) {
    int length = line.tokens.length;
    if (mistake == Mistake.WORDS_ONLY && isFinished(line)) {
      length--;
    }
    return line.logP / StrictMath.pow(length, mistake == Mistake.BY_LOG_P ? 0 : gamma);
  }

  private boolean isFinished(Line line) {
    return line.tokens.length > 0 && line.tokens[line.tokens.length - 1] == eos;
  }
}
