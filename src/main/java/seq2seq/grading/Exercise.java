package seq2seq.grading;

import java.util.Locale;
import seq2seq.language.Language;

/**
 * One exercise of the course, and where its parts lie: all names follow from the chapter and the
 * name of the interface.
 *
 * @param id its number, such as {@code 6.2}
 * @param points what it is worth
 * @param kind which part of the course the learner's class may use
 * @param title a few words, such as {@code masked cross-entropy}, in the language that is spoken
 * @param name the simple name of its interface; empty while the exercise is not here yet
 */
public record Exercise(String id, int points, Kind kind, String title, String name) {

  /** What the learner's class may use beside the JDK's language, mathematics and collections. */
  public enum Kind {
    /** Nothing: the chapter's idea again, on plain arrays. */
    REBUILD,
    /** The engine: a step that the chapter did not take. */
    EXTEND
  }

  static Exercise parse(String line) {
    String[] field = line.split("\t", -1);
    Kind kind = field[2].equals("R") ? Kind.REBUILD : Kind.EXTEND;
    boolean isChinese = Language.current() == Language.CHINESE && field.length > 5;
    String title = isChinese ? field[5] : field[3];
    return new Exercise(field[0], Integer.parseInt(field[1]), kind, title, field[4]);
  }

  /** This exercise for so many points. */
  public Exercise worth(int other) {
    return new Exercise(id, other, kind, title, name);
  }

  /** True if its interface and tests exist. */
  public boolean isHere() {
    return !name.isEmpty();
  }

  /** The number of the chapter it belongs to. */
  public int chapter() {
    return Integer.parseInt(id.substring(0, id.indexOf('.')));
  }

  /** Number and title, as failures begin. */
  public String label() {
    return id + " " + title;
  }

  /** The full name of the interface that specifies it. */
  public String specification() {
    return "seq2seq.graded." + chapterPackage() + "." + name;
  }

  /** The full name of its graded test. */
  public String gradedTest() {
    return specification() + "GradedTest";
  }

  /** The resource that holds its hints in {@code language}: {@code LengthMask.hints_zh.txt}. */
  public String hints(Language language) {
    return "/" + resource() + ".hints" + language.choose("", "_zh") + ".txt";
  }

  /**
   * The resource that holds its specification in {@code language}, for those that the javadoc's
   * English keeps out: {@code LengthMask.spec_zh.md}.
   */
  public String specificationIn(Language language) {
    return "/" + resource() + ".spec_" + language.tag() + ".md";
  }

  /** The bundle with what its chapter's graded tests say, as {@link FailureText} reads it. */
  String texts() {
    return "seq2seq.graded." + chapterPackage() + ".texts";
  }

  private String resource() {
    return specification().replace('.', '/');
  }

  /** The full name of the learner's class. */
  public String starter() {
    return "seq2seq.starters." + chapterPackage() + ".My" + name;
  }

  /** The full name of the worked answer, from which the starter is generated. */
  public String solution() {
    return "seq2seq.solutions." + chapterPackage() + ".My" + name;
  }

  /** The file of the learner's class, from the top of the course. */
  public String starterFile() {
    return "exercises/starters/main/java/" + starter().replace('.', '/') + ".java";
  }

  /** The file of the class by which an IDE lists the graded test, from the top of the course. */
  public String ideTestFile() {
    return "exercises/starters/test/java/seq2seq/graded/"
        + chapterPackage()
        + "/My"
        + name
        + "Test.java";
  }

  private String chapterPackage() {
    return String.format(Locale.ROOT, "ch%02d", chapter());
  }
}
