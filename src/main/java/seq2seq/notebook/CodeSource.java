package seq2seq.notebook;

/**
 * Where a piece of Java came from, so that errors can point there.
 *
 * @param name the file as shown, {@code ch05_mask.md}, or {@code you} for what was typed
 * @param firstLine the line of the file that holds the first line of the code, from 1
 */
public record CodeSource(String name, int firstLine) {

  /** The place of the {@code offset}-th character of {@code code}: {@code ch05_mask.md:39:19}. */
  String place(String code, int offset) {
    int end = Math.min(offset, code.length());
    int line = (int) code.substring(0, end).chars().filter(c -> c == '\n').count();
    int column = end - (code.lastIndexOf('\n', end - 1) + 1) + 1;
    return name + ":" + (firstLine + line) + ":" + column;
  }

  /** The place of line {@code index} (from 0) of {@code code}: its first character of Java. */
  String placeOfLine(String code, int index) {
    String[] lines = code.split("\n", -1);
    String line = lines[Math.min(index, lines.length - 1)];
    int indent = line.length() - line.stripLeading().length();
    return name + ":" + (firstLine + index) + ":" + (indent + 1);
  }
}
