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
import seq2seq.language.Texts;

/** {@code learn translate}: one line per text. */
@picocli.CommandLine.Command(
    name = "translate",
    description = "Translates each TEXT with a trained model, one line each.")
public final class TranslateCommand implements Command {
  private static final Texts TEXTS = RunLines.TEXTS;

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
      descriptionKey = "texts",
      description = "sentences; quote each; write -- before one that begins with -h or --")
  private List<String> texts;

  @Spec private CommandSpec spec;

  @Override
  public boolean speaksChinese() {
    return true;
  }

  @Override
  public boolean takesTexts() {
    return true;
  }

  @Override
  public Integer call() {
    if (beam < 1) {
      throw new UsageError(TEXTS.get("least", "translate", "--beam", 1, beam));
    }
    if (plot != null) {
      checkPlot();
    }
    checkTexts();
    RunFolder folder = model == null ? Runs.ofThisCourse().latest() : new RunFolder(model);
    if (!java.nio.file.Files.exists(folder.model())) {
      throw new UserError(TEXTS.get("translate.no.model", folder.folder()));
    }
    SavedModel saved = SavedModel.read(folder);
    if (plot != null && saved.settings().attention() == null) {
      throw new UserError(TEXTS.get("translate.no.attention", folder.folder()));
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
        throw new UsageError(TEXTS.get("translate.no.option", text));
      }
    }
  }

  private void checkPlot() {
    if (texts.size() > 1) {
      throw new UsageError(TEXTS.get("translate.one", texts.size()));
    }
    if (!plot.toString().endsWith(".png")) {
      throw new UsageError(TEXTS.get("translate.png", plot));
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
      System.err.println(TEXTS.get("translate.empty", text));
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
    System.err.println(TEXTS.get("translate.saved", plot));
  }

  private static void warn(SavedModel saved, String text, List<String> tokens) {
    List<String> unknown = saved.source().unknown(tokens);
    if (!unknown.isEmpty()) {
      System.err.println(TEXTS.get("translate.unknown", String.join(", ", unknown)));
    }
    int most = saved.settings().steps() - 1;
    if (tokens.size() > most) {
      System.err.println(TEXTS.get("translate.long", text, tokens.size(), most));
    }
  }

  private static String oneField(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
