package seq2seq.ch10_attention;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.EncodedSource;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.Bridge;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * The decoder of chapter 4 with attention: what is laid beside each word is no longer one context
 * for the whole sentence, but one that is made for this step.
 *
 * <pre>
 * c_t = Σ_i α_{t,i} h_i      α_t from the query s_{t-1}, the top layer's state before the step
 * s_t = cells(x_t ⊕ c_t, s_{t-1})
 * logits_t = s_t·W_out + b_out
 * </pre>
 *
 * <p>The {@link ContextMode} still says where the state starts from: the encoder's in {@code
 * initial} and {@code both}, zeros in {@code every-step}. Beside the word stands c_t in all three.
 * Bahdanau et al. (2015), section 3.1, with the course's cells.
 */
public final class AttentionDecoder implements Decoder {
  private final Embedding embedding;
  private final RecurrentLayers layers;
  private final Linear output;
  private final Bridge bridge;
  private final Attention attention;

  private AttentionDecoder(
      Embedding embedding,
      RecurrentLayers layers,
      Linear output,
      Bridge bridge,
      Attention attention) {
    this.embedding = embedding;
    this.layers = layers;
    this.output = output;
    this.bridge = bridge;
    this.attention = attention;
  }

  /**
   * A decoder with weights drawn from the generator.
   *
   * @param attention the kind of attention
   * @param attentionSize A
   * @param encoder the encoder's layers: H_enc and L are read from them
   * @throws ShapeException if the state of the encoder is to be the first one and L differs, or an
   *     LSTM is to start from cells without a cell state
   */
  public static AttentionDecoder create(
      DecoderSizes sizes,
      AttentionKind attention,
      int attentionSize,
      RecurrentLayers encoder,
      Generator generator) {
    int inputSize = sizes.embed() + encoder.hiddenSize();
    Embedding embedding = Embedding.normal(sizes.vocabulary(), sizes.embed(), generator);
    RecurrentLayers stack =
        RecurrentLayers.create(
            sizes.cell(), inputSize, sizes.hidden(), sizes.layers(), sizes.dropout(), generator);
    Linear output = Linear.xavier(sizes.hidden(), sizes.vocabulary(), generator);
    Bridge bridge =
        sizes.context().startsFromEncoder()
            ? new Bridge(encoder, stack, sizes.cell() == CellKind.LSTM, generator)
            : null;
    Attention looking =
        attention.create(sizes.hidden(), encoder.hiddenSize(), attentionSize, generator);
    return new AttentionDecoder(embedding, stack, output, bridge, looking);
  }

  @Override
  public State start(Encoded source) {
    List<CellState> first =
        bridge == null ? layers.zeroState(source.batchSize()) : bridge.cross(source.states());
    return new State(first, new AttentionSource(source, keys(source)));
  }

  /** The keys of a source; a state that this decoder did not make has none yet. */
  private AttentionKeys keys(EncodedSource source) {
    return source instanceof AttentionSource ready
        ? ready.keys()
        : AttentionKeys.of(attention, source.outputs(), source.lengths());
  }

  @Override
  public Step step(int[] words, State before, Mode run) {
    return step(layers::step, words, before, run);
  }

  @Override
  public Loop loop() {
    RecurrentLayers.Loop ready = layers.loop();
    return (words, before, run) -> step(ready, words, before, run);
  }

  private Step step(RecurrentLayers.Loop loop, int[] words, State before, Mode run) {
    Decoder.checkRows(words.length, before.source());
    Tensor x = layers.dropoutAroundOne(embedding.forward(words), run);
    State after = next(loop, x, look(before), before, run);
    return new Step(output.forward(layers.dropoutAroundOne(top(after), run)), after);
  }

  @Override
  public Tensor forward(int[][] words, int[] lengths, Encoded source, Mode run) {
    return outputs(words, lengths, source, run).logits();
  }

  @Override
  public Outputs outputs(int[][] words, int[] lengths, Encoded source, Mode run) {
    Decoder.checkRows(words.length, source);
    Tensor x = layers.dropoutAroundOne(embedding.forward(words), run);
    PackedSteps packed = new PackedSteps(lengths, x.dim(0));
    RecurrentLayers.Loop loop = layers.loop();
    List<Tensor> tops = new ArrayList<>();
    State state = start(source);
    for (int t = 0; t < packed.steps(); t++) {
      if (packed.someLeaveAt(t)) {
        state = state.rows(packed.stayingAt(t));
      }
      state = next(loop, packed.at(x, t), look(state), state, run);
      tops.add(top(state));
    }
    return new Outputs(layers.dropoutAroundOne(packed.unpack(tops), run), output);
  }

  /**
   * Where the decoder looks while it reads a known sentence: row t of a sentence are the weights
   * with which it chose its word t. No graph is kept.
   *
   * @param words the word before each step, ids (N,T')
   * @return weights (T',N,T), exactly 0 at padding of the source
   * @throws ShapeException if there are not as many rows of words as sources
   */
  public Tensor alignment(int[][] words, Encoded source) {
    Decoder.checkRows(words.length, source);
    return NoGrad.get(
        () -> {
          Tensor x = embedding.forward(words);
          Tensor[] weights = new Tensor[x.dim(0)];
          RecurrentLayers.Loop loop = layers.loop();
          State state = start(source);
          for (int t = 0; t < weights.length; t++) {
            Attention.Attended attended = look(state);
            weights[t] = attended.weights();
            state = next(loop, x.at(t), attended, state, Mode.inference());
          }
          return Tensor.stack(weights);
        });
  }

  /** Weights and context for the step after {@code before}. */
  private Attention.Attended look(State before) {
    return attention.attend(top(before), keys(before.source()));
  }

  /** One step of all layers from the word x (N,D) and the context laid beside it. */
  private static State next(
      RecurrentLayers.Loop layers, Tensor x, Attention.Attended attended, State before, Mode run) {
    Tensor input = Tensor.concat(1, x, attended.context());
    return new State(layers.step(input, null, before.cells(), run), before.source());
  }

  private static Tensor top(State state) {
    return state.cells().get(state.cells().size() - 1).hidden();
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    if (bridge != null) {
      all.addAll(Parameter.within("bridge", bridge));
    }
    all.addAll(Parameter.within("attention", attention));
    all.addAll(layers.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
