package seq2seq.ch11_capstone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch02_recurrence.GruCell;
import seq2seq.ch03_encoder.LastValidState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch08_inference.Beam;
import seq2seq.ch08_inference.Bleu;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/** The course's own parts: what chapters 0 to 8 have, called with plain arrays. */
public class CourseParts implements Parts {

  @Override
  public Product matMulGradients(double[][] a, double[][] b, double[][] dC) {
    Tensor left = Plain.tensor(a).withGrad();
    Tensor right = Plain.tensor(b).withGrad();
    sendBack(left.matmul(right), Plain.tensor(dC));
    return new Product(Plain.rows(left.grad()), Plain.rows(right.grad()));
  }

  /** The gradient of a sum of products with {@code gradient} is {@code gradient}. */
  private static void sendBack(Tensor result, Tensor gradient) {
    result.times(gradient).sum().backward();
  }

  @Override
  public Ids paddedIds(String[][] sentences, String[] vocabulary, int steps) {
    Vocabulary known = Vocabulary.parse("vocabulary", String.join("\n", vocabulary) + "\n");
    List<int[]> rows =
        Arrays.stream(sentences).map(words -> known.encode(List.of(words), steps)).toList();
    PaddedBatch batch = PaddedBatch.of(rows, rows, steps);
    return new Ids(batch.source(), batch.sourceLengths());
  }

  @Override
  public double[][][] embed(int[][] ids, double[][] table) {
    return Plain.steps(new Embedding(Plain.tensor(table)).forward(ids));
  }

  @Override
  public double[][] lookupGradient(int[][] ids, double[][][] dX, int vocabularySize) {
    Embedding embedding = new Embedding(Tensor.zeros(vocabularySize, dX[0][0].length));
    sendBack(embedding.forward(ids), Plain.tensor(dX));
    return Plain.rows(embedding.parameters().get(0).value().grad());
  }

  @Override
  public double[][] gruStep(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias) {
    GruCell cell =
        new GruCell(
            Plain.tensor(inputWeight),
            Plain.tensor(stateWeight),
            Tensor.of(Plain.floats(inputBias)),
            Tensor.of(Plain.floats(stateBias)));
    return Plain.rows(cell.next(Plain.tensor(input), CellState.of(Plain.tensor(before))).hidden());
  }

  @Override
  public Run stack(Tensor inputs, Tensor first, Cells cells) {
    List<Cell> each = new ArrayList<>();
    List<CellState> initial = new ArrayList<>();
    for (int l = 0; l < first.dim(0); l++) {
      each.add(new GivenCell(l, l == 0 ? inputs.dim(2) : first.dim(2), first.dim(2), cells));
      initial.add(CellState.of(first.at(l)));
    }
    RecurrentLayers.Run run = new RecurrentLayers(each, 0).run(inputs, initial, Mode.inference());
    Tensor[] last = run.last().stream().map(CellState::hidden).toArray(Tensor[]::new);
    return new Run(run.outputs(), Tensor.stack(last));
  }

  @Override
  public double[][] lastState(double[][][] states, int[] lengths) {
    return Plain.rows(LastValidState.of(CellState.of(Plain.tensor(states)), lengths).hidden());
  }

  @Override
  public double[][][] fuse(double[][][] words, double[][] context) {
    return Plain.steps(beside(Plain.tensor(words), Plain.tensor(context)));
  }

  /** x ⊕ c for all steps: (T',N,D) and (N,H) to (T',N,D+H). */
  static Tensor beside(Tensor words, Tensor context) {
    Tensor copies = context.broadcastTo(words.dim(0), context.dim(0), context.dim(1));
    return Tensor.concat(2, words, copies);
  }

  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    int below = state.dim(0) - weights.dim(0);
    Tensor[] first = new Tensor[weights.dim(0)];
    Arrays.setAll(
        first, l -> new Linear(weights.at(l), biases.at(l)).forward(state.at(below + l)).tanh());
    return Tensor.stack(first);
  }

  @Override
  public int[][] mask(int[] lengths, int steps) {
    float[][] rows = LengthMask.of(lengths, steps).toRows();
    int[][] mask = new int[rows.length][steps];
    for (int n = 0; n < mask.length; n++) {
      for (int t = 0; t < steps; t++) {
        mask[n][t] = (int) rows[n][t];
      }
    }
    return mask;
  }

  @Override
  public double[][] logSoftmax(double[][] logits) {
    return Plain.rows(Plain.tensor(logits).logSoftmax());
  }

  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    return MaskedLoss.of(Plain.tensor(logits), words, lengths).item();
  }

  @Override
  public double[][][] lossGradient(double[][][] logits, int[][] words, int[] lengths) {
    Tensor scores = Plain.tensor(logits).withGrad();
    MaskedLoss.of(scores, words, lengths).backward();
    return Plain.steps(scores.grad());
  }

  @Override
  public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
    int[][] targets = new int[words.length][];
    for (int n = 0; n < targets.length; n++) {
      targets[n] = Arrays.copyOf(words[n], words[n].length + 1);
      targets[n][lengths[n]] = eos;
      Arrays.fill(targets[n], lengths[n] + 1, targets[n].length, pad);
    }
    return new Shifted(TeacherForcing.inputs(targets), targets);
  }

  @Override
  public Clipped clip(double[][] weight, double[] bias, double limit) {
    Parameter matrix = withGradient("weight", Plain.flat(weight));
    Parameter row = withGradient("bias", Plain.floats(bias));
    double norm = GradientClip.byGlobalNorm(List.of(matrix, row), limit);
    float[] clipped = matrix.value().grad().toArray();
    return new Clipped(
        Plain.rows(clipped, 0, weight.length, weight[0].length),
        Plain.row(row.value().grad().toArray()),
        norm);
  }

  private static Parameter withGradient(String name, float[] gradient) {
    Parameter parameter = Parameter.of(name, Tensor.zeros(gradient.length));
    parameter.value().gradient().add(gradient);
    return parameter;
  }

  @Override
  public Updated adam(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    Parameter theta = Parameter.of("p", Tensor.of(Plain.floats(parameters)));
    theta.value().gradient().add(Plain.floats(gradient));
    Adam adam = new Adam(rate);
    Map<String, float[]> state = new LinkedHashMap<>();
    state.put("m.p", Plain.floats(mean));
    state.put("v.p", Plain.floats(square));
    adam.restore(update - 1, state);
    adam.step(List.of(theta));
    return new Updated(
        Plain.row(theta.value().toArray()),
        Plain.row(adam.state().get("m.p")),
        Plain.row(adam.state().get("v.p")));
  }

  @Override
  public void train(Steps steps, int epochs) {
    new EightSteps(steps).run(epochs);
  }

  @Override
  public int[] greedy(Stepper model, double[] start, int bos, int eos, int maxSteps) {
    int[][] any = {{eos}};
    return Greedy.decode(StepDecoder.model(model, start), any, new int[] {1}, maxSteps)
        .get(0)
        .words();
  }

  @Override
  public Sentence beam(Continuations model, int eos, int maxSteps, int width, double gamma) {
    Translation best =
        Beam.search(StepDecoder.model(model, maxSteps), new int[] {eos}, maxSteps, width, gamma)
            .get(0);
    return new Sentence(best.words(), best.score(gamma));
  }

  @Override
  public double bleu(int[][] written, int[][] references) {
    return Bleu.corpus(lists(written), lists(references));
  }

  private static List<List<Integer>> lists(int[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
