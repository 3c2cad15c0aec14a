package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.files.FileException;

class VocabularyTest {
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("the", "cat", "sees", "the", "dog"), List.of("a", "dog", "sees", "the", "cat"));

  @TempDir Path folder;

  private final Vocabulary vocabulary = Vocabulary.of(SENTENCES, 1);

  @Test
  void tokens_follow_the_reserved_ones_by_frequency_and_then_by_the_alphabet() {
    assertThat(vocabulary.tokens(0, 1, 2, 3, 4, 5, 6, 7, 8))
        .containsExactly("<pad>", "<bos>", "<eos>", "<unk>", "the", "cat", "dog", "sees", "a");
    assertThat(vocabulary.size()).isEqualTo(9);
  }

  @Test
  void the_constants_are_the_ids_of_the_reserved_tokens() {
    assertThat(vocabulary.ids(List.of("<pad>", "<bos>", "<eos>", "<unk>")))
        .containsExactly(Vocabulary.PAD, Vocabulary.BOS, Vocabulary.EOS, Vocabulary.UNK)
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void the_order_of_the_sentences_does_not_matter() {
    assertThat(Vocabulary.of(List.of(SENTENCES.get(1), SENTENCES.get(0)), 1)).isEqualTo(vocabulary);
  }

  @Test
  void rare_tokens_are_left_out() {
    assertThat(Vocabulary.of(SENTENCES, 2).contains("a")).isFalse();
    assertThat(Vocabulary.of(SENTENCES, 2).contains("dog")).isTrue();
    assertThat(Vocabulary.of(SENTENCES, 3).size()).isEqualTo(5);
  }

  @Test
  void an_unseen_token_is_unk_and_can_be_named() {
    assertThat(vocabulary.id("owl")).isEqualTo(Vocabulary.UNK);
    assertThat(vocabulary.unknown(List.of("the", "owl", "sees", "an", "owl")))
        .containsExactly("owl", "an");
  }

  @Test
  void a_reserved_word_in_a_sentence_does_not_get_a_second_id() {
    Vocabulary v = Vocabulary.of(List.of(List.of("<eos>", "a", "<eos>")), 1);
    assertThat(v.size()).isEqualTo(5);
    assertThat(v.id("<eos>")).isEqualTo(Vocabulary.EOS);
  }

  @Test
  void a_sentence_is_encoded_with_its_end() {
    assertThat(vocabulary.encode(List.of("the", "dog"), 10)).containsExactly(4, 6, 2);
    assertThat(vocabulary.encode(List.of(), 10)).containsExactly(2);
  }

  @Test
  void truncation_keeps_the_end_token() {
    List<String> four = List.of("the", "dog", "sees", "a");
    assertThat(vocabulary.encode(four, 5)).containsExactly(4, 6, 7, 8, 2);
    assertThat(vocabulary.encode(four, 4)).containsExactly(4, 6, 7, 2);
    assertThat(vocabulary.encode(four, 1)).containsExactly(2);
  }

  @Test
  void wrong_arguments_are_explained() {
    assertThatThrownBy(() -> vocabulary.token(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vocabulary: ids go from 0 to 8; got 9");
    assertThatThrownBy(() -> vocabulary.token(-1)).hasMessageContaining("got -1");
    assertThatThrownBy(() -> vocabulary.encode(List.of("a"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("encode: the number of steps must be at least 1; got 0");
    assertThatThrownBy(() -> Vocabulary.of(SENTENCES, 0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> Vocabulary.of(List.of(List.of("a\nb")), 1))
        .hasMessageContaining("on one line");
  }

  @Test
  void it_is_saved_as_plain_text_and_loaded_equal() throws IOException {
    Path file = folder.resolve("source.txt");
    Vocabulary accented = Vocabulary.of(List.of(List.of("œuf", "l'", "猫", "␣")), 1);
    accented.save(file);
    assertThat(Files.readString(file)).isEqualTo("<pad>\n<bos>\n<eos>\n<unk>\nl'\nœuf\n␣\n猫\n");
    assertThat(Vocabulary.load(file)).isEqualTo(accented);
    assertThat(folder)
        .isDirectoryContaining(p -> p.equals(file))
        .isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void a_damaged_file_is_named_with_its_line() throws IOException {
    assertDamage("<pad>\n<bos>\n<unk>\n<eos>\n", ":3: expected <eos>, found \"<unk>\"");
    assertDamage(
        "<pad>\n<bos>\n<eos>\n<unk>\na\n\nb\n", ":6: expected a token, found an empty line");
    assertDamage(
        "<pad>\n<bos>\n<eos>\n<unk>\na\nb\na\n",
        ":7: expected each token once, found \"a\" again, as in line 5");
    assertDamage(
        "<pad>\n<bos>\n<eos>\n<unk>\nhel",
        ":5: expected a line feed after the last token, found a file cut off in \"hel\"");
    assertDamage("<pad>\n<bos>\n", ": expected <eos>, found the end of the file");
    assertDamage("", ": expected <pad>, found the end of the file");
  }

  private void assertDamage(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("v.txt"), text);
    assertThatThrownBy(() -> Vocabulary.load(file))
        .isInstanceOf(FileException.class)
        .hasMessage(file + message);
  }

  @Test
  void a_file_in_another_encoding_is_named_with_its_line() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(
        file, "<pad>\n<bos>\n<eos>\n<unk>\n\u00E9t\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Vocabulary.load(file))
        .hasMessageStartingWith(file + ":5: expected UTF-8");
  }

  @Test
  void a_folder_that_does_not_exist_is_one_clear_line() {
    Path file = folder.resolve("missing/v.txt");
    assertThatThrownBy(() -> Vocabulary.load(file))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ": expected a vocabulary, found no such file");
  }

  @Test
  void a_folder_that_is_a_file_is_one_clear_line() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");
    assertThatThrownBy(() -> vocabulary.save(taken.resolve("v.txt")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(
            taken.resolve("v.txt") + ": cannot be written: " + taken + " is a file");
  }
}
