package seq2seq.ch10_attention;

import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.engine.Generator;

/**
 * The choices that fix a model with attention.
 *
 * @param sizes those of a model without
 * @param attention the kind of attention
 */
public record AttentionSizes(ModelSizes sizes, AttentionKind attention) implements Architecture {

  /** A: half of H_dec, rounded up. Decision 41 says why. */
  public int attentionSize() {
    return (sizes.decoderHidden() + 1) / 2;
  }

  @Override
  public Seq2Seq initialise(Generator generator) {
    Encoder encoder = sizes.encoder(generator);
    RecurrentLayers reading = encoder.layers();
    return new Seq2Seq(
        encoder,
        AttentionDecoder.create(sizes.decoder(), attention, attentionSize(), reading, generator));
  }
}
