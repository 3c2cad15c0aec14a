package seq2seq.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.knowm.xchart.XChartPanel;
import org.knowm.xchart.XYChart;

/**
 * A window that shows the loss curve while a model trains; where there is no display, nothing, and
 * why.
 *
 * <pre>{@code
 * try (LiveLossCurve live = LiveLossCurve.open("phrases")) {
 *   live.whyNot().ifPresent(why -> System.err.println("no live window: " + why));
 *   ...
 *   live.batch(0.1, loss); // after each batch
 *   live.show(curve);      // after each epoch
 * }
 * }</pre>
 *
 * <p>Training does not depend on the window: {@link #show} returns at once and never fails, and
 * when the user has closed the window it does nothing. To be used from any thread. As long as the
 * window is open the JVM does not end by itself. Should the display itself go away, Xlib ends the
 * process: what was saved by then stays.
 */
public final class LiveLossCurve implements AutoCloseable {
  private static final int MILLIS = 200;

  private volatile boolean open = true;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final List<double[]> batches = new ArrayList<>();
  private LossCurve curve;
  private JFrame frame;
  private String whyNot;

  private LiveLossCurve() {}

  /**
   * Opens the window, empty for now; {@link #whyNot} says if it did not open.
   *
   * @throws PlotException if a display is named that cannot be reached: Java then draws nothing
   */
  public static LiveLossCurve open(String title) {
    LiveLossCurve live = new LiveLossCurve();
    live.whyNot = Display.whyNot().orElseGet(() -> live.tryToOpen(title));
    if (live.whyNot != null) {
      live.open = false;
    }
    return live;
  }

  /** Null, or why the window did not open: the display may still refuse, or have no fonts. */
  private String tryToOpen(String title) {
    try {
      Fonts.check();
      SwingUtilities.invokeAndWait(() -> build(title));
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted while opening the window";
    } catch (InvocationTargetException e) {
      return "the window did not open: " + e.getCause();
    } catch (PlotException e) {
      return e.getMessage();
    }
  }

  private void build(String title) {
    curve = LossCurve.of(title);
    frame = new JFrame(title);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.setAutoRequestFocus(false); // the terminal keeps the keyboard, for Ctrl-C
    frame.addWindowListener(new Watcher());
    frame.getContentPane().setBackground(Color.WHITE);
    frame.getContentPane().setPreferredSize(new Dimension(Theme.WIDTH, Theme.HEIGHT));
    frame.pack();
    frame.setMinimumSize(new Dimension(420, 300));
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
    new Timer(MILLIS, event -> refresh((Timer) event.getSource())).start();
  }

  /** On the event thread, a few times a second: a chart of what is new, as large as the window. */
  private void refresh(Timer timer) {
    if (!isOpen()) {
      timer.stop();
    } else if (changed.getAndSet(false)) {
      Dimension size = frame.getContentPane().getSize();
      XYChart chart = Words.drawable().speaking(() -> whole().chart(size.width, size.height));
      frame.setContentPane(new XChartPanel<>(chart));
      frame.revalidate();
    }
  }

  private synchronized LossCurve whole() {
    return curve.withBatches(batches);
  }

  /** Whether the window is there: it opened, and nobody has closed it yet. */
  public boolean isOpen() {
    return open;
  }

  /** Why there never was a window, a phrase for the user; empty where there was one. */
  public Optional<String> whyNot() {
    return Optional.ofNullable(whyNot);
  }

  /** Shows this curve from now on, as soon as the screen can; does nothing without a window. */
  public synchronized void show(LossCurve next) {
    if (isOpen()) {
      curve = next;
      changed.set(true);
    }
  }

  /**
   * Adds the loss of one batch as a small point, from the first batch on; does nothing without a
   * window. The points are drawn a few times a second at most.
   *
   * @param epochs how many are done, as 0.5 in the middle of the first
   * @param loss nats per token
   */
  public synchronized void batch(double epochs, double loss) {
    if (isOpen()) {
      batches.add(new double[] {epochs, loss});
      changed.set(true);
    }
  }

  /** Closes the window, if it is open. */
  @Override
  public void close() {
    if (isOpen()) {
      open = false;
      SwingUtilities.invokeLater(frame::dispose);
    }
  }

  private final class Watcher extends WindowAdapter {
    @Override
    public void windowClosed(WindowEvent event) {
      open = false;
    }
  }
}
