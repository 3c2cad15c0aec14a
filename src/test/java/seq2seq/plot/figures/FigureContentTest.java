package seq2seq.plot.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.engine.Scalar;
import seq2seq.engine.Tensor;
import seq2seq.plot.diagram.Drawings;
import seq2seq.plot.figures.ModelOverview.Part;

/** That the figures show what they are given. */
class FigureContentTest {
  private static final ModelOverview MODEL = ModelOverview.of(Gallery.ENGLISH, Gallery.FRENCH);

  @Test
  void the_model_shows_every_word_and_the_target_three_times() {
    assertThat(Drawings.words(MODEL))
        .contains("I", "like", "milk", "<bos>", "h1", "h5", "s6")
        .filteredOn(word -> word.equals("lait"))
        .hasSize(3); // wanted, written, and given one step later
    assertThat(Drawings.words(MODEL)).filteredOn(word -> word.equals("<eos>")).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void one_part_stands_out_and_the_rest_is_pale(Part part) {
    ModelOverview picked = MODEL.highlight(part);
    assertThat(Drawings.pale(MODEL)).isZero();
    assertThat(Drawings.pale(picked)).isGreaterThan(50);
    assertThat(picked.alt()).isNotEqualTo(MODEL.alt()).contains("I like milk");
  }

  @Test
  void the_name_of_a_row_is_as_pale_as_the_row() {
    assertThat(Drawings.paleWords(MODEL.highlight(Part.ENCODER)))
        .containsOnlyOnce("embeddings") // the decoder's
        .doesNotContain("encoder", "source words", "I")
        .contains("target, shifted", "decoder", "s1");
  }

  @Test
  void attention_is_drawn_only_where_asked_for() {
    assertThat(Drawings.words(MODEL)).doesNotContain("c2 = Σ αi hi");
    assertThat(Drawings.words(MODEL.highlight(Part.ATTENTION))).contains("c2 = Σ αi hi");
  }

  @Test
  void the_loss_grid_divides_what_is_not_crossed_out_once() {
    Tensor losses = Tensor.of(new float[][] {{0.1f, 0.1f, 2.5f}, {0.1f, 5, 6.2f}});
    Tensor mask = Tensor.of(new float[][] {{1, 1, 1}, {1, 0, 0}});
    assertThat(Drawings.words(LossGrid.of(losses, mask))).contains("2.8000 / 4 = 0.7000", "6.20");
    assertThat(LossGrid.of(losses, mask).alt()).contains("2 places are padding");
    assertThatThrownBy(() -> LossGrid.of(losses, Tensor.zeros(2, 3)))
        .hasMessage("loss grid: every place is padding, so there is no mean");
  }

  @Test
  void half_the_temperature_squares_the_probabilities() {
    float[] logits = Tensor.of(0.8f, 0.2f).log().toArray();
    TemperatureBars bars = TemperatureBars.of(new String[] {"a", "b"}, logits, 0.5, 1);
    assertThat(bars.probabilities(0.5)[0]).isCloseTo(0.64 / 0.68, within(1e-6));
    assertThat(bars.alt()).contains("τ = 0.5: a 0.94, b 0.06; τ = 1: a 0.80, b 0.20");
    assertThatThrownBy(() -> TemperatureBars.of(new String[] {"a"}, new float[1], 0))
        .hasMessageContaining("a finite number above 0");
  }

  @Test
  void the_graph_of_a_scalar_holds_each_number_once() {
    Scalar a = Scalar.of(2);
    Scalar y = a.times(a);
    y.backward();
    ExpressionGraph graph = ExpressionGraph.of(y).with("a", a);
    assertThat(Drawings.words(graph)).contains("a", "v1 = a · a", "4.0000");
    assertThat(Drawings.words(graph)).filteredOn("a"::equals).hasSize(1);
    assertThatThrownBy(() -> graph.with("q", Scalar.of(1)))
        .hasMessageEndingWith("is no part of it");
  }

  @Test
  void only_states_over_padding_are_pale() {
    int[][] ids = {{4, 5, 6}, {4, 2, 0}};
    StateGrid grid = StateGrid.of(1, ids, new int[] {3, 2}, Integer::toString);
    assertThat(grid.alt()).contains("sentence 0 at step 3; sentence 1 at step 2");
    assertThat(Drawings.pale(grid)).isPositive();
    assertThat(Drawings.pale(StateGrid.of(1, ids, new int[] {3, 3}, Integer::toString))).isZero();
    assertThatThrownBy(() -> StateGrid.of(1, ids, new int[] {3, 4}, Integer::toString))
        .hasMessage(
            "state grid: sentence 1 has valid length 4; it must be from 1 to 3, the number of"
                + " steps");
  }

  @Test
  void a_long_gradient_is_cut_and_a_short_one_is_not() {
    ClippedGradient clip = ClippedGradient.of(0.5, new double[] {0.6, 0.8}, new double[] {0.1, 0});
    assertThat(clip.alt())
        .contains("One of norm 1.00 is shortened", "One of norm 0.10 lies within");
    assertThatThrownBy(() -> ClippedGradient.of(0.5, new double[] {9, 9}))
        .hasMessageContaining("at most 3 times the limit");
  }

  @Test
  void padding_has_no_score_in_a_step_of_attention() {
    Tensor scores = Tensor.of(1, 2);
    AttentionStep step =
        AttentionStep.of(List.of("a", "b"), scores, Tensor.of(1, 0), Tensor.ones(2, 3), 1);
    assertThat(Drawings.words(step)).contains("−∞", "1.00", "0.00").doesNotContain("2.00");
  }

  @Test
  void the_padded_rectangle_shows_ids_as_words_and_valid_lengths() {
    PaddedRectangle rectangle =
        PaddedRectangle.of(new int[][] {{7, 2, 0}}, new int[] {2}, id -> "w" + id);
    assertThat(Drawings.words(rectangle)).contains("w7", "w2", "w0", "2");
    assertThat(rectangle.alt()).contains("“w7 w2” + 1");
  }

  @Test
  void loops_are_folded_from_the_unrolled_graph() {
    assertThat(Drawings.words(RecurrentGraph.of(Graphs.of("10.3"))))
        .contains("x", "h", "o", "L", "y", "x1", "x3", "unrolled");
    assertThat(Drawings.words(RecurrentGraph.of(Graphs.of("10.5"))))
        .doesNotContain("unrolled", "x");
    assertThat(RecurrentGraph.of(Graphs.of("10.4")).alt())
        .contains("o1 → h2 (in use)", "y1 → h2 (W)");
  }

  @Test
  void a_word_with_a_dollar_stays_as_it_is() {
    ModelOverview prices = ModelOverview.of(List.of("$5_x"), List.of("$y^2"));
    assertThat(Drawings.words(prices)).contains("$5_x", "$y^2");
  }
}
