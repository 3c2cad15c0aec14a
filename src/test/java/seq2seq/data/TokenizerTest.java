package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.files.FileException;

class TokenizerTest {
  private final Tokenizer words = Tokenizer.words();
  private final Tokenizer characters = Tokenizer.characters();

  private String cut(String text) {
    return String.join("|", words.withoutSpacing(words.tokenize(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "L'homme n'est pas là.; l'|homme|n'|est|pas|là|.",
        "Qu'est-ce qu'elle voit ?; qu'|est-ce|qu'|elle|voit|?",
        "S'il arrive aujourd'hui; s'|il|arrive|aujourd'hui",
        "J'ai jusqu'à lundi; j'|ai|jusqu'|à|lundi",
        "quelqu'un, presqu'île; quelqu'un|,|presqu'île",
        "Go. Va !; go|.|va|!",
        "Don't! I'm Paul's friend.; don't|!|i'm|paul's|friend|.",
        "It costs 3.50 or 1,000.; it|costs|3.50|or|1,000|.",
        "A-t-elle dit non ?; a-t-elle|dit|non|?",
        "well - no; well|-|no",
        "(«Oui»); (|«|oui|»|)",
        "l' homme; l'|homme",
        "100 €; 100|€",
        "one_two; one|_|two",
      })
  void words_punctuation_and_elided_words_are_tokens(String text, String expected) {
    assertThat(cut(text)).isEqualTo(expected);
  }

  @Test
  void the_two_apostrophes_are_one_token() {
    assertThat(words.tokenize("L’eau d’Italie")).isEqualTo(words.tokenize("L'eau d'Italie"));
    assertThat(words.tokenize("don’t")).containsExactly("don't");
    assertThat(words.tokenize("’")).isEqualTo(words.tokenize("'"));
  }

  @Test
  void every_kind_of_space_separates_and_none_is_a_token() {
    assertThat(cut("Oui\u202F! Non\u00A0? a\u2009b\u3000c\td\u200Be"))
        .isEqualTo("oui|!|non|?|a|b|c|de");
    assertThat(words.tokenize(" \u00A0\u202F\t")).isEmpty();
    assertThat(words.tokenize("")).isEmpty();
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_token() {
    assertThat(words.tokenize("e\u0301cole")).isEqualTo(words.tokenize("\u00E9cole"));
    assertThat(characters.tokenize("e\u0301")).containsExactly("\u00E9");
  }

  @Test
  void case_is_dropped_by_the_same_rule_in_every_country() {
    assertThat(words.tokenize("TITLE ÉCOLE ŒUF")).containsExactly("title", "école", "œuf");
  }

  @Test
  void scripts_without_spaces_give_a_token_a_letter() {
    assertThat(cut("我喜欢猫。")).isEqualTo("我|喜|欢|猫|。");
    assertThat(cut("猫がABC好き")).isEqualTo("猫|が|abc|好|き");
    assertThat(cut("น้ำ")).isEqualTo("น้|ำ");
  }

  @Test
  void any_script_is_cut_at_its_spaces_and_punctuation() {
    assertThat(cut("Привет, мир!")).isEqualTo("привет|,|мир|!");
    assertThat(cut("שלום עולם")).isEqualTo("שלום|עולם");
    assertThat(cut("هل أنت هنا؟")).isEqualTo("هل|أنت|هنا|؟");
    assertThat(cut("नमस्ते दुनिया")).isEqualTo("नमस्ते|दुनिया");
    assertThat(cut("Γειά σου")).isEqualTo("γειά|σου");
    assertThat(cut("한국어 문장")).isEqualTo("한국어|문장");
    assertThat(cut("I ❤️ 🐈")).isEqualTo("i|❤️|🐈");
  }

  @Test
  void half_a_character_becomes_the_replacement_character() {
    assertThat(words.tokenize("a \uD83D b")).containsExactly("a", "\uFFFD", "b");
  }

  @Property(tries = 500, seed = "1")
  void no_token_is_empty_or_holds_a_space_or_a_line_break(@ForAll String text) {
    assertThat(words.tokenize(text)).allMatch(token -> token.matches("[^\\s\u00A0\u202F]+"));
    assertThat(characters.tokenize(text)).allMatch(token -> token.matches("\\S\\S?"));
  }

  @Test
  void characters_are_tokens_and_a_space_is_a_visible_one() {
    assertThat(characters.tokenize("  3 May\u00A0 2004 "))
        .containsExactly("3", "␣", "m", "a", "y", "␣", "2", "0", "0", "4");
    assertThat(characters.detokenize(characters.tokenize("3 may 2004"))).isEqualTo("3 may 2004");
  }

  @Test
  void a_tokenizer_is_found_again_by_its_name() {
    assertThat(Tokenizer.named(words.name())).isSameAs(words);
    assertThat(Tokenizer.named(characters.name())).isSameAs(characters);
    assertThatThrownBy(() -> Tokenizer.named("bytes"))
        .isInstanceOf(FileException.class)
        .hasMessage("tokenizer: expected words or characters, found \"bytes\"");
  }
}
