package seq2seq.book;

import java.util.List;
import java.util.function.Function;

/**
 * Code in colours: Prism's grammar for Java, with the few kinds of token that a reader tells apart
 * at a glance.
 */
final class CodeColours {
  static final String FOLDER = "META-INF/resources/webjars/prismjs/1.30.0/components";

  /** The kinds that are told apart, each with the one letter of its class; all others are plain. */
  private static final String RENDER =
      "(function (code) {"
          + " var kinds = {keyword: 'k', 'boolean': 'k', string: 's', 'char': 's',"
          + "  'triple-quoted-string': 's', number: 'n', 'class-name': 'c', annotation: 'c', comment: 'm'};"
          + " function flat(token) {"
          + "  if (typeof token === 'string') return Prism.util.encode(token);"
          + "  if (Array.isArray(token)) return token.map(flat).join('');"
          + "  var inner = flat(token.content);"
          + "  var kind = kinds[token.type];"
          + "  return kind ? '<span class=' + kind + '>' + inner + '</span>' : inner; }"
          + " return flat(Prism.tokenize(code, Prism.languages.java)); })";

  private final Function<List<String>, String> prism;

  CodeColours(Scripts scripts) {
    for (String part : List.of("core", "clike", "java")) {
      scripts.load(FOLDER + "/prism-" + part + ".js");
    }
    prism = scripts.function(RENDER);
  }

  /** Java as a block of HTML, its tokens marked. */
  String block(String code) {
    return "<pre class=\"code\"><code>" + prism.apply(List.of(code)) + "</code></pre>";
  }
}
