package seq2seq.book;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2seq.book.Page.Kind;
import seq2seq.language.Texts;
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
    return Texts.filled(
        """
        {0}<body class="{1}">
        {2}<div class="page">
        <main id="site-text" tabindex="-1">
        <article>
        {3}</article>
        {4}</main>
        {5}</div>
        {6}</body>
        </html>
        """,
        head(sheet),
        page.map(p -> p.kind().name().toLowerCase(Locale.ROOT)).orElse("other"),
        bar(sheet, page),
        body,
        page.map(this::turn).orElse(""),
        contents(sheet, page),
        foot(sheet));
  }

  private String head(Sheet sheet) {
    Edition language = sheet.language();
    String root = Urls.root(sheet.url());
    String course = language.word("course");
    String title = sheet.title().equals(course) ? course : sheet.title() + " · " + course;
    return Texts.filled(
        """
        <!doctype html>
        <html lang="{0}" data-root="{1}" data-language="{2}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{3}</title>
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="{1}assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="{1}assets/katex/formulas.css">
        <link rel="stylesheet" href="{1}assets/figures.css">
        <link rel="stylesheet" href="{1}assets/book.css">
        {4}<script src="{1}assets/theme.js"></script>
        <script defer src="{1}assets/book.js"></script>
        {5}</head>
        """,
        language.tag(),
        root,
        language.code(),
        Markup.escape(title),
        sheet.live() ? "<link rel=\"stylesheet\" href=\"" + root + "assets/live/live.css\">\n" : "",
        sheet.live() ? "<script defer src=\"" + root + "assets/live/live.js\"></script>\n" : "");
  }

  private String bar(Sheet sheet, Optional<Page> page) {
    Edition language = sheet.language();
    return Texts.filled(
        """
        <a class="skip" href="#site-text">{0}</a>
        <header class="bar">
        <a class="home" href="{1}">{2}</a>
        <a class="to-contents" href="#site-contents">{3}</a>
        {4}<button type="button" class="theme" aria-label="{5}" hidden>{6}</button>
        {7}</header>
        """,
        language.word("skip"),
        Urls.relative(sheet.url(), map.first(language).url()),
        language.word("course"),
        language.word("contents"),
        search(language),
        language.word("theme"),
        HALF_MOON,
        otherLanguages(sheet, page));
  }

  /** Hidden until the script that answers it is there. */
  private static String search(Edition language) {
    return Texts.filled(
        """
        <div role="search" class="search" hidden>
        <label for="site-query">{0}</label>
        <input id="site-query" type="search" autocomplete="off" spellcheck="false"\
         aria-controls="site-found" placeholder="{1}">
        <div id="site-found" class="found" data-none="{2}" aria-live="polite" hidden></div>
        </div>
        """,
        language.word("search"), language.word("search.placeholder"), language.word("search.none"));
  }

  private String otherLanguages(Sheet sheet, Optional<Page> page) {
    StringBuilder links = new StringBuilder();
    for (Edition other : map.languages()) {
      if (other != sheet.language()) {
        Page there = page.flatMap(p -> map.translation(p, other)).orElseGet(() -> map.first(other));
        links.append(
            Texts.filled(
                "<a class=\"language\" lang=\"{0}\" hreflang=\"{0}\" href=\"{1}\">{2}</a>\n",
                other.tag(), Urls.relative(sheet.url(), there.url()), other.word("language")));
      }
    }
    return links.toString();
  }

  private String contents(Sheet sheet, Optional<Page> page) {
    Edition language = sheet.language();
    StringBuilder list = new StringBuilder();
    for (Page lesson : map.lessons(language)) {
      boolean isHere = page.filter(lesson::equals).isPresent();
      boolean isChapter = lesson.kind() == Kind.CHAPTER;
      list.append(
          Texts.filled(
              "<li class=\"{0}\"><a href=\"{1}\"{2}>{3}</a>{4}</li>\n",
              isChapter ? "chapter" : "more",
              Urls.relative(sheet.url(), lesson.url()),
              isHere ? " aria-current=\"page\"" : "",
              label(lesson),
              isHere && isChapter ? sections(lesson) : ""));
    }
    return Texts.filled(
        """
        <nav id="site-contents" class="contents" aria-label="{0}">
        <ul>
        {1}</ul>
        </nav>
        """,
        language.word("contents"), list);
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
    return Texts.filled(
        "<nav class=\"turn\" aria-label=\"{0}\">\n{1}{2}</nav>\n",
        page.language().word("turn"),
        here == 0 ? "" : way(page, lessons.get(here - 1), "prev", "turn.previous"),
        here == lessons.size() - 1 ? "" : way(page, lessons.get(here + 1), "next", "turn.next"));
  }

  private static String way(Page from, Page to, String rel, String word) {
    return Texts.filled(
        "<a rel=\"{0}\" class=\"{0}\" href=\"{1}\"><span>{2}</span> {3}</a>\n",
        rel, Urls.relative(from.url(), to.url()), from.language().word(word), label(to));
  }

  private static String foot(Sheet sheet) {
    String colophon = Urls.root(sheet.url()) + "colophon.html";
    return Texts.filled(
        "<footer class=\"foot\"><p>{0} {1}</p></footer>\n",
        sheet.language().word("foot"), Markup.link(colophon, sheet.language().word("colophon")));
  }
}
