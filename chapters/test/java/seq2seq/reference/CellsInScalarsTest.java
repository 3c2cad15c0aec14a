package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Generator;
import seq2seq.engine.Scalar;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * One step of each cell, spelt a second time number by number from its formula, with {@link Scalar}
 * in double precision as the oracle: value and gradient agree.
 */
class CellsInScalarsTest {
  private static final int N = 2;
  private static final int D = 3;
  private static final int H = 4;
  private static final double VALUE = 1e-6;
  private static final double GRADIENT = 4e-6;

  @Property(tries = 40)
  void aPlainCellAgrees(@ForAll long seed) {
    agrees(CellKind.RNN, seed);
  }

  @Property(tries = 40)
  void aGatedRecurrentUnitAgrees(@ForAll long seed) {
    agrees(CellKind.GRU, seed);
  }

  @Property(tries = 40)
  void aLongShortTermMemoryAgrees(@ForAll long seed) {
    agrees(CellKind.LSTM, seed);
  }

  private static void agrees(CellKind kind, long seed) {
    Generator generator = Generator.seeded(seed);
    Cell cell = kind.create(D, H, generator);
    Tensor x = Tensor.uniform(Shape.of(N, D), -2, 2, generator).withGrad();
    Tensor h = Tensor.uniform(Shape.of(N, H), -1, 1, generator).withGrad();
    Tensor c = Tensor.uniform(Shape.of(N, H), -1, 1, generator).withGrad();
    boolean hasMemory = kind == CellKind.LSTM;
    CellState after = cell.next(x, new CellState(h, hasMemory ? c : null));
    (hasMemory ? Mix.of(after.hidden(), after.cell()) : Mix.of(after.hidden())).backward();

    ScalarCell oracle = ScalarCell.of(cell, x, h, c);
    oracle.step();
    values(after.hidden(), oracle.hiddenAfter());
    if (hasMemory) {
      values(after.cell(), oracle.memoryAfter());
      gradients("c", c, oracle.memory());
    }
    gradients("x", x, oracle.input());
    gradients("h", h, oracle.hidden());
    for (Parameter p : cell.parameters()) {
      gradients(p.name(), p.value(), oracle.weight(p.name()));
    }
  }

  private static void values(Tensor ours, Scalar[] oracle) {
    for (int i = 0; i < oracle.length; i++) {
      assertThat((double) ours.liveData()[i]).isCloseTo(oracle[i].value(), within(VALUE));
    }
  }

  private static void gradients(String name, Tensor ours, Scalar[] oracle) {
    for (int i = 0; i < oracle.length; i++) {
      assertThat((double) ours.liveGrad()[i])
          .as("gradient of %s at index %d", name, i)
          .isCloseTo(oracle[i].grad(), within(GRADIENT));
    }
  }
}
