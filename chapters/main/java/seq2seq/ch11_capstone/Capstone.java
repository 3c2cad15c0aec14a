package seq2seq.ch11_capstone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;

/** The whole program: trains a translator of {@link Parts}, and lets it translate. */
public final class Capstone {
  /**
   * Times through the training sentences. With some ten more, two runs that differ by rounding
   * alone part ways, and their losses would say nothing about the parts.
   */
  public static final int EPOCHS = 16;

  /** Words that a translation may have, eos included. */
  private static final int MOST_STEPS = 10;

  private static final int WIDTH = 4;
  private static final double GAMMA = 0.75;
  private static final long SEED = 11;

  private final Parts parts;
  private final CapstoneData data = CapstoneData.load();

  private Capstone(Parts parts) {
    this.parts = parts;
  }

  /**
   * What came of a run.
   *
   * @param heldOutLoss after the last epoch, nats per real token
   * @param trainLoss of the last epoch, nats per real token
   * @param greedyBleu of the test sentences, written greedily; from 0 to 1
   * @param beamBleu the same, with a beam
   * @param translations of some test sentences: source, and what was written
   * @param seconds that it took
   */
  public record Result(
      double heldOutLoss,
      double trainLoss,
      double greedyBleu,
      double beamBleu,
      List<String[]> translations,
      double seconds) {

    /** Losses and BLEU in one line. */
    @Override
    public String toString() {
      return "held out "
          + Numbers.fixed(heldOutLoss, 4)
          + ", training "
          + Numbers.fixed(trainLoss, 4)
          + ", BLEU greedy "
          + Numbers.fixed(greedyBleu, 3)
          + ", beam "
          + Numbers.fixed(beamBleu, 3);
    }
  }

  /**
   * Trains for {@link #EPOCHS} epochs and translates the test sentences.
   *
   * @param lines is told a line after each epoch
   * @throws PartException if one of your parts fails
   */
  public static Result run(Parts parts, Consumer<String> lines) {
    return run(parts, EPOCHS, lines);
  }

  /** As {@link #run(Parts, Consumer)}, for fewer epochs. */
  public static Result run(Parts parts, int epochs, Consumer<String> lines) {
    return new Capstone(parts).run(epochs, lines);
  }

  private Result run(int epochs, Consumer<String> lines) {
    long start = System.nanoTime();
    List<TranslatorTraining.Epoch> history = new ArrayList<>();
    TranslatorTraining training =
        new TranslatorTraining(
            parts,
            data,
            epochs,
            SEED,
            epoch -> {
              history.add(epoch);
              lines.accept(line(epoch, epochs));
            });
    parts.train(training, epochs);
    double heldOut = training.heldOut();
    int[][] greedy = new int[data.test().size()][];
    int[][] beam = new int[data.test().size()][];
    for (int n = 0; n < greedy.length; n++) {
      Writer writer = new Writer(training.translator(), n);
      greedy[n] = writer.greedy();
      beam[n] = writer.beam();
    }
    int[][] references = references();
    double trainLoss = history.isEmpty() ? Double.NaN : history.get(history.size() - 1).trainLoss();
    return new Result(
        heldOut,
        trainLoss,
        parts.bleu(greedy, references),
        parts.bleu(beam, references),
        shown(greedy),
        (System.nanoTime() - start) / 1e9);
  }

  private static String line(TranslatorTraining.Epoch epoch, int epochs) {
    return "epoch "
        + epoch.number()
        + " of "
        + epochs
        + ": training "
        + Numbers.fixed(epoch.trainLoss(), 4)
        + ", held out "
        + Numbers.fixed(epoch.heldOutLoss(), 4);
  }

  private int[][] references() {
    String[][] right = data.test().target();
    List<String> words = Arrays.asList(data.targetWords());
    int[][] ids = new int[right.length][];
    for (int n = 0; n < ids.length; n++) {
      ids[n] = Arrays.stream(right[n]).mapToInt(words::indexOf).toArray();
    }
    return ids;
  }

  private List<String[]> shown(int[][] written) {
    List<String[]> shown = new ArrayList<>();
    for (int n = 0; n < written.length; n += Math.max(1, written.length / 5)) {
      List<String> words =
          Arrays.stream(written[n])
              .filter(id -> id >= 0 && id < data.targetWords().length)
              .mapToObj(id -> data.targetWords()[id])
              .toList();
      shown.add(
          new String[] {
            Tokenizer.words().detokenize(List.of(data.test().source()[n])),
            Tokenizer.words().detokenize(words)
          });
    }
    return shown;
  }

  /** Writes the translation of one test sentence. */
  private final class Writer {
    private final Translator translator;
    private final Tensor context; // (1,H_enc)

    Writer(Translator translator, int n) {
      this.translator = translator;
      String[][] one = {data.test().source()[n]};
      Parts.Ids ids = parts.paddedIds(one, data.sourceWords(), one[0].length + 1);
      context = NoGrad.get(() -> translator.read(ids.ids(), ids.lengths()));
    }

    int[] greedy() {
      int[] asked = new int[1];
      Parts.Stepper stepper =
          (token, state) -> {
            if (++asked[0] > MOST_STEPS + 1) {
              throw new IllegalStateException("asks for more steps than the limit allows");
            }
            return step(token, state);
          };
      double[] start = Plain.row(start().toArray());
      return parts.greedy(stepper, start, Vocabulary.BOS, Vocabulary.EOS, MOST_STEPS);
    }

    int[] beam() {
      int[] asked = new int[1];
      Parts.Continuations continuations =
          prefix -> {
            if (++asked[0] > 10 * WIDTH * MOST_STEPS) {
              throw new IllegalStateException("asks the model without end");
            }
            return logProbabilities(prefix);
          };
      return parts.beam(continuations, Vocabulary.EOS, MOST_STEPS, WIDTH, GAMMA).words();
    }

    private Tensor start() {
      return NoGrad.get(() -> translator.start(context));
    }

    private Parts.Step step(int token, double[] state) {
      Tensor before = Tensor.of(Plain.floats(state)).reshape(1, 1, state.length);
      Tensor after = NoGrad.get(() -> translator.write(new int[][] {{token}}, context, before));
      Tensor logits = NoGrad.get(() -> translator.logits(after));
      return new Parts.Step(Plain.row(logits.toArray()), Plain.row(after.toArray()));
    }

    /** The model reads the beginning from the start: slow, and all that a beam needs to know. */
    private double[] logProbabilities(int[] prefix) {
      int[] words = new int[prefix.length + 1];
      words[0] = Vocabulary.BOS;
      System.arraycopy(prefix, 0, words, 1, prefix.length);
      Tensor first = start();
      Tensor states = NoGrad.get(() -> translator.write(new int[][] {words}, context, first));
      Tensor last = states.slice(0, words.length - 1, words.length);
      double[][] logits = {Plain.row(NoGrad.get(() -> translator.logits(last)).toArray())};
      return parts.logSoftmax(logits)[0];
    }
  }
}
