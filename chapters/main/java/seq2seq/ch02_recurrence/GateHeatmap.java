package seq2seq.ch02_recurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.engine.Tensor;
import seq2seq.plot.Heatmap;

/** A gate trace as a picture: inputs above, gates and states below, a column a step. */
public final class GateHeatmap {
  private GateHeatmap() {}

  /**
   * The picture of one unit, steps counted from 1.
   *
   * @param inputs what the unit read, (T,1,D)
   * @param inputNames of the D numbers of an input
   * @throws IllegalArgumentException if there are not D names
   */
  public static Heatmap of(String title, Tensor inputs, List<String> inputNames, GateTrace trace) {
    List<String> names = new ArrayList<>(inputNames);
    names.addAll(trace.names());
    List<float[]> rows = new ArrayList<>(Arrays.asList(columns(inputs)));
    rows.addAll(Arrays.asList(trace.values()));
    String[] steps =
        IntStream.rangeClosed(1, inputs.dim(0)).mapToObj(Integer::toString).toArray(String[]::new);
    return Heatmap.of(rows.toArray(float[][]::new), names.toArray(String[]::new), steps)
        .withTitle(title)
        .withAxes("", "step t")
        .withScale("value, no unit")
        .withSigns()
        .withRange(-1, 1)
        .withValues(1);
  }

  private static float[][] columns(Tensor inputs) {
    return inputs.reshape(inputs.dim(0), inputs.dim(2)).transpose().toRows();
  }
}
