package seq2seq.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2seq.language.KnownText;
import seq2seq.language.Language;
import seq2seq.language.Texts;

/**
 * Why points are missing, in the language that is spoken.
 *
 * <p>A graded test says it in English, beside the check that it explains. The bundles hold each
 * English sentence and its Chinese one, under one key: {@code seq2seq.grading.texts} what any
 * exercise may say, {@code seq2seq.graded.ch05.texts} what those of chapter 5 do. The numbers are
 * those of the English sentence, taken out of it and put into the Chinese one.
 */
public final class FailureText {
  private static final Texts OWN = Texts.of(FailureText.class);

  private final String label;
  private final List<KnownText> own;
  private final List<KnownText> whats;
  private final List<KnownText> givens;
  private final List<KnownText> meanings;

  private FailureText(Exercise exercise) {
    label = exercise.label() + ": ";
    Texts chapter = Texts.named(exercise.texts());
    own = KnownText.longestFirst("what.", chapter);
    whats = KnownText.longestFirst("what.", chapter, OWN);
    givens = KnownText.longestFirst("given.", chapter);
    meanings = KnownText.longestFirst("means.", chapter, OWN);
  }

  /** {@code reason} as the learner reads it; as it is where nothing is known of it. */
  public static String of(Exercise exercise, String reason) {
    if (Language.current() == Language.ENGLISH) {
      return reason;
    }
    FailureText text = new FailureText(exercise);
    return text.framed(reason)
        .or(() -> KnownText.first(KnownText.all(OWN, "line."), reason))
        .orElse(reason);
  }

  /** {@code LABEL: WHAT for GIVEN: MEANING.}, of which the last parts may be missing. */
  private Optional<String> framed(String reason) {
    if (!reason.startsWith(label) || !reason.endsWith(".")) {
      return Optional.empty();
    }
    String said = reason.substring(label.length(), reason.length() - 1);
    List<Framed> readings = readings(said);
    return readings.stream()
        .filter(Framed::isKnown)
        .findFirst()
        .map(this::sentence)
        .or(() -> bare(said))
        .or(() -> readings.stream().findFirst().map(this::sentence));
  }

  /**
   * One way to part a reason; {@code isKnown} if the inputs are such as the chapter's tests name.
   */
  private record Framed(String what, String given, String meaning, boolean isKnown) {}

  /** An exception's own message, and the inputs, may have a "for" in them too. */
  private List<Framed> readings(String said) {
    List<Framed> readings = new ArrayList<>();
    for (int end : places(said, " for ")) {
      KnownText.first(whats, said.substring(0, end))
          .ifPresent(what -> readings.add(framed(what, said.substring(end + " for ".length()))));
    }
    return readings;
  }

  private Framed framed(String what, String rest) {
    for (int end : places(rest, ": ")) {
      Optional<String> meaning = KnownText.first(meanings, rest.substring(end + 2));
      if (meaning.isPresent()) {
        return given(what, rest.substring(0, end), meaning.get());
      }
    }
    return given(what, rest, "");
  }

  private Framed given(String what, String given, String meaning) {
    Optional<String> known = KnownText.first(givens, given);
    return new Framed(what, known.orElse(given), meaning, known.isPresent());
  }

  private String sentence(Framed framed) {
    return framed.meaning().isEmpty()
        ? OWN.get("failure", exercise(), framed.what(), framed.given())
        : OWN.get("failure.means", exercise(), framed.what(), framed.given(), framed.meaning());
  }

  /** What a chapter's test says without inputs. */
  private Optional<String> bare(String said) {
    return KnownText.first(own, said).map(what -> OWN.get("failure.bare", exercise(), what));
  }

  private String exercise() {
    return label.substring(0, label.length() - 2);
  }

  private static List<Integer> places(String text, String part) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      places.add(at);
    }
    return places;
  }
}
