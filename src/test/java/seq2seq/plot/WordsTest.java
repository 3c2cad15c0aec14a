package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import seq2seq.language.Language;

class WordsTest {

  @Test
  void wordsAreInTheLanguageThatIsSpoken() {
    assertThat(Words.of("states.layer", 2)).isEqualTo("layer 2");
    String chinese = Language.CHINESE.speaking(() -> Words.of("states.layer", 2));
    assertThat(chinese).isEqualTo("第 2 层");
  }

  /** On a machine with Chinese fonts the first branch is tested, on one without the second. */
  @Test
  void aPictureHasChineseWordsIfAFontCanDrawThemAndElseEnglishOnesButNeverBoxes() {
    MaskGrid grid = MaskGrid.of(3, new int[] {1, 2});
    BufferedImage english = grid.toImage();
    BufferedImage chinese = Language.CHINESE.speaking(grid::toImage);
    assertThat(same(english, chinese)).isEqualTo(!Fonts.haveChinese());
    Language drawn = Language.CHINESE.speaking(Words::drawable);
    assertThat(drawn == Language.CHINESE).isEqualTo(Fonts.haveChinese());
    assertThat(Words.drawable()).isEqualTo(Language.ENGLISH);
  }

  private static boolean same(BufferedImage a, BufferedImage b) {
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      return false;
    }
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
