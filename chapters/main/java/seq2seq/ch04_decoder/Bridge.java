package seq2seq.ch04_decoder;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * Carries the encoder's state over into the decoder's first state. Where H_enc = H_dec it is passed
 * on as it is; where they differ each layer has a small linear layer (H_enc,H_dec), followed by
 * tanh for a hidden state.
 */
public final class Bridge implements Module {
  private final List<Linear> hidden = new ArrayList<>();
  private final List<Linear> cell = new ArrayList<>();
  private final boolean isNeeded;

  /**
   * A bridge with weights drawn from the generator, which advances only where sizes differ.
   *
   * @param encoder the layers whose state crosses
   * @param decoder the layers that it becomes the first state of
   * @param withCell whether the decoder's cells have a cell state c
   * @throws ShapeException if the numbers of layers differ, or only the decoder has a cell state
   */
  public Bridge(
      RecurrentLayers encoder, RecurrentLayers decoder, boolean withCell, Generator generator) {
    if (encoder.layers() != decoder.layers()) {
      throw new ShapeException(
          "decoder",
          "its "
              + decoder.layers()
              + " layers cannot start from an encoder of "
              + encoder.layers()
              + " layers; make them equal, or feed the context at every step only");
    }
    if (withCell && !encoder.zeroState(1).get(0).hasCell()) {
      throw new ShapeException(
          "decoder",
          "an LSTM cannot start from the state of cells without a cell state c; give both the same"
              + " cell, or feed the context at every step only");
    }
    isNeeded = encoder.hiddenSize() != decoder.hiddenSize();
    for (int l = 0; isNeeded && l < decoder.layers(); l++) {
      hidden.add(Linear.xavier(encoder.hiddenSize(), decoder.hiddenSize(), generator));
      if (withCell) {
        cell.add(Linear.xavier(encoder.hiddenSize(), decoder.hiddenSize(), generator));
      }
    }
  }

  /**
   * The decoder's first state for each layer, (N,H_dec) each.
   *
   * @param encoder the encoder's, (N,H_enc) each
   */
  public List<CellState> cross(List<CellState> encoder) {
    if (!isNeeded) {
      return encoder;
    }
    List<CellState> states = new ArrayList<>();
    for (int l = 0; l < encoder.size(); l++) {
      Tensor h = hidden.get(l).forward(encoder.get(l).hidden()).tanh();
      Tensor c = cell.isEmpty() ? null : cell.get(l).forward(encoder.get(l).cell());
      states.add(new CellState(h, c));
    }
    return states;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    for (int l = 0; l < hidden.size(); l++) {
      all.addAll(Parameter.within("hidden." + l, hidden.get(l)));
    }
    for (int l = 0; l < cell.size(); l++) {
      all.addAll(Parameter.within("memory." + l, cell.get(l)));
    }
    return all;
  }
}
