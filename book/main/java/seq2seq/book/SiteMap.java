package seq2seq.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import seq2seq.book.Page.Kind;
import seq2seq.cli.UserError;
import seq2seq.files.TextFile;
import seq2seq.notebook.ChapterPages;
import seq2seq.notebook.markdown.Heading;
import seq2seq.notebook.markdown.Link;
import seq2seq.notebook.markdown.Markdown;

/**
 * Which pages there are, and where each file of the course went: the lessons in every language, and
 * whatever they point to, documents and source code.
 */
final class SiteMap {
  private final Path course;
  private final List<Page> pages = new ArrayList<>();
  private final Map<Path, String> sources = new TreeMap<>();

  private SiteMap(Path course) {
    this.course = course;
  }

  /**
   * The map of the course in this folder.
   *
   * @throws seq2seq.cli.UserError if a file cannot be read
   */
  static SiteMap of(Path course) {
    SiteMap map = new SiteMap(course.toAbsolutePath().normalize());
    for (Edition language : Edition.values()) {
      map.addLessons(language);
    }
    map.followLinks();
    return map;
  }

  /** The top folder of the course. */
  Path course() {
    return course;
  }

  /** All pages that are made from Markdown. */
  List<Page> pages() {
    return List.copyOf(pages);
  }

  /** The files and folders of code that a page points to, and where they go. */
  Map<Path, String> sources() {
    return new TreeMap<>(sources);
  }

  /** The languages that have lessons, English first. */
  List<Edition> languages() {
    return Stream.of(Edition.values()).filter(language -> !lessons(language).isEmpty()).toList();
  }

  /** The pages of a language that are read one after the other. */
  List<Page> lessons(Edition language) {
    return pages.stream()
        .filter(page -> page.language() == language && page.kind() != Kind.DOCUMENT)
        .toList();
  }

  /** The same page in another language, if it is there. */
  Optional<Page> translation(Page page, Edition language) {
    String name = page.url().substring(page.language().folder().length());
    return lessons(language).stream()
        .filter(other -> other.url().equals(language.folder() + name))
        .findFirst();
  }

  /**
   * The chapter with this number, in this language or in English.
   *
   * @throws IllegalArgumentException if there is none
   */
  Page chapter(Edition language, String number) {
    return Stream.of(language, Edition.EN)
        .flatMap(each -> lessons(each).stream())
        .filter(page -> page.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no chapter " + number));
  }

  /** The first page in a language, or in English where that has none. */
  Page first(Edition language) {
    return Stream.of(language, Edition.EN)
        .flatMap(each -> lessons(each).stream())
        .filter(page -> page.kind() == Kind.INDEX)
        .findFirst()
        .orElseThrow(() -> new UserError("book: no chapters/README.md in " + course));
  }

  private void addLessons(Edition language) {
    Path folder = language.chapters(course);
    Optional<Page> glossary = addContents(language, folder.resolve("README.md"));
    ChapterPages.in(folder).forEach(file -> add(Kind.CHAPTER, language, file, name(file)));
    add(Kind.ONWARD, language, folder.resolve("onward.md"), "onward");
    add(Kind.EXERCISES, language, language.exercises(course), "exercises");
    add(Kind.ANSWERS, language, language.answers(course), "answers");
    glossary.ifPresent(pages::add); // comes last: one looks things up in it
  }

  /**
   * Adds the contents without their last two sections, letters and terms, which are a page of their
   * own: the one that is given back.
   */
  private Optional<Page> addContents(Edition language, Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Markdown text = read(file);
    List<Heading> sections = text.headings().stream().filter(h -> h.level() == 2).toList();
    int end = text.lines().size() + 1;
    int glossary = sections.size() < 3 ? end : sections.get(sections.size() - 2).line();
    String folder = language.folder();
    Path source = file.normalize();
    pages.add(new Page(Kind.INDEX, language, source, folder + "index.html", text, 1, glossary));
    String url = folder + "glossary.html";
    Page terms = new Page(Kind.GLOSSARY, language, source, url, text, glossary, end);
    return glossary < end ? Optional.of(terms) : Optional.empty();
  }

  private void add(Kind kind, Edition language, Path file, String name) {
    if (Files.isRegularFile(file)) {
      String url = language.folder() + name + ".html";
      pages.add(Page.whole(kind, language, file.normalize(), url, read(file)));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("[.]md$", "");
  }

  private static Markdown read(Path file) {
    return Markdown.parse(TextFile.read(file, "a page of the book"));
  }

  /** Adds what pages point to, and what these point to. */
  private void followLinks() {
    Deque<Page> left = new ArrayDeque<>(pages);
    while (!left.isEmpty()) {
      Page page = left.remove();
      for (Link link : page.markdown().links()) {
        if (link.isRelative() && !link.isPicture()) {
          follow(file(page, link.target())).ifPresent(left::add);
        }
      }
    }
  }

  /** The new page that {@code file} needs, if it has none yet. */
  private Optional<Page> follow(Path file) {
    boolean isKnown = pages.stream().anyMatch(page -> page.source().equals(file));
    if (isKnown || !file.startsWith(course) || !Files.exists(file)) {
      return Optional.empty();
    }
    if (file.toString().endsWith(".md")) {
      String url = within(file).replaceFirst("[.]md$", ".html");
      Edition language = url.endsWith(".zh.html") ? Edition.ZH : Edition.EN;
      Page page = Page.whole(Kind.DOCUMENT, language, file, url, read(file));
      pages.add(page);
      return Optional.of(page);
    }
    if (file.toString().endsWith(".java") || Files.isDirectory(file)) {
      addSource(file);
    }
    return Optional.empty();
  }

  private void addSource(Path file) {
    String place = within(file).replaceFirst("^.*?main/java/seq2seq/", "");
    if (Files.isDirectory(file)) {
      sources.put(file, "source/" + place + "/index.html");
      SourcePage.classes(file).forEach(this::addSource);
    } else {
      sources.put(file, "source/" + place.replaceFirst("[.]java$", ".html"));
    }
  }

  private String within(Path file) {
    return course.relativize(file).toString().replace('\\', '/');
  }

  /** The file that a relative link or the name of a picture means. */
  static Path file(Page page, String target) {
    return page.source().resolveSibling(target.replaceFirst("#.*", "")).normalize();
  }

  /**
   * How {@code page} writes a link to {@code target}; empty if the site has nothing there, as a
   * course for students has no solutions.
   */
  Optional<String> href(Page page, String target) {
    if (target.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return Optional.of(target);
    }
    int hash = target.indexOf('#');
    String anchor = hash < 0 ? "" : target.substring(hash + 1);
    Path file = hash == 0 ? page.source() : file(page, target);
    return url(file, anchor)
        .or(() -> url(inEnglish(file), anchor))
        .map(url -> (url.equals(page.url()) && hash >= 0 ? "" : Urls.relative(page.url(), url)))
        .map(way -> anchor.isEmpty() ? way : way + "#" + anchor);
  }

  /** A page that is not translated yet is read in English. */
  private Path inEnglish(Path file) {
    String name = within(file);
    return course.resolve(name.replaceFirst("^chapters/zh/", "chapters/").replace(".zh.md", ".md"));
  }

  private Optional<String> url(Path file, String anchor) {
    List<Page> of = pages.stream().filter(page -> page.source().equals(file)).toList();
    if (of.isEmpty()) {
      return Optional.ofNullable(sources.get(file));
    }
    // An anchor that is on none is a mistake, which the check of the links will name.
    return of.stream()
        .filter(page -> page.headings().stream().anyMatch(h -> h.anchor().equals(anchor)))
        .findFirst()
        .or(() -> Optional.of(of.get(0)))
        .map(Page::url);
  }
}
