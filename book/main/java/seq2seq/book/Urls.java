package seq2seq.book;

/** Addresses on the site, all relative, so that it works under any path and from a folder. */
final class Urls {
  private Urls() {}

  /** The way from the page {@code url} to the top: {@code ../} for each of its folders. */
  static String root(String url) {
    return "../".repeat((int) url.chars().filter(c -> c == '/').count());
  }

  /** How the page {@code from} names {@code to}, both given from the top of the site. */
  static String relative(String from, String to) {
    int shared = 0;
    for (int slash = to.indexOf('/'); slash >= 0; slash = to.indexOf('/', slash + 1)) {
      if (from.startsWith(to.substring(0, slash + 1))) {
        shared = slash + 1;
      }
    }
    return root(from.substring(shared)) + to.substring(shared);
  }
}
