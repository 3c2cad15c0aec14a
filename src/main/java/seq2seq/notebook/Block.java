package seq2seq.notebook;

/** A part of a notebook, in reading order: narrative or a cell. */
public sealed interface Block permits Prose, CodeCell {}
