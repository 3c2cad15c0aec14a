package seq2seq.grading.child;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import seq2seq.grading.wire.Crossing;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.Thrown;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/** The callbacks of one call: proxies that ask the parent. */
final class Callbacks implements WireReader.Callbacks {
  private final Conversation conversation;
  private final List<Throwable> thrown = new ArrayList<>();
  private boolean closed;

  Callbacks(Conversation conversation) {
    this.conversation = conversation;
  }

  /** A callback lives as long as the call that it was handed to. */
  synchronized void close() {
    closed = true;
  }

  /** The number of a failure that the parent threw and the subject passed on; -1 if it is none. */
  int number(Throwable failure) {
    for (int i = 0; i < thrown.size(); i++) {
      if (thrown.get(i) == failure) { // never equals, which the learner may have written
        return i;
      }
    }
    return -1;
  }

  @Override
  public Object callback(Class<?> type, int number) {
    List<Method> methods = Crossing.methods(type);
    return Crossing.proxy(
        type,
        "callback",
        (proxy, method, arguments) -> ask(number, methods.indexOf(method), method, arguments));
  }

  private synchronized Object ask(int number, int index, Method method, Object[] arguments)
      throws Throwable {
    if (closed) {
      throw new IllegalStateException("the call that this callback belongs to is over");
    }
    WireWriter question = new WireWriter(Message.CALL_BACK).number(number).number(index);
    question.plain(method.getParameterTypes(), arguments);
    return answer(question, method);
  }

  private Object answer(WireWriter question, Method method) throws Throwable {
    try {
      conversation.send(question);
    } catch (IOException gone) {
      throw new IllegalStateException("the parent has ended", gone);
    }
    WireReader answer = conversation.next();
    if (answer.message() == Message.CALLBACK_THREW) {
      Thrown kind = Thrown.of(answer.number());
      Throwable failure = failure(kind, answer.text());
      thrown.add(failure);
      throw failure;
    }
    Class<?> type = method.getReturnType();
    return type == void.class ? null : answer.plain(new Class<?>[] {type})[0];
  }

  private static Throwable failure(Thrown kind, String message) {
    return switch (kind) {
      case REFUSAL -> new IllegalArgumentException(message);
      case OTHER -> new IllegalStateException(message);
      default -> new AssertionError(message);
    };
  }
}
