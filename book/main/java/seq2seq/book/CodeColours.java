package seq2seq.book;

import java.util.List;

/**
 * Code in colours: Prism's grammar for Java, with the few kinds of token that a reader tells apart
 * at a glance.
 */
final class CodeColours {
  static final String FOLDER = "META-INF/resources/webjars/prismjs/1.30.0/components";

  /** Operators and brackets have the colour of the rest, so they need no mark. */
  private static final String RENDER =
      "(function (code) {"
          + " var plain = {operator: 1, punctuation: 1, namespace: 1, 'import': 1};"
          + " function flat(token) {"
          + "  if (typeof token === 'string') return Prism.util.encode(token);"
          + "  if (Array.isArray(token)) return token.map(flat).join('');"
          + "  var inner = flat(token.content);"
          + "  return plain[token.type] ? inner"
          + "   : '<span class=\"t-' + token.type + '\">' + inner + '</span>'; }"
          + " return flat(Prism.tokenize(code, Prism.languages.java)); })";

  private final Scripts.TextFunction prism;

  CodeColours(Scripts scripts) {
    for (String part : List.of("core", "clike", "java")) {
      scripts.load(FOLDER + "/prism-" + part + ".js");
    }
    prism = scripts.function(RENDER);
  }

  /** {@code code} as HTML, its tokens marked. */
  String java(String code) {
    return prism.apply(List.of(code));
  }
}
