package seq2seq.notebook.markdown;

/**
 * A heading.
 *
 * @param level 1 for the title of a page, 2 for a section, and so on
 * @param text what it says, without mark-up
 * @param anchor the name by which a link reaches it on GitHub: {@code #the-formula}
 * @param line the line on which it stands, from 1
 */
public record Heading(int level, String text, String anchor, int line) {}
