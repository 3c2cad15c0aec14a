package seq2seq.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/** A small encoder and decoder, V = V' = 11, D = 3; the same arguments give the same weights. */
public record Pair(Encoder encoder, Decoder decoder) {
  public static final int WORDS = 11;

  public static Pair of(CellKind kind, ContextMode mode, int hEnc, int hDec, int layers) {
    return of(kind, mode, hEnc, hDec, layers, 0);
  }

  public static Pair of(
      CellKind kind, ContextMode mode, int hEnc, int hDec, int layers, double dropout) {
    Generator generator = Generator.seeded(17);
    RecurrentLayers read = RecurrentLayers.create(kind, 3, hEnc, layers, dropout, generator);
    Encoder encoder = new Encoder(Embedding.normal(WORDS, 3, generator), read);
    Decoder decoder =
        ConcatDecoder.create(
            new DecoderSizes(kind, WORDS, 3, hDec, layers, dropout, mode), read, generator);
    return new Pair(encoder, decoder);
  }

  public Tensor loss(
      int[][] source, int[] sourceLengths, int[][] in, int[][] out, int[] targetLengths) {
    Encoded encoded = encoder.forward(source, sourceLengths, Mode.inference());
    return MaskedLoss.of(decoder.forward(in, encoded, Mode.inference()), out, targetLengths);
  }

  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("encoder", encoder));
    all.addAll(Parameter.within("decoder", decoder));
    return all;
  }

  /** The rows with {@code count} more ids 0 at the end of each. */
  public static int[][] padded(int[][] rows, int count) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOf(row, row.length + count))
        .toArray(int[][]::new);
  }
}
