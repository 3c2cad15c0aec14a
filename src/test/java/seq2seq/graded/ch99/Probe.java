package seq2seq.graded.ch99;

import seq2seq.engine.Tensor;

/** An exercise for the tests of grading: one method for each way in which something may cross. */
public interface Probe {

  /** A record of all that a record may hold. */
  record State(double[][] h, int[] ids, String name, boolean done) {}

  /** A record in a record, and an array of them. */
  record Beam(State best, State[] others) {}

  /** A callback. */
  interface Decoder {
    /** Returns a record. */
    State step(int token, State before);

    /** Returns nothing. */
    void note(String text);
  }

  /** All the small ones in one text. */
  String show(int i, long l, double d, float f, boolean z, char c, short s, byte b, String[] t);

  /** A tensor twice as large. */
  Tensor twice(Tensor x);

  /** Does to arrays what {@code how} says. */
  double[][] rows(String how, double[][] rows);

  /** Changes arrays in a record. */
  void change(State state);

  /** Packs a record. */
  Beam pack(State best, State other);

  /** Asks a callback for {@code steps} steps. */
  int[] decode(Decoder decoder, int steps);

  /** Fails as {@code how} says. */
  int fail(String how);

  /** Counts its calls in a static field. */
  int count();

  /** Whether it gets null for nothing. */
  boolean isNull(double[] array, String text, State state);
}
