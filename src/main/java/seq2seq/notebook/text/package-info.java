/**
 * Markdown and formulas as text for a terminal: plain characters, wrapped to a width, with or
 * without colour.
 *
 * <p>{@link seq2seq.notebook.text.MarkdownText} lays out a page; {@link
 * seq2seq.notebook.text.MathText} makes LaTeX legible in Unicode. Only the Markdown and the LaTeX
 * that the chapters use are understood; what is not is shown as it stands, never dropped.
 */
package seq2seq.notebook.text;
