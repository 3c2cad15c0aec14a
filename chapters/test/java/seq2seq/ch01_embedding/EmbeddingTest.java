package seq2seq.ch01_embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.support.Bits;

class EmbeddingTest {
  private static final Tensor TABLE = Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});

  @Test
  void timeComesFirst() {
    Tensor x = new Embedding(TABLE).forward(new int[][] {{0, 1, 2}, {2, 2, 0}});
    assertThat(x.shape()).isEqualTo(Shape.of(3, 2, 2));
    assertThat(x.at(0).toRows()).isDeepEqualTo(new float[][] {{1, 2}, {5, 6}});
    assertThat(x.at(1).toRows()).isDeepEqualTo(new float[][] {{3, 4}, {5, 6}});
    assertThat(x.at(2).toRows()).isDeepEqualTo(new float[][] {{5, 6}, {1, 2}});
  }

  @Property(tries = 50)
  void entryTNOfTheVectorsIsTheRowOfTokenNT(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 6) int steps,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Embedding embedding = Embedding.normal(7, 3, generator);
    int[][] tokens = new int[n][steps];
    for (int[] row : tokens) {
      for (int t = 0; t < steps; t++) {
        row[t] = generator.nextInt(7);
      }
    }
    Tensor x = embedding.forward(tokens);
    float[][] table = embedding.parameters().get(0).value().toRows();
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < n; i++) {
        assertThat(x.at(t).at(i).toArray()).isEqualTo(table[tokens[i][t]]);
      }
    }
  }

  @Property(tries = 50)
  void lookingUpIsOneHotTimesTheTableForwardAndBackward(@ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Tensor table = Tensor.normal(Shape.of(6, 4), 1, generator);
    int[] words = {generator.nextInt(6), generator.nextInt(6), generator.nextInt(6)};
    Tensor weights = Tensor.normal(Shape.of(3, 4), 1, generator);
    Embedding looked = new Embedding(table);
    Embedding multiplied = new Embedding(table);
    Tensor one = looked.forward(words);
    Tensor two = Tensor.oneHot(words, 6).matmul(multiplied.parameters().get(0).value());
    Bits.assertEqual("vectors", one, two);
    one.times(weights).sum().backward();
    two.times(weights).sum().backward();
    Bits.assertSameGradients(looked.parameters(), multiplied.parameters());
  }

  @Test
  void theGradientsOfARepeatedTokenAddUp() {
    Embedding embedding = new Embedding(TABLE);
    Tensor x = embedding.forward(new int[][] {{1, 1}, {0, 1}});
    x.times(Tensor.of(1, 10, 100, 1000).reshape(2, 2, 1)).sum().backward();
    // Word 1 stands at (t,n) = (0,0), (1,0) and (1,1), word 0 at (0,1), word 2 nowhere.
    assertThat(embedding.parameters().get(0).value().grad().toRows())
        .isDeepEqualTo(new float[][] {{10, 10}, {1101, 1101}, {0, 0}});
  }

  @Test
  void theTableIsCopiedIn() {
    Tensor table = Tensor.of(new float[][] {{1, 2}});
    Embedding embedding = new Embedding(table);
    table.liveData()[0] = 9;
    assertThat(embedding.forward(new int[] {0}).get(0, 0)).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Embedding embedding = new Embedding(TABLE);
    fails(
        () -> embedding.forward(new int[][] {{1, 2}, {0}}),
        "embedding: sentence 1 has 1 tokens, sentence 0 has 2: pad them to one length");
    fails(
        () -> embedding.forward(new int[0][]),
        "embedding: needs at least one sentence of at least one token");
    fails(
        () -> embedding.forward(new int[][] {{}}),
        "embedding: needs at least one sentence of at least one token");
    fails(
        () -> embedding.forward(new int[][] {{0}, {3}}),
        "gather: id 3 at position 1 is not in 0..2");
    fails(() -> embedding.forward(new int[] {-1}), "gather: id -1 at position 0 is not in 0..2");
    fails(
        () -> new Embedding(Tensor.of(1, 2, 3)),
        "embedding: the table has one row for each word, (V,D); got (3)");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
