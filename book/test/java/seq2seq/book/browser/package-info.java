/**
 * Debian's Chromium, driven over its DevTools protocol, for the tests of the book and those of its
 * live figures.
 */
package seq2seq.book.browser;
