package seq2seq.graded.ch01;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.grading.Exercises;

/**
 * Sentences for the graded tests of padding, with their batch and those that well-known mistakes
 * give.
 *
 * @param sentences N rows of words
 * @param steps T
 */
record SentenceInputs(String[][] sentences, int steps) {
  static final int PAD = 0;
  static final int BOS = 1;
  static final int EOS = 2;
  private static final int UNK = 3;
  private static final String[] VOCABULARY = {
    "<pad>", "<bos>", "<eos>", "<unk>", "the", ".", "dog", "cat", "sees", "sleeps", "old", "under"
  };
  private static final String[] UNKNOWN = {"quagga", "'", "Dog"};

  /** The example of the specification, with this chapter's vocabulary. */
  static SentenceInputs example() {
    String[][] sentences = {{"dog", "sleeps", "."}, {"the", "red", "dog", "sleeps", "."}, {}};
    return new SentenceInputs(sentences, 5);
  }

  /** Sentences that fit: an empty one, one with an unknown word, one without padding. */
  static SentenceInputs thatFit(int steps, Generator random) {
    String[][] sentences = {
      words(1 + random.nextInt(steps - 2), random),
      {},
      words(2, random),
      words(steps - 1, random),
      words(1, random)
    };
    sentences[2][random.nextInt(2)] = UNKNOWN[random.nextInt(UNKNOWN.length)];
    return new SentenceInputs(sentences, steps);
  }

  /** Sentences of known words that are all too long, by one word and by more. */
  static SentenceInputs thatAreTooLong(int steps, Generator random) {
    String[][] sentences = {
      words(steps, random), words(steps + 1, random), words(steps + 2 + random.nextInt(4), random)
    };
    return new SentenceInputs(sentences, steps);
  }

  /** No two neighbours are the same word. */
  private static String[] words(int count, Generator random) {
    String[] words = new String[count];
    int known = VOCABULARY.length - UNK - 1;
    int word = random.nextInt(known);
    for (int i = 0; i < count; i++) {
      words[i] = VOCABULARY[UNK + 1 + word];
      word = (word + 1 + random.nextInt(known - 1)) % known;
    }
    return words;
  }

  /**
   * Asks the subject.
   *
   * @throws AssertionError if it changed what it was given
   */
  PaddedIds.Batch batch(PaddedIds subject) {
    String[][] given = Arrays.stream(sentences).map(String[]::clone).toArray(String[][]::new);
    String[] vocabulary = VOCABULARY.clone();
    PaddedIds.Batch batch = subject.batch(given, vocabulary, steps);
    if (!Arrays.deepEquals(given, sentences) || !Arrays.equals(vocabulary, VOCABULARY)) {
      throw new AssertionError(
          Exercises.find("1.1").label() + ": changed its input; work on arrays of your own.");
    }
    return batch;
  }

  int[][] ids() {
    return rows(false, true, false, PAD);
  }

  /** The end token is added before the cut. */
  int[][] endCutOff() {
    return rows(false, true, true, PAD);
  }

  /** As for a sentence that is to be written. */
  int[][] withStart() {
    return rows(true, true, false, PAD);
  }

  int[][] withoutEnd() {
    return rows(false, false, false, PAD);
  }

  int[][] filledWithEnds() {
    return rows(false, true, false, EOS);
  }

  /** The words at the front are cut. */
  int[][] lastWordsKept() {
    String[][] last = new String[sentences.length][];
    Arrays.setAll(
        last,
        n -> {
          int cut = Math.max(0, sentences[n].length - (steps - 1));
          return Arrays.copyOfRange(sentences[n], cut, sentences[n].length);
        });
    return new SentenceInputs(last, steps).ids();
  }

  /** An unknown word gets the 0 of a new array. */
  int[][] unknownAsPadding() {
    return Arrays.stream(ids())
        .map(row -> Arrays.stream(row).map(id -> id == UNK ? PAD : id).toArray())
        .toArray(int[][]::new);
  }

  private int[][] rows(boolean start, boolean end, boolean cutLast, int fill) {
    return Arrays.stream(sentences)
        .map(words -> row(words, start, end, cutLast, fill))
        .toArray(int[][]::new);
  }

  private int[] row(String[] words, boolean start, boolean end, boolean cutLast, int fill) {
    List<Integer> row = new ArrayList<>(start ? List.of(BOS) : List.of());
    Stream.of(words).map(SentenceInputs::id).forEach(row::add);
    int room = steps - (end && !cutLast ? 1 : 0);
    List<Integer> kept = new ArrayList<>(row.subList(0, Math.min(row.size(), room)));
    kept.addAll(end ? List.of(EOS) : List.of());
    return IntStream.range(0, steps).map(t -> t < kept.size() ? kept.get(t) : fill).toArray();
  }

  private static int id(String word) {
    int id = Arrays.asList(VOCABULARY).indexOf(word);
    return id < 0 ? UNK : id;
  }

  /** Words and {@code more}, at most T. */
  int[] lengths(int more) {
    return Arrays.stream(sentences)
        .mapToInt(words -> Math.min(steps, words.length + more))
        .toArray();
  }

  int[] lengthsNotCut() {
    return Arrays.stream(sentences).mapToInt(words -> words.length + 1).toArray();
  }

  /** Words that were kept, without eos. */
  int[] wordsKept() {
    return Arrays.stream(sentences).mapToInt(words -> Math.min(steps - 1, words.length)).toArray();
  }

  /** As failures name these sentences. */
  String inWords() {
    return "the sentences " + Arrays.deepToString(sentences) + " and T = " + steps;
  }
}
