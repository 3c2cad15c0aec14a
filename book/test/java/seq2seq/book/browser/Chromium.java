package seq2seq.book.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import seq2seq.files.TemporaryFolder;

/** A Chromium without a window, with a profile of its own that is deleted at the end. */
public final class Chromium implements AutoCloseable {
  private static final int SECONDS_TO_START = 60;
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--hide-scrollbars",
          "--remote-debugging-port=0");

  private final HttpClient http = HttpClient.newHttpClient();
  private final TemporaryFolder profile;
  private final Process process;
  private final int port;

  private Chromium(TemporaryFolder profile, Process process, int port) {
    this.profile = profile;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @throws IllegalStateException if there is none on this machine, or it does not start
   */
  public static Chromium start() throws IOException, InterruptedException {
    TemporaryFolder profile = new TemporaryFolder("seq2seq-chromium");
    List<String> command = new ArrayList<>(List.of(System.getProperty("browser", "chromium")));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile.path());
    command.add("about:blank");
    Path log = profile.path().resolve("browser.log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end a browser"));
      return new Chromium(profile, process, port(process, profile.path()));
    } catch (IOException missing) {
      throw new IllegalStateException(
          "needs a browser: install chromium, or name one with -Dbrowser=COMMAND", missing);
    }
  }

  /** The browser writes the port that it chose into its profile. */
  private static int port(Process process, Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int tenth = 0; tenth < 10 * SECONDS_TO_START; tenth++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Integer.parseInt(Files.readAllLines(file).get(0));
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new IllegalStateException(
        "the browser did not start: " + Files.readString(profile.resolve("browser.log")));
  }

  /** The first tab. */
  public Tab tab() throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    String json = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
    JsonArray targets = JsonParser.parseString(json).getAsJsonArray();
    for (JsonElement target : targets) {
      if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
        String url = target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
        return Tab.connect(http, URI.create(url));
      }
    }
    throw new IllegalStateException("the browser has no tab: " + json);
  }

  /** Its helpers end after it, and one of them writes into the profile until then. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    process.destroy();
    for (ProcessHandle each : all) {
      each.onExit().completeOnTimeout(each, 10, TimeUnit.SECONDS).join();
      each.destroyForcibly();
      each.onExit().join();
    }
    profile.close();
  }
}
