package seq2seq.commands;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonArray()) {
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
    Files.writeString(file, GSON.toJson(rows) + "\n", StandardCharsets.UTF_8);
  }
}
