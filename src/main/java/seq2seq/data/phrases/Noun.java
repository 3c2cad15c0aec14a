package seq2seq.data.phrases;

import java.util.List;

/**
 * A countable noun of the {@code phrases} lexicon with what its phrase must agree with.
 *
 * @param english the English singular
 * @param englishPlural the English plural
 * @param french the French singular
 * @param frenchPlural the French plural
 * @param feminine the gender in French
 * @param kind what it names: {@code thing}, {@code food}, {@code plant}, {@code animal}, {@code
 *     person}, {@code kin}
 * @param adjectives the adjectives that may describe it
 */
record Noun(
    String english,
    String englishPlural,
    String french,
    String frenchPlural,
    boolean feminine,
    String kind,
    List<Adjective> adjectives) {

  String english(boolean plural) {
    return plural ? englishPlural : english;
  }

  String french(boolean plural) {
    return plural ? frenchPlural : french;
  }
}
