package seq2seq.solutions.ch01;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import seq2seq.graded.ch01.PaddedIds;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 1.1 that we know. */
final class PaddedIdsPool {
  private static final String FIT = "endsAndPadsSentencesThatFit";
  private static final String CUT = "cutsWordsButNeverTheEnd";
  private static final String LENGTHS = "countsTheRealTokensAndNeedsRoomForTheEnd";
  private static final PaddedIds CORRECT = new MyPaddedIds();

  private PaddedIdsPool() {}

  private static List<Integer> words(String[] sentence, String[] vocabulary) {
    List<Integer> words = new ArrayList<>();
    for (String token : sentence) {
      int id = Arrays.asList(vocabulary).indexOf(token);
      words.add(id < 0 ? 3 : id);
    }
    return words;
  }

  /** An answer that says only how the row of one sentence is made; it may be shorter than T. */
  private abstract static class RowByRow implements PaddedIds {
    abstract List<Integer> row(List<Integer> words, int steps);

    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      CORRECT.batch(sentences, vocabulary, steps);
      int[][] ids = new int[sentences.length][];
      int[] lengths = new int[sentences.length];
      for (int n = 0; n < ids.length; n++) {
        List<Integer> row = row(words(sentences[n], vocabulary), steps);
        lengths[n] = row.size();
        ids[n] = Arrays.copyOf(row.stream().mapToInt(Integer::intValue).toArray(), steps);
      }
      return new Batch(ids, lengths);
    }
  }

  private static List<Integer> first(List<Integer> row, int count) {
    return new ArrayList<>(row.subList(0, Math.min(count, row.size())));
  }

  /** The right ids, and lengths counted otherwise. */
  private static PaddedIds.Batch counted(
      String[][] sentences, String[] vocabulary, int steps, ToIntFunction<String[]> count) {
    int[][] ids = CORRECT.batch(sentences, vocabulary, steps).ids();
    return new PaddedIds.Batch(ids, Arrays.stream(sentences).mapToInt(count).toArray());
  }

  @Right(idea = "cuts the list of words, ends it, then counts what is not padding")
  static final class CountsWhatIsNotPadding extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      List<Integer> row = first(words, steps - 1);
      row.add(2);
      return row;
    }

    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      int[][] ids = super.batch(sentences, vocabulary, steps).ids();
      int[] lengths = new int[ids.length];
      Arrays.setAll(lengths, n -> (int) Arrays.stream(ids[n]).filter(id -> id != 0).count());
      return new Batch(ids, lengths);
    }
  }

  @Right(idea = "cuts last, then writes the end token over the last place")
  static final class EndWrittenOver extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      List<Integer> row = new ArrayList<>(words);
      row.add(2);
      List<Integer> cut = first(row, steps);
      cut.set(cut.size() - 1, 2);
      return cut;
    }
  }

  @Wrong(
      idea = "adds the end token, then cuts",
      fails = CUT,
      feedback = "the end token was cut off")
  static final class CutLast extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      List<Integer> row = new ArrayList<>(words);
      row.add(2);
      return first(row, steps);
    }
  }

  @Wrong(
      idea = "a bos at the front, as for a sentence that is to be written",
      fails = {FIT, CUT, LENGTHS},
      feedback = "there is no <bos> here")
  static final class WithStart extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      List<Integer> row = new ArrayList<>(List.of(1));
      row.addAll(first(words, Math.max(0, steps - 2)));
      row.add(2);
      return first(row, steps);
    }
  }

  @Wrong(
      idea = "no eos",
      fails = {FIT, CUT, LENGTHS},
      feedback = "<eos> is missing")
  static final class NoEnd extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      return first(words, steps);
    }
  }

  @Wrong(idea = "fills up with the end token", fails = FIT, feedback = "filled up with <eos>")
  static final class FilledWithEnds implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      Batch batch = CORRECT.batch(sentences, vocabulary, steps);
      for (int n = 0; n < sentences.length; n++) {
        Arrays.fill(batch.ids()[n], batch.lengths()[n], steps, 2);
      }
      return batch;
    }
  }

  @Wrong(
      idea = "keeps the last words of a long sentence",
      fails = CUT,
      feedback = "the first words were cut")
  static final class KeepsLastWords extends RowByRow {
    @Override
    List<Integer> row(List<Integer> words, int steps) {
      List<Integer> row =
          new ArrayList<>(words.subList(Math.max(0, words.size() - steps + 1), words.size()));
      row.add(2);
      return row;
    }
  }

  @Wrong(idea = "an unknown word stays 0", fails = FIT, feedback = "is <unk>, not <pad>")
  static final class UnknownIsPadding implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      Batch batch = CORRECT.batch(sentences, vocabulary, steps);
      for (int[] row : batch.ids()) {
        Arrays.setAll(row, t -> row[t] == 3 ? 0 : row[t]);
      }
      return batch;
    }
  }

  @Wrong(
      idea = "valid lengths before the cut",
      fails = LENGTHS,
      feedback = "the lengths before the cut")
  static final class LengthsNotCut implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      return counted(sentences, vocabulary, steps, words -> words.length + 1);
    }
  }

  @Wrong(
      idea = "valid lengths that count the words only",
      fails = LENGTHS,
      feedback = "<eos> is a real token too")
  static final class CountsWordsOnly implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      return counted(sentences, vocabulary, steps, words -> Math.min(steps - 1, words.length));
    }
  }

  @Wrong(idea = "T needs no check", fails = LENGTHS, feedback = "expected an Illegal")
  static final class Unchecked implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      return steps < 1
          ? new Batch(new int[sentences.length][steps], new int[sentences.length])
          : CORRECT.batch(sentences, vocabulary, steps);
    }
  }

  @Wrong(
      idea = "writes into the sentences it was given",
      fails = {FIT, CUT, LENGTHS},
      feedback = "changed its input")
  static final class ChangesItsInput implements PaddedIds {
    @Override
    public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
      Batch batch = CORRECT.batch(sentences, vocabulary, steps);
      for (int n = 0; n < sentences.length; n++) {
        sentences[n] = new String[] {"<bos>"};
      }
      return batch;
    }
  }
}
