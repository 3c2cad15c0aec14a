package seq2seq.ch10_attention;

import seq2seq.ch03_encoder.Source;
import seq2seq.engine.Tensor;

/**
 * A source that is ready to be attended to: its keys and its mask travel with it from step to step.
 *
 * @param source what the encoder said
 * @param memory what attention has made of it, once
 */
record AttentionSource(Source source, Memory memory) implements Source {
  @Override
  public Tensor outputs() {
    return source.outputs();
  }

  @Override
  public int[] lengths() {
    return source.lengths();
  }

  @Override
  public Tensor context() {
    return source.context();
  }

  @Override
  public AttentionSource rows(int... rows) {
    return new AttentionSource(source.rows(rows), memory.rows(rows));
  }
}
