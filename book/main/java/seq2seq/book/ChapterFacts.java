package seq2seq.book;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/**
 * What the comment at a chapter's head says to a reader: how long it takes, what it needs.
 *
 * @param minutes as written; empty if nothing is said
 * @param needs chapters, as written; empty if none
 */
record ChapterFacts(String minutes, String needs) {
  private static final Pattern LINE = Pattern.compile("(?m)^(minutes|needs): *(.+)$");

  /** The facts of a chapter's page. */
  static ChapterFacts of(Page page) {
    Map<String, String> facts = new TreeMap<>();
    for (Node block : page.blocks()) {
      if (block instanceof HtmlBlock html && html.getLiteral().startsWith("<!-- notebook")) {
        Matcher line = LINE.matcher(html.getLiteral());
        while (line.find()) {
          facts.put(line.group(1), line.group(2).strip());
        }
      }
    }
    return new ChapterFacts(facts.getOrDefault("minutes", ""), facts.getOrDefault("needs", ""));
  }

  /** One line below the title. */
  String html(Edition language) {
    String time = minutes.isEmpty() ? "" : language.word("chapter.minutes", minutes);
    String word = needs.matches("\\d+") ? "chapter.needs.one" : "chapter.needs";
    String before = needs.matches(".*\\d.*") ? " · " + language.word(word, needs) : "";
    String line = time + before;
    return line.isEmpty() ? "" : "<p class=\"facts\">" + Markup.escape(line) + "</p>\n";
  }
}
