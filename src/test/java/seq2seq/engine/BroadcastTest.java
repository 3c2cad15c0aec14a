package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Broadcasting against an oracle that walks every index by itself. */
class BroadcastTest {

  @Property(tries = 300)
  void plusAgreesWithAPlainLoop(@ForAll("shapes") Tuple2<int[], int[]> shapes, @ForAll long seed) {
    Tensor a = Tensor.uniform(Shape.of(shapes.get1()), -1, 1, Generator.seeded(seed));
    Tensor b = Tensor.uniform(Shape.of(shapes.get2()), -1, 1, Generator.seeded(seed + 1));
    Tensor c = a.plus(b);
    assertThat(c.shape().toArray()).isEqualTo(oracleShape(shapes.get1(), shapes.get2()));
    for (int i = 0; i < c.size(); i++) {
      int[] index = unravel(i, c.shape());
      assertThat(c.get(index)).isEqualTo(pick(a, index) + pick(b, index));
    }
  }

  @Property(tries = 300)
  void theGradientOfACopyIsTheSumOverItsCopies(
      @ForAll("shapes") Tuple2<int[], int[]> shapes, @ForAll long seed) {
    Tensor a = Tensor.uniform(Shape.of(shapes.get1()), -1, 1, Generator.seeded(seed)).withGrad();
    Tensor b =
        Tensor.uniform(Shape.of(shapes.get2()), -1, 1, Generator.seeded(seed + 1)).withGrad();
    a.times(b).sum().backward();
    Tensor c = a.times(b).detach();
    double[] expected = new double[a.size()];
    for (int i = 0; i < c.size(); i++) {
      int[] index = unravel(i, c.shape());
      expected[place(a.shape(), index)] += pick(b, index);
    }
    for (int i = 0; i < a.size(); i++) {
      assertThat((double) a.grad().toArray()[i])
          .isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-5));
    }
  }

  @Property(tries = 100)
  void sizesThatDifferAndAreNot1AreRejected(@ForAll("unequal") Tuple2<Integer, Integer> sizes) {
    assertThatThrownBy(() -> Tensor.zeros(2, sizes.get1()).times(Tensor.zeros(2, sizes.get2())))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("axis -1 has sizes " + sizes.get1() + " and " + sizes.get2());
  }

  @Provide
  Arbitrary<Tuple2<Integer, Integer>> unequal() {
    Arbitrary<Integer> size = Arbitraries.integers().between(2, 9);
    return Combinators.combine(size, size).as(Tuple::of).filter(t -> !t.get1().equals(t.get2()));
  }

  /**
   * Two shapes of rank 0 to 4 that fit: a common shape, each side with some axes set to 1 and some
   * left out at the front.
   */
  @Provide
  Arbitrary<Tuple2<int[], int[]>> shapes() {
    Arbitrary<int[]> common = Arbitraries.integers().between(1, 4).array(int[].class).ofMaxSize(4);
    Arbitrary<Integer> bits = Arbitraries.integers().between(0, 1 << 10);
    return Combinators.combine(common, bits, bits)
        .as((shape, x, y) -> Tuple.of(thinned(shape, x), thinned(shape, y)));
  }

  private static int[] thinned(int[] shape, int bits) {
    int dropped = bits % (shape.length + 1);
    int[] thin = java.util.Arrays.copyOfRange(shape, dropped, shape.length);
    for (int i = 0; i < thin.length; i++) {
      if ((bits >> (4 + i) & 1) == 1) {
        thin[i] = 1;
      }
    }
    return thin;
  }

  private static int[] oracleShape(int[] a, int[] b) {
    int rank = Math.max(a.length, b.length);
    int[] shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      int x = i - (rank - a.length) >= 0 ? a[i - (rank - a.length)] : 1;
      int y = i - (rank - b.length) >= 0 ? b[i - (rank - b.length)] : 1;
      shape[i] = x == 1 ? y : x;
    }
    return shape;
  }

  private static int[] unravel(int flat, Shape shape) {
    int[] index = new int[shape.rank()];
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      index[axis] = flat % shape.dim(axis);
      flat /= shape.dim(axis);
    }
    return index;
  }

  private static float pick(Tensor x, int[] index) {
    return x.toArray()[place(x.shape(), index)];
  }

  private static int place(Shape shape, int[] index) {
    int at = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      int i = index[index.length - shape.rank() + axis];
      at = at * shape.dim(axis) + (shape.dim(axis) == 1 ? 0 : i);
    }
    return at;
  }
}
