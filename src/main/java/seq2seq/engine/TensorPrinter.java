package seq2seq.engine;

/**
 * A tensor as text: the shape, then the numbers, aligned.
 *
 * <p>Whole numbers print without decimals; others with 4, or in scientific form where 4 decimals
 * would hide them or run wide. An axis longer than 8 shows its first and last 3 entries when the
 * tensor has more than 200 elements.
 */
final class TensorPrinter {
  private static final int WHOLE = 200;
  private static final int EDGE = 3;

  private final Shape shape;
  private final float[] data;
  private final Format format;
  private final boolean abridged;
  private int width;

  private enum Format {
    INTEGER,
    FIXED,
    SCIENTIFIC
  }

  private TensorPrinter(Shape shape, float[] data) {
    this.shape = shape;
    this.data = data;
    this.format = format(data);
    this.abridged = data.length > WHOLE;
  }

  static String print(Shape shape, float[] data) {
    TensorPrinter printer = new TensorPrinter(shape, data);
    if (shape.rank() == 0) {
      return printer.text(data[0]);
    }
    printer.measure(0, 0);
    StringBuilder out = new StringBuilder(shape.toString());
    out.append(shape.rank() == 1 ? " " : "\n");
    printer.append(out, 0, 0);
    return out.toString();
  }

  private void measure(int axis, int at) {
    if (axis == shape.rank()) {
      width = Math.max(width, text(data[at]).length());
      return;
    }
    int step = shape.product(axis + 1, shape.rank());
    for (int i = 0; i < shape.dim(axis); i++) {
      if (isShown(axis, i)) {
        measure(axis + 1, at + i * step);
      }
    }
  }

  private void append(StringBuilder out, int axis, int at) {
    if (axis == shape.rank()) {
      String text = text(data[at]);
      out.append(" ".repeat(width - text.length())).append(text);
      return;
    }
    out.append('[');
    int step = shape.product(axis + 1, shape.rank());
    boolean gap = false;
    for (int i = 0; i < shape.dim(axis); i++) {
      if (!isShown(axis, i)) {
        gap = true;
        continue;
      }
      if (i > 0) {
        separate(out, axis, gap);
      }
      gap = false;
      append(out, axis + 1, at + i * step);
    }
    out.append(']');
  }

  private void separate(StringBuilder out, int axis, boolean gap) {
    boolean innermost = axis == shape.rank() - 1;
    if (innermost) {
      out.append(gap ? " … " : " ");
      return;
    }
    String indent = "\n".repeat(Math.min(2, shape.rank() - 1 - axis)) + " ".repeat(axis + 1);
    out.append(gap ? indent + "…" : "").append(indent);
  }

  private boolean isShown(int axis, int i) {
    int n = shape.dim(axis);
    return !abridged || n <= 2 * EDGE + 2 || i < EDGE || i >= n - EDGE;
  }

  private String text(float value) {
    return switch (format) {
      case INTEGER ->
          Float.isFinite(value) ? Integer.toString((int) value) : Numbers.fixed(value, 0);
      case FIXED -> Numbers.fixed(value, 4);
      case SCIENTIFIC -> Numbers.scientific(value, 5);
    };
  }

  private static Format format(float[] data) {
    boolean whole = true;
    float largest = 0;
    for (float value : data) {
      if (Float.isFinite(value)) {
        whole &= value == (int) value;
        largest = Math.max(largest, Math.abs(value));
      }
    }
    if (whole && largest < 1e7f) {
      return Format.INTEGER;
    }
    return largest < 1e-2f || largest >= 1e5f ? Format.SCIENTIFIC : Format.FIXED;
  }
}
