package seq2seq.book.live.jdk;

import org.teavm.jso.JSBody;

/** What the stand-ins ask of the browser. */
final class Browser {
  private Browser() {}

  /** {@code text} in the normal form of that name: NFC, NFD. */
  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  static native String normalized(String text, String form);

  /** Whether a character belongs to the script that Unicode calls so: {@code Han}. */
  @JSBody(
      params = {"codePoint", "script"},
      script =
          "return new RegExp('^\\\\p{Script=' + script + '}$', 'u')"
              + ".test(String.fromCodePoint(codePoint));")
  static native boolean isOfScript(int codePoint, String script);
}
