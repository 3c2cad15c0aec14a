package seq2seq.grading.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import seq2seq.engine.Tensor;

/** What may cross an exercise's interface. */
public final class Crossing {
  private static final String GRADED = "seq2seq.graded.";

  private Crossing() {}

  /**
   * The methods that can be called through {@code type}, in an order that both processes agree on.
   */
  public static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** True if {@code type} is an interface that the subject may call back. */
  public static boolean isCallback(Class<?> type) {
    return type.isInterface() && type.getName().startsWith(GRADED);
  }

  /**
   * Why the interface of an exercise cannot be called through a process, one line each; none if it
   * can. Numbers, truth values, texts, arrays of those, records declared in {@code seq2seq.graded},
   * tensors, and as parameters callbacks of all these may cross.
   */
  public static List<String> problems(Class<?> specification) {
    List<String> problems = new ArrayList<>();
    Set<Class<?>> seen = new LinkedHashSet<>();
    for (Method method : methods(specification)) {
      check(method, true, seen, problems);
    }
    return problems;
  }

  private static void check(
      Method method, boolean callbacks, Set<Class<?>> seen, List<String> problems) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (callbacks && isCallback(parameter)) {
        methods(parameter).forEach(inner -> check(inner, false, seen, problems));
      } else {
        checkValue(parameter, method.toString(), seen, problems);
      }
    }
    if (method.getReturnType() != void.class) {
      checkValue(method.getReturnType(), method.toString(), seen, problems);
    }
  }

  private static void checkValue(
      Class<?> type, String where, Set<Class<?>> seen, List<String> problems) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isRecord() && element.getName().startsWith(GRADED)) {
      if (seen.add(element)) {
        for (RecordComponent component : element.getRecordComponents()) {
          checkValue(component.getType(), component.toString(), seen, problems);
        }
      }
    } else if (!element.isPrimitive() && element != String.class && element != Tensor.class) {
      problems.add(element.getName() + " cannot cross: " + where);
    }
  }
}
