package seq2seq.data.phrases;

/**
 * A place with the French prepositions that go with it, in full: {@code à le Japon}.
 *
 * @param english its English name, with its article
 * @param at being there or going there
 * @param from coming from there
 */
record PlaceName(String english, String at, String from) {}
