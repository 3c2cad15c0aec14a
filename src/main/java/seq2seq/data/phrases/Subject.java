package seq2seq.data.phrases;

/**
 * Who does it, in both languages.
 *
 * @param english the English words
 * @param french the French words
 * @param person 0 je, 1 tu, 2 il or elle, 3 nous, 4 ils or elles: the index of a verb form
 * @param feminine the gender, where French must know it
 * @param gendered whether the gender is certain: {@code I} may be a man or a woman
 */
record Subject(String english, String french, int person, boolean feminine, boolean gendered) {
  private static final String[] BE = {"am", "are", "is", "are", "are"};
  private static final String[] ETRE = {"suis", "es", "est", "sommes", "sont"};
  private static final String[] AVOIR = {"ai", "as", "a", "avons", "ont"};
  private static final String[] ALLER = {"vais", "vas", "va", "allons", "vont"};
  private static final String[] REFLEXIVE = {"me", "te", "se", "nous", "se"};

  /** A noun phrase as a subject. */
  static Subject of(NounPhrase phrase) {
    int person = phrase.plural() ? 4 : 2;
    return new Subject(phrase.english(), phrase.french(), person, phrase.feminine(), true);
  }

  boolean plural() {
    return person >= 3;
  }

  boolean thirdSingular() {
    return person == 2;
  }

  String be() {
    return BE[person];
  }

  String does() {
    return thirdSingular() ? "does" : "do";
  }

  String etre() {
    return ETRE[person];
  }

  String avoir() {
    return AVOIR[person];
  }

  String aller() {
    return ALLER[person];
  }

  String reflexive() {
    return REFLEXIVE[person];
  }

  /** The adjective or participle stem with the endings of gender and number: {@code allées}. */
  String agreed(String stem) {
    return stem + (feminine ? "e" : "") + (plural() ? "s" : "");
  }
}
