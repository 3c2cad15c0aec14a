package seq2seq.ch01_embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Linear;
import seq2seq.nn.Parameter;

/**
 * Word vectors learned from neighbours: a model that is shown one word and guesses the word before
 * it and the word after it. Words with the same neighbours need the same guesses, so their rows of
 * the table become alike.
 *
 * <p>A row of the table (V,D) goes through one linear layer to 2V scores, V for the word before and
 * V for the word after; softmax makes probabilities of each half. The loss is the cross-entropy
 * over all pairs of neighbours in the sentences, which are counted once, so that a training step is
 * two products of matrices and costs the same for any number of sentences. Mikolov et al. (2013)
 * call this a skip-gram model; here the window is one word, the softmax is exact, and the two sides
 * are told apart as in Ling et al. (2015).
 *
 * @param vocabulary the V tokens
 * @param embedding the table (V,D)
 * @param loss nats per guess, after the last step
 */
public record SkipGram(Vocabulary vocabulary, Embedding embedding, double loss) {
  private static final double LEARNING_RATE = 0.05;

  /**
   * A model trained on all neighbours in {@code sentences}.
   *
   * @param sentences tokens; each sentence is read from {@code <bos>} to {@code <eos>}
   * @param size D
   * @param steps of training, 0 for the table as it starts
   * @param generator draws the table and the layer
   * @throws IllegalArgumentException if there is no sentence
   */
  public static SkipGram train(
      List<List<String>> sentences,
      Vocabulary vocabulary,
      int size,
      int steps,
      Generator generator) {
    Tensor share = neighbours(sentences, vocabulary);
    Embedding embedding = Embedding.normal(vocabulary.size(), size, generator);
    Linear guess = Linear.xavier(size, 2 * vocabulary.size(), generator);
    List<Parameter> parameters = new ArrayList<>(Parameter.within("embedding", embedding));
    parameters.addAll(Parameter.within("guess", guess));
    Adam adam = new Adam(LEARNING_RATE);
    for (int step = 0; step < steps; step++) {
      Parameter.clearGrads(parameters);
      loss(embedding, guess, share).backward();
      adam.step(parameters);
    }
    return new SkipGram(vocabulary, embedding, loss(embedding, guess, share).item());
  }

  private static Tensor loss(Embedding embedding, Linear guess, Tensor share) {
    Tensor table = embedding.parameters().get(0).value();
    Tensor scores = guess.forward(table).reshape(share.dim(0), share.dim(1));
    return scores.logSoftmax().times(share).sum().negate();
  }

  /** How often, of all neighbours, each word stands (2v) before word v, (2v+1) after it: (2V,V). */
  private static Tensor neighbours(List<List<String>> sentences, Vocabulary vocabulary) {
    int v = vocabulary.size();
    float[] counts = new float[2 * v * v];
    int pairs = 0;
    for (List<String> sentence : sentences) {
      int before = Vocabulary.BOS;
      for (int id : vocabulary.encode(sentence, sentence.size() + 1)) {
        counts[2 * id * v + before]++;
        counts[(2 * before + 1) * v + id]++;
        before = id;
        pairs += 2;
      }
    }
    if (pairs == 0) {
      throw new IllegalArgumentException("skip-gram: needs at least one sentence; got none");
    }
    return Tensor.of(Shape.of(2 * v, v), counts).dividedBy(pairs);
  }

  /** The row of a word (D). */
  public float[] row(String word) {
    return rows()[vocabulary.id(word)];
  }

  /** The rows of some words, (words,D). */
  public float[][] rows(String... words) {
    float[][] some = new float[words.length][];
    for (int i = 0; i < words.length; i++) {
      some[i] = row(words[i]);
    }
    return some;
  }

  private float[][] rows() {
    return embedding.parameters().get(0).value().toRows();
  }

  /**
   * The words whose rows point most nearly in the direction of this word's row, nearest first: by
   * the cosine of the angle between the two.
   */
  public List<String> nearest(String word, int count) {
    float[][] rows = rows();
    int of = vocabulary.id(word);
    return IntStream.range(0, rows.length)
        .filter(id -> id != of)
        .boxed()
        .sorted(Comparator.comparingDouble(id -> -cosine(rows[of], rows[id])))
        .limit(count)
        .map(vocabulary::token)
        .toList();
  }

  private static double cosine(float[] a, float[] b) {
    return dot(a, b) / StrictMath.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
