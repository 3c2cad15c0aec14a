package seq2seq.plot;

import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * Whether windows can be opened here, settled once and before AWT starts.
 *
 * <p>AWT decides once in a JVM whether it uses a display, and from then on cannot do without it:
 * after trying one that is not there (a detached tmux, {@code sudo}) it draws no picture any more,
 * and when an X server goes away Xlib ends the process. So a picture is drawn without the display,
 * unless a window was asked for first. A program that shows windows calls {@link #isAvailable}
 * before it draws anything.
 */
public final class Display {
  private static final String HEADLESS = "java.awt.headless";

  private static Optional<String> whyNot;

  private Display() {}

  /** Whether a window can be opened. */
  public static boolean isAvailable() {
    return whyNot().isEmpty();
  }

  /** Why no window can be opened, a phrase for the user; empty where one can. */
  public static synchronized Optional<String> whyNot() {
    if (whyNot == null) {
      whyNot = settle();
    }
    return whyNot;
  }

  /** A picture is about to be drawn: without a display, unless a window was asked for before. */
  static synchronized void drawWithout() {
    if (whyNot == null && !Boolean.getBoolean(HEADLESS)) {
      System.setProperty(HEADLESS, "true");
      whyNot =
          Optional.of("a picture was drawn first; ask for windows before (Display.isAvailable())");
    }
  }

  /**
   * Opens a window with {@code picture}, and returns at once; does nothing without a display.
   *
   * @return whether a window was opened
   * @throws PlotException if this machine has no fonts to draw with
   */
  public static boolean show(Picture picture, String title) {
    if (!isAvailable()) {
      return false;
    }
    ImageIcon image = new ImageIcon(picture.toImage());
    SwingUtilities.invokeLater(() -> open(image, title));
    return true;
  }

  private static void open(ImageIcon image, String title) {
    JFrame frame = new JFrame(title);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.add(new JLabel(image));
    frame.pack();
    frame.setVisible(true);
  }

  private static Optional<String> settle() {
    if (Boolean.getBoolean(HEADLESS)) {
      return Optional.of("this Java was started with java.awt.headless=true");
    }
    Optional<String> refusal = usesX11() ? XServer.refusal(System.getenv("DISPLAY")) : noRefusal();
    if (refusal.isPresent()) {
      System.setProperty(HEADLESS, "true");
    } else if (GraphicsEnvironment.isHeadless()) {
      return Optional.of("this Java, or this session, has no graphics");
    }
    return refusal;
  }

  private static Optional<String> noRefusal() {
    return Optional.empty();
  }

  private static boolean usesX11() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return !system.startsWith("windows") && !system.startsWith("mac");
  }
}
