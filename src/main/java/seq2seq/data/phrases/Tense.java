package seq2seq.data.phrases;

/** When, and how: the tenses and modal verbs of the {@code phrases} grammar. */
enum Tense {
  /** {@code she is eating, she wants}: présent. */
  PRESENT,
  /** {@code she ate}: passé composé. */
  PAST,
  /** {@code she is going to eat}: futur proche. */
  FUTURE,
  /** {@code she can eat}: pouvoir and infinitive. */
  CAN,
  /** {@code she wants to eat}: vouloir and infinitive. */
  WANT
}
