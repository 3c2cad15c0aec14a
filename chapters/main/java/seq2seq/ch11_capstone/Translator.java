package seq2seq.ch11_capstone;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Autograd;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * The model: an encoder of two layers, a bridge, and a decoder of one that has the context beside
 * every word. Every number that goes forward is computed by the {@link Parts}; the engine computes
 * the same formula beside it and knows the way back.
 */
public final class Translator implements Module {
  /** D. */
  public static final int EMBED = 16;

  /** H_enc. */
  public static final int READING = 24;

  /** H_dec. */
  public static final int WRITING = 32;

  private static final int LAYERS = 2;

  private final Parts parts;
  private final Parameter sourceTable;
  private final Parameter targetTable;
  private final RecurrentLayers reading;
  private final Linear bridge;
  private final RecurrentLayers writing;
  private final Linear output;

  /**
   * A translator whose weights are drawn from {@code generator}.
   *
   * @param source V
   * @param target V'
   */
  public Translator(Parts parts, int source, int target, Generator generator) {
    this.parts = parts;
    sourceTable = table(source, generator);
    targetTable = table(target, generator);
    reading = RecurrentLayers.create(CellKind.GRU, EMBED, READING, LAYERS, 0, generator);
    bridge = Linear.xavier(READING, WRITING, generator);
    int beside = EMBED + READING;
    writing = RecurrentLayers.create(CellKind.GRU, beside, WRITING, 1, 0, generator);
    output = Linear.xavier(WRITING, target, generator);
  }

  private static Parameter table(int vocabulary, Generator generator) {
    return Embedding.normal(vocabulary, EMBED, generator).parameters().get(0);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("source." + sourceTable.name(), sourceTable.value()));
    all.add(new Parameter("target." + targetTable.name(), targetTable.value()));
    all.addAll(Parameter.within("reading", reading));
    all.addAll(Parameter.within("bridge", bridge));
    all.addAll(Parameter.within("writing", writing));
    all.addAll(Parameter.within("output", output));
    return all;
  }

  /**
   * What the encoder hands over: each sentence's own last state (N,H_enc).
   *
   * @param ids (N,T)
   * @param lengths (N)
   */
  Tensor read(int[][] ids, int[] lengths) {
    Tensor x = embed(ids, sourceTable.value());
    Tensor zeros = Tensor.zeros(LAYERS, ids.length, READING);
    Tensor outputs = run(reading, x, zeros);
    int[] last = new int[lengths.length];
    java.util.Arrays.setAll(last, n -> lengths[n] - 1);
    double[][] states = parts.lastState(Plain.steps(outputs), lengths);
    return spliced(Plain.flat(states), outputs.pick(last));
  }

  /** The decoder's first state (1,N,H_dec). */
  Tensor start(Tensor context) {
    Tensor weight = weight(bridge).reshape(1, READING, WRITING);
    Tensor bias = bias(bridge).reshape(1, WRITING);
    Tensor given = context.detach().reshape(1, context.dim(0), READING);
    Tensor first = parts.bridge(given, weight.detach(), bias.detach());
    Tensor same = bridge.forward(context).tanh().reshape(1, context.dim(0), WRITING);
    return spliced(first.toArray(), same);
  }

  /**
   * The decoder's states (T',N,H_dec).
   *
   * @param words ids before each step (N,T')
   * @param context (N,H_enc)
   * @param first (1,N,H_dec)
   */
  Tensor write(int[][] words, Tensor context, Tensor first) {
    Tensor x = embed(words, targetTable.value());
    double[][][] fused = parts.fuse(Plain.steps(x), Plain.rows(context));
    Tensor input = spliced(Plain.tensor(fused).toArray(), CourseParts.beside(x, context));
    return run(writing, input, first);
  }

  /** Logits (T',N,V') of states (T',N,H_dec). */
  Tensor logits(Tensor states) {
    Tensor rows = states.reshape(-1, WRITING);
    Tensor product = product(rows, weight(output));
    return product.plus(bias(output)).reshape(states.dim(0), states.dim(1), -1);
  }

  /** Logits (T',N,V'), the decoder reading {@code inputs} (N,T'). */
  Tensor forward(Parts.Ids source, int[][] inputs) {
    Tensor context = read(source.ids(), source.lengths());
    return logits(write(inputs, context, start(context)));
  }

  /** Vectors (T,N,D), whose gradient the parts send back to the table. */
  private Tensor embed(int[][] ids, Tensor table) {
    Tensor x = Plain.tensor(parts.embed(ids, Plain.rows(table)));
    Shape shape = x.shape();
    return Autograd.result(
        "embed",
        shape,
        x.toArray(),
        dx -> {
          double[][][] gradient = Plain.steps(dx, shape);
          double[][] back = parts.lookupGradient(ids, gradient, table.dim(0));
          table.gradient().add(Plain.flat(back));
        },
        table);
  }

  /** a·b, whose gradients the parts compute. */
  private Tensor product(Tensor a, Tensor b) {
    Tensor c = a.detach().matmul(b.detach());
    return Autograd.result(
        "product",
        c.shape(),
        c.toArray(),
        dc -> {
          double[][] gradient = Plain.rows(dc, 0, c.dim(0), c.dim(1));
          Parts.Product back = parts.matMulGradients(Plain.rows(a), Plain.rows(b), gradient);
          a.gradient().add(Plain.flat(back.dA()));
          b.gradient().add(Plain.flat(back.dB()));
        },
        a,
        b);
  }

  /** All steps of all layers (T,N,H), from a first state (L,N,H). */
  private Tensor run(RecurrentLayers layers, Tensor x, Tensor first) {
    List<CellState> initial = new ArrayList<>();
    for (int l = 0; l < first.dim(0); l++) {
      initial.add(CellState.of(first.at(l)));
    }
    Tensor same = layers.run(x, initial, Mode.inference()).outputs();
    Parts.Run run = parts.stack(x.detach(), first.detach(), cells(layers));
    return spliced(run.output().toArray(), same);
  }

  /** The parts' cell with the weights of each layer, whose four parameters stand in this order. */
  private Parts.Cells cells(RecurrentLayers layers) {
    List<Parameter> all = layers.parameters();
    double[][][] matrices = new double[all.size()][][];
    double[][] biases = new double[all.size()][];
    for (int i = 0; i < all.size(); i++) {
      Tensor value = all.get(i).value();
      if (i % 4 < 2) {
        matrices[i] = Plain.rows(value);
      } else {
        biases[i] = Plain.row(value.liveData());
      }
    }
    return (layer, input, before) -> {
      int at = 4 * layer;
      double[][] x = Plain.rows(input);
      double[][] h = Plain.rows(before);
      return Plain.tensor(
          parts.gruStep(x, h, matrices[at], matrices[at + 1], biases[at + 2], biases[at + 3]));
    };
  }

  /** The parts' numbers in the place of the engine's {@code same}, whose way back is taken. */
  private static Tensor spliced(float[] numbers, Tensor same) {
    return Autograd.result(
        "part", same.shape(), numbers, dy -> same.gradient().addShared(dy), same);
  }

  private static Tensor weight(Linear layer) {
    return layer.parameters().get(0).value();
  }

  private static Tensor bias(Linear layer) {
    return layer.parameters().get(1).value();
  }
}
