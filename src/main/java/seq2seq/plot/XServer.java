package seq2seq.plot;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks an X server whether it would let us in, without AWT.
 *
 * <p>The first 12 bytes and the cookie of a connection, as in the X Window System Protocol, version
 * 11, "Connection Setup"; the cookies come from the file that {@code xauth} keeps.
 */
final class XServer {
  private static final Pattern NAME = Pattern.compile("(?:[^/:]*/)?([^:]*):(\\d{1,4})(?:\\.\\d+)?");
  private static final String COOKIE = "MIT-MAGIC-COOKIE-1";
  private static final int PATIENCE_SECONDS = 3;

  private XServer() {}

  /** Why the server named {@code display} ({@code host:number.screen}) cannot be used, or empty. */
  static Optional<String> refusal(String display) {
    if (display == null || display.isBlank()) {
      return Optional.of("DISPLAY is not set (over SSH, log in with ssh -X to see windows)");
    }
    Matcher name = NAME.matcher(display);
    if (!name.matches()) {
      return Optional.of("DISPLAY is " + display + ", which is no display's name");
    }
    return inTime(display, name.group(1), Integer.parseInt(name.group(2)));
  }

  /** A forwarded display whose other end is gone may never answer. */
  private static Optional<String> inTime(String display, String host, int number) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Thread asker = new Thread(() -> answer.complete(ask(display, host, number)), "display-check");
    asker.setDaemon(true);
    asker.start();
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.of("the display " + display + " does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the check of the display " + display + " was interrupted");
    }
  }

  private static Optional<String> ask(String display, String host, int number) {
    try {
      for (byte[] cookie : cookies(number)) {
        if (admits(address(host, number), cookie)) {
          return Optional.empty();
        }
      }
      return Optional.of("the display " + display + " does not admit this user");
    } catch (IOException | RuntimeException e) {
      return Optional.of("the display " + display + " cannot be reached");
    }
  }

  private static SocketAddress address(String host, int number) {
    boolean local = host.isEmpty() || host.equals("unix");
    Path socket = Path.of("/tmp/.X11-unix/X" + number);
    return local && Files.exists(socket)
        ? UnixDomainSocketAddress.of(socket)
        : new InetSocketAddress(local ? "localhost" : host, 6000 + number);
  }

  /** Whether the server's first byte is 1, "success". */
  private static boolean admits(SocketAddress address, byte[] cookie) throws IOException {
    try (SocketChannel channel = SocketChannel.open(address)) {
      ByteBuffer request = ByteBuffer.wrap(setup(cookie));
      while (request.hasRemaining()) {
        channel.write(request);
      }
      ByteBuffer reply = ByteBuffer.allocate(1);
      return channel.read(reply) == 1 && reply.get(0) == 1;
    }
  }

  /** 'B' for big-endian, protocol 11.0, the length of name and data, then both, padded to 4. */
  private static byte[] setup(byte[] cookie) throws IOException {
    byte[] name = cookie.length == 0 ? cookie : COOKIE.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort('B' << 8);
    out.writeShort(11);
    out.writeShort(0);
    out.writeShort(name.length);
    out.writeShort(cookie.length);
    out.writeShort(0);
    writePadded(out, name);
    writePadded(out, cookie);
    return bytes.toByteArray();
  }

  private static void writePadded(DataOutputStream out, byte[] data) throws IOException {
    out.write(data);
    out.write(new byte[(4 - data.length % 4) % 4]);
  }

  /** The cookies kept for display {@code number}, and an empty one: a server may ask for none. */
  private static List<byte[]> cookies(int number) throws IOException {
    List<byte[]> found = new ArrayList<>();
    Path file = authorityFile();
    if (Files.isReadable(file)) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        readCookies(in, Integer.toString(number), found);
      }
    }
    found.add(new byte[0]);
    return found;
  }

  private static Path authorityFile() {
    String set = System.getenv("XAUTHORITY");
    return set != null ? Path.of(set) : Path.of(System.getProperty("user.home"), ".Xauthority");
  }

  /** Entries of family, address, display number, name and data, each but the first counted. */
  private static void readCookies(DataInputStream in, String number, List<byte[]> found)
      throws IOException {
    while (in.available() > 0) {
      in.readUnsignedShort();
      counted(in);
      String entry = new String(counted(in), StandardCharsets.US_ASCII);
      String name = new String(counted(in), StandardCharsets.US_ASCII);
      byte[] data = counted(in);
      if (name.equals(COOKIE) && (entry.isEmpty() || entry.equals(number))) {
        found.add(data);
      }
    }
  }

  private static byte[] counted(DataInputStream in) throws IOException {
    byte[] data = new byte[in.readUnsignedShort()];
    in.readFully(data);
    return data;
  }
}
