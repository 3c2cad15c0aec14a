package seq2seq.grading;

/** What a starter throws until somebody writes it: the exercise is waiting, not wrong. */
public final class Todo extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The exercise of this number, such as {@code 6.2}, is not written yet. */
  public Todo(String exercise) {
    super("exercise " + exercise + " is waiting for you");
  }
}
