package seq2seq.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import seq2seq.language.Language;
import seq2seq.language.Width;

/**
 * Whether this machine can draw text, found out once.
 *
 * <p>A JDK brings no fonts. On a bare Linux machine the first text fails with one of several errors
 * (InternalError, UnsatisfiedLinkError, NullPointerException, "Fontconfig head is null", according
 * to JDK and to what is missing) and later ones with NoClassDefFoundError; here they become one
 * message that says what to install.
 */
public final class Fonts {
  private static final Throwable FAILURE = tryText();

  private Fonts() {}

  /**
   * Returns if text can be drawn.
   *
   * @throws PlotException saying what to install, if it cannot
   */
  public static void check() {
    if (FAILURE != null) {
      throw new PlotException(
          "cannot draw plots: Java finds no fonts on this machine."
              + " Install fontconfig and a font (Debian, Ubuntu: apt install fontconfig"
              + " fonts-dejavu-core; Fedora: dnf install fontconfig dejavu-sans-fonts;"
              + " Alpine: apk add fontconfig font-dejavu)",
          FAILURE);
    }
  }

  /** Whether they have all Chinese characters that pictures write. */
  static boolean haveChinese() {
    return Chinese.IS_THERE;
  }

  /** Found out when it is first asked for. */
  private static final class Chinese {
    static final boolean IS_THERE = FAILURE == null && canDraw(Font.PLAIN) && canDraw(Font.BOLD);

    private static boolean canDraw(int style) {
      Font font = new Font(Font.SANS_SERIF, style, 12);
      return (Words.TEXTS.all(Language.CHINESE) + Words.GIVEN.all(Language.CHINESE))
          .codePoints()
          .filter(Width::isWide)
          .allMatch(font::canDisplay);
    }
  }

  /** Null, or what went wrong; any kind of error, since the JDK's own kinds vary so much. */
  private static Throwable tryText() {
    Display.drawWithout(); // before AWT first looks at java.awt.headless
    try {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 8));
      g.drawString("x", 0, 8);
      g.dispose();
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }
}
