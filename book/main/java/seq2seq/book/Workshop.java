package seq2seq.book;

/**
 * The tools with which every page is made.
 *
 * @param map which page or file lies where
 * @param formulas from LaTeX
 * @param colours of Java
 * @param pictures of the chapters
 * @param exercises what is folded below an exercise's line
 * @param live the figures that run in the page
 */
record Workshop(
    SiteMap map,
    Formulas formulas,
    CodeColours colours,
    PagePictures pictures,
    ExerciseBlocks exercises,
    LiveFigures live) {

  /** The tools for the course of {@code map}. */
  static Workshop of(SiteMap map, Scripts scripts) {
    CodeColours colours = new CodeColours(scripts);
    return new Workshop(
        map,
        new Formulas(scripts),
        colours,
        new PagePictures(map.course()),
        new ExerciseBlocks(map.course(), colours),
        new LiveFigures(map.course()));
  }
}
