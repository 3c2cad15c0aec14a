package seq2seq.ch04_decoder;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.EncodedSource;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * A decoder: embedding, the context laid beside each word, recurrent layers, and a linear layer
 * that scores every word of the vocabulary.
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
   * @param encoder the encoder's layers: H_enc and L are read from them
   * @throws ShapeException if the state of the encoder is to be the first one and L differs, or an
   *     LSTM is to start from cells without a cell state
   */
  public static ConcatDecoder create(
      DecoderSizes sizes, RecurrentLayers encoder, Generator generator) {
    ContextMode mode = sizes.context();
    Embedding embedding = Embedding.normal(sizes.vocabulary(), sizes.embed(), generator);
    int inputSize = sizes.embed() + (mode.isBesideEveryWord() ? encoder.hiddenSize() : 0);
    RecurrentLayers stack =
        RecurrentLayers.create(
            sizes.cell(), inputSize, sizes.hidden(), sizes.layers(), sizes.dropout(), generator);
    Linear output = Linear.xavier(sizes.hidden(), sizes.vocabulary(), generator);
    Bridge bridge =
        mode.startsFromEncoder()
            ? new Bridge(encoder, stack, sizes.cell() == CellKind.LSTM, generator)
            : null;
    return new ConcatDecoder(embedding, stack, output, mode, bridge);
  }

  @Override
  public State start(Encoded source) {
    List<CellState> first =
        bridge == null ? layers.zeroState(source.batchSize()) : bridge.cross(source.states());
    return new State(first, source);
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
    List<CellState> after = loop.step(x, context(before.source()), before.cells(), run);
    Tensor top = layers.dropoutAroundOne(after.get(after.size() - 1).hidden(), run);
    return new Step(output.forward(top), new State(after, before.source()));
  }

  @Override
  public Tensor forward(int[][] words, int[] lengths, Encoded source, Mode run) {
    return outputs(words, lengths, source, run).logits();
  }

  @Override
  public Outputs outputs(int[][] words, int[] lengths, Encoded source, Mode run) {
    Decoder.checkRows(words.length, source);
    Tensor x = layers.dropoutAroundOne(embedding.forward(words), run);
    Tensor tops = layers.run(x, context(source), lengths, start(source).cells(), run).outputs();
    return new Outputs(layers.dropoutAroundOne(tops, run), output);
  }

  /** What stands beside each word, x_t ⊕ c: the context (N,H_enc), or null for nothing. */
  private Tensor context(EncodedSource source) {
    return mode.isBesideEveryWord() ? source.context() : null;
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
