package seq2seq.plot.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tests ask of a drawing. */
public final class Drawings {
  private Drawings() {}

  /** Pairs of texts that cover one another, as words. */
  public static List<String> overlappingTexts(Figure figure) {
    List<Mark.Text> texts = texts(figure.drawing());
    List<String> found = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        if (overlap(texts.get(i).bounds(), texts.get(j).bounds())) {
          found.add(words(texts.get(i)) + " on " + words(texts.get(j)));
        }
      }
    }
    return found;
  }

  /** Texts of which a part, but not all, lies on a box with a fill. */
  public static List<String> textsAcrossAnEdge(Figure figure) {
    Drawing drawing = figure.drawing();
    List<String> found = new ArrayList<>();
    for (Mark.Text text : texts(drawing)) {
      for (Mark mark : drawing.marks()) {
        if (mark instanceof Mark.Area area && area.fill() != null && crosses(text, area)) {
          found.add(words(text) + " across " + area.box());
        }
      }
    }
    return found;
  }

  private static boolean crosses(Mark.Text text, Mark.Area area) {
    Box letters = text.bounds();
    if (area.ellipse()) {
      long inside =
          Stream.of(letters.at(0, 0), letters.at(1, 0), letters.at(0, 1), letters.at(1, 1))
              .filter(corner -> isIn(corner, area.box()))
              .count();
      return inside > 0 && inside < 4 && !isIn(letters.middle(), area.box().grown(-4));
    }
    return overlap(area.box(), letters) && !area.box().grown(1).contains(letters);
  }

  /** Whether they share more than an edge. */
  private static boolean overlap(Box a, Box b) {
    return a.x() < b.endX() && b.x() < a.endX() && a.y() < b.endY() && b.y() < a.endY();
  }

  private static boolean isIn(Point p, Box ellipse) {
    double x = (p.x() - ellipse.middle().x()) / ellipse.width() * 2;
    double y = (p.y() - ellipse.middle().y()) / ellipse.height() * 2;
    return x * x + y * y < 1;
  }

  /** Marks that lie beyond the page, a tenth of a text's width included. */
  public static List<String> outside(Figure figure) {
    Drawing drawing = figure.drawing();
    Box page = new Box(0, 0, drawing.width(), drawing.height());
    return drawing.marks().stream()
        .filter(mark -> !page.grown(-8).contains(mark.bounds()))
        .map(Object::toString)
        .toList();
  }

  /** The size of the smallest letters, of symbols' lowered ones not counted. */
  public static double smallestText(Figure figure) {
    return texts(figure.drawing()).stream().mapToDouble(Mark.Text::size).min().orElse(99);
  }

  /** How many marks are pale. */
  public static long pale(Figure figure) {
    return figure.drawing().marks().stream().filter(Mark::dim).count();
  }

  /** The words that are pale. */
  public static List<String> paleWords(Figure figure) {
    return texts(figure.drawing()).stream().filter(Mark::dim).map(Drawings::words).toList();
  }

  /** All words on the drawing, each text once. */
  public static List<String> words(Figure figure) {
    return texts(figure.drawing()).stream().map(Drawings::words).toList();
  }

  private static List<Mark.Text> texts(Drawing drawing) {
    return drawing.marks().stream()
        .filter(mark -> mark instanceof Mark.Text)
        .map(mark -> (Mark.Text) mark)
        .toList();
  }

  private static String words(Mark.Text text) {
    StringBuilder words = new StringBuilder();
    text.label().runs().forEach(run -> words.append(run.text()));
    return words.toString();
  }
}
