package library;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Parameter;
import seq2seq.nn.Sgd;

/** Fits y = 2x + 1 and logs how it went. */
public final class FitLine {
  private static final Logger LOG = LoggerFactory.getLogger(FitLine.class);

  private FitLine() {}

  /** Trains for 200 steps. */
  public static void main(String[] args) {
    Tensor x = Tensor.of(new float[][] {{-1}, {0}, {1}, {2}});
    Tensor y = Tensor.of(new float[][] {{-1}, {1}, {3}, {5}});
    Linear line = Linear.xavier(1, 1, Generator.seeded(1));
    Sgd sgd = new Sgd(0.1);
    for (int step = 0; step < 200; step++) {
      Parameter.clearGrads(line.parameters());
      line.forward(x).minus(y).pow(2).mean().backward();
      sgd.step(line.parameters());
    }
    for (Parameter parameter : line.parameters()) {
      LOG.info("{} is {}", parameter.name(), parameter.value());
    }
    LOG.info("the engine is in {}", Tensor.class.getModule());
  }
}
