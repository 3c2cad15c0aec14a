package seq2seq.grading.child;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import seq2seq.grading.wire.ArrayTable;
import seq2seq.grading.wire.Crossing;
import seq2seq.grading.wire.Frames;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/** Answers the parent's calls, one at a time, with the learner's class. */
final class Conversation implements Runnable {
  /** The thread that listens, and this one. */
  private static final int OWN_THREADS = 2;

  /** The exit status of a process that cannot go on. */
  private static final int BROKEN = 70;

  private final Frames parent;
  private final LinkedBlockingQueue<byte[]> frames;
  private final LimitedOutput printed;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private Class<?> specification;
  private List<Method> methods;
  private String subjectName;
  private LearnerLoader loader;
  private Object subject;

  Conversation(Frames parent, LinkedBlockingQueue<byte[]> frames, LimitedOutput printed) {
    this.parent = parent;
    this.frames = frames;
    this.printed = printed;
  }

  @Override
  public void run() {
    try {
      while (true) {
        WireReader frame = next();
        switch (frame.message()) {
          case HELLO -> greet(frame);
          case LOAD -> load(frame);
          case RENEW -> renew();
          case CALL -> parent.send(answer(frame));
          default -> throw new IllegalStateException("unexpected " + frame.message());
        }
      }
    } catch (IOException gone) {
      // the parent has ended
    } catch (Throwable broken) {
      Runtime.getRuntime().halt(BROKEN); // the parent finds out at once
    }
  }

  WireReader next() throws InterruptedException {
    return new WireReader(frames.take());
  }

  void send(WireWriter frame) throws IOException {
    parent.send(frame.toBytes());
  }

  private void greet(WireReader frame) throws IOException {
    printed.limit(frame.number());
    send(new WireWriter(Message.READY));
  }

  private void load(WireReader frame) throws ClassNotFoundException {
    specification = Class.forName(frame.text());
    methods = Crossing.methods(specification);
    subjectName = frame.text();
    classes.clear();
    int count = frame.number();
    for (int i = 0; i < count; i++) {
      classes.put(frame.text(), frame.bytes());
    }
    renew();
  }

  /** New classes each time: what a class kept in static fields is gone. */
  private void renew() {
    loader = new LearnerLoader(classes);
    subject = null;
    printed.forget();
  }

  private byte[] answer(WireReader frame) {
    Method method = methods.get(frame.number());
    ArrayTable arrays = new ArrayTable();
    Callbacks callbacks = new Callbacks(this);
    Object[] arguments = frame.arguments(method, arrays, callbacks);
    arrays.remember();
    try {
      WireWriter answer = new WireWriter(Message.RETURNED);
      answer.result(method.getReturnType(), call(method, arguments), arrays);
      return isAlone() ? answer.toBytes() : new WireWriter(Message.THREADS).toBytes();
    } catch (WireWriter.TooLarge tooLarge) {
      return new WireWriter(Message.TOO_LARGE).toBytes();
    } catch (Throwable thrown) {
      return isAlone()
          ? ThrownFrame.of(thrown, loader, callbacks).toBytes()
          : new WireWriter(Message.THREADS).toBytes();
    } finally {
      callbacks.close();
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      if (subject == null) {
        subject = create();
      }
      return method.invoke(subject, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** Fails with a {@link ClassCastException} if the class does not implement the interface. */
  private Object create() throws ReflectiveOperationException {
    Constructor<?> constructor = loader.loadClass(subjectName).getDeclaredConstructor();
    constructor.setAccessible(true); // a class that is not public will do
    return specification.cast(constructor.newInstance());
  }

  private static boolean isAlone() {
    return Thread.activeCount() <= OWN_THREADS;
  }
}
