package seq2seq.engine;

import seq2seq.engine.kernel.Kernels;

/** Picking rows by number. */
final class Lookup {
  private Lookup() {}

  /** y[i] = table[idᵢ]; dtable[idᵢ] += dy[i], so that the gradients of a repeated id add up. */
  static Tensor gather(Tensor table, int... ids) {
    Movement.checkRank("gather", table.shape(), 2);
    int width = table.dim(1);
    float[] y = new float[Shape.of(ids.length, width).size()];
    for (int i = 0; i < ids.length; i++) {
      checkId("gather", ids[i], i, table.dim(0));
      System.arraycopy(table.data, ids[i] * width, y, i * width, width);
    }
    int[] rows = ids.clone();
    return Tensor.result(
        "gather",
        Shape.of(ids.length, width),
        y,
        dy -> {
          float[] dTable = table.gradToAddTo();
          for (int i = 0; i < rows.length; i++)
            Kernels.active().add(dy, i * width, dTable, rows[i] * width, width);
        },
        table);
  }

  static int[] argMax(Tensor x) {
    int n = x.dim(-1);
    int[] best = new int[x.size() / n];
    for (int i = 0; i < best.length; i++) {
      best[i] = Reductions.firstMaximum(x.data, i * n, 1, n) - i * n;
    }
    return best;
  }

  static void checkId(String op, int id, int position, int size) {
    if (id < 0 || id >= size) {
      throw new ShapeException(
          op, "id " + id + " at position " + position + " is not in 0.." + (size - 1));
    }
  }
}
