/**
 * Debian's Chromium, driven over its DevTools protocol: a browser reads the built site as a reader
 * does. Tagged {@code browser} and left out of the everyday build; {@code .ci/book} runs it.
 */
package seq2seq.book.browser;
