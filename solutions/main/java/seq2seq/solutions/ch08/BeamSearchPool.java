package seq2seq.solutions.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import seq2seq.graded.ch08.BeamSearch;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 8.2 that we know. */
final class BeamSearchPool {
  private static final String FINDS = "findsWhatTheLikeliestWordsMiss";
  private static final String FAIR = "comparesLongAndShortSentencesFairly";
  private static final String EDGES = "keepsToItsEdges";
  private static final BeamSearch CORRECT = new MyBeamSearch();

  private BeamSearchPool() {}

  private record Line(int[] words, double logP, boolean ended) {
    int length() {
      return words.length + (ended ? 1 : 0);
    }

    double score(double gamma) {
      return logP / StrictMath.pow(length(), gamma);
    }

    Line then(int word, double logProbability, int eos) {
      int[] longer = Arrays.copyOf(words, words.length + 1);
      longer[words.length] = word;
      return new Line(word == eos ? words : longer, logP + logProbability, word == eos);
    }
  }

  /** The search, with a hook for each thing that can be done wrong. */
  private abstract static class Search implements BeamSearch {
    int width;
    double gamma;

    @Override
    public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
      if (width < 1 || maxSteps < 1) {
        throw new IllegalArgumentException("width and steps must be at least 1");
      }
      this.width = width;
      this.gamma = gamma;
      List<Line> beam = List.of(new Line(new int[0], 0, false));
      List<Line> finished = new ArrayList<>();
      for (int t = 0; t < maxSteps && !beam.isEmpty() && !stops(beam, finished); t++) {
        List<List<Line>> children = new ArrayList<>();
        for (Line line : beam) {
          double[] logP = model.logProbabilities(line.words());
          List<Line> own = new ArrayList<>();
          for (int k = 0; k < logP.length; k++) {
            own.add(line.then(k, logP[k], eos));
          }
          own.sort(Comparator.comparingDouble(child -> -child.logP()));
          children.add(own);
        }
        List<Line> kept = kept(children);
        putAside(kept.stream().filter(Line::ended).toList(), finished);
        beam = kept.stream().filter(line -> !line.ended()).toList();
      }
      Line best =
          candidates(beam, finished).stream()
              .max(Comparator.comparingDouble(this::score))
              .orElseThrow();
      return new Sentence(best.words(), score(best));
    }

    boolean stops(List<Line> beam, List<Line> finished) {
      return false;
    }

    List<Line> kept(List<List<Line>> children) {
      return sorted(children).limit(width).toList();
    }

    void putAside(List<Line> ended, List<Line> finished) {
      finished.addAll(ended);
    }

    List<Line> candidates(List<Line> beam, List<Line> finished) {
      return finished.isEmpty() ? beam : finished;
    }

    double score(Line line) {
      return line.score(gamma);
    }

    static Stream<Line> sorted(List<List<Line>> children) {
      return children.stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingDouble(line -> -line.logP()));
    }

    static double best(List<Line> lines, double gamma) {
      return lines.stream().mapToDouble(line -> line.score(gamma)).max().orElse(-1e300);
    }
  }

  @Right(idea = "a queue that drops the least likely, and stops when nothing can still win")
  static final class StopsInTime implements BeamSearch {
    @Override
    public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
      if (width <= 0 || maxSteps <= 0) {
        throw new IllegalArgumentException("nothing to search");
      }
      List<Line> beam = new ArrayList<>(List.of(new Line(new int[0], 0, false)));
      Line best = null;
      for (int t = 0; t < maxSteps && canWin(beam, best, maxSteps, gamma); t++) {
        PriorityQueue<Line> queue = new PriorityQueue<>(Comparator.comparingDouble(Line::logP));
        for (Line line : beam) {
          double[] logP = model.logProbabilities(line.words());
          for (int k = logP.length - 1; k >= 0; k--) {
            queue.add(line.then(k, logP[k], eos));
            if (queue.size() > width) {
              queue.remove();
            }
          }
        }
        beam = new ArrayList<>(queue);
        for (Line line : queue) {
          if (line.ended()) {
            beam.remove(line);
            best = best == null || line.score(gamma) > best.score(gamma) ? line : best;
          }
        }
      }
      if (best == null) {
        best = beam.stream().max(Comparator.comparingDouble(Line::logP)).orElseThrow();
      }
      return new Sentence(best.words(), best.score(gamma));
    }

    private static boolean canWin(List<Line> beam, Line best, int maxSteps, double gamma) {
      double bound = best == null ? -1e300 : best.score(gamma) * StrictMath.pow(maxSteps, gamma);
      return beam.stream().anyMatch(line -> line.logP() > bound);
    }
  }

  @Right(idea = "ranks by the score within the beam too, where all are equally long")
  static final class ScoreThroughout extends Search {
    @Override
    List<Line> kept(List<List<Line>> children) {
      return children.stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingDouble(line -> -line.score(gamma)))
          .limit(width)
          .toList();
    }
  }

  @Wrong(
      idea = "greedy, whatever the width",
      fails = {FINDS, FAIR, EDGES},
      feedback = "this is what a beam of 1 finds")
  static final class Greedy extends Search {
    @Override
    List<Line> kept(List<List<Line>> children) {
      return sorted(children).limit(1).toList();
    }
  }

  @Wrong(
      idea = "throws away what ends",
      fails = {FINDS, FAIR, EDGES},
      feedback = "what ends in eos was thrown away")
  static final class DropsFinished extends Search {
    @Override
    List<Line> kept(List<List<Line>> children) {
      return sorted(children).filter(line -> !line.ended()).limit(width).toList();
    }
  }

  @Wrong(
      idea = "remembers only what finished last",
      fails = {FINDS, FAIR, EDGES},
      feedback = "keep all that finish")
  static final class RemembersLast extends Search {
    @Override
    void putAside(List<Line> ended, List<Line> finished) {
      if (!ended.isEmpty()) {
        finished.clear();
      }
      finished.addAll(ended);
    }
  }

  @Wrong(
      idea = "stops at the first sentence that ends",
      fails = {FINDS, FAIR, EDGES},
      feedback = "the first sentence to finish was taken")
  static final class TakesFirst extends Search {
    @Override
    boolean stops(List<Line> beam, List<Line> finished) {
      return !finished.isEmpty();
    }
  }

  @Wrong(
      idea = "stops at the K-th sentence that ends",
      fails = {FINDS, FAIR},
      feedback = "what is in the beam could still win")
  static final class StopsAtK extends Search {
    @Override
    boolean stops(List<Line> beam, List<Line> finished) {
      return finished.size() >= width;
    }
  }

  @Wrong(
      idea = "stops when the beam's scores are worse, though they may still rise",
      fails = FAIR,
      feedback = "a score may still rise")
  static final class StopsAtScore extends Search {
    @Override
    boolean stops(List<Line> beam, List<Line> finished) {
      return best(beam, gamma) < best(finished, gamma);
    }
  }

  @Wrong(
      idea = "each hypothesis keeps its own best continuation",
      fails = {FINDS, FAIR, EDGES},
      feedback = "the K best are chosen among those of all")
  static final class OwnBest extends Search {
    @Override
    List<Line> kept(List<List<Line>> children) {
      boolean first = children.get(0).get(0).length() == 1;
      return first ? super.kept(children) : children.stream().map(own -> own.get(0)).toList();
    }
  }

  @Wrong(
      idea = "fills the beam up again after a hypothesis has ended",
      fails = FAIR,
      feedback = "the beam was filled up again")
  static final class Refills extends Search {
    @Override
    List<Line> kept(List<List<Line>> children) {
      Stream<Line> ended = super.kept(children).stream().filter(Line::ended);
      Stream<Line> living = sorted(children).filter(line -> !line.ended()).limit(width);
      return Stream.concat(ended, living).toList();
    }
  }

  @Wrong(
      idea = "lets a hypothesis win that never ended",
      fails = EDGES,
      feedback = "those count only if none has finished")
  static final class Unfinished extends Search {
    @Override
    List<Line> candidates(List<Line> beam, List<Line> finished) {
      return Stream.concat(beam.stream(), finished.stream()).toList();
    }
  }

  @Wrong(idea = "compares log P, without γ", fails = FAIR, feedback = "γ was not used")
  static final class ByLogP extends Search {
    @Override
    double score(Line line) {
      return line.logP();
    }
  }

  @Wrong(idea = "eos is not counted in |Y|", fails = FAIR, feedback = "eos was not counted")
  static final class WordsOnly extends Search {
    @Override
    double score(Line line) {
      return line.logP() / StrictMath.pow(line.words().length, gamma);
    }
  }

  @Wrong(
      idea = "eos is part of the result",
      fails = {FINDS, FAIR, EDGES},
      feedback = "eos is no word")
  static final class KeepsEos extends Search {
    @Override
    public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
      Sentence right = super.search(model, eos, maxSteps, width, gamma);
      if (right.words().length == maxSteps) {
        return right;
      }
      int[] longer = Arrays.copyOf(right.words(), right.words().length + 1);
      longer[right.words().length] = eos;
      return new Sentence(longer, right.score());
    }
  }

  @Wrong(
      idea = "takes the smallest score, as if it were a cost",
      fails = {FINDS, FAIR, EDGES},
      feedback = "the best score is the largest")
  static final class WrongWay extends Search {
    @Override
    public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
      Sentence worst = super.search(model, eos, maxSteps, width, gamma);
      return new Sentence(worst.words(), -worst.score());
    }

    @Override
    double score(Line line) {
      return -super.score(line);
    }
  }

  @Wrong(idea = "a beam of 0 finds nothing", fails = EDGES, feedback = "expected an Illegal")
  static final class Unchecked implements BeamSearch {
    @Override
    public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
      return width < 1 || maxSteps < 1
          ? new Sentence(new int[0], 0)
          : CORRECT.search(model, eos, maxSteps, width, gamma);
    }
  }
}
