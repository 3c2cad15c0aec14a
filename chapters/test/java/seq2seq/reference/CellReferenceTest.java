package seq2seq.reference;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Tensor;

class CellReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("cell");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneStepOfACellAgreesWithPyTorchsInValueAndGradient(ReferenceCase reference) {
    Cell cell = Filling.cell(reference, "");
    boolean hasMemory = reference.option("cell").equals("lstm");
    Tensor x = reference.given("x");
    CellState before =
        new CellState(reference.given("hidden"), hasMemory ? reference.given("memory") : null);
    CellState after = cell.next(x, before);
    loss(after).backward();

    Comparison comparison = new Comparison(reference).value("hiddenAfter", after.hidden());
    if (hasMemory) {
      comparison.value("memoryAfter", after.cell()).gradient("memory", before.cell());
    }
    comparison
        .gradient("x", x)
        .gradient("hidden", before.hidden())
        .gradients(cell.parameters())
        .complete();
  }

  private static Tensor loss(CellState after) {
    return after.hasCell() ? Mix.of(after.hidden(), after.cell()) : Mix.of(after.hidden());
  }
}
