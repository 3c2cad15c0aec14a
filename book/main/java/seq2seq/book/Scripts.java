package seq2seq.book;

import java.util.List;
import java.util.function.Function;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/**
 * JavaScript libraries that help to make pages, run by Rhino in the thread that opened them. They
 * see nothing of Java, and nothing of the network.
 */
final class Scripts implements AutoCloseable {
  private final Context context = Context.enter();
  private final ScriptableObject scope;

  Scripts() {
    context.setInterpretedMode(true); // KaTeX's larger functions are no JVM methods
    context.setLanguageVersion(Context.VERSION_ES6);
    scope = context.initSafeStandardObjects();
  }

  /** Loads a library from the class path. */
  void load(String resource) {
    context.evaluateString(scope, Resources.text(resource), resource, 1, null);
  }

  /** The function that {@code source} evaluates to, on texts; it throws RhinoExceptions. */
  Function<List<String>, String> function(String source) {
    Callable function = (Callable) context.evaluateString(scope, source, "book", 1, null);
    return texts -> Context.toString(function.call(context, scope, scope, texts.toArray()));
  }

  @Override
  public void close() {
    Context.exit();
  }
}
