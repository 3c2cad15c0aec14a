package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LiveLossCurveTest {
  private static final LossCurve CURVE = LossCurve.of("x").with("train", new double[] {3, 2, 1});

  @TempDir Path folder;

  @Test
  @Timeout(20)
  void without_a_display_it_says_why_and_does_nothing() {
    try (LiveLossCurve live = LiveLossCurve.open("phrases")) {
      assertThat(live.isOpen()).isFalse();
      assertThat(live.whyNot()).hasValue("this Java was started with java.awt.headless=true");
      live.show(CURVE);
    }
    assertThat(Display.isAvailable()).isFalse();
    assertThat(Display.show(CURVE, "phrases")).isFalse();
  }

  @Test
  @Timeout(60)
  void a_display_that_cannot_be_reached_is_said_before_any_work_is_done() throws Exception {
    assertThat(run(Map.of("DISPLAY", "localhost:1.0")))
        .contains(
            "PlotException: cannot draw: the display localhost:1.0 cannot be reached;"
                + " unset DISPLAY, or ask for no window")
        .doesNotContain("open=", "saved");
    assertThat(folder.resolve("loss.png")).doesNotExist();
  }

  @Test
  @Timeout(60)
  void without_a_display_there_is_no_window_and_all_else_goes_on() throws Exception {
    assertThat(run(Map.of("DISPLAY", "")))
        .contains("open=false there is no display here (over SSH, log in with ssh -X", "saved");
    assertThat(folder.resolve("loss.png")).isNotEmptyFile();
  }

  @Test
  @Timeout(60)
  void a_picture_alone_is_drawn_without_looking_at_the_display() throws Exception {
    assertThat(run(Map.of("DISPLAY", "localhost:1.0"), "no window"))
        .isEqualToIgnoringNewLines("saved");
    assertThat(folder.resolve("loss.png")).isNotEmptyFile();
  }

  @Test
  @Tag("slow")
  @Timeout(60)
  void on_a_display_the_curve_is_on_the_screen_and_closing_it_ends_nothing() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")), "needs Xvfb");
    Process server =
        new ProcessBuilder("/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String number = server.inputReader().readLine();
      assertThat(run(Map.of("DISPLAY", ":" + number)))
          .contains("open=true", "curve on screen=true", "after closing open=false", "saved");
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** Runs {@link LiveLossCurveProgram} in a JVM of its own, that is not told to be headless. */
  private String run(Map<String, String> environment, String... more)
      throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            new ArrayList<>(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    LiveLossCurveProgram.class.getName(),
                    folder.resolve("loss.png").toString())));
    java.command().addAll(List.of(more));
    java.environment().putAll(environment);
    Path output = folder.resolve("output.txt");
    Process process = java.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(Duration.ofSeconds(50).toSeconds(), TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
