package seq2seq.data.phrases;

/**
 * Fixed words that say the same in both languages.
 *
 * @param english the English words
 * @param french the French words
 */
record FixedPhrase(String english, String french) {}
