package seq2seq.plot.diagram;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import seq2seq.language.Width;

/**
 * A text with symbols in it: between dollar signs letters are italic, {@code _} lowers and {@code
 * ^} raises what follows, a run of letters and digits or a group in braces. {@code $h_{t-1}$
 * (N,H)}.
 */
record Label(List<Run> runs) {
  /** Lowered and raised text is so much smaller, and stands so much of the size off the line. */
  static final double SMALL = 0.72;

  static final double DROP = 0.24;
  static final double RISE = 0.36;

  /** One above the other they stand further off, or they would touch. */
  static final double DROP_BELOW = 0.34;

  static final double RISE_ABOVE = 0.52;

  private static final char DOLLAR = '\uE000';
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /**
   * Letters of one kind at one height.
   *
   * @param level -1 lowered, 0 on the line, 1 raised
   * @param stacked whether it is one of two that stand one above the other
   */
  record Run(String text, boolean symbol, boolean italic, int level, boolean stacked) {
    Font font(double size, boolean bold) {
      String family = symbol ? Font.SERIF : Font.SANS_SERIF;
      int style = (italic ? Font.ITALIC : 0) | (bold ? Font.BOLD : 0);
      return new Font(family, style, 1).deriveFont((float) size(size));
    }

    double size(double size) {
      return (level == 0 ? 1 : SMALL) * (symbol ? 1.12 : 1) * size;
    }

    /** How far below the line this run stands. */
    double offset(double size) {
      if (level == 0) {
        return 0;
      }
      return size * (level < 0 ? (stacked ? DROP_BELOW : DROP) : -(stacked ? RISE_ABOVE : RISE));
    }

    Run below() {
      return new Run(text, symbol, italic, level, true);
    }

    /** A Chinese character that no font here has is as wide as it is high, as they are in all. */
    double width(double size, boolean bold) {
      Font font = font(size, bold);
      String known = Width.withoutWide(text, font::canDisplay);
      int unknown = text.codePointCount(0, text.length()) - known.codePointCount(0, known.length());
      return font.getStringBounds(known, CONTEXT).getWidth() + unknown * size(size);
    }
  }

  /** A word of the reader's own, in which a dollar sign is a dollar sign. */
  static String escape(String word) {
    return word.replaceAll("\\p{Cntrl}", " ").replace('$', DOLLAR);
  }

  static Label of(String markup) {
    List<Run> runs = new ArrayList<>();
    String[] parts = markup.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        addSymbols(runs, parts[i]);
      } else if (!parts[i].isEmpty()) {
        runs.add(new Run(parts[i].replace(DOLLAR, '$'), false, false, 0, false));
      }
    }
    return new Label(List.copyOf(runs));
  }

  private static void addSymbols(List<Run> runs, String math) {
    boolean lowered = false;
    int i = 0;
    while (i < math.length()) {
      char c = math.charAt(i);
      if (c == '_' || c == '^') {
        boolean above = c == '^' && lowered;
        if (above) {
          lowerBelow(runs);
        }
        int end = groupEnd(math, i + 1);
        String group = math.substring(i + 1, end).replaceAll("[{}]", "");
        addLetters(runs, group, c == '_' ? -1 : 1, above);
        lowered = c == '_';
        i = end;
      } else {
        int end = i;
        while (end < math.length() && math.charAt(end) != '_' && math.charAt(end) != '^') {
          end++;
        }
        addLetters(runs, math.substring(i, end), 0, false);
        lowered = false;
        i = end;
      }
    }
  }

  /** What was lowered last makes room for what comes above it. */
  private static void lowerBelow(List<Run> runs) {
    for (int i = runs.size() - 1; runs.get(i).level < 0; i--) {
      runs.set(i, runs.get(i).below());
    }
  }

  private static int groupEnd(String math, int from) {
    if (from < math.length() && math.charAt(from) == '{') {
      return math.indexOf('}', from) + 1;
    }
    int end = from;
    while (end < math.length() && Character.isLetterOrDigit(math.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Letters are italic; digits, signs and the names of functions (of three letters or more) not.
   */
  private static void addLetters(List<Run> runs, String text, int level, boolean above) {
    int i = 0;
    while (i < text.length()) {
      int end = i + 1;
      boolean letter = Character.isLetter(text.charAt(i));
      while (end < text.length() && Character.isLetter(text.charAt(end)) == letter) {
        end++;
      }
      boolean name = end - i >= 3 && level == 0;
      runs.add(new Run(text.substring(i, end), true, letter && !name, level, above));
      i = end;
    }
  }

  double width(double size, boolean bold) {
    return end(starts(size, bold), runs.size(), size, bold);
  }

  /** Where each run starts: after the one before, or for a stacked one, where the lowered does. */
  double[] starts(double size, boolean bold) {
    double[] starts = new double[runs.size()];
    double x = 0;
    double lowered = 0;
    for (int i = 0; i < starts.length; i++) {
      Run run = runs.get(i);
      boolean first = i == 0 || runs.get(i - 1).level != run.level;
      if (run.stacked && run.level > 0 && first) {
        x = lowered;
      } else if (first && i > 0 && run.level == 0) {
        x = end(starts, i, size, bold);
      }
      lowered = run.level < 0 && first ? x : lowered;
      starts[i] = x;
      x += run.width(size, bold);
    }
    return starts;
  }

  private double end(double[] starts, int count, double size, boolean bold) {
    double end = 0;
    for (int i = 0; i < count; i++) {
      end = Math.max(end, starts[i] + runs.get(i).width(size, bold));
    }
    return end;
  }
}
