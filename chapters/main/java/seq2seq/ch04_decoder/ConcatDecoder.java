package seq2seq.ch04_decoder;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch03_encoder.Source;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * The decoder of the notes: embedding, the context laid beside each word, recurrent layers, and a
 * linear layer that scores every word of the vocabulary.
 */
public final class ConcatDecoder implements Decoder {
  private final Embedding embedding;
  private final RecurrentLayers layers;
  private final Linear output;
  private final ContextMode mode;
  private final Bridge bridge;

  private ConcatDecoder(
      Embedding embedding, RecurrentLayers layers, Linear output, ContextMode mode, Bridge bridge) {
    this.embedding = embedding;
    this.layers = layers;
    this.output = output;
    this.mode = mode;
    this.bridge = bridge;
  }

  /**
   * A decoder with weights drawn from the generator.
   *
   * @param kind the cell, the same as the encoder's where its state is the first state
   * @param vocabulary V'
   * @param embedSize D
   * @param hiddenSize H_dec
   * @param layers L
   * @param dropout between layers, around a single one, in [0, 1)
   * @param mode how the context comes in
   * @param encoder the encoder's layers: H_enc and L are read from them
   * @throws ShapeException if the state of the encoder is to be the first one and L differs, or an
   *     LSTM is to start from cells without a memory
   */
  public static ConcatDecoder create(
      CellKind kind,
      int vocabulary,
      int embedSize,
      int hiddenSize,
      int layers,
      double dropout,
      ContextMode mode,
      RecurrentLayers encoder,
      Generator generator) {
    Embedding embedding = Embedding.normal(vocabulary, embedSize, generator);
    int inputSize = embedSize + (mode.isBesideEveryWord() ? encoder.hiddenSize() : 0);
    RecurrentLayers stack =
        RecurrentLayers.create(kind, inputSize, hiddenSize, layers, dropout, generator);
    Linear output = Linear.xavier(hiddenSize, vocabulary, generator);
    Bridge bridge =
        mode.startsFromEncoder()
            ? new Bridge(encoder, stack, kind == CellKind.LSTM, generator)
            : null;
    return new ConcatDecoder(embedding, stack, output, mode, bridge);
  }

  @Override
  public ConcatDecoder forSteps(int steps) {
    return new ConcatDecoder(
        embedding, layers.forSteps(steps), output.forSteps(steps), mode, bridge);
  }

  @Override
  public State start(Encoded source) {
    List<CellState> first =
        bridge == null ? layers.zeroState(source.batchSize()) : bridge.cross(source.states());
    return new State(first, source);
  }

  @Override
  public Step step(int[] words, State before, Mode run) {
    checkRows(words.length, before.source());
    Tensor x = layers.dropoutAroundOne(embedding.forward(words), run);
    List<CellState> after = layers.step(withContext(x, before.source()), before.cells(), run);
    Tensor top = layers.dropoutAroundOne(after.get(after.size() - 1).hidden(), run);
    return new Step(output.forward(top), new State(after, before.source()));
  }

  @Override
  public Tensor forward(int[][] words, Encoded source, Mode run) {
    checkRows(words.length, source);
    Tensor x = layers.dropoutAroundOne(embedding.forward(words), run);
    Tensor tops = layers.run(withContext(x, source), start(source).cells(), run).outputs();
    return output.forward(layers.dropoutAroundOne(tops, run));
  }

  private static void checkRows(int rows, Source source) {
    if (rows != source.batchSize()) {
      throw new ShapeException(
          "decoder",
          "one row of words for each source is needed: "
              + rows
              + " rows, "
              + source.batchSize()
              + " sources");
    }
  }

  /**
   * x_t ⊕ c: the context (N,H) beside every word, (T',N,D) -> (T',N,D+H), or beside one, (N,D) ->
   * (N,D+H). The product with W_c is then computed once for all steps.
   */
  private Tensor withContext(Tensor words, Source source) {
    return mode.isBesideEveryWord() ? words.beside(source.context()) : words;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    if (bridge != null) {
      all.addAll(Parameter.within("bridge", bridge));
    }
    all.addAll(layers.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
