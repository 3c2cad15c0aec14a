package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.engine.Generator;

class FirstSymbolTest {
  private static FirstSymbol train(CellKind kind, double keep, int steps, int updates) {
    return FirstSymbol.train(kind, keep, steps, updates, Generator.seeded(5));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void everyCellLearnsToRememberOverThreeSteps(CellKind kind) {
    FirstSymbol trained = train(kind, 0, 3, 120);
    assertThat(trained.right()).isGreaterThan(0.95);
    assertThat(trained.loss()).isLessThan(0.2);
  }

  @Test
  void aCellThatHasLearnedNothingGuesses() {
    FirstSymbol fresh = train(CellKind.RNN, 0, 30, 4);
    assertThat(fresh.right()).isCloseTo(0.25, within(0.06));
    assertThat(fresh.loss()).isCloseTo(StrictMath.log(4), within(0.2));
  }

  /** Without the bias the gradient of the first symbol has vanished before it reaches it. */
  @Test
  void aGateThatStartsByKeepingLearnsWhatOneHalfOpenDoesNot() {
    assertThat(train(CellKind.GRU, 0, 16, 160).right()).isLessThan(0.5);
    assertThat(train(CellKind.GRU, 3, 16, 160).right()).isGreaterThan(0.9);
  }

  @Test
  void whatCannotBeTrainedIsNamed() {
    assertThatThrownBy(() -> train(CellKind.RNN, 0, 0, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first symbol: needs T ≥ 1 and at least 4 updates; got T = 0, 8");
    assertThatThrownBy(() -> train(CellKind.RNN, 0, 2, 3)).hasMessageContaining("T = 2, 3");
  }
}
