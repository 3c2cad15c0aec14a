package seq2seq.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;

/** {@code learn export-weights}: a trained model as PyTorch has it, and a script that runs it. */
@picocli.CommandLine.Command(
    name = "export-weights",
    description =
        "Writes a trained model for PyTorch: weights.safetensors, and translate.py, which needs"
            + " torch alone and prints the same translations.")
public final class ExportWeightsCommand implements Command {
  /** The tensors, the settings and the vocabularies. */
  static final String WEIGHTS = "weights.safetensors";

  /** The model as a PyTorch program. */
  static final String SCRIPT = "translate.py";

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "the folder of a training run (default: runs/latest, the one trained last)")
  private Path model;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "pytorch",
      description = "whose names and layouts; there is one: pytorch (default)")
  private String format;

  @Parameters(paramLabel = "OUT", description = "the folder that both files are written to")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (!format.equals("pytorch")) {
      throw new UsageError("export-weights: --format must be pytorch; got \"" + format + "\"");
    }
    RunFolder folder = model == null ? Runs.ofThisCourse().latest() : new RunFolder(model);
    if (!java.nio.file.Files.exists(folder.model())) {
      throw new UserError(
          "export-weights: there is no trained model in "
              + folder.folder()
              + "; train one with ./learn train, or name its folder with --model");
    }
    SavedModel saved = SavedModel.read(folder);
    AtomicFile.write(out.resolve(SCRIPT), script());
    TorchFile.of(saved).write(out.resolve(WEIGHTS));
    System.out.println("Wrote " + out.resolve(WEIGHTS) + " and " + out.resolve(SCRIPT) + ".");
    System.out.println(
        "Run it where torch is installed: python " + out.resolve(SCRIPT) + " TEXT...");
    return 0;
  }

  /** The text of translate.py. */
  static String script() throws IOException {
    try (InputStream in = ExportWeightsCommand.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
