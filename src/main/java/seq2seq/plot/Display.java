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
 * Whether windows can be opened here, found out once and before AWT starts.
 *
 * <p>Once AWT has tried a display that is not there, no picture can be drawn in that JVM any more.
 * So a stale {@code DISPLAY} (a detached tmux, {@code sudo}) is noticed first, and AWT is told to
 * work without one.
 */
public final class Display {
  private static final Optional<String> WHY_NOT = settle();

  private Display() {}

  /** Whether a window can be opened. */
  public static boolean isAvailable() {
    return WHY_NOT.isEmpty();
  }

  /** Why no window can be opened, a phrase for the user; empty where one can. */
  public static Optional<String> whyNot() {
    return WHY_NOT;
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
    if (Boolean.getBoolean("java.awt.headless")) {
      return Optional.of("this Java was started with java.awt.headless=true");
    }
    Optional<String> refusal = usesX11() ? XServer.refusal(System.getenv("DISPLAY")) : noRefusal();
    if (refusal.isPresent()) {
      System.setProperty("java.awt.headless", "true");
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
