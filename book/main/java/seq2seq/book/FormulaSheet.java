package seq2seq.book;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The style sheet of the formulas. KaTeX writes each length into the formula; here each is a class,
 * which stands in the sheet once. Of KaTeX's own sheet and typefaces it has what the formulas use.
 */
final class FormulaSheet {
  private static final Pattern TAG =
      Pattern.compile("<[a-z]+(?: [\\w-]+=(?:\"[^\"]*\"|'[^']*'))+>");
  private static final Pattern SIMPLE = Pattern.compile("=\"([\\w.-]+)\"");
  private static final Pattern LOOK =
      Pattern.compile("<span(?: class=\"([^\"]*)\")?(?: style=\"([^\"]*)\")?");
  private static final Pattern FACE = Pattern.compile("@font-face\\{.*?\\}");
  private static final Pattern RULE = Pattern.compile("([^{}@]+)\\{([^{}]*)\\}");
  private static final Pattern FAMILY = Pattern.compile("font(?:-family)?:[^;]*?(KaTeX_\\w+)");
  private static final Pattern FILE = Pattern.compile("url\\((fonts/[^)]*\\.woff2)\\)");

  private final String katex;
  private final Map<String, String> lengths = new LinkedHashMap<>();
  private final Set<String> classes = new TreeSet<>(Set.of("katex"));

  /** A sheet over KaTeX's. */
  FormulaSheet(String katex) {
    this.katex = katex;
  }

  /** A formula that KaTeX has set, its lengths as classes, and without needless quotes. */
  String use(String formula) {
    String classed = LOOK.matcher(formula).replaceAll(this::look);
    return TAG.matcher(classed)
        .replaceAll(tag -> Matcher.quoteReplacement(SIMPLE.matcher(tag.group()).replaceAll("=$1")));
  }

  private String look(MatchResult span) {
    String own = span.group(1) == null ? "" : span.group(1);
    classes.addAll(Arrays.asList(own.split(" ")));
    String length = span.group(2) == null ? "" : lengths.computeIfAbsent(span.group(2), this::name);
    String all = (own + " " + length).strip();
    return "<span" + (all.isEmpty() ? "" : " class=\"" + all + "\"");
  }

  private String name(String style) {
    return "y" + Integer.toString(lengths.size(), Character.MAX_RADIX);
  }

  /** The sheet for all formulas so far. */
  String css() {
    String ours =
        lengths.entrySet().stream()
            .map(each -> "." + each.getValue() + "{" + important(each.getKey()) + "}\n")
            .collect(Collectors.joining());
    return FACE.matcher(katex)
            .replaceAll(face -> Matcher.quoteReplacement(isUsed(face.group()) ? small(face) : ""))
        + "\n"
        + ours;
  }

  /** Before all rules of KaTeX's sheet, as it was when it stood in the formula. */
  private static String important(String style) {
    return style.replaceFirst(";$", "").replace(";", "!important;") + "!important";
  }

  private static String small(MatchResult face) {
    return face.group().replaceFirst("( format\\(\"woff2\"\\)),.*\\}", "$1}");
  }

  /** The files of the typefaces that the formulas so far use, as the sheet names them. */
  List<String> fonts() {
    return FILE.matcher(css()).results().map(url -> url.group(1)).toList();
  }

  private boolean isUsed(String face) {
    List<String> rules =
        RULE.matcher(FACE.matcher(katex).replaceAll(""))
            .results()
            .filter(rule -> Arrays.stream(rule.group(1).split(",")).anyMatch(this::isUsedSelector))
            .map(rule -> rule.group(2))
            .filter(rule -> isFor(family(face), rule))
            .toList();
    return rules.stream().anyMatch(rule -> family(rule).equals(family(face)))
        && (!face.contains("font-weight:700")
            || rules.stream().anyMatch(r -> r.contains("weight:700")))
        && (!face.contains("font-style:italic")
            || rules.stream().anyMatch(r -> r.contains("style:italic")));
  }

  private boolean isUsedSelector(String selector) {
    return Arrays.stream(selector.strip().split("[^\\w.-]+|(?=\\.)"))
        .filter(part -> part.startsWith("."))
        .allMatch(part -> classes.contains(part.substring(1)));
  }

  /** A rule without a family of its own is one of weight or slope, for any. */
  private static boolean isFor(String family, String rule) {
    return family(rule).isEmpty() || family(rule).equals(family);
  }

  private static String family(String rule) {
    Matcher family = FAMILY.matcher(rule);
    return family.find() ? family.group(1) : "";
  }
}
