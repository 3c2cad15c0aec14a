package seq2seq.commands;

import java.util.List;
import seq2seq.cli.UsageError;
import seq2seq.data.ParallelCorpus;

/** The embedded corpora by name. */
final class EmbeddedCorpora {
  static final List<String> NAMES = List.of("phrases", "dates", "reverse");

  private EmbeddedCorpora() {}

  /**
   * The corpus of that name.
   *
   * @throws UsageError if there is none
   */
  static ParallelCorpus corpus(String name) {
    return switch (name) {
      case "phrases" -> ParallelCorpus.phrases();
      case "dates" -> ParallelCorpus.dates();
      case "reverse" -> ParallelCorpus.reverse();
      default -> throw new UsageError(RunLines.TEXTS.get("task", name, String.join(", ", NAMES)));
    };
  }
}
