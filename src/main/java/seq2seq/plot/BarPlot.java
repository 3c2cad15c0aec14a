package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars: categories along x, and in each category one bar per named series.
 *
 * <pre>{@code
 * BarPlot.of("Exact match by cell", "cell", "exact match, fraction", "RNN", "GRU", "LSTM")
 *     .with("seen lengths", new double[] {0.81, 0.97, 0.96})
 *     .with("longer", new double[] {0.12, 0.55, 0.61})
 *     .withValues(2)
 *     .save(Path.of("cells.png"));
 * }</pre>
 *
 * <p>Bars start at 0. NaN is a bar not measured: its place stays empty. Immutable: each {@code
 * with} returns a changed copy.
 */
public final class BarPlot implements Picture {
  static final int NO_VALUES = -1;

  final String title;
  final String xLabel;
  final String yLabel;
  final List<String> categories;
  final List<Series> series;
  final Look look;

  /**
   * Everything but the data: decimals of the values, the group of each category (none: one colour a
   * series), lines across.
   */
  record Look(int places, List<String> groups, List<Reference> references) {
    static final Look USUAL = new Look(NO_VALUES, List.of(), List.of());
  }

  private BarPlot(
      String title,
      String xLabel,
      String yLabel,
      List<String> categories,
      List<Series> series,
      Look look) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.categories = categories;
    this.series = series;
    this.look = look;
  }

  /**
   * A plot without bars yet, 900×540 pixels. Axis labels say the unit.
   *
   * @throws IllegalArgumentException if there is no category, or one stands twice
   */
  public static BarPlot of(String title, String xLabel, String yLabel, String... categories) {
    if (categories.length == 0) {
      throw Check.error("bar plot", "there are no categories");
    }
    List<String> names = new ArrayList<>();
    for (String category : categories) {
      if (names.contains(category)) {
        throw Check.error("bar plot", "the category " + category + " stands twice");
      }
      names.add(category);
    }
    return new BarPlot(title, xLabel, yLabel, List.copyOf(names), List.of(), Look.USUAL);
  }

  /**
   * This plot with one more bar in each category.
   *
   * @param heights one for each category, in their order; NaN for no bar
   * @throws IllegalArgumentException if the name is blank or taken, the number of heights is not
   *     that of the categories, one is infinite, or all are NaN
   */
  public BarPlot with(String name, double[] heights) {
    Check.sameLength(
        "bar plot, series " + name, "heights", heights.length, "categories", categories.size());
    List<Series> more =
        Series.append("bar plot", series, name, new double[heights.length], heights);
    return new BarPlot(title, xLabel, yLabel, categories, more, look);
  }

  /**
   * This plot with each bar's value above it, to so many decimal places.
   *
   * @throws IllegalArgumentException if {@code decimals} is not from 0 to 9
   */
  public BarPlot withValues(int decimals) {
    Check.decimals("bar plot", decimals);
    return with(new Look(decimals, look.groups, look.references));
  }

  /**
   * This plot, of one series, with a colour for each group of categories: green for the first group
   * (what is right), red for the second (what is wrong), grey for the third (what is neither).
   *
   * @param groups the group of each category, in their order
   * @throws IllegalArgumentException if there is not one for each category
   */
  public BarPlot withGroups(String... groups) {
    Check.sameLength("bar plot", "groups", groups.length, "categories", categories.size());
    return with(new Look(look.places, List.of(groups), look.references));
  }

  /**
   * This plot with a highlighted horizontal line across it, named at its end.
   *
   * @throws IllegalArgumentException if {@code y} is NaN or infinite
   */
  public BarPlot withReference(double y, String label) {
    List<Reference> more = new ArrayList<>(look.references);
    more.add(Reference.of("bar plot", y, label));
    return with(new Look(look.places, look.groups, List.copyOf(more)));
  }

  private BarPlot with(Look other) {
    return new BarPlot(title, xLabel, yLabel, categories, series, other);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no series, or there are groups and several series
   */
  @Override
  public BufferedImage toImage() {
    if (series.isEmpty()) {
      throw Check.error("bar plot " + title, "there are no bars to draw; add some with with(...)");
    }
    if (!look.groups.isEmpty() && series.size() > 1) {
      throw Check.error("bar plot " + title, "groups colour the bars of one series; got several");
    }
    return Canvas.draw(Theme.WIDTH, Theme.HEIGHT, new Bars(this)::paint);
  }
}
