package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.engine.Generator;

class BenchTest {
  @TempDir Path folder;

  private static BenchRows rows() {
    BenchRows rows = new BenchRows();
    rows.steps.add(new Bench.StepRow("d2l-1.0", 51.25, 49.5, 12000, 2, "simd", "17", 269, 48));
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
            "d2l-1.0 51.25 49.50 12000 2 simd 17 269 48",
            "plain (2×3)·(3×4) 1 43.5 46.5",
            "d2l-1.0 1000 50 2300 2",
            "nothing 50.00 1.00 1.00",
            "V' 60.00 1.20 1.25");
  }

  @Test
  void aWordGoesToAnotherThreadAndBackInSomeTime() {
    assertThat(RoundTrip.nanos(2)).isPositive();
    assertThat(RoundTrip.nanos(1)).isZero();
  }

  @Test
  void everyChartThatIsNamedIsThereAndNoOther() throws Exception {
    BenchRows steps = new BenchRows();
    steps.steps.addAll(rows().steps);
    BenchRows growth = new BenchRows();
    growth.growth.addAll(rows().growth);
    BenchRows products = new BenchRows();
    products.products.addAll(rows().products);
    assertThat(charts(rows(), "all")).containsExactly("bench-growth.png", "bench.png");
    assertThat(charts(steps, "steps")).containsExactly("bench.png");
    assertThat(charts(growth, "growth")).containsExactly("bench-growth.png");
    assertThat(charts(products, "products")).isEmpty();
  }

  /** The names of the files that a report wrote, which are the ones that it names. */
  private List<String> charts(BenchRows rows, String name) throws IOException {
    Path into = Files.createDirectory(folder.resolve(name));
    String line = BenchReport.plot(rows, into.resolve("bench.png"));
    try (Stream<Path> files = Files.list(into)) {
      List<Path> written = files.sorted().toList();
      assertThat(line)
          .isEqualTo(
              written.isEmpty()
                  ? "no chart: neither steps nor growth were measured"
                  : written.stream()
                      .map(Path::toString)
                      .sorted(Comparator.reverseOrder())
                      .collect(Collectors.joining(", ", "charts: ", "")));
      return written.stream().map(file -> file.getFileName().toString()).toList();
    }
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
  void targetsHaveRandomLengthsAndFullOnesFillAllSteps() {
    BenchConfig model = BenchConfig.ALL.get(1);
    int[] lengths = model.batch(Generator.seeded(1)).targetLengths();
    assertThat(IntStream.of(lengths).boxed()).contains(2, 9).allMatch(n -> n >= 2 && n <= 9);
    BenchConfig full = model.full();
    assertThat(full.name()).isEqualTo("d2l-1.0, full");
    assertThat(full.batch(Generator.seeded(1)).targetLengths()).hasSize(128).containsOnly(9);
  }

  /** Read as docs/performance/torch_train.py does. */
  @Test
  void theBatchesOfTrainAreWrittenForPyTorch() throws Exception {
    Path file = folder.resolve("batches.json");
    BenchBatches.ofTrain().write(file);
    JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(all.get("embed").getAsInt()).isEqualTo(64);
    assertThat(all.get("hidden").getAsInt()).isEqualTo(192);
    assertThat(all.getAsJsonArray("batches").size()).isEqualTo(132);
    JsonObject first = all.getAsJsonArray("batches").get(0).getAsJsonObject();
    for (String side : List.of("source", "target")) {
      int words = all.get(side + "Vocabulary").getAsInt();
      JsonArray rows = first.getAsJsonArray(side);
      JsonArray lengths = first.getAsJsonArray(side + "Lengths");
      assertThat(rows.size()).isEqualTo(64);
      assertThat(lengths.size()).isEqualTo(64);
      for (int n = 0; n < 64; n++) {
        JsonArray row = rows.get(n).getAsJsonArray();
        assertThat(lengths.get(n).getAsInt()).isBetween(1, row.size());
        for (JsonElement id : row) assertThat(id.getAsInt()).isBetween(0, words - 1);
      }
    }
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
