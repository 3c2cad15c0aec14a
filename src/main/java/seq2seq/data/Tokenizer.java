package seq2seq.data;

import java.util.List;
import seq2seq.files.FileException;

/**
 * Cuts text into tokens and puts tokens together again.
 *
 * <p>Nothing is lost but case and kind: {@code detokenize(tokenize(text))} is the text in lower
 * case, NFC, with one kind of space and of apostrophe, and cutting that gives the same tokens.
 *
 * <p>Two exist, {@link #words} and {@link #characters}. The {@link #name} is saved with a model, so
 * that what translates cuts text as what trained did.
 */
public interface Tokenizer {

  /**
   * Word tokens, for text in any language:
   *
   * <ol>
   *   <li>The text becomes lower case and Unicode NFC. The typographic apostrophes {@code ’ ‘ ʼ}
   *       become {@code '}; every kind of space, no-break and narrow ones too, is a space.
   *   <li>A <b>word</b> is a run of letters, digits and their marks. A hyphen or an apostrophe
   *       between two of them stays inside ({@code est-ce}, {@code don't}, {@code aujourd'hui}),
   *       and so does a point or comma between two digits ({@code 3.5}).
   *   <li>A French elided word keeps its apostrophe and is a token of its own: {@code l'homme}
   *       gives {@code l'} and {@code homme}; so do j' d' m' t' s' c' n' qu' jusqu' lorsqu' puisqu'
   *       quoiqu'.
   *   <li>In scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each
   *       letter, with the marks that follow it, is a token.
   *   <li>Anything else, punctuation and symbols, is a token of one character. Invisible formatting
   *       characters are dropped.
   *   <li>Where a space stands that usually does not, or none where one usually does, a token says
   *       so: {@code ␣?} is a question mark with a space before it, {@code -‿} a hyphen with none
   *       after it.
   * </ol>
   */
  static Tokenizer words() {
    return WordTokenizer.INSTANCE;
  }

  /**
   * One token a character (Unicode code point), lower case, NFC. A space is the visible token
   * {@code ␣}; spaces at both ends are dropped and a run of them counts as one. (A {@code ␣} of the
   * text is {@code ␣␣}.)
   */
  static Tokenizer characters() {
    return CharacterTokenizer.INSTANCE;
  }

  /**
   * The tokenizer whose {@link #name} this is.
   *
   * @throws FileException if there is none
   */
  static Tokenizer named(String name) {
    for (Tokenizer tokenizer : List.of(words(), characters())) {
      if (tokenizer.name().equals(name)) {
        return tokenizer;
      }
    }
    throw new FileException("tokenizer: expected words or characters, found \"" + name + "\"");
  }

  /** {@code words} or {@code characters}. */
  String name();

  /** The tokens of {@code text}, in order; none if the text is empty or only spaces. */
  List<String> tokenize(String text);

  /** The text of tokens, for people to read. */
  String detokenize(List<String> tokens);

  /** The tokens without what they tell of spaces: what two sentences are compared by. */
  List<String> withoutSpacing(List<String> tokens);
}
