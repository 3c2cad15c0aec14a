package seq2seq.book.live;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium without a window, driven by its DevTools protocol: one page, and what it logs. */
final class Chromium implements AutoCloseable {
  private static final Pattern DOOR = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long SECONDS = 300;

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<String> log = new ArrayList<>();
  private final String session;
  private int sent;

  /** Starts it; {@code profile} is an empty folder for its own files. */
  Chromium(Path profile) throws Exception {
    process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(door()), new Listener())
            .get(SECONDS, TimeUnit.SECONDS);
    JsonObject page = new JsonObject();
    page.addProperty("url", "about:blank");
    String target = send("Target.createTarget", page, null).get("targetId").getAsString();
    JsonObject attach = new JsonObject();
    attach.addProperty("targetId", target);
    attach.addProperty("flatten", true);
    session = send("Target.attachToTarget", attach, null).get("sessionId").getAsString();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) call(domain + ".enable");
  }

  private String door() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher door = DOOR.matcher(line);
      if (door.find()) {
        Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "chromium-output");
        drain.setDaemon(true);
        drain.start();
        return door.group(1);
      }
    }
    throw new IOException("chromium ended before it could be driven");
  }

  private JsonObject call(String method) throws Exception {
    return send(method, new JsonObject(), session);
  }

  private JsonObject send(String method, JsonObject params, String session) throws Exception {
    JsonObject message = new JsonObject();
    int id = ++sent;
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", params);
    if (session != null) message.addProperty("sessionId", session);
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true);
    JsonObject got = answer.get(SECONDS, TimeUnit.SECONDS);
    if (got.has("error")) throw new IOException(method + ": " + got.get("error"));
    return got.getAsJsonObject("result");
  }

  /** Opens an address and waits until it has loaded. */
  void open(String address) throws Exception {
    JsonObject params = new JsonObject();
    params.addProperty("url", address);
    send("Page.navigate", params, session);
    evaluate(
        "new Promise(done => document.readyState === 'complete' ? done('') :"
            + " addEventListener('load', () => done('')))");
  }

  /** The window's width and height, in pixels. */
  void resize(int width, int height) throws Exception {
    JsonObject params = new JsonObject();
    params.addProperty("width", width);
    params.addProperty("height", height);
    params.addProperty("deviceScaleFactor", 1);
    params.addProperty("mobile", false);
    send("Emulation.setDeviceMetricsOverride", params, session);
  }

  /** Light or dark. */
  void scheme(String scheme) throws Exception {
    JsonObject params =
        JsonParser.parseString(
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}")
            .getAsJsonObject();
    send("Emulation.setEmulatedMedia", params, session);
  }

  /** A picture of the whole page, PNG. */
  byte[] picture() throws Exception {
    JsonObject params = new JsonObject();
    params.addProperty("captureBeyondViewport", true);
    String data = send("Page.captureScreenshot", params, session).get("data").getAsString();
    return java.util.Base64.getDecoder().decode(data);
  }

  /** What an expression gives, as a text; a promise is waited for. */
  String evaluate(String expression) throws Exception {
    JsonObject params = new JsonObject();
    params.addProperty("expression", expression);
    params.addProperty("awaitPromise", true);
    params.addProperty("returnByValue", true);
    JsonObject result = send("Runtime.evaluate", params, session);
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    JsonObject value = result.getAsJsonObject("result");
    return value.has("value") ? value.get("value").getAsString() : "";
  }

  /** Errors of the console, and requests that left the page or failed; none is good. */
  List<String> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(JsonParser.parseString(text.toString()).getAsJsonObject());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void take(JsonObject message) {
      if (message.has("id")) {
        CompletableFuture<JsonObject> answer = waiting.remove(message.get("id").getAsInt());
        if (answer != null) answer.complete(message);
      } else {
        note(message.get("method").getAsString(), message.getAsJsonObject("params"));
      }
    }

    private void note(String method, JsonObject params) {
      String trouble =
          switch (method) {
            case "Runtime.exceptionThrown", "Network.loadingFailed" -> method + " " + params;
            case "Runtime.consoleAPICalled" ->
                params.get("type").getAsString().equals("error") ? params.toString() : "";
            case "Log.entryAdded" ->
                params.toString().contains("\"error\"") ? params.toString() : "";
            default -> "";
          };
      if (trouble.isEmpty()) return;
      synchronized (log) {
        log.add(trouble);
      }
    }
  }
}
