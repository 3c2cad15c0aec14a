package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.engine.Generator;

class BenchTest {
  @TempDir Path folder;

  private static BenchRows rows() {
    BenchRows rows = new BenchRows();
    rows.steps.add(new Bench.StepRow("d2l-1.0", 51.25, 49.5, 12000, 2, "simd", "17", 269));
    rows.products.add(new Bench.MatMulRow("plain", "(2×3)·(3×4)", 1, 43.5, 46.5));
    rows.translations.add(new Bench.TranslationRow("d2l-1.0", 1000, 50, 2300, 2));
    rows.growth.add(new Bench.GrowthRow("nothing", 50, 1, 1));
    rows.growth.add(new Bench.GrowthRow("V'", 60, 1.2, 1.25));
    return rows;
  }

  @Test
  void everyRowComesBackFromJsonAsItWas() throws Exception {
    Path file = folder.resolve("rows.json");
    rows().write(file);
    BenchRows read = new BenchRows();
    read.read(file);
    assertThat(read).usingRecursiveComparison().isEqualTo(rows());
  }

  @Test
  void theTablesShowEveryRow() {
    assertThat(BenchReport.tables(rows()).lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "d2l-1.0 51.25 49.50 12000 2 simd 17 269",
            "plain (2×3)·(3×4) 1 43.5 46.5",
            "d2l-1.0 1000 50 2300 2",
            "nothing 50.00 1.00 1.00",
            "V' 60.00 1.20 1.25");
  }

  @Test
  void theChartsAreSavedSideBySide() {
    Path file = folder.resolve("bench.png");
    BenchReport.plot(rows(), file);
    assertThat(file).isNotEmptyFile();
    assertThat(folder.resolve("bench-growth.png")).isNotEmptyFile();
    assertThat(Files.exists(BenchReport.growthFile(file))).isTrue();
  }

  @Test
  void doublingNOrTDoublesTheArithmeticAndDoublingHDoesNotQuadrupleTheOutputLayers() {
    BenchConfig model = BenchConfig.ALL.get(1);
    List<Double> times =
        model.doubled().stream()
            .map(d -> (double) d.multiplyAdds() / model.multiplyAdds())
            .toList();
    assertThat(times.get(0)).isEqualTo(2.0);
    assertThat(times.get(1)).isBetween(1.9, 2.0);
    assertThat(times.get(2)).isBetween(3.8, 4.0);
    assertThat(times.get(3)).isBetween(1.0, 1.1);
  }

  @Test
  void sentencesHave5To9WordsAndNeitherEosNorPadding() {
    for (int[][] group : BenchConfig.ALL.get(0).sentences(200, 2, Generator.seeded(1))) {
      assertThat(group).hasDimensions(2, group[0].length);
      assertThat(group[0].length).isBetween(5, 9);
      for (int[] sentence : group) {
        for (int id : sentence) assertThat(id).isBetween(4, 199);
      }
    }
  }
}
