/**
 * Markdown, parsed once by commonmark-java: what a chapter's page is made of, for the terminal, the
 * exports and the web site alike.
 *
 * <p>GitHub's Markdown with tables; formulas are fences marked {@code math} and {@code $`...`$}
 * within a sentence, which become {@link seq2seq.notebook.markdown.InlineMath}. Every block and
 * every link knows the lines it stands on.
 */
package seq2seq.notebook.markdown;
