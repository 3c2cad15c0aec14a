package seq2seq.ch07_training;

import seq2seq.engine.Generator;

/** What training starts from: a plan that a model can be made from. */
@FunctionalInterface
public interface Architecture {
  /**
   * Step 1 of training: a model of this architecture, its weights drawn from {@code generator},
   * which advances.
   */
  Seq2Seq initialise(Generator generator);
}
