package seq2seq.book.live;

/** What a reader's change is answered with: one figure of the book. */
interface Figure {
  /**
   * The answer to one change.
   *
   * @param request the values that the reader has set
   * @param answer open object that the answer's fields go to
   * @throws IllegalArgumentException saying what is needed, when a value cannot be used
   */
  void answer(Request request, Json answer);
}
