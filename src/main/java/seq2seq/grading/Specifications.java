package seq2seq.grading;

import seq2seq.files.TextFile;
import seq2seq.language.Language;

/**
 * What an exercise asks for. In English that is the javadoc of its interface; in Chinese a Markdown
 * file beside it.
 */
public final class Specifications {
  private Specifications() {}

  /** The Markdown in the language that is spoken; empty where the javadoc is all there is. */
  public static String of(Exercise exercise) {
    return TextFile.resource(Specifications.class, exercise.specificationIn(Language.current()))
        .strip();
  }
}
