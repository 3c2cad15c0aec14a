package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XServerTest {

  @Test
  void no_display_is_said_with_what_to_do() {
    assertThat(XServer.refusal(null)).hasValueSatisfying(s -> assertThat(s).contains("ssh -X"));
    assertThat(XServer.refusal(" ")).isPresent();
  }

  @Test
  void what_is_no_name_of_a_display_is_said() {
    assertThat(XServer.refusal("nonsense"))
        .hasValue("DISPLAY is nonsense, which is no display's name");
    assertThat(XServer.refusal(":99999")).isPresent();
  }

  @Test
  void a_display_that_nobody_serves_cannot_be_reached() throws IOException {
    int free;
    try (ServerSocket socket = listen()) {
      free = socket.getLocalPort() - 6000;
    }
    assertThat(XServer.refusal("localhost:" + free + ".0"))
        .hasValue("the display localhost:" + free + ".0 cannot be reached");
  }

  @Test
  void the_first_byte_of_the_answer_decides() throws IOException {
    assertThat(ask(1)).isEmpty();
    assertThat(ask(0)).hasValueSatisfying(s -> assertThat(s).endsWith("does not admit this user"));
    assertThat(ask(2)).isPresent();
  }

  @Test
  void a_server_that_never_answers_is_given_up() throws IOException {
    assertThat(ask(-1)).hasValueSatisfying(s -> assertThat(s).endsWith("does not answer"));
  }

  /** The refusal of a server that answers every connection with one byte, or none for -1. */
  private static Optional<String> ask(int answer) throws IOException {
    try (ServerSocket server = listen()) {
      Thread serving = new Thread(() -> serve(server, answer));
      serving.setDaemon(true);
      serving.start();
      return XServer.refusal("127.0.0.1:" + (server.getLocalPort() - 6000));
    }
  }

  /** Display numbers have up to four digits, so the port is 6000 to 15999. */
  private static ServerSocket listen() throws IOException {
    for (int port = 15000; port < 15999; port++) {
      try {
        return new ServerSocket(port, 8, InetAddress.getByName("127.0.0.1"));
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IOException("no free port");
  }

  private static void serve(ServerSocket server, int answer) {
    try {
      while (true) {
        Socket socket = server.accept();
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(12);
        if (answer >= 0 && head[0] == 'B' && head[3] == 11) {
          socket.getOutputStream().write(answer);
          socket.getOutputStream().flush();
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
