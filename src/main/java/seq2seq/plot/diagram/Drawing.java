package seq2seq.plot.diagram;

import java.util.List;

/**
 * A finished drawing: marks on a page just large enough, never narrower than a page's text, so that
 * letters have one size in all figures.
 */
record Drawing(List<Mark> marks, double width, double height) {
  private static final double EDGE = 22;
  private static final double LEAST_WIDTH = 720;

  static Drawing of(List<Mark> marks) {
    Box all = marks.stream().map(Drawing::roomy).reduce(Box::and).orElseThrow();
    double width = StrictMath.ceil(Math.max(LEAST_WIDTH, all.width() + 2 * EDGE));
    double height = StrictMath.ceil(all.height() + 2 * EDGE);
    double dx = (width - all.width()) / 2 - all.x();
    double dy = EDGE - all.y();
    return new Drawing(marks.stream().map(mark -> mark.moved(dx, dy)).toList(), width, height);
  }

  /** A reader's font may run wider than ours: leave a text a tenth more at each end. */
  private static Box roomy(Mark mark) {
    Box box = mark.bounds();
    double more = mark instanceof Mark.Text ? box.width() / 20 : 0;
    return new Box(box.x() - more, box.y(), box.width() + 2 * more, box.height());
  }
}
