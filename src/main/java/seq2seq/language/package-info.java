/**
 * The languages of the course: {@link seq2seq.language.Language} is the one that is spoken, {@link
 * seq2seq.language.Texts} are the sentences of a package in each of them, and {@link
 * seq2seq.language.Width} is how wide they are on a terminal.
 *
 * <p>Imports the JDK and nothing else; every room may use it.
 */
package seq2seq.language;
