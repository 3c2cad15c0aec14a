package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.cli.UserError;

class SiteServerTest {
  @TempDir Path folder;

  private static HttpResponse<String> get(SiteServer server, String path) throws Exception {
    URI address = URI.create(server.address() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void aPageIsSentWithItsTypeAndAFolderIsItsFirstPage() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "käse");
    Files.writeString(site.resolve("a.js"), "");
    try (SiteServer server = SiteServer.start(site, 0)) {
      assertThat(get(server, "").body()).isEqualTo("käse");
      assertThat(get(server, "").headers().firstValue("Content-Type"))
          .hasValue("text/html; charset=utf-8");
      assertThat(get(server, "a.js").headers().firstValue("Content-Type"))
          .hasValue("text/javascript; charset=utf-8");
      assertThat(get(server, "missing.html").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nothingBesideTheSiteIsShownAndNothingIsTaken() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("secret.html"), "secret");
    try (SiteServer server = SiteServer.start(site, 0)) {
      assertThat(get(server, "%2e%2e/secret.html").statusCode()).isEqualTo(404);
      assertThat(get(server, "..%2fsecret.html").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(server.address()).POST(BodyPublishers.ofString("x")).build();
      HttpResponse<String> answer = HttpClient.newHttpClient().send(post, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(405);
    }
  }

  @Test
  void aPortThatIsTakenIsNamedInOneLine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> SiteServer.start(folder, port))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "book: port " + port + " is taken by another program; name one with --serve PORT");
    }
  }
}
