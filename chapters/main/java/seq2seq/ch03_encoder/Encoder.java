package seq2seq.ch03_encoder;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * The reader of the pair: an embedding and L recurrent layers, run over a padded batch. Adding
 * padding changes nothing.
 */
public final class Encoder implements Module {
  private final Embedding embedding;
  private final RecurrentLayers layers;

  /**
   * An encoder.
   *
   * @throws ShapeException if the bottom layer does not take what the embedding gives
   */
  public Encoder(Embedding embedding, RecurrentLayers layers) {
    if (embedding.size() != layers.inputSize()) {
      throw new ShapeException(
          "encoder",
          "the embedding gives vectors of size "
              + embedding.size()
              + ", the first layer takes "
              + layers.inputSize());
    }
    this.embedding = embedding;
    this.layers = layers;
  }

  /**
   * Reads a batch.
   *
   * @param tokens ids (N,T), padded
   * @param lengths real tokens of each sentence (N), from 1 to T
   * @param mode training, in which the outputs over padding are not computed, or inference
   * @throws ShapeException if a length is not in 1..T, there is not one per sentence, or an id is
   *     unknown
   */
  public Encoded forward(int[][] tokens, int[] lengths, Mode mode) {
    LastValidState.checkOnePerSentence(tokens.length, lengths);
    if (tokens.length > 0) {
      LastValidState.check(lengths, tokens[0].length);
    }
    Tensor inputs = layers.dropoutAroundOne(embedding.forward(tokens), mode);
    // In training nobody looks at the outputs over padding.
    int[] used = mode.isTraining() ? lengths : null;
    RecurrentLayers.Run run = layers.run(inputs, null, used, layers.zeroState(tokens.length), mode);
    List<CellState> ends = new ArrayList<>();
    for (CellState steps : run.layers()) {
      ends.add(LastValidState.of(steps, lengths));
    }
    return new Encoded(run.outputs(), ends, lengths.clone());
  }

  /** The recurrent layers: their sizes are what a decoder must fit. */
  public RecurrentLayers layers() {
    return layers;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    all.addAll(layers.parameters());
    return all;
  }
}
