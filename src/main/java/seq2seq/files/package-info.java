/**
 * Files, read and written with care: {@link seq2seq.files.AtomicFile} writes one whole or not at
 * all, {@link seq2seq.files.TextFile} reads a text and knows its lines, {@link
 * seq2seq.files.Sha256} tells two contents apart, and {@link seq2seq.files.IoMessages} says in
 * words what went wrong.
 *
 * <p>A file that cannot be read, or is not what it should be, is a {@link
 * seq2seq.files.FileException}, whose message is one line that names it.
 *
 * <p>Imports the JDK and nothing else; every room may use it.
 */
package seq2seq.files;
