package seq2seq.book.browser;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a page does wrong, from the browser's events. */
final class Troubles {
  private final List<String> found = new CopyOnWriteArrayList<>();
  private final Map<String, String> requests = new ConcurrentHashMap<>();
  private volatile String origin = "";

  /** Starts anew, for a page with this address. */
  void clear(String url) {
    found.clear();
    requests.clear();
    origin = url.startsWith("file:") ? "file:" : url.replaceFirst("^(\\w+://[^/]+/).*", "$1");
  }

  List<String> list() {
    return List.copyOf(found);
  }

  void note(JsonObject event) {
    JsonObject what = event.getAsJsonObject("params");
    switch (event.get("method").getAsString()) {
      case "Network.requestWillBeSent" -> request(what);
      case "Network.responseReceived" -> response(what.getAsJsonObject("response"));
      case "Network.loadingFailed" -> failure(what);
      case "Runtime.exceptionThrown" -> found.add("exception: " + what.get("exceptionDetails"));
      case "Runtime.consoleAPICalled" -> console(what);
      case "Log.entryAdded" -> log(what.getAsJsonObject("entry"));
      default -> {}
    }
  }

  private void request(JsonObject what) {
    String url = what.getAsJsonObject("request").get("url").getAsString();
    requests.put(what.get("requestId").getAsString(), url);
    if (!url.startsWith(origin) && !url.matches("(data|blob|about):.*")) {
      found.add("request outside: " + url);
    }
  }

  private void response(JsonObject response) {
    int status = response.get("status").getAsInt();
    if (status >= 400) {
      found.add("status " + status + ": " + response.get("url").getAsString());
    }
  }

  /** What a page stops to load because the reader goes on is no trouble. */
  private void failure(JsonObject what) {
    if (!what.get("errorText").getAsString().equals("net::ERR_ABORTED")) {
      String url = requests.get(what.get("requestId").getAsString());
      found.add("failed: " + url + ": " + what.get("errorText").getAsString());
    }
  }

  private void console(JsonObject what) {
    String type = what.get("type").getAsString();
    if (type.equals("error") || type.equals("assert")) {
      found.add("console: " + what.get("args"));
    }
  }

  private void log(JsonObject entry) {
    if (entry.get("level").getAsString().equals("error")) {
      found.add("log: " + entry.get("text").getAsString());
    }
  }
}
