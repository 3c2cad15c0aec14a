package seq2seq.ch03_encoder;

import java.util.Arrays;
import seq2seq.ch00_engine.Page;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.plot.Heatmap;

/** Chapter 3 in numbers: outputs and states, and why padding changes nothing. */
public final class Tour {
  private static final int[][] TOKENS = {{4, 7, 5, 2}, {6, 2, 0, 0}};
  private static final int[] LENGTHS = {4, 2};

  private Tour() {}

  /**
   * Prints the tour.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch03/outputs.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch03/outputs.png"));
  }

  static void show(Page page) {
    Generator generator = Generator.seeded(1);
    Encoder encoder =
        new Encoder(
            Embedding.normal(8, 3, generator),
            RecurrentLayers.create(CellKind.GRU, 3, 4, 2, 0, generator));
    Encoded encoded = encoder.forward(TOKENS, LENGTHS, Mode.inference());
    shapes(page, encoded);
    ends(page, encoded);
    padding(page, encoder, encoded);
    picture(page, encoded);
  }

  private static void shapes(Page page, Encoded encoded) {
    page.title("Shapes: N = 2, T = 4, D = 3, H = 4, L = 2");
    page.print("tokens (N,T)", Arrays.deepToString(TOKENS));
    page.print("valid lengths (N)", Arrays.toString(LENGTHS));
    page.print("Output (T,N,H)", encoded.outputs().shape());
    page.print("State (L,N,H)", encoded.state().shape());
    page.print("context (N,H)", encoded.context().shape());
  }

  private static void ends(Page page, Encoded encoded) {
    page.title("The state is taken where each sentence ends: steps 3 and 1");
    page.print("sentence 1 at its last real token, step 1", encoded.outputs().at(1).at(1));
    page.print("the same sentence at step 3, padding", encoded.outputs().at(3).at(1));
    page.print("its row of the context", encoded.context().at(1));
  }

  private static void padding(Page page, Encoder encoder, Encoded encoded) {
    page.title("Adding padding changes nothing");
    int[][] longer = {{4, 7, 5, 2, 0, 0, 0}, {6, 2, 0, 0, 0, 0, 0}};
    Tensor state = encoder.forward(longer, LENGTHS, Mode.inference()).state();
    page.print(
        "State with 3 more steps of padding equal to the last bit",
        Arrays.equals(state.toArray(), encoded.state().toArray()));
  }

  private static void picture(Page page, Encoded encoded) {
    Tensor ofSentence1 = encoded.outputs().slice(1, 1, 2).reshape(4, 4);
    page.save(
        Heatmap.of(ofSentence1.toRows(), new String[] {"word", "end", "padding", "padding"})
            .withTitle("Outputs of a sentence of 2 tokens, padded to 4")
            .withAxes("step", "unit of the state")
            .withSigns()
            .withValues(2));
  }
}
