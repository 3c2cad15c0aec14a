package seq2seq.data.phrases;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence without its punctuation in both languages, as the parts that statement, negation and
 * question put in different orders.
 *
 * @param subject who
 * @param finite the English verb of a statement: {@code sees}, {@code is eating}
 * @param auxiliary the English auxiliary of a negation or question: {@code does}, {@code is}
 * @param rest what follows the auxiliary: {@code see}, {@code eating}
 * @param verb the French conjugated verb
 * @param complement what stands after the English verb, what after the French one or its {@code
 *     pas}, and the pronoun before that
 */
record Clause(
    Subject subject,
    String finite,
    String auxiliary,
    String rest,
    String verb,
    Complement complement) {

  /** A clause whose complement is the same under negation. */
  static Clause of(
      Subject subject, String auxiliary, String rest, String complement, String verb, String tail) {
    String finite = words(auxiliary, rest);
    return new Clause(subject, finite, auxiliary, rest, verb, Complement.of(complement, tail));
  }

  /** {@code she is in Paris}, {@code elle est à Paris}: to be, and être with the same sense. */
  static Clause being(Subject subject, String complement, String tail) {
    return of(subject, subject.be(), "", complement, subject.etre(), tail);
  }

  String english() {
    return words(subject.english(), finite, complement.english());
  }

  String french() {
    return words(subject.french(), complement.clitic(), verb, complement.french());
  }

  String englishNegated() {
    String not = auxiliary.equals("can") ? "cannot" : auxiliary + " not";
    return words(subject.english(), not, rest, complement.englishNegated());
  }

  String frenchNegated() {
    String clitic = complement.clitic();
    return words(subject.french(), "ne", clitic, verb, "pas", complement.frenchNegated());
  }

  String englishAsked() {
    return words(auxiliary, subject.english(), rest, complement.english());
  }

  /** Joins what is not empty with single spaces. */
  static String words(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
