package seq2seq.ch10_attention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import seq2seq.engine.Numbers;
import seq2seq.plot.LinePlot;

/**
 * Shares by length for several models: as a file, as a table and as a plot.
 *
 * <p>The file has a line {@code model;length;exactMatch} and then one for each model and length.
 * Immutable.
 *
 * @param models name → (length → share, 0 to 1), in the order in which they were measured
 */
public record LengthCurves(Map<String, SortedMap<Integer, Double>> models) {
  private static final String HEADER = "model;length;exactMatch";
  private static final String CORNER = "exact match, %";
  private static final String COLUMN = "%7s";
  private static final String RECORDED = "bottleneck.csv";

  /** Copies the map. */
  public LengthCurves {
    models = new LinkedHashMap<>(models);
  }

  /** No model yet. */
  public static LengthCurves none() {
    return new LengthCurves(new LinkedHashMap<>());
  }

  /** What {@code ./learn bottleneck} measured when the chapter was written. */
  public static LengthCurves recorded() {
    try (InputStream file = LengthCurves.class.getResourceAsStream(RECORDED)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These and one more model; one of the same name is replaced. */
  public LengthCurves with(String model, SortedMap<Integer, Double> shares) {
    LengthCurves more = new LengthCurves(models);
    more.models.put(model, new TreeMap<>(shares));
    return more;
  }

  /** All lengths that some model was measured at, shortest first. */
  public SortedSet<Integer> lengths() {
    SortedSet<Integer> lengths = new TreeSet<>();
    models.values().forEach(shares -> lengths.addAll(shares.keySet()));
    return lengths;
  }

  /**
   * The curves that {@link #toText} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static LengthCurves parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("curves: the first line must be " + HEADER);
    }
    LengthCurves curves = none();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(";", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("curves: a line needs three parts: " + line);
      }
      curves
          .models
          .computeIfAbsent(parts[0], name -> new TreeMap<>())
          .put(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
    }
    return curves;
  }

  /** The lines of a file, 4 decimals. */
  public String toText() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    models.forEach(
        (model, shares) ->
            shares.forEach(
                (length, share) ->
                    text.append(model)
                        .append(';')
                        .append(length)
                        .append(';')
                        .append(Numbers.fixed(share, 4))
                        .append('\n')));
    return text.toString();
  }

  /** A row for each model, a column for each of the given lengths, in percent. */
  public String table(int... lengths) {
    int wide = models.keySet().stream().mapToInt(String::length).max().orElse(0);
    wide = Math.max(wide, CORNER.length());
    StringBuilder text = new StringBuilder(CORNER).append(" ".repeat(wide - CORNER.length()));
    for (int length : lengths) {
      text.append(String.format(Locale.ROOT, COLUMN, length));
    }
    for (Map.Entry<String, SortedMap<Integer, Double>> model : models.entrySet()) {
      String name = model.getKey();
      text.append('\n').append(name).append(" ".repeat(wide - name.length()));
      for (int length : lengths) {
        Double share = model.getValue().get(length);
        String percent = share == null ? "-" : Numbers.fixed(100 * share, 1);
        text.append(String.format(Locale.ROOT, COLUMN, percent));
      }
    }
    return text.append('\n').toString();
  }

  /** All curves in one plot. */
  public LinePlot plot(String title) {
    LinePlot plot =
        LinePlot.of(title, "symbols in the string", "exact match, %").withYRange(0, 100);
    for (Map.Entry<String, SortedMap<Integer, Double>> model : models.entrySet()) {
      plot =
          plot.with(
              model.getKey(),
              model.getValue().keySet().stream().mapToDouble(length -> length).toArray(),
              model.getValue().values().stream().mapToDouble(share -> 100 * share).toArray());
    }
    return plot;
  }
}
