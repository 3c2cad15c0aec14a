package seq2seq.book.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The DevTools protocol: commands with their answers, and events, as JSON over a web socket. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  /** Longer than any page takes on a machine that does much else. */
  private static final int SECONDS = 600;

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonObject>> expected = new ConcurrentHashMap<>();
  private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  private DevTools() {}

  static DevTools connect(HttpClient http, URI address) {
    DevTools tools = new DevTools();
    tools.socket = http.newWebSocketBuilder().buildAsync(address, tools).join();
    return tools;
  }

  /** Hands every event, {@code {method, params}}, to {@code listener}. */
  void listen(Consumer<JsonObject> listener) {
    listeners.add(listener);
  }

  /** The answer to a command; an error of the browser's is an {@link IllegalStateException}. */
  JsonObject send(String method, JsonObject parameters) {
    int id = last.incrementAndGet();
    JsonObject command = new JsonObject();
    command.addProperty("id", id);
    command.addProperty("method", method);
    command.add("params", parameters);
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(command.toString(), true).join();
    JsonObject got = wait(answer, method);
    if (got.has("error")) {
      throw new IllegalStateException(method + ": " + got.get("error"));
    }
    return got.getAsJsonObject("result");
  }

  /** From now on the next event of this name is kept for {@link #await}. */
  void expect(String event) {
    expected.put(event, new CompletableFuture<>());
  }

  /** Waits for the event that was expected. */
  void await(String event) {
    wait(expected.get(event), event);
  }

  private static JsonObject wait(CompletableFuture<JsonObject> future, String what) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException failed) {
      throw new IllegalStateException(what + ": no answer within " + SECONDS + " s", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + ": interrupted", stopped);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    message.append(part);
    if (isLast) {
      JsonObject json = JsonParser.parseString(message.toString()).getAsJsonObject();
      message.setLength(0);
      receive(json);
    }
    from.request(1);
    return null;
  }

  private void receive(JsonObject json) {
    if (json.has("id")) {
      answers.remove(json.get("id").getAsInt()).complete(json);
      return;
    }
    listeners.forEach(listener -> listener.accept(json));
    CompletableFuture<JsonObject> waiting = expected.get(json.get("method").getAsString());
    if (waiting != null) {
      waiting.complete(json);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
