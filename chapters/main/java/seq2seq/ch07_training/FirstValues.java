package seq2seq.ch07_training;

import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.nn.Parameter;

/**
 * A model that starts from other first values than its own: all of them multiplied by one factor. A
 * factor of 0 makes all of them 0, one of 10 makes them too large; the lesson shows what becomes of
 * both.
 *
 * @param model what is initialised
 * @param factor multiplies every number of every parameter, finite
 */
public record FirstValues(Architecture model, double factor) implements Architecture {

  /**
   * Checks the factor.
   *
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public FirstValues {
    if (!Double.isFinite(factor)) {
      throw new IllegalArgumentException(
          "first values: the factor must be a finite number; got " + Numbers.show(factor));
    }
  }

  @Override
  public Seq2Seq initialise(Generator generator) {
    Seq2Seq made = model.initialise(generator);
    made.parameters().forEach(this::scale);
    return made;
  }

  private void scale(Parameter parameter) {
    float[] values = parameter.value().liveData();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }
}
