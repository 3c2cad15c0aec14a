package seq2seq.starters.ch99;

import java.util.Arrays;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch99.Probe;
import seq2seq.grading.Todo;

/** What a learner might do. */
final class MyProbe implements Probe {
  private static int calls;

  @Override
  public String show(
      int i, long l, double d, float f, boolean z, char c, short s, byte b, String[] t) {
    return i
        + " "
        + l
        + " "
        + d
        + " "
        + f
        + " "
        + z
        + " "
        + c
        + " "
        + s
        + " "
        + b
        + " "
        + Arrays.toString(t);
  }

  @Override
  public Tensor twice(Tensor x) {
    return x.times(2);
  }

  @Override
  public double[][] rows(String how, double[][] rows) {
    switch (how) {
      case "same":
        return rows;
      case "rows":
        return rows.clone();
      case "exchange":
        double[] first = rows[0];
        rows[0] = rows[1];
        rows[1] = first;
        return new double[0][];
      case "replace":
        rows[1] = new double[] {7, 8, 9};
        return new double[][] {rows[1]};
      case "write":
        rows[1][0] = 5;
        return new double[][] {null, {Double.NaN, -0.0, Double.NEGATIVE_INFINITY}};
      case "large":
        double[][] many = new double[1000][];
        Arrays.fill(many, new double[100_000]);
        return many;
      default:
        return null;
    }
  }

  @Override
  public void change(State state) {
    state.h()[0][0] = 42;
    state.ids()[1] = 43;
  }

  @Override
  public Beam pack(State best, State other) {
    return new Beam(best, new State[] {other, null});
  }

  @Override
  public int[] decode(Decoder decoder, int steps) {
    int[] tokens = new int[steps];
    State state = new State(new double[][] {{1, 2}}, new int[0], "start", false);
    for (int i = 0; i < steps; i++) {
      state = decoder.step(i, state);
      tokens[i] = state.ids()[0];
      decoder.note(state.name());
    }
    return tokens;
  }

  @Override
  public int fail(String how) {
    switch (how) {
      case "todo":
        throw new Todo("other");
      case "refuse":
        throw new NumberFormatException("no\nnumber\u001b[31m");
      case "own":
        throw new Own();
      case "environment":
        throw new IllegalStateException(String.join(" ", System.getenv().keySet()));
      case "recurse":
        return fail("recurse") + 1;
      default:
        throw new IllegalStateException();
    }
  }

  /** An exception whose text fails too, and that is equal to any other. */
  private static final class Own extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new Own();
    }

    @Override
    public boolean equals(Object other) {
      return true;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Override
  public int count() {
    return ++calls;
  }

  @Override
  public boolean isNull(double[] array, String text, State state) {
    return array == null && text == null && state == null;
  }
}
