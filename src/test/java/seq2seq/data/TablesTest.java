package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Numbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
  private static final Table TABLE =
      Table.create(
          "t",
          StringColumn.create("cell", "gru", "é|x"),
          IntColumn.create("n", 7, 12345),
          DoubleColumn.create("loss", 1e-7, 12.00005));

  @Test
  void text_is_aligned_numbers_right_and_words_left() {
    assertThat(Tables.text(TABLE))
        .isEqualTo(
            """
            cell      n     loss
            ----  -----  -------
            gru       7   0.0000
            é|x   12345  12.0000
            """);
  }

  @Test
  void markdown_escapes_bars_and_marks_the_alignment() {
    assertThat(Tables.markdown(TABLE))
        .isEqualTo(
            """
            | cell |     n |    loss |
            | ---- | ----: | ------: |
            | gru  |     7 |  0.0000 |
            | é\\|x | 12345 | 12.0000 |
            """);
  }

  @Test
  void a_table_without_rows_has_a_header() {
    assertThat(Tables.text(Tables.of("empty", List.of("a", "bb"), List.of())))
        .isEqualTo("a    bb\n---  ---\n");
  }

  @Test
  void a_table_of_text_needs_rows_of_one_width() {
    assertThat(Tables.of("t", List.of("a"), List.of(List.of("x"), List.of("y"))).rowCount())
        .isEqualTo(2);
    assertThatThrownBy(() -> Tables.of("t", List.of("a", "b"), List.of(List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table: a row has 1 cells, the header 2");
  }

  @Test
  void numbers_are_rounded_from_their_exact_value() {
    assertThat(Numbers.fixed(0.125, 2)).isEqualTo("0.12");
    assertThat(Numbers.fixed(2.675, 2)).isEqualTo("2.67"); // the double is just below
    assertThat(Numbers.fixed(-1e-9, 3)).isEqualTo("0.000");
    assertThat(Numbers.fixed(1e22, 1)).isEqualTo("10000000000000000000000.0");
    assertThat(Numbers.fixed(Double.NaN, 1)).isEqualTo("NaN");
    assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 1)).isEqualTo("-Infinity");
  }
}
