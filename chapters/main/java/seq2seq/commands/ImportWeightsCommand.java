package seq2seq.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.Shell;
import seq2seq.cli.UserError;

/** {@code learn import-weights}: a model that was trained further in PyTorch, back here. */
@picocli.CommandLine.Command(
    name = "import-weights",
    description =
        "Makes a model folder from a file that export-weights wrote, or that its translate.py"
            + " saved after more training in PyTorch.")
public final class ImportWeightsCommand implements Command {

  @Parameters(paramLabel = "FILE", description = "the safetensors file")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "the folder of the model; one that holds a model already is refused")
  private Path out;

  @Override
  public Integer call() {
    RunFolder folder = new RunFolder(out);
    if (Files.exists(folder.model()) || Files.exists(folder.checkpoint())) {
      throw new UserError(
          "import-weights: there is a model in " + out + " already; choose another folder");
    }
    SavedModel model = TorchFile.read(file);
    model.write(folder);
    System.out.println("Wrote " + folder.model() + " and its vocabularies. Translate with:");
    System.out.println("  " + Shell.command("translate", "--model", out.toString(), "TEXT..."));
    return 0;
  }
}
