package seq2seq.plot;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.WindowEvent;
import java.nio.file.Path;

/** A training run in miniature with a live window, for {@link LiveLossCurveTest}. */
final class LiveLossCurveProgram {
  private LiveLossCurveProgram() {}

  public static void main(String[] args) throws Exception {
    LossCurve curve = LossCurve.of("x").with("train", new double[] {3, 2, 1});
    if (args.length == 1) {
      watch(curve);
    }
    curve.save(Path.of(args[0]));
    System.out.println("saved");
  }

  private static void watch(LossCurve curve) throws Exception {
    try (LiveLossCurve live = LiveLossCurve.open("phrases")) {
      System.out.println("open=" + live.isOpen() + " " + live.whyNot().orElse(""));
      live.show(curve);
      if (live.isOpen()) {
        System.out.println("curve on screen=" + isOnScreen());
        Frame window = Frame.getFrames()[0];
        window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
        while (live.isOpen()) {
          Thread.sleep(10);
        }
        System.out.println("after closing open=" + live.isOpen());
        live.show(curve);
      }
    }
  }

  /** Looks at the screen until the curve's blue is there; the caller has the patience. */
  private static boolean isOnScreen() throws Exception {
    Robot robot = new Robot();
    Rectangle screen = new Rectangle(0, 0, 1280, 800);
    while (Pixels.count(robot.createScreenCapture(screen), Theme.series(0)) < 500) {
      Thread.sleep(50);
    }
    return true;
  }
}
