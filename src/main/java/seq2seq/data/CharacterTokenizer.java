package seq2seq.data;

import java.util.List;
import java.util.stream.Collectors;

/** One token a character; see {@link Tokenizer#characters}. */
final class CharacterTokenizer implements Tokenizer {
  static final CharacterTokenizer INSTANCE = new CharacterTokenizer();

  /** Stands for a space, which would be invisible in a vocabulary file or a plot's axis. */
  private static final String SPACE = "␣";

  /** The character that stands for a space, where a text has it. */
  private static final String OPEN_BOX = "␣␣";

  private CharacterTokenizer() {}

  @Override
  public String name() {
    return "characters";
  }

  @Override
  public List<String> tokenize(String text) {
    return Characters.normalised(text)
        .codePoints()
        .mapToObj(Character::toString)
        .map(c -> c.equals(" ") ? SPACE : c.equals(SPACE) ? OPEN_BOX : c)
        .toList();
  }

  @Override
  public String detokenize(List<String> tokens) {
    return tokens.stream()
        .map(token -> token.equals(SPACE) ? " " : token.equals(OPEN_BOX) ? SPACE : token)
        .collect(Collectors.joining());
  }

  @Override
  public List<String> withoutSpacing(List<String> tokens) {
    return tokens;
  }

  @Override
  public String toString() {
    return name();
  }
}
