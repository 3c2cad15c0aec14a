package seq2seq.data;

import java.nio.file.Path;
import java.util.List;
import seq2seq.data.phrases.Phrases;
import seq2seq.engine.Generator;
import seq2seq.files.FileException;

/**
 * A parallel corpus: a named list of sentence pairs, and the tokenizer that its text is made for.
 *
 * <p>Three are embedded, written for this course: {@link #phrases}, {@link #dates} and {@link
 * #reverse()}; {@link #read} takes any tab-separated file. Immutable.
 *
 * @param name {@code phrases}, or the file's name
 * @param tokenizer what cuts this corpus's sentences into tokens
 * @param pairs the pairs, in their order; unmodifiable
 * @param skipped how many bad lines were left out when the corpus was read; 0 for an embedded one
 */
public record ParallelCorpus(String name, Tokenizer tokenizer, List<Pair> pairs, int skipped) {

  /** Copies the list. */
  public ParallelCorpus {
    pairs = List.copyOf(pairs);
  }

  /** A corpus of the given pairs. */
  public static ParallelCorpus of(String name, Tokenizer tokenizer, List<Pair> pairs) {
    return new ParallelCorpus(name, tokenizer, pairs, 0);
  }

  /**
   * English sentences and their French translations, several thousand, made by a small grammar; one
   * English sentence has exactly one translation. Word tokens.
   */
  public static ParallelCorpus phrases() {
    Tokenizer words = Tokenizer.words();
    return of(
        "phrases",
        words,
        Phrases.sentences(text -> words.tokenize(text).size()).stream()
            .map(sentence -> new Pair(sentence.english(), sentence.french()))
            .toList());
  }

  /**
   * Dates as people write them in English and in ISO 8601: {@code March 12, 1987} and {@code
   * 1987-03-12}. Character tokens.
   */
  public static ParallelCorpus dates() {
    return of("dates", Tokenizer.characters(), Dates.pairs());
  }

  /** Strings of 3 to 8 symbols and their reverse, 6,000 pairs. Character tokens. */
  public static ParallelCorpus reverse() {
    return reverse(6_000, 3, 8, Generator.seeded(1));
  }

  /**
   * Distinct random strings over the ten symbols {@code a} to {@code j}, and each read backwards.
   * Every length is equally likely while unused strings of it remain. Character tokens.
   *
   * @param pairs how many
   * @param minLength symbols in the shortest string, at least 1
   * @param maxLength symbols in the longest string, at least {@code minLength}
   * @param generator advanced by the draws
   * @throws IllegalArgumentException if a number is out of range, or there are fewer than {@code
   *     pairs} such strings
   */
  public static ParallelCorpus reverse(
      int pairs, int minLength, int maxLength, Generator generator) {
    List<Pair> drawn = SymbolStrings.reversed(pairs, minLength, maxLength, generator);
    return of("reverse", Tokenizer.characters(), drawn);
  }

  /**
   * Reads a tab-separated file: source, tab, target, and an optional third column that is dropped.
   * UTF-8, with or without byte order mark, lines ended by LF or CRLF. Word tokens.
   *
   * <p>A bad line has no tab, an empty source or target, more than three columns, or bytes that are
   * not UTF-8.
   *
   * @throws FileException if the file is missing, unreadable, a folder or without a single pair; or
   *     at the first bad line, {@code file:line: expected ..., found ...}, unless the options skip
   *     bad lines: then they are counted in {@link #skipped}
   */
  public static ParallelCorpus read(Path file, ReadOptions options) {
    return TabSeparated.read(file, options);
  }

  /** How many pairs. */
  public int size() {
    return pairs.size();
  }

  /** The tokens of every source sentence, in the order of the pairs. */
  public List<List<String>> sourceTokens() {
    return pairs.stream().map(pair -> tokenizer.tokenize(pair.source())).toList();
  }

  /** The tokens of every target sentence, in the order of the pairs. */
  public List<List<String>> targetTokens() {
    return pairs.stream().map(pair -> tokenizer.tokenize(pair.target())).toList();
  }

  /** The name and the number of pairs: {@code phrases (6000 pairs)}. */
  @Override
  public String toString() {
    return name + " (" + pairs.size() + " pairs)";
  }
}
