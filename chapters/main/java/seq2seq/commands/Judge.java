package seq2seq.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Bleu;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;

/**
 * How well a model translates sentences that it never saw.
 *
 * @param exactMatch the share of sentences written exactly as the reference, from 0 to 1
 * @param bleu corpus BLEU, 4-grams, from 0 to 1
 * @param written what was written, in the order of the split
 */
record Judge(double exactMatch, double bleu, List<Translation> written) {

  /**
   * Translates a split greedily and compares, id by id: a word outside the vocabulary never counts
   * as right.
   */
  static Judge of(Seq2Seq model, Batches split, int maxSteps, int unknown) {
    List<Translation> written = new ArrayList<>();
    List<List<Integer>> hypotheses = new ArrayList<>();
    List<List<Integer>> references = new ArrayList<>();
    int exact = 0;
    for (PaddedBatch batch : split.inOrder()) {
      int[][] target = batch.target();
      int[] lengths = batch.targetLengths();
      List<Translation> translations =
          Greedy.decode(model, batch.source(), batch.sourceLengths(), maxSteps);
      written.addAll(translations);
      for (int n = 0; n < target.length; n++) {
        List<Integer> reference = ids(target[n], lengths[n] - 1);
        List<Integer> hypothesis =
            ids(translations.get(n).words(), translations.get(n).words().length);
        exact += hypothesis.equals(reference) && !reference.contains(unknown) ? 1 : 0;
        hypotheses.add(hypothesis);
        references.add(reference);
      }
    }
    return new Judge(
        (double) exact / references.size(), Bleu.corpus(hypotheses, references), written);
  }

  private static List<Integer> ids(int[] row, int count) {
    return Arrays.stream(row, 0, count).boxed().toList();
  }
}
