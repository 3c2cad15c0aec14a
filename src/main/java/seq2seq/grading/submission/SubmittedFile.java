package seq2seq.grading.submission;

import java.nio.charset.StandardCharsets;
import seq2seq.files.Sha256;
import seq2seq.grading.Exercise;

/**
 * The learner's file of one exercise, as it was handed in.
 *
 * @param exercise which
 * @param state whether it can be graded
 * @param text what it says; empty unless it can be graded
 * @param problem why it cannot be graded, with the file's name in front; empty if it can
 */
public record SubmittedFile(Exercise exercise, State state, String text, String problem) {

  /** What was found. */
  public enum State {
    /** A text to grade. */
    ACCEPTED,
    /** Nothing. */
    MISSING,
    /** Something that is not read: too large, a link, not a text. */
    REFUSED
  }

  static SubmittedFile accepted(Exercise exercise, String text) {
    return new SubmittedFile(exercise, State.ACCEPTED, text, "");
  }

  static SubmittedFile missing(Exercise exercise) {
    String problem = exercise.starterFile() + ": the file is missing";
    return new SubmittedFile(exercise, State.MISSING, "", problem);
  }

  /** Refused, because of what {@code problem} says behind the file's name. */
  static SubmittedFile refused(Exercise exercise, String problem) {
    return new SubmittedFile(exercise, State.REFUSED, "", exercise.starterFile() + problem);
  }

  /** True if there is a text to grade. */
  public boolean isAccepted() {
    return state == State.ACCEPTED;
  }

  /** True if nobody has begun to write it. */
  public boolean isUntouched() {
    return text.contains("new Todo(\"" + exercise.id() + "\")");
  }

  /** The bytes of the text, in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The SHA-256 of the text. */
  public String sha256() {
    return Sha256.of(bytes());
  }
}
