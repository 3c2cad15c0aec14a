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
      System.arraycopy(table.data(), ids[i] * width, y, i * width, width);
    }
    int[] rows = ids.clone();
    return Autograd.result(
        "gather",
        Shape.of(ids.length, width),
        y,
        dy -> {
          float[] dTable = table.gradient().toAddTo();
          for (int i = 0; i < rows.length; i++)
            Kernels.active().add(dy, i * width, dTable, rows[i] * width, width);
        },
        table);
  }

  /** y[n] = x[stepₙ, n]; dx[stepₙ, n] += dy[n]. */
  static Tensor pick(Tensor x, int... steps) {
    Movement.checkRank("pick", x.shape(), 3);
    int n = x.dim(1);
    int width = x.dim(2);
    if (steps.length != n) {
      throw new ShapeException(
          "pick", x.shape() + " needs one step for each of " + n + " rows; got " + steps.length);
    }
    int[] places = new int[n];
    float[] y = new float[n * width];
    for (int i = 0; i < n; i++) {
      Movement.checkIndex("pick", steps[i], x.shape(), 0);
      places[i] = (steps[i] * n + i) * width;
      System.arraycopy(x.data(), places[i], y, i * width, width);
    }
    return Autograd.result(
        "pick",
        Shape.of(n, width),
        y,
        dy -> {
          float[] dx = x.gradient().toAddTo();
          for (int i = 0; i < n; i++) Kernels.active().add(dy, i * width, dx, places[i], width);
        },
        x);
  }

  static int[] argMax(Tensor x) {
    int n = x.dim(-1);
    int[] best = new int[x.size() / n];
    for (int i = 0; i < best.length; i++) {
      best[i] = Reductions.firstMaximum(x.data(), i * n, 1, n) - i * n;
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
