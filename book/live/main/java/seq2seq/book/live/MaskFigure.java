package seq2seq.book.live;

import java.util.Arrays;
import seq2seq.ch05_mask.BroadcastCopies;

/** Chapter 5: the copies down, the copies to the right, and their comparison. */
final class MaskFigure implements Figure {
  private static final int MOST_STEPS = 8;

  @Override
  public void answer(Request request, Json answer) {
    int steps = request.whole("steps", "steps T", 1, MOST_STEPS);
    int[] lengths = request.wholes("lengths", n -> "real tokens of sentence " + n, 0, steps);
    BroadcastCopies copies = BroadcastCopies.of(lengths, steps);
    answer
        .wholes("positions", copies.positions())
        .wholes("lengths", copies.lengths())
        .wholes("mask", copies.mask())
        .put("real", Arrays.stream(lengths).sum())
        .put("all", lengths.length * steps);
  }
}
