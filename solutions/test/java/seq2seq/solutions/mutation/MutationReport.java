package seq2seq.solutions.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What PIT found out: how many of its mutants the graded tests kill, and which they let live. */
final class MutationReport {
  private static final double LEAST = 0.90;

  private final List<Mutant> mutants;

  MutationReport(List<Mutant> mutants) {
    this.mutants = List.copyOf(mutants);
  }

  /** Reads PIT's {@code mutations.xml}. */
  static MutationReport read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      NodeList all =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("mutation");
      List<Mutant> mutants = new ArrayList<>();
      for (int i = 0; i < all.getLength(); i++) {
        mutants.add(mutant((Element) all.item(i)));
      }
      return new MutationReport(mutants);
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException(file + ": is no report of PIT's", unreadable);
    }
  }

  private static Mutant mutant(Element element) {
    return new Mutant(
        text(element, "mutatedClass").replaceFirst(".*\\.", ""),
        text(element, "mutatedMethod"),
        Integer.parseInt(text(element, "lineNumber")),
        text(element, "description"),
        element.getAttribute("status"));
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent();
  }

  /** The share of all mutants, from 0 to 1, that a test killed; 0 if there are none. */
  double killed() {
    long killed = mutants.stream().filter(Mutant::isKilled).count();
    return mutants.isEmpty() ? 0 : (double) killed / mutants.size();
  }

  private List<Mutant> others() {
    return mutants.stream().filter(mutant -> !mutant.isKilled()).toList();
  }

  /** One line: the share, and how many of each kind. */
  String summary() {
    Map<String, Integer> counts = new TreeMap<>();
    mutants.forEach(mutant -> counts.merge(mutant.status(), 1, Integer::sum));
    return String.format(
        Locale.ROOT, "%.1f %% of %d mutants killed %s", 100 * killed(), mutants.size(), counts);
  }

  /**
   * What is wrong: too few killed, or a page that does not explain those that live, one line each.
   *
   * @param page the text of {@code docs/mutation.md}, a table row for each mutant that lives: its
   *     key, its status and why
   */
  List<String> complaints(String page) {
    List<String> complaints = new ArrayList<>();
    if (killed() < LEAST) {
      complaints.add(summary() + "; at least " + Math.round(100 * LEAST) + " % must be");
    }
    List<String> explained = explained(page);
    for (Mutant mutant : others()) {
      if (!explained.remove(mutant.key())) {
        complaints.add(
            "not explained: "
                + mutant.key()
                + " (line "
                + mutant.line()
                + ", "
                + mutant.status()
                + ")");
      }
    }
    explained.forEach(key -> complaints.add("explained, but killed now: " + key));
    return complaints;
  }

  /** The keys of the rows that give a reason. */
  private static List<String> explained(String page) {
    List<String> keys = new ArrayList<>();
    for (String line : page.lines().toList()) {
      String[] cell = line.split("\\|");
      if (cell.length == 4 && cell[1].contains(": ") && !cell[3].isBlank()) {
        keys.add(cell[1].strip());
      }
    }
    return keys;
  }
}
