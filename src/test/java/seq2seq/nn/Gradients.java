package seq2seq.nn;

import seq2seq.engine.Tensor;

/** Parameters at which a chosen gradient has arrived, for tests. */
final class Gradients {
  private Gradients() {}

  /** Adds {@code gradient} to what is at the parameter: that of the loss Σ p·gradient. */
  static void send(Parameter p, float... gradient) {
    p.value().times(Tensor.of(gradient)).sum().backward();
  }

  /** A parameter of zeros with this gradient. */
  static Parameter at(String name, float... gradient) {
    Parameter p = Parameter.of(name, Tensor.zeros(gradient.length));
    send(p, gradient);
    return p;
  }
}
