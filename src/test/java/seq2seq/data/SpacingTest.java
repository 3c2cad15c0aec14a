package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Generator;

/** Tokens → text → tokens is the identity, and text → tokens → text keeps every space. */
class SpacingTest {
  private final Tokenizer words = Tokenizer.words();
  private final Tokenizer characters = Tokenizer.characters();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "german",
        "spanish",
        "chinese",
        "japanese",
        "arabic",
        "bengali",
        "french",
        "english",
        "hindi_thai_korean"
      })
  void every_sentence_of_a_language_comes_back_as_it_was_written(String language)
      throws IOException {
    assertThat(sentences(language))
        .isNotEmpty()
        .allSatisfy(
            text -> {
              assertThat(roundTrip(words, text)).isEqualTo(Characters.normalised(text));
              assertThat(roundTrip(characters, text)).isEqualTo(Characters.normalised(text));
            });
  }

  private List<String> sentences(String language) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("spacing/" + language + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String roundTrip(Tokenizer tokenizer, String text) {
    return tokenizer.detokenize(tokenizer.tokenize(text));
  }

  @Test
  void both_sides_of_every_corpus_of_the_course_come_back() {
    for (ParallelCorpus corpus :
        List.of(ParallelCorpus.phrases(), ParallelCorpus.dates(), ParallelCorpus.reverse())) {
      assertThat(
              corpus.pairs().stream()
                  .flatMap(pair -> Stream.of(pair.source(), pair.target()))
                  .filter(text -> isAltered(corpus.tokenizer(), text)))
          .isEmpty();
    }
  }

  private static boolean isAltered(Tokenizer tokenizer, String text) {
    return !roundTrip(tokenizer, text).equals(Characters.normalised(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Where is she?; where|is|she|?",
        "Où est-elle ?; où|est-elle|␣?",
        "Don't! Let's go, \"now\".; don't|!|let's|go|,|\"|now|\"|.",
        "« Va », dit-il (ou non).; «␣|va|␣»|,|dit-il|(|ou|non|)|.",
        "„Komm“, sagte sie.; „|komm|“|,|sagte|sie|.",
        "»Halt!« rief er.; »|halt|!|«|rief|er|.",
        "¡Qué suerte!; ¡|qué|suerte|!",
        "他说：“好！”; 他|说|：|“|好|！|”",
        "東京タワー。; 東|京|タ|ワ|ー|。",
        "-5 degrees, 5 €; -‿|5|degrees|,|5|€",
        "it costs $5; it|costs|$|5",
        "a + b/c; a|+|b|/|c",
        "l' homme; l'␣|homme",
        "␣ is ‿‿; ‿␣|is|␣‿|‿‿",
      })
  void a_token_tells_of_a_space_only_where_the_usual_rule_is_broken(String text, String tokens) {
    assertThat(String.join("|", words.tokenize(text))).isEqualTo(tokens);
  }

  @Test
  void a_word_spaced_as_training_never_saw_it_is_known_as_it_was_most_often_spaced() {
    Vocabulary vocabulary =
        Vocabulary.of(List.of(words.tokenize("où est-elle ?"), words.tokenize("oui ? non?")), 1);
    assertThat(vocabulary.token(vocabulary.id("␣?"))).isEqualTo("␣?");
    assertThat(vocabulary.token(vocabulary.id("?"))).isEqualTo("?");
    assertThat(vocabulary.token(vocabulary.id("?␣"))).isEqualTo("␣?");
    assertThat(vocabulary.unknown(List.of("?␣", "␣!", "!", "‿oui"))).containsExactly("!");
  }

  @Test
  void sentences_that_differ_in_spacing_alone_stand_in_one_part_of_a_split() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pairs.add(new Pair("who is " + i + "?", "qui ?"));
      pairs.add(new Pair("who is " + i + " ?", "qui?"));
    }
    Splits splits =
        Splits.bySource(ParallelCorpus.of("spaced", words, pairs), 0.2, 0.2, Generator.seeded(3));
    for (ParallelCorpus part : List.of(splits.train(), splits.valid(), splits.test())) {
      assertThat(part.pairs().stream().filter(pair -> pair.target().equals("qui?")))
          .hasSize(part.size() / 2);
    }
  }

  @Property(tries = 3000, seed = "1")
  void any_text_comes_back_in_its_normal_form_and_is_cut_the_same_again(
      @ForAll("texts") String text) {
    for (Tokenizer tokenizer : List.of(words, characters)) {
      List<String> tokens = tokenizer.tokenize(text);
      String back = tokenizer.detokenize(tokens);
      assertThat(back).isEqualTo(Characters.normalised(text));
      assertThat(tokenizer.tokenize(back)).isEqualTo(tokens);
    }
  }

  /** Texts rich in what the rules are about, and now and then any characters at all. */
  @Provide
  Arbitrary<String> texts() {
    String telling = "abLqujD1' ’-.,?é\u0301œ猫น้ー。\u202F\"!«»“„¿$/\u200D\u00AD_␣‿";
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars(telling.toCharArray()).ofMaxLength(30),
        Arbitraries.strings().ofMaxLength(30));
  }
}
