package seq2seq.grading.remote;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.SubjectException;
import seq2seq.grading.Todo;
import seq2seq.grading.wire.ArrayTable;
import seq2seq.grading.wire.Crossing;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.Thrown;
import seq2seq.grading.wire.WireException;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/** One call of a subject, with the callbacks that it makes meanwhile. */
final class Call {
  private final RemoteExercise remote;
  private final Exercise exercise;
  private final Method method;
  private final Object[] arguments;
  private final ArrayTable arrays = new ArrayTable();
  private final List<Object> callbacks = new ArrayList<>();
  private final List<Class<?>> callbackTypes;
  private final List<Throwable> failures = new ArrayList<>();
  private Throwable thrown;

  Call(RemoteExercise remote, Exercise exercise, Method method, Object[] arguments) {
    this.remote = remote;
    this.exercise = exercise;
    this.method = method;
    this.arguments = arguments;
    callbackTypes = Arrays.stream(method.getParameterTypes()).filter(Crossing::isCallback).toList();
  }

  /**
   * Makes the call; changes the caller's own arrays where the subject changed them.
   *
   * @param number of the method
   */
  Object make(int number) throws Throwable {
    WireWriter frame = new WireWriter(Message.CALL).number(number);
    frame.arguments(method, arguments, arrays, this::remember);
    remote.send(frame);
    while (true) {
      WireReader answer = remote.receive();
      switch (answer.message()) {
        case RETURNED:
          return answer.result(method.getReturnType(), arrays);
        case THREW:
          throw thrown(answer);
        case CALL_BACK:
          remote.callsBack();
          remote.send(callBack(answer));
          break;
        default:
          throw remote.fault(answer.message());
      }
    }
  }

  private int remember(Object callback) {
    callbacks.add(callback);
    return callbacks.size() - 1;
  }

  private WireWriter callBack(WireReader question) {
    int number = question.number();
    int index = question.number();
    List<Method> methods = Crossing.methods(element(callbackTypes, number));
    Method asked = element(methods, index);
    Object[] values = question.plain(asked.getParameterTypes());
    try {
      asked.setAccessible(true); // a callback is often a lambda of a test
      Object result = asked.invoke(callbacks.get(number), values);
      WireWriter answer = new WireWriter(Message.CALLED_BACK);
      if (asked.getReturnType() != void.class) {
        answer.plain(new Class<?>[] {asked.getReturnType()}, new Object[] {result});
      }
      return answer;
    } catch (InvocationTargetException thrown) {
      return failed(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T element(List<T> list, int number) {
    if (number < 0 || number >= list.size()) {
      throw new WireException("there is no number " + number);
    }
    return list.get(number);
  }

  private WireWriter failed(Throwable failure) {
    failures.add(failure);
    Thrown kind =
        failure instanceof IllegalArgumentException
            ? Thrown.REFUSAL
            : failure instanceof RuntimeException ? Thrown.OTHER : Thrown.FROM_CALLBACK;
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return new WireWriter(Message.CALLBACK_THREW).number(kind.ordinal()).text(message);
  }

  /**
   * True if the subject threw this. What else comes of a call was thrown on our side; so was an
   * error of linking, whoever passed it on.
   */
  boolean isSubjects(Throwable failure) {
    return failure == thrown && !(failure instanceof LinkageError);
  }

  private Throwable thrown(WireReader answer) {
    Thrown kind = Thrown.of(answer.number());
    int callbackFailure = answer.number();
    String name = SafeText.line(answer.text());
    String message = SafeText.line(answer.text());
    int line = answer.number();
    thrown =
        switch (kind) {
          case TODO -> new Todo(exercise.id());
          case REFUSAL -> new IllegalArgumentException(message);
          case ENDLESS -> new StackOverflowError();
          case FROM_CALLBACK -> element(failures, callbackFailure);
          case OTHER -> new SubjectException(name, message);
        };
    if (kind == Thrown.ENDLESS) {
      remote.close(); // a class of Java's that was being initialised then is broken for good
    }
    if (kind != Thrown.FROM_CALLBACK) {
      thrown.setStackTrace(
          line > 0 ? new StackTraceElement[] {frame(line)} : new StackTraceElement[0]);
    }
    return thrown;
  }

  private StackTraceElement frame(int line) {
    String file = exercise.starterFile();
    String name = file.substring(file.lastIndexOf('/') + 1);
    return new StackTraceElement(exercise.starter(), method.getName(), name, line);
  }
}
