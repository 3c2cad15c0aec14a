package seq2seq.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.Sha256;
import seq2seq.files.TextFile;

/**
 * The tokens that a model knows, each with an id from 0 to V - 1.
 *
 * <p>Ids 0 to 3 are {@code <pad> <bos> <eos> <unk>}: padding, beginning and end of a sentence, and
 * every token not in the vocabulary. The others follow by falling frequency, equals in alphabetical
 * order (by UTF-16 code unit), so the same sentences give the same ids. Built from the training
 * split alone: a vocabulary that has seen the validation sentences hides how many words are new to
 * the model. Immutable.
 *
 * <p>A word that training met, but never with this spacing, has the id of the word as it was most
 * often spaced: {@code ␣?} is read as {@code ?}.
 */
public final class Vocabulary {
  /** The id of {@code <pad>}, which fills a row of a batch after its sentence. */
  public static final int PAD = 0;

  /** The id of {@code <bos>}, the first token that a decoder is given. */
  public static final int BOS = 1;

  /** The id of {@code <eos>}, the last real token of every row. */
  public static final int EOS = 2;

  /** The id of {@code <unk>}, any token not in the vocabulary. */
  public static final int UNK = 3;

  static final List<String> RESERVED = List.of("<pad>", "<bos>", "<eos>", "<unk>");

  private final List<String> tokens;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> idsWithoutSpacing = new HashMap<>();

  private Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    for (int id = 0; id < this.tokens.size(); id++) {
      ids.put(this.tokens.get(id), id);
      idsWithoutSpacing.putIfAbsent(Spacing.unmarked(this.tokens.get(id)), id);
    }
  }

  /**
   * The vocabulary of tokenized sentences.
   *
   * @param minCount a token occurs at least this often to be in it; at least 1
   * @throws IllegalArgumentException if {@code minCount} is less than 1, or a token is empty or
   *     holds a line break
   */
  public static Vocabulary of(List<List<String>> sentences, int minCount) {
    if (minCount < 1) {
      throw new IllegalArgumentException(
          "vocabulary: the least count must be at least 1; got " + minCount);
    }
    Map<String, Integer> counts = new TreeMap<>();
    sentences.forEach(sentence -> sentence.forEach(token -> count(token, counts)));
    return new Vocabulary(ordered(counts, minCount));
  }

  private static void count(String token, Map<String, Integer> counts) {
    if (token.isEmpty() || token.indexOf('\n') >= 0 || token.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "vocabulary: a token is not empty and on one line; got " + TextFile.shown(token));
    }
    counts.merge(token, 1, Integer::sum);
  }

  private static List<String> ordered(Map<String, Integer> counts, int minCount) {
    List<String> tokens = new ArrayList<>(RESERVED);
    counts.entrySet().stream()
        .filter(e -> e.getValue() >= minCount && !RESERVED.contains(e.getKey()))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())) // stable: ties stay sorted
        .forEach(e -> tokens.add(e.getKey()));
    return tokens;
  }

  /** V, the number of tokens, the four reserved ones included. */
  public int size() {
    return tokens.size();
  }

  /** The id of {@code token}, {@link #UNK} if its word is not in the vocabulary. */
  public int id(String token) {
    Integer id = ids.get(token);
    return id != null ? id : idsWithoutSpacing.getOrDefault(Spacing.unmarked(token), UNK);
  }

  /**
   * The token whose id this is.
   *
   * @throws IllegalArgumentException if {@code id} is not from 0 to V - 1
   */
  public String token(int id) {
    if (id < 0 || id >= tokens.size()) {
      throw new IllegalArgumentException(
          "vocabulary: ids go from 0 to " + (tokens.size() - 1) + "; got " + id);
    }
    return tokens.get(id);
  }

  /** Whether {@code token} has an id of its own. */
  public boolean contains(String token) {
    return ids.containsKey(token);
  }

  /** The id of each token, {@link #UNK} for those not in the vocabulary. Adds no bos and no eos. */
  public int[] ids(List<String> tokens) {
    return tokens.stream().mapToInt(this::id).toArray();
  }

  /**
   * The ids of a sentence, ended by {@link #EOS}, at most {@code steps} of them: a longer sentence
   * loses its last words, never its end token.
   *
   * @param steps T, at least 1
   * @throws IllegalArgumentException if {@code steps} is less than 1
   */
  public int[] encode(List<String> tokens, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "encode: the number of steps must be at least 1; got " + steps);
    }
    int words = Math.min(tokens.size(), steps - 1);
    int[] encoded = new int[words + 1];
    for (int t = 0; t < words; t++) {
      encoded[t] = id(tokens.get(t));
    }
    encoded[words] = EOS;
    return encoded;
  }

  /**
   * The token of each id.
   *
   * @throws IllegalArgumentException if an id is not from 0 to V - 1
   */
  public List<String> tokens(int... ids) {
    return Arrays.stream(ids).mapToObj(this::token).toList();
  }

  /** The words that are not in the vocabulary, each once, in order of appearance. */
  public List<String> unknown(List<String> tokens) {
    return tokens.stream()
        .filter(token -> id(token) == UNK && !contains(token))
        .map(Spacing::unmarked)
        .distinct()
        .toList();
  }

  /**
   * Writes the tokens to {@code file}, UTF-8, one a line in the order of their ids.
   *
   * @throws UncheckedIOException if it cannot be written; what stood there before is kept
   */
  public void save(Path file) {
    try {
      AtomicFile.write(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tokens, one a line in the order of their ids, each line ended: what {@link #save} writes.
   */
  public String text() {
    return String.join("\n", tokens) + "\n";
  }

  /** Of its tokens in their order: a model that was trained with another is noticed by it. */
  public String sha256() {
    return Sha256.of(text());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws FileException if the file is missing or unreadable, does not start with the reserved
   *     tokens, or has an empty, repeated or unfinished line
   */
  public static Vocabulary load(Path file) {
    return new Vocabulary(VocabularyFile.tokens(file));
  }

  /**
   * A vocabulary from its {@link #text}.
   *
   * @param name where the text stood, for the error
   * @throws FileException as {@link #load}
   */
  public static Vocabulary parse(String name, String text) {
    return new Vocabulary(VocabularyFile.tokens(name, text));
  }

  /** Two vocabularies are equal when they have the same tokens with the same ids. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that && tokens.equals(that.tokens);
  }

  @Override
  public int hashCode() {
    return tokens.hashCode();
  }

  /** The size: {@code Vocabulary (V = 312)}. */
  @Override
  public String toString() {
    return "Vocabulary (V = " + size() + ")";
  }
}
