package seq2seq.notebook;

import seq2seq.notebook.markdown.Markdown;

/**
 * Narrative between two cells, comments included.
 *
 * @param text what it says, with the lines of the file it stands on
 */
public record Prose(Markdown text) implements Block {}
