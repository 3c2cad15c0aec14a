package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * What the engine computes from some ten thousand numbers, as one digest for each kind: products,
 * functions, sums, losses, gradients, Adam, random draws. Two worlds that give the same text
 * compute the same bits.
 */
final class BitsCheck implements Figure {
  private static final int MANY = 4096;

  @Override
  public void answer(Request request, Json answer) {
    tell(answer, "fma", BitsCheck::fma);
    tell(answer, "products", BitsCheck::products);
    tell(answer, "exp", bits -> bits.add(mixed().exp()));
    tell(answer, "log", bits -> bits.add(mixed().log()));
    tell(answer, "tanh", bits -> bits.add(mixed().tanh()));
    tell(answer, "sigmoid", bits -> bits.add(mixed().sigmoid()));
    tell(answer, "elementwise", BitsCheck::elementwise);
    tell(answer, "sums", BitsCheck::sums);
    tell(answer, "losses", BitsCheck::losses);
    for (CellKind kind : CellKind.values()) {
      tell(answer, "gradients " + kind, bits -> gradients(kind, bits));
    }
    tell(answer, "adam", BitsCheck::adam);
    tell(answer, "generator", BitsCheck::generator);
  }

  private static void tell(Json answer, String name, Consumer<Bits> computed) {
    Bits bits = new Bits();
    computed.accept(bits);
    answer.put(name, bits.count() + " " + bits.hex());
  }

  /** Floats of all kinds, then ones of a size that functions do not saturate at. */
  private static Tensor mixed() {
    Generator generator = Generator.seeded(3);
    return Tensor.concat(
        0,
        Tensor.of(Bits.anything(MANY, generator)),
        Tensor.of(Bits.within(MANY, 100, generator)),
        Tensor.of(Bits.within(MANY, 1, generator)));
  }

  /** Sums that fall on, or a hair beside, the middle between two floats, and any others. */
  private static void fma(Bits bits) {
    Generator generator = Generator.seeded(4);
    float[] a = Bits.anything(MANY, generator);
    float[] b = Bits.anything(MANY, generator);
    float[] c = Bits.anything(MANY, generator);
    for (int i = 0; i < MANY; i++) {
      bits.add(Math.fma(a[i], b[i], c[i]), Math.fma(a[i], 1f / a[i], c[i]));
      float hair = generator.nextInt(4) * 0x1p-23f;
      int exponent = Float.floatToRawIntBits(c[i]) & 0x7f800000;
      float half = Float.intBitsToFloat(exponent) * 0x1p-24f; // of the distance to the next float
      bits.add(Math.fma(1 + hair, half * (1 - hair), c[i]));
      bits.add(Math.fma(-1 - hair, half * (1 - hair), c[i]));
      float small = Float.intBitsToFloat(generator.nextInt(1 << 24));
      float root = 0x1p-75f * (1 + hair);
      bits.add(Math.fma(root, 0x1p-75f * (1 - hair), small));
      bits.add(Math.fma(root, -0x1p-75f, small), Math.fma(root, 0x1p-74f, small));
    }
  }

  private static void products(Bits bits) {
    Generator generator = Generator.seeded(5);
    int[][] sizes = {{1, 1, 1}, {3, 5, 2}, {7, 130, 48}, {5, 64, 171}, {33, 70, 47}, {2, 9, 600}};
    for (int[] s : sizes) {
      Tensor a = Tensor.of(Shape.of(s[0], s[1]), Bits.within(s[0] * s[1], 2, generator));
      Tensor b = Tensor.of(Shape.of(s[1], s[2]), Bits.within(s[1] * s[2], 2, generator));
      bits.add(a.matmul(b));
      bits.add(b.transpose().matmul(a.transpose()));
      bits.add(a.affine(b, Tensor.of(Bits.within(s[2], 2, generator))));
    }
    float[] odd = Bits.anything(50 * 60, generator);
    bits.add(Tensor.of(Shape.of(50, 60), odd).matmul(Tensor.of(Shape.of(60, 50), odd)));
  }

  private static void elementwise(Bits bits) {
    Tensor x = mixed();
    Tensor y = Tensor.concat(0, x.slice(0, 100, x.size()), x.slice(0, 0, 100));
    for (Tensor z : List.of(x.plus(y), x.minus(y), x.times(y), x.dividedBy(y))) bits.add(z);
    for (Tensor z : List.of(x.lessThan(y), x.greaterThan(y), x.equalTo(y))) bits.add(z);
    for (Tensor z : List.of(x.relu(), x.pow(2), x.negate(), x.lessThan(y).where(x, y))) bits.add(z);
  }

  private static void sums(Bits bits) {
    Generator generator = Generator.seeded(6);
    for (int n : new int[] {1, 15, 16, 17, 100, 4097, 10_000}) {
      Tensor x = Tensor.of(Bits.within(n, 10, generator));
      bits.add(x.sum());
      bits.add(x.mean());
      bits.add(x.max(0));
      bits.add(x.softmax());
      bits.add(x.logSoftmax());
    }
    Tensor block = Tensor.of(Shape.of(30, 20, 10), Bits.within(6000, 10, generator));
    for (int axis = 0; axis < 3; axis++) bits.add(block.sum(axis));
    for (int axis = 0; axis < 3; axis++) bits.add(block.mean(axis));
  }

  private static void losses(Bits bits) {
    Generator generator = Generator.seeded(7);
    for (float size : new float[] {1, 30, 1000}) {
      Tensor logits = Tensor.of(Shape.of(5, 4, 50), Bits.within(1000, size, generator)).withGrad();
      int[][] words = new int[4][5];
      for (int[] row : words) {
        for (int t = 0; t < row.length; t++) row[t] = generator.nextInt(50);
      }
      bits.add(MaskedLoss.perToken(logits.detach(), words));
      Tensor loss = MaskedLoss.of(logits, words, new int[] {5, 3, 1, 4});
      loss.backward();
      bits.add(loss);
      bits.add(logits.grad());
    }
  }

  /** A whole model, with dropout, one batch there and back. */
  private static void gradients(CellKind kind, Bits bits) {
    Generator generator = Generator.seeded(8);
    Seq2Seq model =
        new ModelSizes(kind, ContextMode.BOTH, 30, 40, 12, 20, 2, 0.2).initialise(generator);
    List<int[]> sources = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (int n = 0; n < 9; n++) {
      sources.add(sentence(1 + generator.nextInt(6), 30, generator));
      targets.add(sentence(1 + generator.nextInt(7), 40, generator));
    }
    PaddedBatch batch = PaddedBatch.of(sources, targets);
    Tensor logits = model.forward(batch, Mode.training(generator));
    Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
    loss.backward();
    bits.add(loss);
    for (Parameter p : model.parameters()) {
      bits.add(p.value());
      bits.add(p.value().grad());
    }
  }

  private static int[] sentence(int words, int vocabulary, Generator generator) {
    int[] ids = new int[words];
    for (int t = 0; t < words; t++) ids[t] = 4 + generator.nextInt(vocabulary - 4);
    return ids;
  }

  private static void adam(Bits bits) {
    Generator generator = Generator.seeded(9);
    Parameter p = Parameter.of("w", Tensor.of(Bits.within(MANY, 1, generator)));
    Adam adam = new Adam(0.003);
    for (int step = 0; step < 30; step++) {
      Parameter.clearGrads(List.of(p));
      Tensor slope = Tensor.of(Bits.within(MANY, step % 3 == 0 ? 1e-20f : 3, generator));
      p.value().times(slope).sum().backward();
      adam.step(List.of(p));
      bits.add(p.value());
    }
  }

  private static void generator(Bits bits) {
    Generator generator = Generator.seeded(10);
    for (int i = 0; i < MANY; i++) {
      bits.add(generator.nextLong());
      bits.add(generator.nextFloat());
      bits.add(generator.nextDouble());
      bits.add(generator.nextGaussian());
      bits.add((long) generator.nextInt(1 + i));
    }
    bits.add(Tensor.ones(MANY).dropout(0.3, generator));
    int[] order = new int[MANY];
    for (int i = 0; i < MANY; i++) order[i] = i;
    generator.shuffle(order);
    for (int i : order) bits.add((long) i);
  }
}
