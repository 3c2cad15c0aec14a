package seq2seq.ch01_embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch00_engine.Page;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Tensor;
import seq2seq.plot.Heatmap;

/** Chapter 1 in numbers: from sentences to ids to vectors, and the gradient on its way back. */
public final class Tour {
  private static final List<String> SENTENCES =
      List.of("the cat sees the dog .", "go !", "the dog sleeps under the old table .");
  private static final int STEPS = 7;

  private Tour() {}

  /**
   * Prints the tour.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch01/embedding.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch01/embedding.png"));
  }

  static void show(Page page) {
    List<List<String>> tokens = SENTENCES.stream().map(Tokenizer.words()::tokenize).toList();
    Vocabulary vocabulary = Vocabulary.of(tokens, 1);
    int[][] ids = ids(page, tokens, vocabulary);
    vectors(page, ids, vocabulary);
    oneHot(page);
    gradient(page);
    timeFirst(page);
  }

  private static int[][] ids(Page page, List<List<String>> tokens, Vocabulary vocabulary) {
    page.title("Sentences → tokens → ids (N,T) = (3,7)");
    page.print("tokens of sentence 0", tokens.get(0));
    page.print("V, with <pad> <bos> <eos> <unk>", vocabulary.size());
    List<int[]> rows = new ArrayList<>();
    for (List<String> sentence : tokens) {
      rows.add(vocabulary.encode(sentence, STEPS));
    }
    PaddedBatch batch = PaddedBatch.of(rows, rows, STEPS);
    page.print("valid lengths", Arrays.toString(batch.sourceLengths()));
    for (int[] row : batch.source()) {
      page.print(Arrays.toString(row) + "  " + String.join(" ", vocabulary.tokens(row)));
    }
    page.print("Sentence 1 is padded; sentence 2 lost its last words, but not its <eos>.");
    return batch.source();
  }

  private static void vectors(Page page, int[][] ids, Vocabulary vocabulary) {
    page.title("Ids (N,T) → vectors (T,N,D)");
    int size = 5;
    float[][] rows = new float[vocabulary.size()][size];
    for (int v = 0; v < rows.length; v++) {
      for (int d = 0; d < size; d++) {
        rows[v][d] = (v * 7 + d * 3) % 11 - 5;
      }
    }
    Embedding embedding = new Embedding(Tensor.of(rows));
    Tensor x = embedding.forward(ids);
    page.print("table (V,D)", Tensor.of(rows).shape());
    page.print("vectors (T,N,D)", x.shape());
    page.print("step 0 of all sentences (N,D)", x.at(0));
    page.save(
        Heatmap.of(rows, vocabulary.tokens(range(rows.length)).toArray(new String[0]))
            .withTitle("An embedding table: one row a word")
            .withAxes("word", "number")
            .withSigns());
  }

  private static void oneHot(Page page) {
    page.title("Looking up = one-hot × table");
    Embedding embedding = new Embedding(Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}));
    int[] words = {2, 0};
    page.print("one-hot (N,V)", Tensor.oneHot(words, 3));
    page.print("times the table (V,D)", embedding.byOneHot(words));
    page.print("looked up (N,D)", embedding.forward(words));
  }

  private static void gradient(Page page) {
    page.title("The gradient is a scatter-add: word 1 stands there three times");
    Embedding embedding = new Embedding(Tensor.zeros(4, 2));
    embedding.forward(new int[][] {{1, 1, 3}, {2, 1, 0}}).sum().backward();
    page.print("gradient of the table (V,D)", embedding.parameters().get(0).value().grad());
  }

  private static void timeFirst(Page page) {
    page.title("Why time first: where step 1 lies, N = 2, T = 3");
    page.print("(T,N,D): rows", Arrays.toString(Layout.TIME_FIRST.rowsOfStep(1, 2, 3)));
    page.print("(N,T,D): rows", Arrays.toString(Layout.SENTENCE_FIRST.rowsOfStep(1, 2, 3)));
    page.print("With time first a step is one piece of memory.");
  }

  private static int[] range(int n) {
    int[] range = new int[n];
    for (int i = 0; i < n; i++) {
      range[i] = i;
    }
    return range;
  }
}
