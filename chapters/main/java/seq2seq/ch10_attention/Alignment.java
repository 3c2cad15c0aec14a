package seq2seq.ch10_attention;

import java.util.Arrays;
import java.util.List;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.Vocabulary;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.plot.Heatmap;

/**
 * Where a model looked while it wrote one sentence.
 *
 * @param source the tokens of the source, {@code <eos>} and padding included (T)
 * @param target the written tokens, {@code <eos>} included if it was reached (T')
 * @param weights (T',T): row t are the weights with which word t was chosen; each row adds up to 1,
 *     and is exactly 0 at padding
 */
public record Alignment(List<String> source, List<String> target, float[][] weights) {

  /**
   * The alignment of a translation: the decoder reads it once more and keeps its weights.
   *
   * @param source ids (T), with or without padding at the end
   * @param length how many of them are real
   * @param written what the model wrote
   * @throws IllegalArgumentException if the model has no attention, or nothing was written
   */
  public static Alignment of(
      Seq2Seq model,
      Vocabulary sourceVocabulary,
      Vocabulary targetVocabulary,
      int[] source,
      int length,
      Translation written) {
    AttentionDecoder decoder = attending(model);
    int[] target = target(written);
    Tensor weights =
        NoGrad.get(
            () -> {
              Encoded encoded =
                  model
                      .encoder()
                      .forward(new int[][] {source}, new int[] {length}, Mode.inference());
              return decoder.alignment(TeacherForcing.inputs(new int[][] {target}), encoded);
            });
    return new Alignment(
        sourceVocabulary.tokens(source),
        targetVocabulary.tokens(target),
        weights.reshape(target.length, source.length).toRows());
  }

  private static AttentionDecoder attending(Seq2Seq model) {
    if (model.decoder() instanceof AttentionDecoder decoder) {
      return decoder;
    }
    throw new IllegalArgumentException(
        "alignment: the model has no attention, so there are no weights to show");
  }

  /** The written ids, eos included if it was reached. */
  private static int[] target(Translation written) {
    if (written.length() == 0) {
      throw new IllegalArgumentException("alignment: nothing was written, not even <eos>");
    }
    int[] target = Arrays.copyOf(written.words(), written.length());
    if (written.isFinished()) {
      target[target.length - 1] = Vocabulary.EOS;
    }
    return target;
  }

  /** The picture: a row for each written word, a column for each source word. */
  public Heatmap heatmap(String title) {
    return Heatmap.of(weights, target.toArray(String[]::new), source.toArray(String[]::new))
        .withTitle(title)
        .withAxes("written", "source")
        .withRange(0, 1)
        .withScale("attention weight")
        .withValues(2);
  }
}
