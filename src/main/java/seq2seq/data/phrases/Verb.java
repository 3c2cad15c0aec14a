package seq2seq.data.phrases;

import java.util.List;

/**
 * A verb of the {@code phrases} lexicon.
 *
 * @param english the base form, with its particle: {@code look for}
 * @param third the third person singular
 * @param ing the present participle; empty for a state, which takes the simple present ({@code she
 *     wants})
 * @param past the simple past; empty if the verb is not used in the past (French would say the
 *     imperfect)
 * @param infinitive the French infinitive; empty if not used
 * @param present the French present for je, tu, il, nous, ils; empty if not used
 * @param participle the French past participle, masculine singular; empty if not used
 * @param objects the kinds of {@link Noun} that it takes, none if intransitive
 */
record Verb(
    String english,
    String third,
    String ing,
    String past,
    String infinitive,
    List<String> present,
    String participle,
    List<String> objects) {

  boolean isUsedIn(Tense tense) {
    return switch (tense) {
      case PRESENT -> !present.isEmpty();
      case PAST -> !participle.isEmpty();
      case FUTURE, CAN, WANT -> !infinitive.isEmpty();
    };
  }
}
