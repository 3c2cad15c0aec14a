package seq2seq.solutions.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2seq.graded.ch08.CorpusBleu;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 8.3 that we know. */
final class CorpusBleuPool {
  private static final String COUNTS = "countsEachNGramOverTheWholeCorpus";
  private static final String PENALTY = "penalisesWhoWritesTooLittle";
  private static final String EDGES = "takesShortAndEmptySentences";
  private static final CorpusBleu CORRECT = new MyCorpusBleu();

  private CorpusBleuPool() {}

  /** BLEU, with a hook for each thing that can be done wrong. */
  private abstract static class Parts implements CorpusBleu {
    @Override
    public double bleu(int[][] written, int[][] references) {
      if (written.length == 0 || written.length != references.length) {
        throw new IllegalArgumentException("one reference a sentence");
      }
      double[] p = new double[4];
      for (int n = 1; n <= 4; n++) {
        int matches = 0;
        int grams = 0;
        for (int i = 0; i < written.length; i++) {
          matches += matches(grams(written[i], n), grams(references[i], n));
          grams += count(written[i], n);
        }
        p[n - 1] = precision(matches, grams);
      }
      int c = Arrays.stream(written).mapToInt(row -> row.length).sum();
      int r = Arrays.stream(references).mapToInt(row -> row.length).sum();
      return c == 0 ? 0 : penalty(c, r) * mean(p);
    }

    int matches(List<String> written, List<String> reference) {
      List<String> left = new ArrayList<>(reference);
      int matches = 0;
      for (String gram : written) {
        matches += left.remove(gram) ? 1 : 0;
      }
      return matches;
    }

    int count(int[] tokens, int n) {
      return grams(tokens, n).size();
    }

    double precision(int matches, int grams) {
      return matches == 0 ? 0 : (double) matches / grams;
    }

    double penalty(int c, int r) {
      return c > r ? 1 : StrictMath.exp(1 - (double) r / c);
    }

    double mean(double[] p) {
      double sum = 0;
      for (double each : p) {
        sum += StrictMath.log(each) / 4;
      }
      return StrictMath.exp(sum);
    }

    private static List<String> grams(int[] tokens, int n) {
      return IntStream.rangeClosed(0, tokens.length - n)
          .mapToObj(from -> Arrays.toString(Arrays.copyOfRange(tokens, from, from + n)))
          .toList();
    }
  }

  @Right(idea = "crosses each match off a list; logarithms, and log 0 = -infinity gives 0")
  static final class CrossesOff extends Parts {}

  @Right(idea = "counts all orders in one map over texts")
  static final class OneMap implements CorpusBleu {
    @Override
    public double bleu(int[][] written, int[][] references) {
      if (written.length < 1 || references.length != written.length) {
        throw new IllegalArgumentException("sentences and references do not pair up");
      }
      long[] matches = new long[5];
      long[] grams = new long[5];
      long c = 0;
      long r = 0;
      for (int i = 0; i < written.length; i++) {
        Map<String, Integer> mine = all(written[i]);
        Map<String, Integer> theirs = all(references[i]);
        for (String gram : mine.keySet().stream().sorted().toList()) {
          int order = gram.split(",").length;
          matches[order] += Math.min(mine.get(gram), theirs.getOrDefault(gram, 0));
          grams[order] += mine.get(gram);
        }
        c += written[i].length;
        r += references[i].length;
      }
      double result = Math.min(1, c == 0 ? 0 : StrictMath.exp(1 - (double) r / c));
      for (int n = 1; n <= 4; n++) {
        result *= grams[n] == 0 ? 0 : StrictMath.pow((double) matches[n] / grams[n], 0.25);
      }
      return result;
    }

    private static Map<String, Integer> all(int[] tokens) {
      Map<String, Integer> counts = new HashMap<>();
      for (int from = 0; from < tokens.length; from++) {
        for (int to = from + 1; to <= Math.min(tokens.length, from + 4); to++) {
          String gram =
              Arrays.stream(tokens, from, to)
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(","));
          counts.merge(gram, 1, Integer::sum);
        }
      }
      return counts;
    }
  }

  @Wrong(
      idea = "divides int by int",
      fails = {COUNTS, PENALTY, EDGES},
      feedback = "is a whole number in Java")
  static final class IntegerDivision extends Parts {
    @Override
    double precision(int matches, int grams) {
      return grams == 0 ? 0 : matches / grams;
    }
  }

  @Wrong(idea = "does not clip", fails = COUNTS, feedback = "matches were not clipped")
  static final class NoClipping extends Parts {
    @Override
    int matches(List<String> written, List<String> reference) {
      return (int) written.stream().filter(reference::contains).count();
    }
  }

  @Wrong(
      idea = "no brevity penalty",
      fails = {PENALTY, EDGES},
      feedback = "no brevity penalty was applied")
  static final class NoPenalty extends Parts {
    @Override
    double penalty(int c, int r) {
      return 1;
    }
  }

  @Wrong(
      idea = "a reward for writing more than the reference",
      fails = {COUNTS, PENALTY},
      feedback = "never more")
  static final class Reward extends Parts {
    @Override
    double penalty(int c, int r) {
      return StrictMath.exp(1 - (double) r / c);
    }
  }

  @Wrong(
      idea = "c/r as the penalty",
      fails = {PENALTY, EDGES},
      feedback = "not c/r")
  static final class Ratio extends Parts {
    @Override
    double penalty(int c, int r) {
      return Math.min(1, (double) c / r);
    }
  }

  @Wrong(
      idea = "r and c exchanged",
      fails = {COUNTS, PENALTY, EDGES},
      feedback = "r and c are exchanged")
  static final class Exchanged extends Parts {
    @Override
    double penalty(int c, int r) {
      return r > c ? 1 : StrictMath.exp(1 - (double) c / r);
    }
  }

  @Wrong(
      idea = "the mean of the sentences' BLEU",
      fails = {COUNTS, PENALTY, EDGES},
      feedback = "the mean of the sentences' BLEU")
  static final class SentenceMean implements CorpusBleu {
    @Override
    public double bleu(int[][] written, int[][] references) {
      CORRECT.bleu(written, references);
      return IntStream.range(0, written.length)
          .mapToDouble(i -> CORRECT.bleu(new int[][] {written[i]}, new int[][] {references[i]}))
          .average()
          .orElseThrow();
    }
  }

  @Wrong(
      idea = "the arithmetic mean of the precisions",
      fails = {COUNTS, PENALTY, EDGES},
      feedback = "the arithmetic mean")
  static final class ArithmeticMean extends Parts {
    @Override
    double mean(double[] p) {
      return Arrays.stream(p).average().orElseThrow();
    }
  }

  @Wrong(
      idea = "0/0 where there are no n-grams",
      fails = EDGES,
      feedback = "if there are no n-grams of some order, the answer is 0")
  static final class ZeroOverZero extends Parts {
    @Override
    double precision(int matches, int grams) {
      return (double) matches / grams;
    }
  }

  @Wrong(
      idea = "length - n + 1 n-grams, in short sentences too",
      fails = EDGES,
      feedback = "not a negative number")
  static final class NegativeCounts extends Parts {
    @Override
    int count(int[] tokens, int n) {
      return tokens.length - n + 1;
    }
  }

  @Wrong(
      idea = "leaves out empty sentences with their references",
      fails = EDGES,
      feedback = "an empty sentence was left out")
  static final class SkipsEmpty implements CorpusBleu {
    @Override
    public double bleu(int[][] written, int[][] references) {
      CORRECT.bleu(written, references);
      int[] kept = IntStream.range(0, written.length).filter(i -> written[i].length > 0).toArray();
      return kept.length == 0
          ? 0
          : CORRECT.bleu(
              Arrays.stream(kept).mapToObj(i -> written[i]).toArray(int[][]::new),
              Arrays.stream(kept).mapToObj(i -> references[i]).toArray(int[][]::new));
    }
  }

  @Wrong(
      idea = "sorts its input",
      fails = {COUNTS, PENALTY, EDGES},
      feedback = "changed its input")
  static final class Sorts implements CorpusBleu {
    @Override
    public double bleu(int[][] written, int[][] references) {
      double right = CORRECT.bleu(written, references);
      for (int[] row : references) {
        Arrays.sort(row);
        row[0]--;
      }
      return right;
    }
  }

  @Wrong(idea = "0 for no sentence", fails = EDGES, feedback = "expected an Illegal")
  static final class Unchecked extends Parts {
    @Override
    public double bleu(int[][] written, int[][] references) {
      return written.length == 0 ? 0 : super.bleu(written, references);
    }
  }
}
