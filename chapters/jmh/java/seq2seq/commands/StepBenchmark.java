package seq2seq.commands;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Adam;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Parameter;

/** A whole training step of each configuration: what {@code learn bench} times, under JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StepBenchmark {
  @Param({"d2l-0.17", "d2l-1.0", "large-vocab"})
  public String config;

  @Param({"1", "2"})
  public int threads;

  private final Generator generator = Generator.seeded(0);
  private final Adam adam = new Adam(0.005);
  private Seq2Seq model;
  private List<Parameter> parameters;
  private PaddedBatch batch;

  @Setup
  public void prepare() {
    Parallel.use(threads);
    BenchConfig chosen =
        BenchConfig.ALL.stream().filter(c -> c.name().equals(config)).findFirst().orElseThrow();
    model = chosen.sizes().initialise(generator);
    parameters = model.parameters();
    batch = chosen.batch(generator);
  }

  @Benchmark
  public double step() {
    Parameter.clearGrads(parameters);
    Decoder.Outputs outputs = model.outputs(batch, seq2seq.nn.Mode.training(generator));
    MaskedLoss.of(outputs, batch.target(), batch.targetLengths()).backward();
    double norm = GradientClip.byGlobalNorm(parameters, 1.0);
    adam.step(parameters);
    return norm;
  }
}
