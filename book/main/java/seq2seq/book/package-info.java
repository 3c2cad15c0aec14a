/**
 * The course as a web site: static pages from the chapters' Markdown, in every language there is.
 *
 * <p>{@link seq2seq.book.Site} plans the pages and writes them. A page's blocks become HTML in
 * {@link seq2seq.book.PageBody}, formulas and colours of code are made while building, by KaTeX and
 * Prism in Rhino, and {@link seq2seq.book.Frame} lays the navigation around it. So a page needs no
 * network and reads well without JavaScript.
 *
 * <p>May import {@code seq2seq.notebook.markdown}, {@code grading}, {@code cli}, {@code files} and
 * the chapters; nothing imports it. How to publish the site: {@code docs/book.md}.
 */
package seq2seq.book;
