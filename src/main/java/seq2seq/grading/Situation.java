package seq2seq.grading;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One call of a subject under watch, and the words for what was wrong with it.
 *
 * <p>A call is made twice. It must leave its inputs as they were, return arrays of its own, and
 * give the same answer both times.
 */
public final class Situation {
  private final String label;
  private final String given;
  private final Object[] inputs;

  Situation(String label, String given, Object[] inputs) {
    this.label = label;
    this.given = given;
    this.inputs = inputs;
  }

  /**
   * A situation of the exercise {@code id}.
   *
   * @param given the inputs in a few words, as in "for valid lengths [3, 1]"
   * @param inputs the arrays that the call hands over
   */
  public static Situation of(String id, String given, Object... inputs) {
    return new Situation(Exercises.find(id).label(), given, inputs);
  }

  /**
   * Makes the call.
   *
   * @throws AssertionError if it throws, returns null, changes an input, returns an input's own
   *     array, or does not answer the same when it is repeated
   */
  public Outcome call(Supplier<?> call) {
    List<Values> before = values();
    Object first = attempt(call);
    Values got = read(first);
    checkInputs(before);
    checkOwn(first);
    Values again = read(attempt(call));
    if (!got.matches(again, 0) || !got.matches(read(first), 0)) {
      throw failure("the same call made twice gave two answers: it keeps something between calls");
    }
    return new Outcome(this, got);
  }

  /**
   * Makes a call that must be refused.
   *
   * @param rule what the call breaks, as in "a length must be from 0 to T"
   * @throws AssertionError if it returns, or throws anything but an {@link
   *     IllegalArgumentException}
   */
  public void rejects(Supplier<?> call, String rule) {
    try {
      call.get();
    } catch (Todo waiting) {
      throw waiting;
    } catch (SubjectFault fault) {
      throw failure(fault.what(), fault.hint());
    } catch (IllegalArgumentException asItShould) {
      return;
    } catch (RuntimeException | StackOverflowError other) {
      throw failure("expected an IllegalArgumentException, got " + thrown(other), rule);
    }
    throw failure("expected an IllegalArgumentException, got an answer", rule);
  }

  private Object attempt(Supplier<?> call) {
    try {
      return call.get();
    } catch (Todo waiting) {
      throw waiting;
    } catch (SubjectFault fault) {
      throw failure(fault.what(), fault.hint());
    } catch (StackOverflowError endless) {
      throw failure(
          "calls itself too deep (StackOverflowError)",
          "look for a method that calls itself without end, or too often");
    } catch (RuntimeException | LinkageError thrown) {
      throw failure("threw " + thrown(thrown));
    }
  }

  /** With the line of the learner's file that threw it, or was on the way there. */
  private static String thrown(Throwable thrown) {
    String what =
        thrown instanceof SubjectException other ? other.name() : thrown.getClass().getSimpleName();
    String why = thrown.getMessage() == null ? what : what + ": " + thrown.getMessage();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().matches("seq2seq\\.(starters|solutions)\\..*")) {
        return why + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
      }
    }
    return why;
  }

  private Values read(Object result) {
    try {
      return Values.of(result);
    } catch (IllegalArgumentException unreadable) {
      throw failure("returned " + unreadable.getMessage());
    }
  }

  private void checkInputs(List<Values> before) {
    List<Values> after = values();
    for (int i = 0; i < inputs.length; i++) {
      if (!before.get(i).matches(after.get(i), 0)) {
        throw failure("changed its input number " + (i + 1) + "; work on arrays of your own");
      }
    }
  }

  private List<Values> values() {
    return Arrays.stream(inputs).map(Values::of).toList();
  }

  private void checkOwn(Object result) {
    Set<Object> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object input : inputs) {
      arrays(input, theirs);
    }
    Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
    arrays(result, own);
    if (!Collections.disjoint(own, theirs)) {
      throw failure("returned an input's own array; return a new one");
    }
  }

  /** All arrays in {@code part}, save empty ones, which nobody can change. */
  private static void arrays(Object part, Set<Object> into) {
    if (part instanceof Record record) {
      Values.components(record).forEach(component -> arrays(component, into));
    } else if (part != null && part.getClass().isArray() && Array.getLength(part) > 0) {
      into.add(part);
      for (int i = 0; i < Array.getLength(part); i++) {
        arrays(Array.get(part, i), into);
      }
    }
  }

  AssertionError failure(String what) {
    return failure(what, "");
  }

  AssertionError failure(String what, String meaning) {
    return new AssertionError(
        label + ": " + what + " for " + given + (meaning.isEmpty() ? "." : ": " + meaning + "."));
  }
}
