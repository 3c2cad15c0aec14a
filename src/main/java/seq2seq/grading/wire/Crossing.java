package seq2seq.grading.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import seq2seq.engine.Tensor;

/** What may cross an exercise's interface, and what stands for the other side of it. */
public final class Crossing {
  private static final String GRADED = "seq2seq.graded.";

  private Crossing() {}

  /**
   * The methods that can be called through {@code type}, in an order that both processes agree on.
   */
  public static List<Method> methods(Class<?> type) {
    SortedMap<String, Method> methods = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        methods.put(method.toString(), method);
      }
    }
    return List.copyOf(methods.values());
  }

  /**
   * Stands for an object in the other process.
   *
   * @param type its interface
   * @param name what its {@code toString} gives
   * @param calls makes the calls; of no arguments it gets an empty array
   */
  public static Object proxy(Class<?> type, String name, InvocationHandler calls) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object[] given = arguments == null ? new Object[0] : arguments;
          return method.getDeclaringClass() == Object.class
              ? own(proxy, method, given, name)
              : calls.invoke(proxy, method, given);
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object own(Object proxy, Method method, Object[] arguments, String name) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> 1;
      default -> name;
    };
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
