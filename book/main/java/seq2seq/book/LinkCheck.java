package seq2seq.book;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Follows every link of a built site: to a page that must be there, to an anchor that must be on
 * it, to a picture or a script that must lie in the site.
 */
final class LinkCheck {
  private static final Pattern ADDRESS = Pattern.compile("\\s(href|src)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

  private final Path site;
  private final Map<Path, Set<String>> anchors = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  private LinkCheck(Path site) {
    this.site = site.toAbsolutePath().normalize();
  }

  /**
   * Checks the site in this folder.
   *
   * @throws IllegalArgumentException if a link leads nowhere, or an anchor stands twice: each with
   *     its page
   */
  static void demandNone(Path site) throws IOException {
    LinkCheck check = new LinkCheck(site);
    Map<Path, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(check.site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        String html = Files.readString(file, StandardCharsets.UTF_8);
        pages.put(file, html);
        check.anchors.put(file, check.anchors(file, html));
      }
    }
    pages.forEach(check::follow);
    if (!check.broken.isEmpty()) {
      String broken = String.join("; ", check.broken);
      throw new IllegalArgumentException(
          "the site has " + check.broken.size() + " broken links: " + broken);
    }
  }

  private Set<String> anchors(Path page, String html) {
    Set<String> found = new HashSet<>();
    Matcher id = ID.matcher(html);
    while (id.find()) {
      if (!found.add(id.group(1))) {
        broken.add(site.relativize(page) + ": two elements are called #" + id.group(1));
      }
    }
    return found;
  }

  private void follow(Path page, String html) {
    Matcher address = ADDRESS.matcher(html);
    while (address.find()) {
      String url = address.group(2).replace("&amp;", "&");
      boolean isOutside = url.matches("(?i)[a-z][a-z0-9+.-]*:.*");
      boolean isLink = address.group(1).equals("href") && !url.startsWith("data:");
      if (isOutside ? !isLink : !leadsSomewhere(page, url)) {
        broken.add(site.relativize(page) + ": " + url);
      }
    }
  }

  private boolean leadsSomewhere(Path page, String url) {
    int hash = url.indexOf('#');
    String path =
        URLDecoder.decode(hash < 0 ? url : url.substring(0, hash), StandardCharsets.UTF_8);
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (!target.startsWith(site) || !Files.isRegularFile(target)) {
      return false;
    }
    String anchor =
        hash < 0 ? "" : URLDecoder.decode(url.substring(hash + 1), StandardCharsets.UTF_8);
    return anchor.isEmpty() || anchors.getOrDefault(target, Set.of()).contains(anchor);
  }
}
