package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LengthCurvesTest {
  @TempDir Path folder;

  private static SortedMap<Integer, Double> shares(double... ofLength3And4) {
    SortedMap<Integer, Double> shares = new TreeMap<>();
    for (int i = 0; i < ofLength3And4.length; i++) {
      shares.put(3 + i, ofLength3And4[i]);
    }
    return shares;
  }

  private static final LengthCurves CURVES =
      LengthCurves.none().with("fixed", shares(1, 0.25)).with("attention", shares(0.9876));

  @Test
  void theTextReadsBackAsTheSameCurves() {
    assertThat(CURVES.toText())
        .isEqualTo("model;length;exactMatch\nfixed;3;1.0000\nfixed;4;0.2500\nattention;3;0.9876\n");
    assertThat(LengthCurves.parse(CURVES.toText())).isEqualTo(CURVES);
    assertThat(CURVES.lengths()).containsExactly(3, 4);
  }

  @Test
  void theTableHasARowAModelAndSaysWhatWasNotMeasured() {
    assertThat(CURVES.table(3, 4))
        .isEqualTo(
            "exact match, %      3      4\n"
                + "fixed           100.0   25.0\n"
                + "attention        98.8      -\n");
  }

  @Test
  void otherTextIsRefused() {
    assertThatThrownBy(() -> LengthCurves.parse("a,b\n"))
        .hasMessage("curves: the first line must be model;length;exactMatch");
    assertThatThrownBy(() -> LengthCurves.parse("model;length;exactMatch\nx;3\n"))
        .hasMessage("curves: a line needs three parts: x;3");
  }

  @Test
  void allCurvesAreInOnePlot() {
    assertThat(CURVES.plot("two").save(folder.resolve("two.png"))).isNotEmptyFile();
  }

  /** What the chapter claims of the measurement that is kept with it. */
  @Test
  void inTheRecordedExperimentEveryFixedContextFallsWhereAttentionHolds() {
    LengthCurves recorded = LengthCurves.recorded();
    assertThat(recorded.lengths()).first().isEqualTo(3);
    assertThat(recorded.lengths()).last().isEqualTo(30);
    SortedMap<Integer, Double> attention = recorded.models().get("additive attention, H = 64");
    int holds = 2;
    while (attention.getOrDefault(holds + 1, 0.0) > 0.95) {
      holds++;
    }
    int limit = holds;
    recorded
        .models()
        .forEach(
            (name, shares) -> {
              if (name.startsWith("fixed")) {
                assertThat(shares.headMap(limit + 1).values()).as(name).anyMatch(s -> s < 0.5);
              }
            });
  }
}
