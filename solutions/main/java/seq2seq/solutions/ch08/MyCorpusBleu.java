package seq2seq.solutions.ch08;

// BEGIN SOLUTION
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
// END SOLUTION
import seq2seq.graded.ch08.CorpusBleu;

/**
 * Exercise 8.3, corpus BLEU: {@link CorpusBleu} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.3}. If you are stuck: {@code ./learn hint 8.3}.
 */
public final class MyCorpusBleu implements CorpusBleu {
  // BEGIN SOLUTION
  // Why it is right: matches and n-grams are added up over all sentences and divided once, as
  // doubles. The smaller of the two counts clips. A corpus without n-grams of some order has no
  // match either, so "no match" is asked before anything is divided, and 0/0 cannot come up.
  //
  // Usual mistakes: dividing int by int, so that BLEU is 0 or 1; the mean of the sentences' BLEU;
  // no clipping, so that "the the the the" is perfect; 0/0 for one-token outputs; an empty output
  // left out together with its reference, so that writing nothing costs nothing.
  private static final int MAX_ORDER = 4;

  // END SOLUTION

  @Override
  public double bleu(int[][] written, int[][] references) {
    // BEGIN SOLUTION
    if (written.length == 0 || written.length != references.length) {
      throw new IllegalArgumentException(
          "BLEU: needs one reference for each sentence, and at least one; got "
              + written.length
              + " sentences, "
              + references.length
              + " references");
    }
    double product = 1;
    for (int n = 1; n <= MAX_ORDER; n++) {
      product *= precision(written, references, n);
    }
    return product == 0 ? 0 : penalty(written, references) * StrictMath.pow(product, 0.25);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double precision(int[][] written, int[][] references, int n) {
    int matches = 0;
    int grams = 0;
    for (int i = 0; i < written.length; i++) {
      Map<List<Integer>, Integer> wanted = counts(references[i], n);
      for (Map.Entry<List<Integer>, Integer> gram : counts(written[i], n).entrySet()) {
        matches += Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0));
        grams += gram.getValue();
      }
    }
    return matches == 0 ? 0 : (double) matches / grams;
  }

  private static Map<List<Integer>, Integer> counts(int[] tokens, int n) {
    Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
    for (int from = 0; from + n <= tokens.length; from++) {
      List<Integer> gram = new ArrayList<>();
      for (int t = from; t < from + n; t++) {
        gram.add(tokens[t]);
      }
      counts.merge(gram, 1, Integer::sum);
    }
    return counts;
  }

  private static double penalty(int[][] written, int[][] references) {
    double c = Arrays.stream(written).mapToInt(tokens -> tokens.length).sum();
    double r = Arrays.stream(references).mapToInt(tokens -> tokens.length).sum();
    return c > r ? 1 : StrictMath.exp(1 - r / c);
  }
  // END SOLUTION
}
