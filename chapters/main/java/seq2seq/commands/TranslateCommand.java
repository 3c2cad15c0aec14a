package seq2seq.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import seq2seq.ch08_inference.Beam;
import seq2seq.ch08_inference.Translation;
import seq2seq.ch10_attention.Alignment;
import seq2seq.cli.Command;
import seq2seq.cli.Terminal;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Numbers;

/** {@code learn translate}: one line per text. */
@picocli.CommandLine.Command(
    name = "translate",
    description = "Translates each TEXT with a trained model, one line each.")
public final class TranslateCommand implements Command {
  /** The exponent of the length when finished translations are compared: {@link Beam}. */
  private static final double LENGTH_EXPONENT = 0.75;

  /** Texts searched in one batch: more are no faster, and each holds K states. */
  private static final int AT_A_TIME = 64;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "the folder of a training run (default: runs/latest, the one trained last)")
  private Path model;

  @Option(
      names = "--beam",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "beginnings kept at each step; the best translation by log P / length^0.75 is printed."
              + " 1 takes the likeliest word each time (default: 1)")
  private int beam;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "draw where the model looked while it translated TEXT, as a PNG file; needs a model"
              + " trained with --attention, and one TEXT")
  private Path plot;

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description = "sentences; quote each; write -- before one that begins with -h or --")
  private List<String> texts;

  @Spec private CommandSpec spec;

  @Override
  public int place() {
    return 21;
  }

  @Override
  public boolean takesTexts() {
    return true;
  }

  @Override
  public Integer call() {
    if (beam < 1) {
      throw new UsageError("translate: --beam must be at least 1; got " + beam);
    }
    if (plot != null) {
      checkPlot();
    }
    checkTexts();
    RunFolder folder = model == null ? Runs.ofThisCourse().latest() : new RunFolder(model);
    if (!java.nio.file.Files.exists(folder.model())) {
      throw new UserError(
          "translate: there is no trained model in "
              + folder.folder()
              + "; train one with ./learn train, or name its folder with --model");
    }
    SavedModel saved = SavedModel.read(folder);
    if (plot != null && saved.settings().attention() == null) {
      throw new UserError(
          "translate: the model in "
              + folder.folder()
              + " was trained without attention, so there is nothing to plot; train one with"
              + " ./learn train --attention");
    }
    boolean nothingLeftOut = true;
    for (int from = 0; from < texts.size(); from += AT_A_TIME) {
      int to = Math.min(texts.size(), from + AT_A_TIME);
      nothingLeftOut &= translate(saved, texts.subList(from, to));
    }
    return nothingLeftOut ? 0 : 1;
  }

  /**
   * A text may begin with anything, also with a dash; only what looks like a misspelt --option and
   * does not stand behind -- is refused.
   */
  private void checkTexts() {
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    if (given.contains("--")) {
      return;
    }
    for (String text : texts) {
      if (text.matches("--[a-z][a-z-]*(=\\S*)?")) {
        throw new UsageError(
            "translate: there is no option " + text + "; if it is a TEXT, write -- before it");
      }
    }
  }

  private void checkPlot() {
    if (texts.size() > 1) {
      throw new UsageError("translate: --plot draws one TEXT; got " + texts.size());
    }
    if (!plot.toString().endsWith(".png")) {
      throw new UsageError("translate: --plot needs a file that ends in .png; got " + plot);
    }
  }

  /** A sentence that there is something to translate of. */
  private record Readable(String text, int[] ids) {}

  /** Prints a line for each text, all searched in one batch; false if there was an empty one. */
  private boolean translate(SavedModel saved, List<String> some) {
    List<Readable> read = some.stream().flatMap(text -> read(saved, text).stream()).toList();
    if (!read.isEmpty()) {
      List<int[]> ids = read.stream().map(Readable::ids).toList();
      PaddedBatch batch = PaddedBatch.of(ids, ids); // nobody looks at the targets
      int steps = saved.settings().steps();
      List<Translation> written =
          Beam.decode(
              saved.model(), batch.source(), batch.sourceLengths(), steps, beam, LENGTH_EXPONENT);
      for (int n = 0; n < written.size(); n++) {
        print(saved, read.get(n), written.get(n));
      }
    }
    return read.size() == some.size();
  }

  /** The ids of a text; none if it is empty, which is said. */
  private static Optional<Readable> read(SavedModel saved, String text) {
    List<String> tokens = saved.tokenizer().tokenize(text);
    if (tokens.isEmpty()) {
      System.err.println(
          "learn: translate: \"" + text + "\" is an empty sentence; there is nothing to translate");
      return Optional.empty();
    }
    warn(saved, text, tokens);
    return Optional.of(new Readable(text, saved.source().encode(tokens, saved.settings().steps())));
  }

  private void print(SavedModel saved, Readable read, Translation translation) {
    String written = saved.tokenizer().detokenize(saved.target().tokens(translation.words()));
    System.out.println(
        Terminal.current().out()
            ? read.text()
                + " → "
                + written
                + "   ("
                + Numbers.fixed(translation.logProbability(), 2)
                + ")"
            : oneField(read.text())
                + "\t"
                + oneField(written)
                + "\t"
                + Numbers.fixed(translation.logProbability(), 6));
    if (plot != null) {
      draw(saved, read.text(), read.ids(), translation);
    }
  }

  private void draw(SavedModel saved, String text, int[] ids, Translation translation) {
    Alignment.of(saved.model(), saved.source(), saved.target(), ids, ids.length, translation)
        .heatmap(text)
        .save(plot);
    System.err.println("learn: translate: saved " + plot);
  }

  private static void warn(SavedModel saved, String text, List<String> tokens) {
    List<String> unknown = saved.source().unknown(tokens);
    if (!unknown.isEmpty()) {
      System.err.println(
          "learn: translate: never seen in training, read as <unk>: " + String.join(", ", unknown));
    }
    if (tokens.size() + 1 > saved.settings().steps()) {
      System.err.println(
          "learn: translate: \""
              + text
              + "\" has "
              + tokens.size()
              + " tokens; only the first "
              + (saved.settings().steps() - 1)
              + " are read, as in training");
    }
  }

  private static String oneField(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
