package seq2seq.solutions.ch01;

// BEGIN SOLUTION
import java.util.HashMap;
import java.util.Map;
// END SOLUTION
import seq2seq.graded.ch01.PaddedIds;

/**
 * Exercise 1.1, sentences to padded ids and valid lengths: {@link PaddedIds} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.1}. If you are stuck: {@code ./learn hint 1.1}.
 */
public final class MyPaddedIds implements PaddedIds {
  // BEGIN SOLUTION
  // Why it is right: how many words stay is decided first, T - 1 at most, so that <eos> has its
  // place whatever the sentence. The valid length is the same number plus one. The zeros of a new
  // array are <pad> already.
  //
  // Usual mistakes: adding <eos> and then cutting to T, after which no long sentence ever ends;
  // valid lengths counted before the cut, or without <eos>; unknown words left at 0, which says
  // that there is no word at all; a <bos>, which only a sentence needs that is to be written.
  private static final int EOS = 2;
  private static final int UNK = 3;

  // END SOLUTION

  @Override
  public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
    // BEGIN SOLUTION
    if (steps < 1) {
      throw new IllegalArgumentException(
          "padded ids: T must be at least 1, for <eos>; got " + steps);
    }
    Map<String, Integer> idOf = ids(vocabulary);
    int[][] ids = new int[sentences.length][steps];
    int[] lengths = new int[sentences.length];
    for (int n = 0; n < sentences.length; n++) {
      int words = Math.min(sentences[n].length, steps - 1);
      for (int t = 0; t < words; t++) {
        ids[n][t] = idOf.getOrDefault(sentences[n][t], UNK);
      }
      ids[n][words] = EOS;
      lengths[n] = words + 1;
    }
    return new Batch(ids, lengths);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static Map<String, Integer> ids(String[] vocabulary) {
    Map<String, Integer> ids = new HashMap<>();
    for (int id = 0; id < vocabulary.length; id++) {
      ids.put(vocabulary[id], id);
    }
    return ids;
  }
  // END SOLUTION
}
