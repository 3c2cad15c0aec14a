package seq2seq.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import seq2seq.data.Safetensors;
import seq2seq.engine.Shape;
import seq2seq.files.FileException;
import seq2seq.nn.Parameter;

/** The weights of a model under PyTorch's names and in its layouts, there and back. */
final class TorchWeights {
  private final SavedWeights saved;

  /**
   * Weights that were read.
   *
   * @param file where, for the error
   */
  TorchWeights(Path file, List<Safetensors.Entry> entries) {
    saved = new SavedWeights(file, entries, "");
  }

  /** The weights as PyTorch has them, in the order of {@code parameters}. */
  static List<Safetensors.Entry> of(List<Parameter> parameters) {
    List<Safetensors.Entry> entries = new ArrayList<>();
    for (Parameter p : parameters) {
      TorchName there = TorchName.of(p);
      int[] shape = p.value().shape().toArray();
      float[] values = p.value().liveData();
      float[] turned = there.turned(values, shape[shape.length - 1]);
      entries.add(new Safetensors.Entry(there.name(), there.shape(shape), turned));
      if (there.layout() == TorchName.Layout.TWO_BIASES) {
        entries.add(new Safetensors.Entry(there.secondBias(), shape, new float[values.length]));
      }
    }
    return entries;
  }

  /**
   * Checks the sizes that a model's memory depends on, before one is made.
   *
   * @param source V
   * @param target V'
   * @throws FileException naming the first that is not as the settings and vocabularies say
   */
  void checkSizes(TrainSettings settings, int source, int target) {
    saved.require("encoder.embedding.weight", Shape.of(source, settings.embed()));
    saved.require("decoder.embedding.weight", Shape.of(target, settings.embed()));
    int gates = gates(settings);
    for (int l = 0; l < settings.layers(); l++) {
      requireCell("encoder.rnn.weight_hh_l" + l, gates, settings.hidden());
      requireCell("decoder.rnn.weight_hh_l" + l, gates, settings.decoderSize());
    }
  }

  private void requireCell(String name, int gates, int hidden) {
    saved.require(name, Shape.of(gates * hidden, hidden));
  }

  private static int gates(TrainSettings settings) {
    return switch (settings.cell()) {
      case RNN -> 1;
      case GRU -> 3;
      case LSTM -> 4;
    };
  }

  /**
   * Copies the values into {@code parameters}, which are mutated.
   *
   * @throws FileException if one is missing, surplus, of another shape, or holds a number that is
   *     not finite
   */
  void copyInto(List<Parameter> parameters) {
    for (Parameter p : parameters) {
      TorchName there = TorchName.of(p);
      int[] shape = there.shape(p.value().shape().toArray());
      float[] values = saved.take(there.name(), Shape.of(shape));
      if (there.layout() == TorchName.Layout.TWO_BIASES) {
        values = sum(values, saved.take(there.secondBias(), Shape.of(shape)));
      }
      float[] ours = there.turned(values, shape[shape.length - 1]);
      System.arraycopy(ours, 0, p.value().liveData(), 0, ours.length);
    }
    saved.requireAllTaken();
  }

  /** Where the second bias is 0, as this course writes it, the first comes back bit for bit. */
  private static float[] sum(float[] first, float[] second) {
    float[] sum = first.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = second[i] == 0 ? first[i] : first[i] + second[i];
    }
    return sum;
  }
}
