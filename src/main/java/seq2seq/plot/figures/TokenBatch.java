package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import seq2seq.plot.diagram.Sketch;

/**
 * A padded batch whose tokens a figure writes: what the figures of batches share.
 *
 * @param ids (N,T)
 * @param lengths (N) how many of each are real
 * @param token the word of an id
 */
record TokenBatch(int[][] ids, int[] lengths, IntFunction<String> token) {

  /** A batch whose lengths are from {@code least} to T; the arrays are copied. */
  static TokenBatch of(
      String figure, int[][] ids, int[] lengths, IntFunction<String> token, int least) {
    Inputs.notEmpty(figure, "sentences", ids.length);
    Inputs.notEmpty(figure, "steps", ids[0].length);
    Inputs.sameLength(figure, "sentences", ids.length, "lengths", lengths.length);
    for (int n = 0; n < ids.length; n++) {
      int steps = ids[n].length;
      Inputs.sameLength(figure, "steps of sentence " + n, steps, "of sentence 0", ids[0].length);
      Inputs.validLength(figure, n, lengths[n], least, steps);
    }
    return new TokenBatch(ids.clone(), lengths.clone(), token);
  }

  int sentences() {
    return ids.length;
  }

  int steps() {
    return ids[0].length;
  }

  String word(int n, int t) {
    return token.apply(ids[n][t]);
  }

  boolean isPadding(int n, int t) {
    return t >= lengths[n];
  }

  boolean isLastReal(int n, int t) {
    return t == lengths[n] - 1;
  }

  /** The width that all words fit into, at least {@code least}. */
  double widest(Sketch s, double least) {
    List<String> words = new ArrayList<>();
    for (int n = 0; n < sentences(); n++) {
      for (int t = 0; t < steps(); t++) {
        words.add(Sketch.word(word(n, t)));
      }
    }
    return s.widest(words, least);
  }
}
