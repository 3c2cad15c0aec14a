package seq2seq.notebook;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The variables of a session, and what they hold.
 *
 * <p>Stock jshell exchanges the body of a method in place. An engine within this JVM cannot: it
 * defines the method anew, and with it every variable that was declared by a call of it, which
 * would be 0 or null from then on. So their values are put back.
 */
final class Variables {
  private final JShell shell;
  private final CellControl control;

  Variables(JShell shell, CellControl control) {
    this.shell = shell;
    this.control = control;
  }

  /** What each variable holds, by its name. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    declared().forEach(variable -> values.put(variable.name(), value(variable)));
    return values;
  }

  /** A line for each: {@code int sum = 3}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (VarSnippet variable : declared()) {
      String value = Echo.of(value(variable)).replaceAll("\\s*\\R\\s*", " ");
      lines.add(variable.typeName() + " " + variable.name() + " = " + value);
    }
    return lines;
  }

  private List<VarSnippet> declared() {
    return shell
        .variables()
        .filter(variable -> shell.status(variable) == Status.VALID)
        .filter(variable -> !variable.name().startsWith("$"))
        .toList();
  }

  private Object value(VarSnippet variable) {
    try {
      return field(variable).get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError("variables of a session are public", e);
    }
  }

  private Field field(VarSnippet variable) {
    shell.varValue(variable);
    return control.field();
  }

  /**
   * Gives the variable of {@code event} back what it held before, if another snippet took it away
   * and stock jshell had left it; whether it did.
   */
  boolean restore(SnippetEvent event, Map<String, Object> before) {
    if (!(event.snippet() instanceof VarSnippet variable)
        || event.previousStatus() != Status.VALID
        || event.status() != Status.VALID
        || isOfTheClass(variable, event.causeSnippet())) {
      return false;
    }
    try {
      field(variable).set(null, before.get(variable.name()));
      return true;
    } catch (IllegalAccessException | IllegalArgumentException | NullPointerException otherType) {
      return false;
    }
  }

  /** What is made of objects of a class cannot hold those of its old definition. */
  private static boolean isOfTheClass(VarSnippet variable, Snippet cause) {
    String name = "\\b" + Pattern.quote(StateChanges.name(cause)) + "\\b";
    return cause.kind() == Snippet.Kind.TYPE_DECL
        && Pattern.compile(name).matcher(variable.typeName()).find();
  }
}
