package seq2seq.ch10_attention;

import java.util.Arrays;
import seq2seq.ch03_encoder.EncodedSource;
import seq2seq.engine.Tensor;

/**
 * A source that is ready to be attended to: its keys and its mask travel with it from step to step.
 *
 * @param source what the encoder said of N sentences
 * @param keys what attention has made of it, once, and which sentence each row looks at
 */
record AttentionSource(EncodedSource source, AttentionKeys keys) implements EncodedSource {
  @Override
  public Tensor outputs() {
    return source.rows(keys.sentences()).outputs();
  }

  @Override
  public int[] lengths() {
    int[] all = source.lengths();
    return Arrays.stream(keys.sentences()).map(row -> all[row]).toArray();
  }

  @Override
  public Tensor context() {
    return source.context().gather(keys.sentences());
  }

  @Override
  public AttentionSource rows(int... rows) {
    return new AttentionSource(source, keys.rows(rows));
  }

  @Override
  public int batchSize() {
    return keys.queries();
  }
}
