package seq2seq.ch01_embedding;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * A table with one row of D numbers for each of V words; looking up a word is taking its row.
 *
 * <p>The lookup equals the product of a one-hot vector with the table, without the V-1
 * multiplications by 0. Its gradient is a scatter-add: each row collects the gradients of all
 * places where its word stood.
 */
public final class Embedding implements Module {
  private final Parameter table;

  /**
   * An embedding that starts from a copy of {@code table} (V,D).
   *
   * @throws ShapeException if the table is not a matrix
   */
  public Embedding(Tensor table) {
    if (table.shape().rank() != 2) {
      throw new ShapeException(
          "embedding", "the table has one row for each word, (V,D); got " + table.shape());
    }
    this.table = Parameter.of("W", table);
  }

  /**
   * V rows of D numbers drawn from the normal distribution with mean 0 and standard deviation 1.
   */
  public static Embedding normal(int vocabulary, int size, Generator generator) {
    return new Embedding(Tensor.normal(Shape.of(vocabulary, size), 1f, generator));
  }

  /** D, the number of numbers a word. */
  public int size() {
    return table.value().dim(1);
  }

  /**
   * The vectors of a batch, time first.
   *
   * @param tokens (N,T) ids from 0 to V-1
   * @return (T,N,D): entry [t] holds step t of every sentence
   * @throws ShapeException if the rows differ in length, or an id is not in the table
   */
  public Tensor forward(int[][] tokens) {
    int[] ids = timeMajor(tokens);
    return table.value().gather(ids).reshape(ids.length / tokens.length, tokens.length, size());
  }

  /**
   * The vectors of one step.
   *
   * @param tokens (N) ids
   * @return (N,D)
   */
  public Tensor forward(int[] tokens) {
    return table.value().gather(tokens);
  }

  /**
   * Ids sentence by sentence (N,T) read step by step: all sentences' step 0, then all sentences'
   * step 1.
   *
   * @return the T·N ids, flat
   * @throws ShapeException if there is no sentence, or the rows differ in length
   */
  public static int[] timeMajor(int[][] tokens) {
    if (tokens.length == 0 || tokens[0].length == 0) {
      throw new ShapeException("embedding", "needs at least one sentence of at least one token");
    }
    int n = tokens.length;
    int steps = tokens[0].length;
    int[] flat = new int[n * steps];
    for (int i = 0; i < n; i++) {
      if (tokens[i].length != steps) {
        throw new ShapeException(
            "embedding",
            "sentence "
                + i
                + " has "
                + tokens[i].length
                + " tokens, sentence 0 has "
                + steps
                + ": pad them to one length");
      }
      for (int t = 0; t < steps; t++) {
        flat[t * n + i] = tokens[i][t];
      }
    }
    return flat;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(table);
  }
}
