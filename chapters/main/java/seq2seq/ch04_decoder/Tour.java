package seq2seq.ch04_decoder;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch00_engine.Page;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.plot.BarPlot;

/** Chapter 4 in numbers: laying side by side, its two spellings timed, and three ways in. */
public final class Tour {
  private static final int[][] SIZES = {
    {1, 32, 32, 96}, {64, 32, 32, 96}, {128, 256, 256, 768}, {512, 256, 256, 768}
  };
  private static final int SAMPLES = 15;

  private Tour() {}

  /**
   * Prints the tour; takes a few seconds, for it measures.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch04/fusion.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch04/fusion.png"), SIZES, SAMPLES);
  }

  static void show(Page page, int[][] sizes, int samples) {
    sideBySide(page);
    modes(page);
    timing(page, sizes, samples);
  }

  private static void sideBySide(Page page) {
    page.title("(N,D) ⊕ (N,H) → (N,D+H), then one product: N = 2, D = 3, H = 4, K = 5");
    Generator generator = Generator.seeded(1);
    Tensor x = Tensor.normal(Shape.of(2, 3), 1, generator);
    Tensor c = Tensor.normal(Shape.of(2, 4), 1, generator);
    Tensor wide = Tensor.normal(Shape.of(7, 5), 1, generator);
    Tensor together = Concatenation.together(x, c, wide);
    Tensor apart = Concatenation.apart(x, c, wide);
    page.print("side by side", Tensor.concat(1, x, c).shape());
    page.print("[x c]·[W_x; W_c]", together);
    page.print("x·W_x + c·W_c", apart);
    page.print("largest difference", Numbers.scientific(largest(together.minus(apart)), 2));
  }

  private static float largest(Tensor x) {
    float largest = 0;
    for (float value : x.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void modes(Page page) {
    page.title("Three ways in: N = 2, T = 3, D = 4, H_enc = 6, H_dec = 5, L = 1, V' = 9");
    for (ContextMode mode : ContextMode.values()) {
      Generator generator = Generator.seeded(2);
      RecurrentLayers read = RecurrentLayers.create(CellKind.GRU, 4, 6, 1, 0, generator);
      Encoder encoder = new Encoder(Embedding.normal(7, 4, generator), read);
      Decoder decoder =
          ConcatDecoder.create(
              new DecoderSizes(CellKind.GRU, 9, 4, 5, 1, 0, mode), read, generator);
      Encoded source =
          encoder.forward(new int[][] {{4, 5, 2}, {6, 2, 0}}, new int[] {3, 2}, Mode.inference());
      Tensor logits = decoder.forward(new int[][] {{1, 3}, {1, 8}}, source, Mode.inference());
      page.print(mode + ", logits (T',N,V')", logits.shape());
      for (Parameter p : decoder.parameters()) {
        page.print("  " + p.name(), p.value().shape());
      }
    }
  }

  private static void timing(Page page, int[][] sizes, int samples) {
    page.title("One wide product, or two and a sum? Medians, forward only");
    List<FusionTiming> timings = new ArrayList<>();
    for (int[] s : sizes) {
      timings.add(FusionTiming.measure(s[0], s[1], s[2], s[3], samples, Generator.seeded(4)));
    }
    page.print(FusionTiming.table(timings));
    page.print("Below 1 the wide product is faster, as the note says; times are this machine's.");
    page.save(
        BarPlot.of(
                "Feature fusion: one product or two",
                "N, D, H, K",
                "time relative to two products",
                timings.stream().map(Tour::size).toArray(String[]::new))
            .with("together", timings.stream().mapToDouble(FusionTiming::ratio).toArray())
            .with("apart", timings.stream().mapToDouble(t -> 1).toArray())
            .withValues(2));
  }

  private static String size(FusionTiming t) {
    return t.n() + ", " + t.d() + ", " + t.h() + ", " + t.k();
  }
}
