package seq2seq.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what is added, in hexadecimal. */
public final class Sha256 {
  private final MessageDigest digest;

  /** That of nothing yet. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  /** 64 digits for {@code bytes}. */
  public static String of(byte[] bytes) {
    return new Sha256().add(ByteBuffer.wrap(bytes)).hex();
  }

  /** 64 digits for {@code text} in UTF-8. */
  public static String of(String text) {
    return new Sha256().add(text).hex();
  }

  /** Adds {@code text} in UTF-8. */
  public Sha256 add(String text) {
    return add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Adds the bytes that remain in {@code bytes}, which is advanced. */
  public Sha256 add(ByteBuffer bytes) {
    digest.update(bytes);
    return this;
  }

  /** 64 digits for all that was added; afterwards it starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
