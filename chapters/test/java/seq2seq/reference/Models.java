package seq2seq.reference;

import java.util.Locale;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch10_attention.AttentionDecoder;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.engine.Generator;

/** Models of a case's sizes; their weights are drawn, and wait for {@link Filling#fill}. */
final class Models {
  private Models() {}

  /** The encoder's layers. */
  static RecurrentLayers encoderLayers(ReferenceCase reference) {
    return RecurrentLayers.create(
        kind(reference),
        reference.size("embedSize"),
        reference.size("encoderSize"),
        reference.size("encoderLayers"),
        0,
        Generator.seeded(1));
  }

  /** The encoder around these layers. */
  static Encoder encoder(ReferenceCase reference, RecurrentLayers layers) {
    int vocabulary = reference.size("sourceVocabulary");
    return new Encoder(
        Embedding.normal(vocabulary, reference.size("embedSize"), Generator.seeded(2)), layers);
  }

  /** The decoder. */
  static ConcatDecoder decoder(ReferenceCase reference, RecurrentLayers encoder) {
    return ConcatDecoder.create(sizes(reference, context(reference)), encoder, Generator.seeded(3));
  }

  /** The decoder with attention. */
  static AttentionDecoder attentionDecoder(ReferenceCase reference, RecurrentLayers encoder) {
    return AttentionDecoder.create(
        sizes(reference, context(reference)),
        AttentionKind.valueOf(upper(reference.option("attention"))),
        attentionSize(reference),
        encoder,
        Generator.seeded(3));
  }

  private static DecoderSizes sizes(ReferenceCase reference, ContextMode context) {
    return new DecoderSizes(
        kind(reference),
        reference.size("vocabulary"),
        reference.size("embedSize"),
        reference.size("hiddenSize"),
        reference.size("layers"),
        0,
        context);
  }

  /** A; H_dec where a case names none. */
  private static int attentionSize(ReferenceCase reference) {
    return reference.has("attentionSize")
        ? reference.size("attentionSize")
        : reference.size("hiddenSize");
  }

  /** Encoder and decoder as one model, with room for the weights of both. */
  static Seq2Seq whole(ReferenceCase reference) {
    RecurrentLayers layers = encoderLayers(reference);
    boolean attends = reference.has("attention") && !reference.option("attention").equals("none");
    Decoder decoder = attends ? attentionDecoder(reference, layers) : decoder(reference, layers);
    return new Seq2Seq(encoder(reference, layers), decoder);
  }

  /** The sizes of a model with one vocabulary and one hidden size. */
  static ModelSizes sizes(ReferenceCase reference) {
    return new ModelSizes(
        kind(reference),
        context(reference),
        reference.size("vocabulary"),
        reference.size("vocabulary"),
        reference.size("embedSize"),
        reference.size("hiddenSize"),
        reference.size("layers"),
        0);
  }

  private static ContextMode context(ReferenceCase reference) {
    return ContextMode.valueOf(upper(reference.option("context")));
  }

  private static CellKind kind(ReferenceCase reference) {
    return CellKind.valueOf(upper(reference.option("cell")));
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
