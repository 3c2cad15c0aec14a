package seq2seq.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

class WidthTest {

  @Test
  void aChineseCharacterAndItsPunctuationTakeTwoColumnsAndAnAccentNone() {
    assertThat(Width.of("掩码，x")).isEqualTo(7);
    assertThat(Width.of("《书》（１）")).isEqualTo(12);
    assertThat(Width.of("h\u0303")).isEqualTo(1);
    assertThat(Width.of("\u001b[1m掩\u001b[0m")).isEqualTo(2);
    assertThat(Width.of("𠮷")).isEqualTo(2);
  }

  /** JLine lays out the prompt by its own table; what pages and pictures hold is alike in both. */
  @Test
  void everyCharacterOfATextIsAsWideAsTheTerminalsLibrarySays() {
    for (int point = 0x20; point < 0x30000; point++) {
      if (isInAText(point)) {
        assertThat(Width.of(point))
            .as("U+%04X", point)
            .isEqualTo(Math.max(0, WCWidth.wcwidth(point)));
      }
    }
  }

  private static boolean isInAText(int point) {
    Character.UnicodeScript script =
        Character.isDefined(point) ? Character.UnicodeScript.of(point) : null;
    boolean isRead =
        script == Character.UnicodeScript.HAN && point != 0x16FF0 && point != 0x16FF1
            || script == Character.UnicodeScript.LATIN
            || script == Character.UnicodeScript.GREEK
            || point >= 0x2010 && point <= 0x2027
            || point >= 0x2190 && point <= 0x22FF
            || point >= 0x2500 && point <= 0x257F
            || point >= 0x3000 && point <= 0x3029
            || point >= 0xFF01 && point <= 0xFF5E;
    return isRead && Character.getType(point) != Character.FORMAT;
  }

  @Test
  void whatFitsEndsBeforeACharacterThatWouldOnlyHalfFit() {
    assertThat(Width.fitting("掩码", 3)).isEqualTo(1);
    assertThat(Width.fitting("a掩码", 3)).isEqualTo(2);
    assertThat(Width.fitting("\u001b[1m掩码", 2)).isEqualTo(5);
    assertThat(Width.fitting("𠮷x", 2)).isEqualTo(2);
    assertThat(Width.fitting("abc", 9)).isEqualTo(3);
  }
}
