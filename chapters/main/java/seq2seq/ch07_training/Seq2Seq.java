package seq2seq.ch07_training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * The whole model: an encoder that reads and a decoder that writes, trained as one.
 *
 * @param encoder reads the source
 * @param decoder writes the target
 */
public record Seq2Seq(Encoder encoder, Decoder decoder) implements Module {

  /**
   * Logits for every word of a batch, the decoder reading the right words.
   *
   * @return (T',N,V'); in training they mean nothing past a sentence's end
   */
  public Tensor forward(PaddedBatch batch, Mode mode) {
    return outputs(batch, mode).logits();
  }

  /** As above, before the output layer. */
  public Decoder.Outputs outputs(PaddedBatch batch, Mode mode) {
    Encoded source = encoder.forward(batch.source(), batch.sourceLengths(), mode);
    int[][] before = TeacherForcing.inputs(batch.target());
    int[] lengths = new int[before.length];
    Arrays.fill(lengths, before[0].length);
    // The loss does not ask what is said at padding.
    if (mode.isTraining())
      lengths = TeacherForcing.lengths(batch.targetLengths(), before[0].length);
    return decoder.outputs(before, lengths, source, mode);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("encoder", encoder));
    all.addAll(Parameter.within("decoder", decoder));
    return all;
  }
}
