package seq2seq.graded.ch01;

/**
 * Exercise 1.1, 3 points, rebuild: a batch of sentences as a rectangle of ids.
 *
 * <p>Here each row starts with {@code <bos>}, as a sentence needs it that is to be written: all
 * columns but the last are what the model is given, all but the first what it should write. So a
 * row is {@code <bos>}, the ids of the words, {@code <eos>}, and then {@code <pad>} up to T. A
 * sentence that is too long loses its last words, never its {@code <eos>}. Chapter 1; the course's
 * second note, 7.2.
 */
public interface PaddedIds {

  /**
   * A padded batch.
   *
   * @param ids (N,T), each from 0 to V-1
   * @param lengths the number of real tokens of each row (N), {@code <bos>} and {@code <eos>}
   *     counted, from 2 to T
   */
  record Batch(int[][] ids, int[] lengths) {}

  /**
   * The batch of these sentences.
   *
   * <p>Example: with the vocabulary [{@code <pad> <bos> <eos> <unk>} the dog sleeps .] and T = 6
   * the sentences [dog sleeps .], [the old dog sleeps .] and [] give [1 5 6 7 2 0], [1 4 3 5 6 2]
   * and [1 2 0 0 0 0], with lengths 5, 6 and 2.
   *
   * @param sentences the tokens of each sentence (N rows, of any length, perhaps 0); not changed
   * @param vocabulary the token of each id (V), no token twice; the first four are always {@code
   *     <pad> <bos> <eos> <unk>}, and stand in no sentence; not changed
   * @param steps T, at least 2
   * @return ids and valid lengths, new arrays; a token that is not in the vocabulary has the id of
   *     {@code <unk>}
   * @throws IllegalArgumentException if {@code steps} is below 2: there must be room for {@code
   *     <bos>} and {@code <eos>}
   */
  Batch batch(String[][] sentences, String[] vocabulary, int steps);
}
