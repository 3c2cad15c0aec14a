package seq2seq.solutions.ch04;

import java.util.Arrays;
import seq2seq.graded.ch04.WeightSplit;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 4.2 that we know. */
final class WeightSplitPool {
  private static final String CUTS = "cutsTheRowsOfTheWordFromThoseOfTheContext";
  private static final String AGREES = "bothSidesAgree";
  private static final String EDGES = "leavesSomethingForEachSide";

  private WeightSplitPool() {}

  /** The worked answer, for an answer that differs from it in one of the two methods. */
  abstract static class Base implements WeightSplit {
    private final WeightSplit correct = new MyWeightSplit();

    @Override
    public Parts split(double[][] wide, int embed) {
      return correct.split(wide, embed);
    }

    @Override
    public double[][] product(double[][] x, double[][] c, Parts parts) {
      return correct.product(x, c, parts);
    }
  }

  private static double[][] columns(double[][] matrix, int from, int to) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(double[][]::new);
  }

  @Right(idea = "number by number; the product through the wide weight, put together again")
  static final class PutTogether implements WeightSplit {
    @Override
    public Parts split(double[][] wide, int embed) {
      int context = wide.length - embed;
      if (Math.min(embed, context) < 1) {
        throw new IllegalArgumentException("nothing is left for one side");
      }
      double[][] ofWord = new double[embed][wide[0].length];
      double[][] ofContext = new double[context][wide[0].length];
      for (int i = 0; i < wide.length; i++) {
        for (int k = 0; k < wide[0].length; k++) {
          (i < embed ? ofWord[i] : ofContext[i - embed])[k] = wide[i][k];
        }
      }
      return new Parts(ofWord, ofContext);
    }

    @Override
    public double[][] product(double[][] x, double[][] c, Parts parts) {
      double[][] result = new double[x.length][];
      int embed = parts.ofWord().length;
      int all = embed + parts.ofContext().length;
      for (int n = 0; n < x.length; n++) {
        double[] row = new double[parts.ofWord()[0].length];
        for (int i = all - 1; i >= 0; i--) {
          double factor = i < embed ? x[n][i] : c[n][i - embed];
          double[] weight = i < embed ? parts.ofWord()[i] : parts.ofContext()[i - embed];
          Arrays.setAll(row, k -> row[k] + factor * weight[k]);
        }
        result[n] = row;
      }
      return result;
    }
  }

  @Wrong(
      idea = "cuts columns, as books do for vectors that are columns",
      fails = CUTS,
      feedback = "columns were cut")
  static final class CutsColumns extends Base {
    @Override
    public Parts split(double[][] wide, int embed) {
      super.split(wide, embed);
      return new Parts(columns(wide, 0, embed), columns(wide, embed, wide[0].length));
    }
  }

  @Wrong(idea = "cuts in the middle", fails = CUTS, feedback = "cut in the middle")
  static final class CutsInTheMiddle extends Base {
    @Override
    public Parts split(double[][] wide, int embed) {
      super.split(wide, embed);
      return super.split(wide, wide.length / 2);
    }
  }

  @Wrong(idea = "the context's rows on top", fails = CUTS, feedback = "taken from the top")
  static final class ContextOnTop extends Base {
    @Override
    public Parts split(double[][] wide, int embed) {
      Parts turned = super.split(wide, wide.length - embed);
      return new Parts(turned.ofContext(), turned.ofWord());
    }
  }

  @Wrong(
      idea = "parts that share their rows with the wide weight",
      fails = CUTS,
      feedback = "returned an input's own array")
  static final class SharesRows extends Base {
    @Override
    public Parts split(double[][] wide, int embed) {
      super.split(wide, embed);
      return new Parts(
          Arrays.copyOfRange(wide, 0, embed), Arrays.copyOfRange(wide, embed, wide.length));
    }
  }

  @Wrong(
      idea = "the two products side by side",
      fails = AGREES,
      feedback = "side by side; they are added")
  static final class SideBySide extends Base {
    @Override
    public double[][] product(double[][] x, double[][] c, Parts parts) {
      double[][] ofWord = super.product(x, new double[c.length][c[0].length], parts);
      double[][] ofContext = super.product(new double[x.length][x[0].length], c, parts);
      for (int n = 0; n < ofWord.length; n++) {
        int width = ofWord[n].length;
        ofWord[n] = Arrays.copyOf(ofWord[n], 2 * width);
        System.arraycopy(ofContext[n], 0, ofWord[n], width, width);
      }
      return ofWord;
    }
  }

  @Wrong(idea = "the word alone", fails = AGREES, feedback = "c·W_c is missing")
  static final class WordAlone extends Base {
    @Override
    public double[][] product(double[][] x, double[][] c, Parts parts) {
      return super.product(x, new double[c.length][c[0].length], parts);
    }
  }

  @Wrong(
      idea = "D needs no check",
      fails = EDGES,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked extends Base {
    @Override
    public Parts split(double[][] wide, int embed) {
      return new Parts(
          Arrays.stream(wide).limit(embed).map(double[]::clone).toArray(double[][]::new),
          Arrays.stream(wide).skip(embed).map(double[]::clone).toArray(double[][]::new));
    }
  }
}
