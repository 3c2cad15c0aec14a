package seq2seq.commands;

import java.util.List;
import java.util.stream.Stream;
import seq2seq.ch11_capstone.Part;
import seq2seq.grading.Exercises;
import seq2seq.language.KnownText;
import seq2seq.language.Language;
import seq2seq.language.Texts;

/**
 * What {@code train --mine} says, in the language that is spoken.
 *
 * <p>The classes of chapter 11 and the process in which they train say it in English, for the
 * chapter's cells print it, and a cell is the same in every page. Their sentences are found in the
 * bundle, and the numbers put into the Chinese ones.
 */
final class CapstoneTexts {
  static final Texts TEXTS = Texts.named(CapstoneTexts.class.getPackageName() + ".capstone");

  /** The outermost first. */
  private static final List<KnownText> SAID =
      Stream.of("part.", "said.", "place.")
          .flatMap(kind -> KnownText.longestFirst(kind, TEXTS).stream())
          .toList();

  private CapstoneTexts() {}

  /** An English sentence of chapter 11; as it is if the bundle does not know it. */
  static String said(String english) {
    return KnownText.first(SAID, english).orElse(english);
  }

  /** What {@code part} did, as {@link seq2seq.ch11_capstone.PartException} has it in English. */
  static String fault(Part part, String english) {
    return said(part == null ? english : english.replace(part.toString(), name(part)));
  }

  /** Number and title; in Chinese, the title of the exercise. */
  static String name(Part part) {
    return Language.current() == Language.ENGLISH
        ? part.toString()
        : Exercises.find(part.exercise()).label();
  }
}
