package seq2seq.commands;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import seq2seq.files.AtomicFile;
import seq2seq.files.TextFile;

/** All that a benchmark has measured, and how it becomes a JSON array and back. */
final class BenchRows {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  final List<Bench.StepRow> steps = new ArrayList<>();
  final List<Bench.MatMulRow> products = new ArrayList<>();
  final List<Bench.TranslationRow> translations = new ArrayList<>();
  final List<Bench.GrowthRow> growth = new ArrayList<>();

  /** Appends the rows of a file that {@link #write} has written. */
  void read(Path file) throws IOException {
    for (JsonElement row :
        JsonParser.parseString(TextFile.read(file, "benchmark rows")).getAsJsonArray()) {
      JsonObject fields = row.getAsJsonObject();
      if (fields.has("config")) {
        steps.add(GSON.fromJson(row, Bench.StepRow.class));
      } else if (fields.has("shape")) {
        products.add(GSON.fromJson(row, Bench.MatMulRow.class));
      } else if (fields.has("atATime")) {
        translations.add(GSON.fromJson(row, Bench.TranslationRow.class));
      } else {
        growth.add(GSON.fromJson(row, Bench.GrowthRow.class));
      }
    }
  }

  void write(Path file) throws IOException {
    List<Object> rows = new ArrayList<>(steps);
    rows.addAll(products);
    rows.addAll(translations);
    rows.addAll(growth);
    AtomicFile.write(file, GSON.toJson(rows) + "\n");
  }
}
