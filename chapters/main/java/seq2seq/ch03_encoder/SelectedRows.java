package seq2seq.ch03_encoder;

import java.util.Arrays;
import seq2seq.engine.Tensor;

/**
 * Some sentences of a batch, in any order and with repetitions: it remembers which, and copies only
 * what is asked for.
 *
 * @param all the whole batch
 * @param rows which of its sentences (n); row i of this source is sentence {@code rows[i]}
 */
record SelectedRows(Encoded all, int[] rows) implements EncodedSource {
  @Override
  public Tensor outputs() {
    return Encoded.rowsOf(all.outputs(), rows);
  }

  @Override
  public int[] lengths() {
    int[] lengths = all.lengths();
    return Arrays.stream(rows).map(row -> lengths[row]).toArray();
  }

  @Override
  public Tensor context() {
    return all.context().gather(rows);
  }

  @Override
  public SelectedRows rows(int... taken) {
    return new SelectedRows(all, Arrays.stream(taken).map(i -> rows[i]).toArray());
  }

  @Override
  public int batchSize() {
    return rows.length;
  }
}
