package seq2seq.data.phrases;

/**
 * A noun for a substance, which is not counted: {@code water}.
 *
 * @param english the English word
 * @param french the French word
 * @param feminine the gender in French
 * @param drink whether one drinks it, else one eats it
 */
record Mass(String english, String french, boolean feminine, boolean drink) {

  /** With the definite article, in full: {@code la eau}. */
  String definite() {
    return (feminine ? "la " : "le ") + french;
  }
}
