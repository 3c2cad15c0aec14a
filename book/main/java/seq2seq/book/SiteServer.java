package seq2seq.book;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import seq2seq.cli.UserError;

/** Shows a built site on the loopback address, to this machine alone. */
final class SiteServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "html", "text/html; charset=utf-8",
              "css", "text/css; charset=utf-8",
              "js", "text/javascript; charset=utf-8",
              "json", "application/json; charset=utf-8",
              "svg", "image/svg+xml; charset=utf-8",
              "png", "image/png",
              "woff2", "font/woff2",
              "wasm", "application/wasm"));

  private final HttpServer server;
  private final Path site;

  private SiteServer(HttpServer server, Path site) {
    this.server = server;
    this.site = site.toAbsolutePath().normalize();
  }

  /**
   * Starts to show the site in this folder.
   *
   * @param port from 0, for any that is free, to 65535
   * @throws UserError if another program has the port
   */
  static SiteServer start(Path site, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      SiteServer shown = new SiteServer(HttpServer.create(address, 0), site);
      shown.server.createContext("/", shown::answer);
      shown.server.setExecutor(Executors.newFixedThreadPool(4, SiteServer::thread));
      shown.server.start();
      return shown;
    } catch (BindException taken) {
      throw new UserError(
          "book: port " + port + " is taken by another program; name one with --serve PORT", taken);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "book server");
    thread.setDaemon(true);
    return thread;
  }

  /** Where a browser finds the site. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Path file = file(exchange.getRequestURI().getPath());
      boolean isRead = exchange.getRequestMethod().matches("GET|HEAD");
      if (!isRead) {
        exchange.sendResponseHeaders(405, -1);
      } else if (file == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, file);
      }
    }
  }

  /** The file that a path means; null if the site has none. */
  private Path file(String path) {
    Path file = site.resolve(path.replaceFirst("^/+", "")).normalize();
    Path page = Files.isDirectory(file) ? file.resolve("index.html") : file;
    return page.startsWith(site) && Files.isRegularFile(page) ? page : null;
  }

  private static void send(HttpExchange exchange, Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
