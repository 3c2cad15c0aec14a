package seq2seq.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of Chinese typography that every Chinese text of the course keeps: full-width
 * punctuation in Chinese sentences; one space between a Chinese character and a Latin word, a
 * number, code or a formula; none beside full-width punctuation or between Chinese characters.
 */
public final class ChineseTypography {
  private static final String HAN = "\\p{IsHan}";
  private static final String WORD = "[A-Za-z0-9α-ωΑ-Ω]";
  private static final String FULL = "[，。；：？！、（）《》「」“”]";
  private static final Map<String, Pattern> RULES = new TreeMap<>();

  static {
    rule("half-width punctuation", HAN + "\\s*[,;:?!](?=\\s|$|" + HAN + ")");
    rule("half-width punctuation before", "(?<=\\S)[,;:?!] ?(?=" + HAN + ")");
    rule("half-width full stop", HAN + "\\.(?=\\s|$)");
    rule("half-width parentheses", HAN + " ?\\([^()]*" + HAN + "|\\([^()]*" + HAN + "[^()]*\\)");
    rule("space between Chinese characters", HAN + "\\s+" + HAN);
    rule("no space beside a Latin word", HAN + WORD + "|" + WORD + HAN);
    rule("two spaces beside a Latin word", HAN + "  +" + WORD + "|" + WORD + "  +" + HAN);
    rule("space beside full-width punctuation", FULL + "\\s+\\S|\\S\\s+" + FULL);
  }

  private ChineseTypography() {}

  private static void rule(String name, String pattern) {
    RULES.put(name, Pattern.compile(pattern));
  }

  /** Whether {@code text} has Chinese in it. */
  public static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** What is wrong in {@code text}, with the place; code and formulas stand in it as a letter. */
  public static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    if (isChinese(text)) {
      RULES.forEach(
          (name, pattern) -> {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
              faults.add(name + ": " + around(text, found));
            }
          });
    }
    return faults;
  }

  private static String around(String text, Matcher found) {
    int from = Math.max(0, found.start() - 8);
    return "…" + text.substring(from, Math.min(text.length(), found.end() + 8)) + "…";
  }
}
