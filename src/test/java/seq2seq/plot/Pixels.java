package seq2seq.plot;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/** What the tests ask of a picture. */
final class Pixels {
  private Pixels() {}

  static int count(BufferedImage image, Color color) {
    return countPixels(image, color, new Rectangle(0, 0, image.getWidth(), image.getHeight()));
  }

  /** How many pixels of a place, given in units, have this colour. */
  static int count(BufferedImage image, Color color, Rectangle where) {
    int d = Canvas.DENSITY;
    return countPixels(
        image, color, new Rectangle(d * where.x, d * where.y, d * where.width, d * where.height));
  }

  private static int countPixels(BufferedImage image, Color color, Rectangle where) {
    int count = 0;
    for (int y = where.y; y < where.y + where.height; y++) {
      for (int x = where.x; x < where.x + where.width; x++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  static int distinctColors(BufferedImage image) {
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colors.add(image.getRGB(x, y));
      }
    }
    return colors.size();
  }

  /** Whether the outermost pixels are all white: nothing is cut at the edge. */
  static boolean hasWhiteEdge(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int edge =
        countPixels(image, Color.WHITE, new Rectangle(0, 0, w, 1))
            + countPixels(image, Color.WHITE, new Rectangle(0, h - 1, w, 1))
            + countPixels(image, Color.WHITE, new Rectangle(0, 0, 1, h))
            + countPixels(image, Color.WHITE, new Rectangle(w - 1, 0, 1, h));
    return edge == 2 * (w + h);
  }

  /** The colour just inside the upper left corner of a cell, where no text stands. */
  static Color corner(BufferedImage image, Rectangle cell) {
    return new Color(image.getRGB(Canvas.DENSITY * (cell.x + 3), Canvas.DENSITY * (cell.y + 3)));
  }

  static boolean same(BufferedImage a, BufferedImage b) {
    return java.util.Arrays.equals(PictureFile.encode(a), PictureFile.encode(b));
  }
}
