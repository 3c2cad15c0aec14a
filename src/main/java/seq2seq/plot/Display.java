package seq2seq.plot;

import java.awt.AWTError;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * Whether windows can be opened here, settled once and before AWT starts.
 *
 * <p>AWT decides once in a JVM whether it uses a display, and from then on cannot do without it:
 * after trying one that is not there (a detached tmux, {@code sudo}) it draws no picture any more.
 * So a picture is drawn without the display, unless a window was asked for first; and who asks for
 * one where the display cannot be reached is told so at once, before any work is done. A program
 * that shows windows calls {@link #isAvailable} before it draws anything.
 */
public final class Display {
  private static final String HEADLESS = "java.awt.headless";

  private static Optional<String> whyNot;

  private Display() {}

  /**
   * Whether a window can be opened.
   *
   * @throws PlotException as {@link #whyNot}
   */
  public static boolean isAvailable() {
    return whyNot().isEmpty();
  }

  /**
   * Why no window can be opened, a phrase for the user; empty where one can.
   *
   * @throws PlotException if a display is named that cannot be reached: Java then draws nothing
   */
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
    Icon image = new Sharp(picture.toImage());
    SwingUtilities.invokeLater(() -> open(image, title));
    return true;
  }

  /** An image at its size in units: where the screen is sharp, every pixel of it is seen. */
  private record Sharp(BufferedImage image) implements Icon {
    @Override
    public int getIconWidth() {
      return image.getWidth() / Canvas.DENSITY;
    }

    @Override
    public int getIconHeight() {
      return image.getHeight() / Canvas.DENSITY;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics;
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.drawImage(image, x, y, getIconWidth(), getIconHeight(), null);
    }
  }

  private static void open(Icon image, String title) {
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
    if (GraphicsEnvironment.isHeadless()) {
      return Optional.of("there is no display here (over SSH, log in with ssh -X to see windows)");
    }
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment();
      return Optional.empty();
    } catch (AWTError | NoClassDefFoundError e) {
      throw new PlotException(
          "cannot draw: the display "
              + System.getenv("DISPLAY")
              + " cannot be reached; unset DISPLAY, or ask for no window",
          e);
    }
  }
}
