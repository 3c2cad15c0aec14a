package seq2seq.book;

/**
 * What the frame of a page must know.
 *
 * @param url from the top of the site
 * @param title without the course's name
 * @param live whether figures run in it
 */
record Sheet(Edition language, String url, String title, boolean live) {}
