package seq2seq.data;

import java.util.Arrays;
import java.util.List;

/**
 * N encoded pairs as two rectangles of ids: rows shorter than the rectangle are filled with {@link
 * Vocabulary#PAD}.
 *
 * <p>The lengths say which ids are real, so nothing that follows needs to guess from the ids.
 * Immutable: every array is copied in and out; take it once, outside the loop.
 *
 * @param source source ids (N,T), each row ended by eos, then padded
 * @param sourceLengths real tokens of each source row (N), eos included, from 1 to T
 * @param target target ids (N,T'), each row ended by eos, then padded
 * @param targetLengths real tokens of each target row (N), eos included, from 1 to T'
 */
public record PaddedBatch(
    int[][] source, int[] sourceLengths, int[][] target, int[] targetLengths) {

  /**
   * Copies the arrays and checks their shapes.
   *
   * @throws IllegalArgumentException if there is no row, the four do not have the same N, a
   *     rectangle's rows differ in width, or a length is not from 1 to that width
   */
  public PaddedBatch {
    requireRectangle("source", source, sourceLengths);
    requireRectangle("target", target, targetLengths);
    require(
        source.length == target.length,
        "source and target need the same N; got " + source.length + " and " + target.length);
    source = copy(source);
    sourceLengths = sourceLengths.clone();
    target = copy(target);
    targetLengths = targetLengths.clone();
  }

  /**
   * The batch of encoded sentences, each padded to the longest of its side.
   *
   * @param sources source ids, N rows that end with eos
   * @param targets target ids, N rows that end with eos
   * @throws IllegalArgumentException if there is no row, an empty row, or more of one side
   */
  public static PaddedBatch of(List<int[]> sources, List<int[]> targets) {
    return padded(sources, longest(sources), targets, longest(targets));
  }

  /**
   * The batch of encoded sentences, both sides padded to {@code steps}.
   *
   * @throws IllegalArgumentException as {@link #of}, or if a row is longer than {@code steps}
   */
  public static PaddedBatch of(List<int[]> sources, List<int[]> targets, int steps) {
    return padded(sources, steps, targets, steps);
  }

  private static PaddedBatch padded(
      List<int[]> sources, int sourceSteps, List<int[]> targets, int targetSteps) {
    return new PaddedBatch(
        pad(sources, sourceSteps), lengths(sources), pad(targets, targetSteps), lengths(targets));
  }

  private static int longest(List<int[]> rows) {
    return rows.stream().mapToInt(row -> row.length).max().orElse(0);
  }

  private static int[] lengths(List<int[]> rows) {
    return rows.stream().mapToInt(row -> row.length).toArray();
  }

  private static int[][] pad(List<int[]> rows, int steps) {
    int[][] padded = new int[rows.size()][];
    for (int n = 0; n < padded.length; n++) {
      int[] row = rows.get(n);
      require(row.length <= steps, "a row of " + row.length + " ids does not fit in " + steps);
      padded[n] = Arrays.copyOf(row, steps);
      Arrays.fill(padded[n], row.length, steps, Vocabulary.PAD);
    }
    return padded;
  }

  private static void requireRectangle(String side, int[][] ids, int[] lengths) {
    require(ids.length > 0, "at least one row is needed; the " + side + " has none");
    require(
        ids.length == lengths.length,
        "one length a row; the " + side + " has " + ids.length + " rows, " + lengths.length);
    for (int n = 0; n < ids.length; n++) {
      int width = ids[0].length;
      require(ids[n].length == width, side + " row " + n + " is not " + width + " wide");
      require(
          lengths[n] >= 1 && lengths[n] <= width,
          side + " length " + n + " must be from 1 to " + width + "; got " + lengths[n]);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException("batch: " + message);
    }
  }

  private static int[][] copy(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }

  /** N, the number of pairs. */
  public int size() {
    return source.length;
  }

  /** The number of real target tokens, eos included: what a masked loss averages over. */
  public int targetTokens() {
    return Arrays.stream(targetLengths).sum();
  }

  @Override
  public int[][] source() {
    return copy(source);
  }

  @Override
  public int[] sourceLengths() {
    return sourceLengths.clone();
  }

  @Override
  public int[][] target() {
    return copy(target);
  }

  @Override
  public int[] targetLengths() {
    return targetLengths.clone();
  }

  /** Two batches are equal when all their ids and lengths are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PaddedBatch that
        && Arrays.deepEquals(source, that.source)
        && Arrays.equals(sourceLengths, that.sourceLengths)
        && Arrays.deepEquals(target, that.target)
        && Arrays.equals(targetLengths, that.targetLengths);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(source) + Arrays.deepHashCode(target);
  }

  /** The shapes: {@code PaddedBatch (source (64×9), target (64×11))}. */
  @Override
  public String toString() {
    return "PaddedBatch (source " + shape(source) + ", target " + shape(target) + ")";
  }

  private static String shape(int[][] rows) {
    return "(" + rows.length + "×" + rows[0].length + ")";
  }
}
