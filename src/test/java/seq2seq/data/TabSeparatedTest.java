package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.files.FileException;

class TabSeparatedTest {
  private static final ReadOptions WHOLE = new ReadOptions(Integer.MAX_VALUE, false);
  private static final ReadOptions SKIPPING = new ReadOptions(Integer.MAX_VALUE, true);

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), text);
  }

  @Test
  void source_and_target_are_read_and_a_third_column_is_dropped() throws IOException {
    ParallelCorpus corpus =
        ParallelCorpus.read(file("Go.\tVa !\nRun!\tCours\u202F!\tCC-BY 2.0\n"), WHOLE);
    assertThat(corpus.pairs())
        .containsExactly(new Pair("Go.", "Va !"), new Pair("Run!", "Cours\u202F!"));
    assertThat(corpus.name()).isEqualTo("pairs.tsv");
    assertThat(corpus.tokenizer()).isSameAs(Tokenizer.words());
    assertThat(corpus.skipped()).isZero();
  }

  @Test
  void a_byte_order_mark_carriage_returns_and_a_missing_last_line_feed_are_tolerated()
      throws IOException {
    assertThat(ParallelCorpus.read(file("\uFEFFGo.\tVa !\r\nRun!\tCours !"), WHOLE).pairs())
        .containsExactly(new Pair("Go.", "Va !"), new Pair("Run!", "Cours !"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Go. Va !; expected source<TAB>target, found no tab in \"Go. Va !\"",
        "''; expected source<TAB>target, found an empty line",
        "<TAB>Va !; expected source<TAB>target, found an empty source in \"<TAB>Va !\"",
        "Go.<TAB>; expected source<TAB>target, found an empty target in \"Go.<TAB>\"",
        "Go.<TAB>\u00A0<TAB>x; expected source<TAB>target, found an empty target in"
            + " \"Go.<TAB>\u00A0<TAB>x\"",
        "a<TAB>b<TAB>c<TAB>d; expected 2 or 3 columns, found 4 in \"a<TAB>b<TAB>c<TAB>d\"",
        "an unusually long line that nobody will want to see whole; expected source<TAB>target,"
            + " found no tab in \"an unusually long line that nobody will ...\"",
      })
  void a_bad_line_is_named_with_what_was_expected_and_found(String line, String message)
      throws IOException {
    Path file = file("Go.\tVa !\n" + line.replace("<TAB>", "\t") + "\nRun!\tCours !\n");
    assertThatThrownBy(() -> ParallelCorpus.read(file, WHOLE))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ":2: " + message);
    ParallelCorpus rest = ParallelCorpus.read(file, SKIPPING);
    assertThat(rest.size()).isEqualTo(2);
    assertThat(rest.skipped()).isEqualTo(1);
  }

  @Test
  void bytes_that_are_not_utf8_are_a_bad_line_of_their_own() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("Go.\tVa !\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Summer.\t\u00C9t\u00E9.\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.write("Run!\tCours !\n".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("latin.tsv"), bytes.toByteArray());
    assertThatThrownBy(() -> ParallelCorpus.read(file, WHOLE))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ":2: expected UTF-8 text, found bytes in another encoding");
    assertThat(ParallelCorpus.read(file, SKIPPING).skipped()).isEqualTo(1);
  }

  @Test
  void a_utf16_file_is_recognised() throws IOException {
    Path file = folder.resolve("utf16.tsv");
    Files.write(file, "Go.\tVa !\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> ParallelCorpus.read(file, WHOLE))
        .hasMessage(file + ":1: expected UTF-8 text, found what looks like UTF-16");
  }

  @Test
  void the_limit_takes_the_first_pairs_and_does_not_look_further() throws IOException {
    Path file = file("a\tA\nbad\nb\tB\nc\tC\nworse\n");
    ParallelCorpus two = ParallelCorpus.read(file, new ReadOptions(2, true));
    assertThat(two.pairs()).containsExactly(new Pair("a", "A"), new Pair("b", "B"));
    assertThat(two.skipped()).isEqualTo(1);
    assertThat(ParallelCorpus.read(file, new ReadOptions(1, false)).size()).isEqualTo(1);
    assertThatThrownBy(() -> new ReadOptions(0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("read: the limit must be at least 1 pair; got 0");
  }

  @Test
  void a_file_that_cannot_be_read_is_one_clear_line() throws IOException {
    Path missing = folder.resolve("missing.tsv");
    assertFault(missing, ": expected a tab-separated file, found no such file");
    assertFault(folder, ": expected a tab-separated file, found a folder");
    assertFault(file(""), ": expected at least one pair, found an empty file");
    assertFault(file("\uFEFF"), ":1: expected source<TAB>target, found an empty line");
  }

  @Test
  void a_file_that_denies_reading_is_one_clear_line() throws IOException {
    Path file = file("Go.\tVa !\n");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "not as root");
    assertFault(file, ": expected a tab-separated file, found a file that denies reading");
  }

  @Test
  void a_file_of_bad_lines_alone_says_how_many_and_shows_the_first() throws IOException {
    Path file = file("one\ntwo\n");
    assertThatThrownBy(() -> ParallelCorpus.read(file, SKIPPING))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ": no pair left: bad lines 2, the first: " + file + ":1: ");
  }

  private static void assertFault(Path file, String message) {
    assertThatThrownBy(() -> ParallelCorpus.read(file, WHOLE))
        .isInstanceOf(FileException.class)
        .hasMessage(file + message)
        .message()
        .doesNotContain("\n");
  }
}
