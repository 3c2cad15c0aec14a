package seq2seq.notebook;

import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import seq2seq.language.Texts;

/** Says in words what redefining one thing did to another. */
final class StateChanges {
  private static final Texts TEXTS = Texts.of(StateChanges.class);

  private StateChanges() {}

  /**
   * The sentence for an event that another snippet caused; empty for what a reader expects, such as
   * the old definition going when the new one comes.
   */
  static Optional<String> describe(JShell shell, SnippetEvent event) {
    Status now = event.status();
    if (event.previousStatus() != Status.VALID || now == Status.OVERWRITTEN) {
      return Optional.empty();
    }
    String cause = name(event.causeSnippet());
    String changed = name(event.snippet());
    if (now == Status.VALID) {
      boolean reset = event.snippet().kind() == Snippet.Kind.VAR && event.isSignatureChange();
      return reset ? Optional.of(TEXTS.get("state.reset", cause, changed)) : Optional.empty();
    }
    String missing = missing(shell, event.snippet());
    String key = missing.isEmpty() ? "state.dropped" : "state.dropped.needs";
    return Optional.of(TEXTS.get(key, cause, changed, missing));
  }

  private static String missing(JShell shell, Snippet snippet) {
    if (!(snippet instanceof DeclarationSnippet declaration)) {
      return "";
    }
    return String.join(", ", shell.unresolvedDependencies(declaration).toList());
  }

  /** What a reader calls the snippet. */
  static String name(Snippet snippet) {
    return snippet instanceof PersistentSnippet named ? named.name() : snippet.source().strip();
  }
}
