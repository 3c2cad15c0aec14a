package seq2seq.book;

import java.util.List;
import java.util.Optional;
import seq2seq.book.Page.Kind;
import seq2seq.notebook.markdown.Heading;

/** What stands around every page: head, bar, contents, the ways on and back. */
final class Frame {
  private static final String HALF_MOON =
      "<svg viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\">"
          + "<circle cx=\"10\" cy=\"10\" r=\"8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
          + "<path d=\"M10 2a8 8 0 0 1 0 16z\" fill=\"currentColor\"/></svg>";

  private final SiteMap map;

  Frame(SiteMap map) {
    this.map = map;
  }

  /**
   * A whole page.
   *
   * @param page the page that a reader is on; empty for one that is in no list
   * @param body its HTML
   */
  String html(Sheet sheet, Optional<Page> page, String body) {
    return head(sheet)
        + "<body class=\""
        + page.map(p -> p.kind().name().toLowerCase(java.util.Locale.ROOT)).orElse("other")
        + "\">\n"
        + bar(sheet, page)
        + "<div class=\"page\">\n<main id=\"site-text\" tabindex=\"-1\">\n<article>\n"
        + body
        + "</article>\n"
        + page.map(this::turn).orElse("")
        + "</main>\n"
        + contents(sheet, page)
        + "</div>\n"
        + foot(sheet)
        + "</body>\n</html>\n";
  }

  private String head(Sheet sheet) {
    Edition language = sheet.language();
    String root = sheet.root();
    String course = language.word("course");
    String title = sheet.title().equals(course) ? course : sheet.title() + " · " + course;
    return "<!doctype html>\n<html lang=\""
        + language.tag()
        + "\" data-root=\""
        + root
        + "\" data-language=\""
        + language.code()
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Markup.escape(title)
        + "</title>\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<link rel=\"icon\" href=\""
        + root
        + "assets/icon.svg\" type=\"image/svg+xml\">\n"
        + style(root + "assets/katex/formulas.css")
        + style(root + "assets/figures.css")
        + style(root + "assets/book.css")
        + (sheet.live() ? style(root + "assets/live/live.css") : "")
        + "<script src=\""
        + root
        + "assets/theme.js\"></script>\n<script defer src=\""
        + root
        + "assets/book.js\"></script>\n"
        + (sheet.live() ? script(root + "assets/live/live.js") : "")
        + "</head>\n";
  }

  private static String style(String url) {
    return "<link rel=\"stylesheet\" href=\"" + url + "\">\n";
  }

  private static String script(String url) {
    return "<script defer src=\"" + url + "\"></script>\n";
  }

  private String bar(Sheet sheet, Optional<Page> page) {
    Edition language = sheet.language();
    String home = Urls.relative(sheet.url(), map.first(language).url());
    return "<a class=\"skip\" href=\"#site-text\">"
        + language.word("skip")
        + "</a>\n<header class=\"bar\">\n<a class=\"home\" href=\""
        + home
        + "\">"
        + language.word("course")
        + "</a>\n<a class=\"to-contents\" href=\"#site-contents\">"
        + language.word("contents")
        + "</a>\n"
        + search(language)
        + "<button type=\"button\" class=\"theme\" aria-label=\""
        + language.word("theme")
        + "\" hidden>"
        + HALF_MOON
        + "</button>\n"
        + otherLanguages(sheet, page)
        + "</header>\n";
  }

  /** Hidden until the script that answers it is there. */
  private static String search(Edition language) {
    return "<div role=\"search\" class=\"search\" hidden>\n<label for=\"site-query\">"
        + language.word("search")
        + "</label>\n<input id=\"site-query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\""
        + " aria-controls=\"site-found\" placeholder=\""
        + language.word("search.placeholder")
        + "\">\n<div id=\"site-found\" class=\"found\" data-none=\""
        + language.word("search.none")
        + "\" aria-live=\"polite\" hidden></div>\n</div>\n";
  }

  private String otherLanguages(Sheet sheet, Optional<Page> page) {
    StringBuilder links = new StringBuilder();
    for (Edition other : map.languages()) {
      if (other != sheet.language()) {
        String url =
            page.flatMap(p -> map.translation(p, other))
                .map(Page::url)
                .orElse(map.first(other).url());
        links
            .append("<a class=\"language\" lang=\"")
            .append(other.tag())
            .append("\" hreflang=\"")
            .append(other.tag())
            .append("\" href=\"")
            .append(Urls.relative(sheet.url(), url))
            .append("\">")
            .append(other.word("language"))
            .append("</a>\n");
      }
    }
    return links.toString();
  }

  private String contents(Sheet sheet, Optional<Page> page) {
    Edition language = sheet.language();
    StringBuilder list = new StringBuilder();
    for (Page lesson : map.lessons(language)) {
      boolean isHere = page.filter(lesson::equals).isPresent();
      list.append("<li class=\"")
          .append(lesson.kind() == Kind.CHAPTER ? "chapter" : "more")
          .append("\"><a href=\"")
          .append(Urls.relative(sheet.url(), lesson.url()))
          .append(isHere ? "\" aria-current=\"page\">" : "\">")
          .append(label(lesson))
          .append("</a>");
      if (isHere && lesson.kind() == Kind.CHAPTER) {
        list.append(sections(lesson));
      }
      list.append("</li>\n");
    }
    return "<nav id=\"site-contents\" class=\"contents\" aria-label=\""
        + language.word("contents")
        + "\">\n<ul>\n"
        + list
        + "</ul>\n</nav>\n";
  }

  private static String label(Page lesson) {
    String title = Markup.escape(lesson.shortTitle());
    return switch (lesson.kind()) {
      case INDEX -> lesson.language().word("contents");
      case GLOSSARY -> lesson.language().word("glossary");
      case ANSWERS -> lesson.language().word("answers");
      case CHAPTER -> "<span class=\"number\">" + lesson.number() + "</span> " + title;
      default -> title;
    };
  }

  private static String sections(Page chapter) {
    StringBuilder list = new StringBuilder("\n<ul>\n");
    for (Heading section : chapter.sections()) {
      String label = Markup.escape(section.text());
      list.append("<li>").append(Markup.link("#" + section.anchor(), label)).append("</li>\n");
    }
    return list.append("</ul>\n").toString();
  }

  /** The pages before and after this one. */
  private String turn(Page page) {
    List<Page> lessons = map.lessons(page.language());
    int here = lessons.indexOf(page);
    if (here < 0) {
      return "";
    }
    String before = here == 0 ? "" : way(page, lessons.get(here - 1), "prev", "turn.previous");
    String after =
        here == lessons.size() - 1 ? "" : way(page, lessons.get(here + 1), "next", "turn.next");
    return "<nav class=\"turn\" aria-label=\""
        + page.language().word("turn")
        + "\">\n"
        + before
        + after
        + "</nav>\n";
  }

  private static String way(Page from, Page to, String rel, String word) {
    return "<a rel=\""
        + rel
        + "\" class=\""
        + rel
        + "\" href=\""
        + Urls.relative(from.url(), to.url())
        + "\"><span>"
        + from.language().word(word)
        + "</span> "
        + label(to)
        + "</a>\n";
  }

  private static String foot(Sheet sheet) {
    Edition language = sheet.language();
    return "<footer class=\"foot\"><p>"
        + language.word("foot")
        + " "
        + Markup.link(sheet.root() + "colophon.html", language.word("colophon"))
        + "</p></footer>\n";
  }
}
