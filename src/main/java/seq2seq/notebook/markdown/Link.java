package seq2seq.notebook.markdown;

/**
 * A link or a picture.
 *
 * @param text what is shown: the label of a link, the text that stands for a picture
 * @param target where it leads, as written
 * @param line the line of the text on which it begins, from 1
 * @param isPicture whether it is shown in its place
 */
public record Link(String text, String target, int line, boolean isPicture) {
  /** Whether it leads to a file of the course: no address, no anchor of its own page. */
  public boolean isRelative() {
    return !target.matches("(?i)[a-z][a-z0-9+.-]*:.*|#.*|/.*");
  }
}
