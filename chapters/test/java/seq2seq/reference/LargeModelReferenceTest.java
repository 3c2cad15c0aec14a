package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * The notes' model at the sizes of the d2l-0.17 benchmark: wide enough for full tiles and full SIMD
 * vectors, where the small cases walk along the edges.
 */
class LargeModelReferenceTest {
  private static final int V = 200;
  private static final int N = 64;
  private static final int T = 10;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("large");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossAndTheGradientOfEveryParameterAgreeWithPyTorchs(ReferenceCase reference) {
    RecurrentLayers layers = Models.encoderLayers(reference);
    Encoder encoder = Models.encoder(reference, layers);
    ConcatDecoder decoder = Models.decoder(reference, layers);
    List<Parameter> parameters = new ArrayList<>(Parameter.within("encoder", encoder));
    parameters.addAll(Parameter.within("decoder", decoder));
    parameters.forEach(LargeModelReferenceTest::fill);

    int[][] answers = Formula.below("answers", V, N, T);
    Encoded source =
        encoder.forward(Formula.below("source", V, N, T), lengths("lengths"), Mode.inference());
    Tensor logits = decoder.forward(behindBos(answers), source, Mode.inference());
    Tensor loss = MaskedLoss.of(logits, answers, lengths("answerLengths"));
    loss.backward();

    Comparison comparison =
        new Comparison(reference)
            .value("logits", Formula.sample(logits))
            .value("loss", Formula.sample(loss));
    for (Parameter p : parameters) {
      assertThat(p.value().hasGrad()).as(p.name()).isTrue();
      comparison.gradientOf(p.name(), Formula.sample(p.value().grad()));
    }
    comparison.complete();
  }

  private static void fill(Parameter p) {
    float bound = p.name().contains("embedding") ? 1 : 0.25f;
    float[] values = Formula.tensor(p.name(), p.value().shape(), bound).liveData();
    System.arraycopy(values, 0, p.value().liveData(), 0, values.length);
  }

  /** Lengths from 1 to T. */
  private static int[] lengths(String name) {
    return Arrays.stream(Formula.below(name, T, N, 1)).mapToInt(row -> 1 + row[0]).toArray();
  }

  /** Each row shifted right behind id 1. */
  private static int[][] behindBos(int[][] answers) {
    int[][] words = new int[answers.length][];
    for (int n = 0; n < words.length; n++) {
      words[n] = new int[T];
      words[n][0] = 1;
      System.arraycopy(answers[n], 0, words[n], 1, T - 1);
    }
    return words;
  }
}
