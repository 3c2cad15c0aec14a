package seq2seq.graded.ch01;

/**
 * Exercise 1.1, 3 points, rebuild: a batch of sentences as a rectangle of ids.
 *
 * <p>A row holds the ids of the words, {@code <eos>}, and then {@code <pad>} up to T. A sentence
 * that is too long loses its last words, never its {@code <eos>}: without it the model could not
 * tell that the sentence has ended. Chapter 1.
 */
public interface PaddedIds {

  /**
   * A padded batch.
   *
   * @param ids (N,T), each from 0 to V-1
   * @param lengths the number of real tokens of each row (N), {@code <eos>} counted, from 1 to T
   */
  record Batch(int[][] ids, int[] lengths) {}

  /**
   * The batch of these sentences.
   *
   * <p>Example: with the vocabulary [{@code <pad> <bos> <eos> <unk>} the dog sleeps .] and T = 5
   * the sentences [dog sleeps .], [the old dog sleeps .] and [] give [5 6 7 2 0], [4 3 5 6 2] and
   * [2 0 0 0 0], with lengths 4, 5 and 1.
   *
   * @param sentences the tokens of each sentence (N rows, of any length, perhaps 0); not changed
   * @param vocabulary the token of each id (V), no token twice; the first four are always {@code
   *     <pad> <bos> <eos> <unk>}, and stand in no sentence; not changed
   * @param steps T, at least 1
   * @return ids and valid lengths, new arrays; a token that is not in the vocabulary has the id of
   *     {@code <unk>}
   * @throws IllegalArgumentException if {@code steps} is below 1: there must be room for {@code
   *     <eos>}
   */
  Batch batch(String[][] sentences, String[] vocabulary, int steps);
}
