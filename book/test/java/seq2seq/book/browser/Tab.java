package seq2seq.book.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A browser's tab: opens pages, runs scripts in them, and remembers what went wrong. */
public final class Tab implements AutoCloseable {
  private static final Gson JSON = new Gson();

  private final DevTools tools;
  private final Troubles troubles = new Troubles();

  private Tab(DevTools tools) {
    this.tools = tools;
  }

  static Tab connect(HttpClient http, URI address) {
    Tab tab = new Tab(DevTools.connect(http, address));
    tab.tools.listen(tab.troubles::note);
    List.of("Page", "Runtime", "Network", "Log").forEach(d -> tab.send(d + ".enable", Map.of()));
    return tab;
  }

  /** Sends a command of the protocol and returns its answer. */
  public JsonObject send(String method, Map<String, ?> parameters) {
    return tools.send(method, JSON.toJsonTree(parameters).getAsJsonObject());
  }

  /**
   * Opens a page and waits until it, its pictures and its fonts are there. What went wrong before
   * is forgotten.
   */
  public void open(String url) {
    load(url);
    evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => 1)");
  }

  private void load(String url) {
    troubles.clear(url);
    tools.expect("Page.loadEventFired");
    send("Page.navigate", Map.of("url", url));
    tools.await("Page.loadEventFired");
  }

  /**
   * Opens a page as a browser without JavaScript does, and returns what a reader then sees as text.
   */
  public String textWithoutScripts(String url) {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      load(url);
      Map<String, ?> visible =
          Map.of("expression", "document.body.innerText", "returnByValue", true);
      return send("Runtime.evaluate", visible).getAsJsonObject("result").get("value").getAsString();
    } finally {
      send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  /** What the page did wrong since it was opened: messages, failed requests, requests outside. */
  public List<String> troubles() {
    return troubles.list();
  }

  /** The window's size, in CSS pixels. */
  public void resize(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** What the reader's system likes: dark, or light. */
  public void prefer(boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /**
   * The value of a JavaScript expression, awaited if it is a promise.
   *
   * @throws IllegalStateException if it throws
   */
  public JsonElement evaluate(String expression) {
    JsonObject answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    JsonElement value = answer.getAsJsonObject("result").get("value");
    return value == null ? JsonNull.INSTANCE : value;
  }

  /** Waits until a JavaScript condition holds; at most 30 seconds. */
  public void await(String condition) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (evaluate("Boolean(" + condition + ")").getAsBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("did not become true within 30 s: " + condition);
  }

  /** Types text where the cursor is. */
  public void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** Presses a key by its name: {@code Enter}, {@code ArrowDown}, {@code Tab}. */
  public void press(String key) {
    int code =
        Map.of(
                "Enter",
                13,
                "Tab",
                9,
                "Escape",
                27,
                "ArrowUp",
                38,
                "ArrowDown",
                40,
                "ArrowLeft",
                37,
                "ArrowRight",
                39,
                " ",
                32)
            .getOrDefault(key, 0);
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key,
              "windowsVirtualKeyCode",
              code,
              "text",
              type.equals("keyDown") && key.equals("Enter") ? "\r" : ""));
    }
  }

  /** A picture of the window, or of the whole page. */
  public void screenshot(Path file, boolean whole) throws IOException {
    JsonObject answer =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(answer.get("data").getAsString()));
  }

  /**
   * What every page is asked: how much wider than the window it is, and which elements stick out.
   */
  public List<String> widerThanTheWindow() {
    String script =
        "(() => { const w = document.documentElement.clientWidth; const out = [];"
            + " if (document.documentElement.scrollWidth <= w) return out;"
            + " for (const e of document.querySelectorAll('body *')) {"
            + "  const r = e.getBoundingClientRect();"
            + "  let clipped = false;"
            + "  for (let p = e.parentElement; p; p = p.parentElement)"
            + "   if (getComputedStyle(p).overflowX !== 'visible') clipped = true;"
            + "  if (!clipped && r.right > w + 1) out.push(e.tagName + '.' + e.className + ' ' + Math.round(r.right)); }"
            + " out.unshift('page ' + document.documentElement.scrollWidth + ' > ' + w);"
            + " return out.slice(0, 6); })()";
    List<String> wide = new ArrayList<>();
    evaluate(script).getAsJsonArray().forEach(e -> wide.add(e.getAsString()));
    return wide;
  }

  @Override
  public void close() {
    tools.close();
  }
}
