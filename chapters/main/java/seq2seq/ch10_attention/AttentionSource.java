package seq2seq.ch10_attention;

import java.util.Arrays;
import seq2seq.ch03_encoder.Source;
import seq2seq.engine.Tensor;

/**
 * A source that is ready to be attended to: its keys and its mask travel with it from step to step.
 *
 * @param source what the encoder said of N sentences
 * @param memory what attention has made of it, once, and which sentence each row looks at
 */
record AttentionSource(Source source, Memory memory) implements Source {
  @Override
  public Tensor outputs() {
    return source.rows(memory.sentences()).outputs();
  }

  @Override
  public int[] lengths() {
    int[] all = source.lengths();
    return Arrays.stream(memory.sentences()).map(row -> all[row]).toArray();
  }

  @Override
  public Tensor context() {
    return source.context().gather(memory.sentences());
  }

  @Override
  public AttentionSource rows(int... rows) {
    return new AttentionSource(source, memory.rows(rows));
  }

  @Override
  public int batchSize() {
    return memory.queries();
  }
}
