package seq2seq.ch10_attention;

import java.util.List;
import java.util.Map;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;

/**
 * Adam whose learning rate falls to a tenth after a number of updates: large steps to get near,
 * small ones to settle. What Adam remembers is kept.
 */
final class LrStepDecay implements Optimiser {
  private static final double FALL = 0.1;

  private final double rate;
  private final long fallsAfter;
  private Adam now;

  /** From {@code rate} to a tenth of it after so many updates. */
  LrStepDecay(double rate, long fallsAfter) {
    this.rate = rate;
    this.fallsAfter = fallsAfter;
    this.now = new Adam(rate);
  }

  @Override
  public void step(List<Parameter> parameters) {
    if (now.steps() == fallsAfter) {
      restore(now.steps(), now.state());
    }
    now.step(parameters);
  }

  @Override
  public Map<String, float[]> state() {
    return now.state();
  }

  @Override
  public long steps() {
    return now.steps();
  }

  @Override
  public void restore(long steps, Map<String, float[]> state) {
    now = new Adam(steps < fallsAfter ? rate : rate * FALL);
    now.restore(steps, state);
  }
}
