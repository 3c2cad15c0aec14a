package seq2seq.data;

import java.util.List;

/** One token a character; see {@link Tokenizer#characters}. */
final class CharacterTokenizer implements Tokenizer {
  static final CharacterTokenizer INSTANCE = new CharacterTokenizer();

  /** Stands for a space, which would be invisible in a vocabulary file or a plot's axis. */
  private static final String SPACE = "␣";

  private CharacterTokenizer() {}

  @Override
  public String name() {
    return "characters";
  }

  @Override
  public List<String> tokenize(String text) {
    return Characters.normalised(text)
        .replace(" ", SPACE)
        .codePoints()
        .mapToObj(Character::toString)
        .toList();
  }

  @Override
  public String detokenize(List<String> tokens, Spacing spacing) {
    return String.join("", tokens).replace(SPACE, " ");
  }

  @Override
  public String toString() {
    return name();
  }
}
