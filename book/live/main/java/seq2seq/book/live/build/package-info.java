/** Compiles the figures for the browser: runs on the JVM, at build time alone. */
package seq2seq.book.live.build;
