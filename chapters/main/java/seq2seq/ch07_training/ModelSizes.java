package seq2seq.ch07_training;

import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.engine.Generator;

/**
 * The choices that fix a model's architecture.
 *
 * @param cell the recurrent cell of both sides
 * @param context how the decoder gets the context
 * @param sourceVocabulary V
 * @param targetVocabulary V'
 * @param embed D
 * @param hidden H, on the encoder's side H_enc
 * @param decoderHidden H_dec
 * @param layers L
 * @param dropout between layers, in [0, 1); with one layer, on the embeddings and before the output
 *     layer
 */
public record ModelSizes(
    CellKind cell,
    ContextMode context,
    int sourceVocabulary,
    int targetVocabulary,
    int embed,
    int hidden,
    int decoderHidden,
    int layers,
    double dropout)
    implements Architecture {

  /**
   * Checks that every size is at least 1.
   *
   * @throws IllegalArgumentException naming the size that is not
   */
  public ModelSizes {
    atLeastOne("vocabulary (source)", sourceVocabulary);
    atLeastOne("vocabulary (target)", targetVocabulary);
    atLeastOne("embedding size", embed);
    atLeastOne("hidden size", hidden);
    atLeastOne("hidden size (decoder)", decoderHidden);
    atLeastOne("number of layers", layers);
  }

  /** The same hidden size on both sides. */
  public ModelSizes(
      CellKind cell,
      ContextMode context,
      int sourceVocabulary,
      int targetVocabulary,
      int embed,
      int hidden,
      int layers,
      double dropout) {
    this(cell, context, sourceVocabulary, targetVocabulary, embed, hidden, hidden, layers, dropout);
  }

  private static void atLeastOne(String what, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("model: the " + what + " must be at least 1; got " + size);
    }
  }

  /** The decoder's part of the choices. */
  public DecoderSizes decoder() {
    return new DecoderSizes(cell, targetVocabulary, embed, decoderHidden, layers, dropout, context);
  }

  /** The encoder's part, its weights drawn from the generator. */
  public Encoder encoder(Generator generator) {
    RecurrentLayers reading =
        RecurrentLayers.create(cell, embed, hidden, layers, dropout, generator);
    return new Encoder(Embedding.normal(sourceVocabulary, embed, generator), reading);
  }

  @Override
  public Seq2Seq initialise(Generator generator) {
    Encoder encoder = encoder(generator);
    return new Seq2Seq(encoder, ConcatDecoder.create(decoder(), encoder.layers(), generator));
  }
}
