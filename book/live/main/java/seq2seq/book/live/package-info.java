/**
 * The book's live figures: each a small class over its chapter's own package, compiled for the
 * browser by TeaVM and run on the JVM by the tests, so that both give the same text.
 *
 * <p>A figure takes a {@link seq2seq.book.live.Request}, a few named values, and answers with JSON
 * that a view draws. May import the chapters and what they import; nothing imports it.
 */
package seq2seq.book.live;
