package seq2seq.book.live.jdk;

/** For {@code java.util.StringJoiner}. */
public final class StringJoiner {
  private final StringBuilder text;
  private final String delimiter;
  private final String suffix;
  private boolean isEmpty = true;

  /** Joins by {@code delimiter} alone. */
  public StringJoiner(CharSequence delimiter) {
    this(delimiter, "", "");
  }

  /** Joins by {@code delimiter}, between {@code prefix} and {@code suffix}. */
  public StringJoiner(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
    this.text = new StringBuilder(prefix.toString());
    this.delimiter = delimiter.toString();
    this.suffix = suffix.toString();
  }

  /** Adds one more. */
  public StringJoiner add(CharSequence next) {
    if (!isEmpty) text.append(delimiter);
    text.append(next);
    isEmpty = false;
    return this;
  }

  @Override
  public String toString() {
    return text + suffix;
  }
}
