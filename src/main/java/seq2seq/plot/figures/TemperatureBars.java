package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * The softmax of the same logits at several temperatures, side by side: a bar for each word.
 *
 * <pre>{@code
 * TemperatureBars.of(words, logits, 0.5, 1, 2).save(Path.of("images/temperature.png"));
 * }</pre>
 */
public final class TemperatureBars extends Figure {
  private static final double ROW = 32;
  private static final double LONGEST = 150;

  private final String[] words;
  private final float[] logits;
  private final double[] temperatures;

  private TemperatureBars(String[] words, float[] logits, double[] temperatures) {
    super("temperature");
    this.words = words;
    this.logits = logits;
    this.temperatures = temperatures;
  }

  /**
   * The bars of these words.
   *
   * @param words (V')
   * @param logits (V')
   * @param temperatures each above 0
   * @throws IllegalArgumentException if there is no word or temperature, there is not a logit for
   *     each word, or a temperature is not a finite number above 0
   */
  public static TemperatureBars of(String[] words, float[] logits, double... temperatures) {
    Inputs.notEmpty("temperature bars", "words", words.length);
    Inputs.notEmpty("temperature bars", "temperatures", temperatures.length);
    Inputs.sameLength("temperature bars", "words", words.length, "logits", logits.length);
    for (double temperature : temperatures) {
      if (!(temperature > 0) || Double.isInfinite(temperature)) {
        throw Inputs.error(
            "temperature bars",
            "a temperature must be a finite number above 0; got " + Numbers.show(temperature));
      }
    }
    return new TemperatureBars(words.clone(), logits.clone(), temperatures.clone());
  }

  /** softmax(logits / τ), the largest logit off first so that nothing overflows. */
  double[] probabilities(double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] p = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp((logits[i] - largest) / temperature);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  @Override
  public String alt() {
    List<String> each = new ArrayList<>();
    for (double temperature : temperatures) {
      List<String> bars = new ArrayList<>();
      double[] p = probabilities(temperature);
      for (int i = 0; i < p.length; i++) {
        bars.add(words[i] + " " + Numbers.fixed(p[i], 2));
      }
      each.add("τ = " + plain(Numbers.show(temperature)) + ": " + String.join(", ", bars));
    }
    return Words.of("temperature.alt", String.join("; ", each));
  }

  @Override
  protected void draw(Sketch s) {
    double left = 0;
    for (int i = 0; i < words.length; i++) {
      s.text(new Point(-12, (i + 0.5) * ROW), Anchor.END, Sketch.word(words[i]));
    }
    for (double temperature : temperatures) {
      drawPanel(s, left, temperature);
      left += LONGEST + 92;
    }
  }

  private void drawPanel(Sketch s, double left, double temperature) {
    double[] p = probabilities(temperature);
    s.text(
        new Point(left + LONGEST / 2, -24),
        Anchor.MIDDLE,
        "$τ = " + plain(Numbers.show(temperature)) + "$");
    s.rule(new Point(left, -4), new Point(left, words.length * ROW + 4));
    for (int i = 0; i < p.length; i++) {
      double y = (i + 0.5) * ROW;
      s.bar(new Box(left, y - 10, Math.max(1, LONGEST * p[i]), 20), Tint.INPUT);
      s.small().text(new Point(left + LONGEST * p[i] + 8, y), Anchor.START, Numbers.fixed(p[i], 2));
    }
  }
}
