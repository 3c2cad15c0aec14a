package seq2seq.book;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.node.Node;
import seq2seq.notebook.markdown.Heading;
import seq2seq.notebook.markdown.Markdown;

/**
 * A page of the site that is made from a Markdown file, or from some sections of one.
 *
 * @param kind what it is to the reader
 * @param source the file, absolute
 * @param url where it goes, from the top of the site: {@code zh/ch05_mask.html}
 * @param markdown the whole file
 * @param from the first line that belongs to the page, from 1
 * @param to the line after the last one
 */
record Page(
    Kind kind, Edition language, Path source, String url, Markdown markdown, int from, int to) {

  /** What pages there are. */
  enum Kind {
    /** The first page: what the course is, and its contents. */
    INDEX,
    /** A chapter. */
    CHAPTER,
    /** What comes after the chapters. */
    ONWARD,
    /** Letters and terms. */
    GLOSSARY,
    /** How to work on the exercises, and their list. */
    EXERCISES,
    /** Answers to the questions without code. */
    ANSWERS,
    /** What a page points to beyond the lessons. */
    DOCUMENT
  }

  /** The page of a whole file. */
  static Page whole(Kind kind, Edition language, Path source, String url, Markdown markdown) {
    return new Page(kind, language, source, url, markdown, 1, markdown.lines().size() + 1);
  }

  /** Its blocks, in order. */
  List<Node> blocks() {
    return markdown.part(from, to).blocks();
  }

  /** Its headings, with the anchors that they have in the whole file. */
  List<Heading> headings() {
    return markdown.headings().stream().filter(h -> h.line() >= from && h.line() < to).toList();
  }

  /** The heading that stands where {@code node}, one of its blocks, does. */
  Heading heading(Node node) {
    int line = Markdown.lineOf(node);
    return headings().stream().filter(heading -> heading.line() == line).findFirst().orElseThrow();
  }

  /** Its headings of level 2: what a reader jumps to. */
  List<Heading> sections() {
    return headings().stream().filter(heading -> heading.level() == 2).toList();
  }

  /**
   * Its title: its first heading; that of letters and terms, which has none of its own, the site's.
   */
  String title() {
    if (kind == Kind.GLOSSARY) {
      return language.word("glossary");
    }
    return headings().stream()
        .findFirst()
        .map(Heading::text)
        .orElseThrow(() -> new IllegalStateException(source + ": a page needs a heading"));
  }

  /** The title of a chapter without its number: "The broadcast mask". */
  String shortTitle() {
    return title().replaceFirst("^(Chapter \\d+: |第 ?\\d+ ?章[：:\\s]*)", "");
  }

  /** The number of a chapter, from its file's name; empty for other pages. */
  String number() {
    String name = source.getFileName().toString();
    return kind == Kind.CHAPTER ? name.substring(2, 4).replaceFirst("^0", "") : "";
  }
}
