package seq2seq.ch11_capstone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Autograd;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/** The eight steps of the translator's training, each done by the parts; a loop calls them. */
final class TranslatorTraining implements Parts.Steps {
  /** The first learning rate; it falls to 0 in a straight line. */
  private static final double RATE = 0.02;

  private static final double LIMIT = 1;
  private static final int BATCH = 32;
  private static final int COLUMNS = 64;

  /** A batch as the parts made it. */
  private record Batch(Parts.Ids source, Parts.Shifted target, int[] lengths) {}

  private final Parts parts;
  private final CapstoneData data;
  private final int mostUpdates;
  private final int mostLoads;
  private final Consumer<Epoch> observer;
  private final List<Batch> train;
  private final List<Batch> valid;
  private final Generator generator;
  private Translator translator;
  private int[] order;
  private int next;
  private int loads;
  private Batch batch;
  private Tensor logits;
  private boolean isWalked;
  private double[] mean;
  private double[] square;
  private int updates;
  private int epoch;

  /** An epoch's losses, nats per real token. */
  record Epoch(int number, double trainLoss, double heldOutLoss) {}

  TranslatorTraining(
      Parts parts, CapstoneData data, int epochs, long seed, Consumer<Epoch> observer) {
    this.parts = parts;
    this.data = data;
    this.observer = observer;
    this.generator = Generator.seeded(seed);
    this.train = batches(data.train());
    this.valid = batches(data.valid());
    this.mostUpdates = epochs * train.size();
    this.mostLoads = (epochs + 1) * (train.size() + 1);
    this.order = new int[0];
  }

  private List<Batch> batches(CapstoneData.Pairs pairs) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < pairs.size(); from += BATCH) {
      batches.add(batch(pairs.slice(from, Math.min(pairs.size(), from + BATCH))));
    }
    return batches;
  }

  private Batch batch(CapstoneData.Pairs pairs) {
    Parts.Ids source = parts.paddedIds(pairs.source(), data.sourceWords(), longest(pairs.source()));
    Parts.Ids target = parts.paddedIds(pairs.target(), data.targetWords(), longest(pairs.target()));
    int[][] words = new int[target.ids().length][];
    int[] lengths = target.lengths();
    int[] without = Arrays.stream(lengths).map(length -> length - 1).toArray();
    for (int n = 0; n < words.length; n++) {
      words[n] = Arrays.copyOf(target.ids()[n], target.ids()[n].length - 1);
    }
    Parts.Shifted shifted =
        parts.shift(words, without, Vocabulary.BOS, Vocabulary.EOS, Vocabulary.PAD);
    return new Batch(source, shifted, lengths);
  }

  private static int longest(String[][] sentences) {
    return Arrays.stream(sentences).mapToInt(words -> words.length).max().orElseThrow() + 1;
  }

  /** The model as it is. */
  Translator translator() {
    if (translator == null) {
      throw new IllegalStateException("the loop has not called initialise, so there is no model");
    }
    return translator;
  }

  @Override
  public void initialise() {
    translator =
        new Translator(parts, data.sourceWords().length, data.targetWords().length, generator);
    int size = (int) Parameter.count(translator.parameters());
    mean = new double[size];
    square = new double[size];
  }

  @Override
  public boolean load() {
    if (++loads > mostLoads) {
      throw new IllegalStateException("the loop asks for batches without end");
    }
    if (order.length == 0) {
      order = new int[train.size()];
      Arrays.setAll(order, i -> i);
      generator.shuffle(order);
      next = 0;
    }
    if (next == order.length) {
      order = new int[0];
      return false;
    }
    batch = train.get(order[next++]);
    return true;
  }

  private Batch atHand() {
    if (batch == null) {
      throw new IllegalStateException("the loop has loaded no batch");
    }
    return batch;
  }

  @Override
  public void forward() {
    logits = translator().forward(atHand().source(), atHand().target().inputs());
    isWalked = false;
  }

  @Override
  public double loss() {
    return parts.loss(plain(), atHand().target().targets(), atHand().lengths());
  }

  private double[][][] plain() {
    if (logits == null) {
      throw new IllegalStateException("the loop has not called forward, so there are no logits");
    }
    return Plain.steps(logits);
  }

  @Override
  public int tokens() {
    return Arrays.stream(atHand().lengths()).sum();
  }

  @Override
  public void clear() {
    Parameter.clearGrads(translator().parameters());
  }

  @Override
  public void backward() {
    if (isWalked) {
      forward(); // a graph is walked once; a loop that asks twice gets the gradients twice
    }
    double[][][] gradient =
        parts.lossGradient(plain(), atHand().target().targets(), atHand().lengths());
    float[] flat = Plain.tensor(gradient).toArray();
    Tensor from = logits;
    Autograd.result(
            "loss", Shape.of(), new float[1], one -> from.gradient().add(flat.clone()), from)
        .backward();
    isWalked = true;
  }

  /** All gradients as the weight and the bias of one layer: its columns are filled up with 0. */
  @Override
  public void clip() {
    double[] all = gradients();
    double[][] weight = new double[(all.length - 1) / COLUMNS][COLUMNS];
    double[] bias = Arrays.copyOf(all, COLUMNS);
    for (int i = COLUMNS; i < all.length; i++) {
      weight[i / COLUMNS - 1][i % COLUMNS] = all[i];
    }
    Parts.Clipped clipped = parts.clip(weight, bias, LIMIT);
    for (int i = 0; i < all.length; i++) {
      all[i] = i < COLUMNS ? clipped.bias()[i] : clipped.weight()[i / COLUMNS - 1][i % COLUMNS];
    }
    spread(all, value -> value.gradient().toAddTo());
  }

  private double[] gradients() {
    return joined(value -> value.hasGrad() ? value.grad().toArray() : new float[value.size()]);
  }

  @Override
  public void update() {
    double[] values = joined(Tensor::liveData);
    double rate = RATE * (mostUpdates - updates) / mostUpdates;
    Parts.Updated updated = parts.adam(values, gradients(), mean, square, ++updates, rate);
    mean = updated.mean();
    square = updated.square();
    spread(updated.parameters(), Tensor::liveData);
  }

  /** Some numbers of each parameter, one parameter after the other (K). */
  private double[] joined(Function<Tensor, float[]> numbers) {
    return translator().parameters().stream()
        .flatMapToDouble(p -> Arrays.stream(Plain.row(numbers.apply(p.value()))))
        .toArray();
  }

  /** Puts (K) numbers where each parameter has its own. */
  private void spread(double[] all, Function<Tensor, float[]> places) {
    float[] flat = Plain.floats(all);
    int at = 0;
    for (Parameter p : translator().parameters()) {
      System.arraycopy(flat, at, places.apply(p.value()), 0, p.value().size());
      at += p.value().size();
    }
  }

  /** Σ cost·mask / Σ mask over all held-out sentences. */
  @Override
  public double heldOut() {
    return NoGrad.get(
        () -> {
          double sum = 0;
          long tokens = 0;
          for (Batch each : valid) {
            double[][][] scores =
                Plain.steps(translator().forward(each.source(), each.target().inputs()));
            int[][] mask = parts.mask(each.lengths(), scores.length);
            for (int t = 0; t < scores.length; t++) {
              double[][] logP = parts.logSoftmax(scores[t]);
              for (int n = 0; n < mask.length; n++) {
                sum -= mask[n][t] * logP[n][each.target().targets()[n][t]];
                tokens += mask[n][t];
              }
            }
          }
          return sum / tokens;
        });
  }

  @Override
  public void visualise(double trainLoss, double heldOutLoss) {
    observer.accept(new Epoch(++epoch, trainLoss, heldOutLoss));
  }
}
