package seq2seq.book;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.mozilla.javascript.RhinoException;

/**
 * Formulas as HTML that needs no script: KaTeX's boxes for the eye, and MathML beside them for a
 * screen reader. Each formula is set once, however often it stands in the text.
 */
final class Formulas {
  static final String FOLDER = "META-INF/resources/webjars/katex/0.16.4";

  private static final String RENDER =
      "(function (tex, display) {"
          + " return katex.renderToString(tex, {displayMode: display === 'true', strict: 'error'}); })";

  private final FormulaSheet sheet =
      new FormulaSheet(Resources.text(FOLDER + "/dist/katex.min.css"));
  private final Function<List<String>, String> katex;
  private final Map<String, String> inline = new TreeMap<>();

  Formulas(Scripts scripts) {
    scripts.load(FOLDER + "/dist/katex.min.js");
    katex = scripts.function(RENDER);
  }

  /**
   * A formula within a sentence.
   *
   * @throws IllegalArgumentException if KaTeX does not understand it, with its reason
   */
  String inline(String tex) {
    return inline.computeIfAbsent(tex, t -> render(t, false));
  }

  /**
   * A formula of its own.
   *
   * @throws IllegalArgumentException if KaTeX does not understand it, with its reason
   */
  String display(String tex) {
    return render(tex, true);
  }

  /** What a page needs for all formulas so far. */
  FormulaSheet sheet() {
    return sheet;
  }

  private String render(String tex, boolean display) {
    try {
      return sheet.use(
          katex
              .apply(List.of(tex, Boolean.toString(display)))
              .replaceAll("(?s)<annotation .*?</annotation>|</?semantics>", "")
              .replace(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", ""));
    } catch (RhinoException wrong) {
      throw new IllegalArgumentException("formula: " + wrong.details() + ": " + tex, wrong);
    }
  }
}
