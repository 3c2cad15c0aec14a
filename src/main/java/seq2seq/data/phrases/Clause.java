package seq2seq.data.phrases;

import java.util.StringJoiner;

/**
 * A sentence without its punctuation in both languages, as the parts that statement, negation and
 * question put in different orders.
 *
 * @param subject who
 * @param finite the English verb of a statement: {@code sees}, {@code is eating}
 * @param auxiliary the English auxiliary of a negation or question: {@code does}, {@code is}
 * @param rest what follows the auxiliary: {@code see}, {@code eating}
 * @param complement what stands after the English verb; empty if nothing
 * @param complementNegated the same under negation: {@code any keys}
 * @param clitic the French pronoun before the conjugated verb; empty if none
 * @param verb the French conjugated verb
 * @param tail what follows the French verb, or its {@code pas}; empty if nothing
 * @param tailNegated the same under negation: {@code de clés}
 */
record Clause(
    Subject subject,
    String finite,
    String auxiliary,
    String rest,
    String complement,
    String complementNegated,
    String clitic,
    String verb,
    String tail,
    String tailNegated) {

  /** A clause whose complement is the same under negation. */
  static Clause of(
      Subject subject, String auxiliary, String rest, String complement, String verb, String tail) {
    String finite = words(auxiliary, rest);
    return new Clause(
        subject, finite, auxiliary, rest, complement, complement, "", verb, tail, tail);
  }

  /** {@code she is in Paris}, {@code elle est à Paris}: to be, and être with the same sense. */
  static Clause being(Subject subject, String complement, String tail) {
    return of(subject, subject.be(), "", complement, subject.etre(), tail);
  }

  /** The same clause with a pronoun before the French verb. */
  Clause withClitic(String pronoun) {
    return new Clause(
        subject,
        finite,
        auxiliary,
        rest,
        complement,
        complementNegated,
        pronoun,
        verb,
        tail,
        tailNegated);
  }

  String english() {
    return words(subject.english(), finite, complement);
  }

  String french() {
    return words(subject.french(), clitic, verb, tail);
  }

  String englishNegated() {
    String not = auxiliary.equals("can") ? "cannot" : auxiliary + " not";
    return words(subject.english(), not, rest, complementNegated);
  }

  String frenchNegated() {
    return words(subject.french(), "ne", clitic, verb, "pas", tailNegated);
  }

  String englishAsked() {
    return words(auxiliary, subject.english(), rest, complement);
  }

  /** Joins what is not empty with single spaces. */
  static String words(String... parts) {
    StringJoiner words = new StringJoiner(" ");
    for (String part : parts) {
      if (!part.isEmpty()) {
        words.add(part);
      }
    }
    return words.toString();
  }
}
