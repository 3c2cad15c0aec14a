package seq2seq.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * Reads the Tatoeba/Anki layout: a pair a line, source, tab, target, and an optional third column
 * (the attribution) that is dropped.
 */
final class TabSeparated {
  private static final String LAYOUT = "source<TAB>target";

  private final Path file;
  private final ReadOptions options;
  private final List<Pair> pairs = new ArrayList<>();
  private int skipped;
  private FileException firstSkipped;

  private TabSeparated(Path file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /** The pairs of {@code file}; see {@link ParallelCorpus#read}. */
  static ParallelCorpus read(Path file, ReadOptions options) {
    TabSeparated reader = new TabSeparated(file, options);
    try (TextFile lines = TextFile.open(file, "a tab-separated file")) {
      reader.readLines(lines);
    }
    reader.requirePairs();
    String name = String.valueOf(file.getFileName());
    return new ParallelCorpus(name, Tokenizer.words(), reader.pairs, reader.skipped);
  }

  private void readLines(TextFile lines) {
    while (pairs.size() < options.limit() && lines.advance()) {
      try {
        pairs.add(pair(lines));
      } catch (FileException e) {
        skip(e);
      }
    }
  }

  private void skip(FileException badLine) {
    if (!options.skipBadLines()) {
      throw badLine;
    }
    if (skipped == 0) {
      firstSkipped = badLine;
    }
    skipped++;
  }

  private static Pair pair(TextFile lines) {
    String line = lines.text();
    String[] columns = line.split("\t", -1);
    if (columns.length < 2) {
      throw lines.fault(
          LAYOUT, line.isEmpty() ? "an empty line" : "no tab in " + TextFile.shown(line));
    }
    if (columns.length > 3) {
      throw lines.fault("2 or 3 columns", columns.length + " in " + TextFile.shown(line));
    }
    requireText(lines, "source", columns[0], line);
    requireText(lines, "target", columns[1], line);
    return new Pair(columns[0].strip(), columns[1].strip());
  }

  private static void requireText(TextFile lines, String column, String text, String line) {
    if (Tokenizer.words().tokenize(text).isEmpty()) {
      throw lines.fault(LAYOUT, "an empty " + column + " in " + TextFile.shown(line));
    }
  }

  private void requirePairs() {
    if (!pairs.isEmpty()) {
      return;
    }
    if (skipped == 0) {
      throw new FileException(file + ": expected at least one pair, found an empty file");
    }
    throw new FileException(
        file
            + ": no pair left: bad lines "
            + skipped
            + ", the first: "
            + firstSkipped.getMessage());
  }
}
