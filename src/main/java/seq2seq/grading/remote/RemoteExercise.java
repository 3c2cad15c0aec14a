package seq2seq.grading.remote;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import seq2seq.grading.Exercise;
import seq2seq.grading.SubjectFault;
import seq2seq.grading.remote.ChildJvm.NoAnswer;
import seq2seq.grading.wire.Crossing;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.WireException;
import seq2seq.grading.wire.WireReader;
import seq2seq.grading.wire.WireWriter;

/**
 * The learner's class of one exercise in a process, and the subjects that stand for it.
 *
 * <p>One process serves all tests of the exercise; a fault ends it, and the next test gets a new
 * one. For one thread at a time.
 */
public final class RemoteExercise implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(100);

  private final Exercise exercise;
  private final Class<?> specification;
  private final List<Method> methods;
  private final Sandbox sandbox;
  private final Watch watch;
  private final Prints printed = new Prints();
  private Map<String, byte[]> classes = Map.of();
  private String subjectClass = "";
  private ChildJvm loadedInto;
  private SubjectFault fault;
  private int test;
  private int testOfChild;

  RemoteExercise(Exercise exercise, Class<?> specification, Sandbox sandbox) {
    this.exercise = exercise;
    this.specification = specification;
    this.sandbox = sandbox;
    methods = Crossing.methods(specification);
    watch = new Watch(exercise, sandbox.limits());
  }

  /** An exercise that is here, in the process of this sandbox. */
  public static RemoteExercise of(Exercise exercise, Sandbox sandbox) {
    return new RemoteExercise(exercise, ChildJar.specification(exercise), sandbox);
  }

  /** The names of the interface and of the types that come with it: all it has of the exercises. */
  public Collection<String> graded() {
    return ChildJar.neighbours(specification);
  }

  /**
   * From the next test on, the subject is of these classes.
   *
   * @param name the full name of the class that implements the interface
   * @param checked class files by class name, checked already
   */
  public void use(String name, Map<String, byte[]> checked) {
    subjectClass = name;
    classes = checked;
    loadedInto = null;
  }

  /** The subject of the next test: a new instance of newly loaded classes, with time of its own. */
  public Object newSubject() {
    int number = ++test;
    fault = null;
    return Proxy.newProxyInstance(
        specification.getClassLoader(),
        new Class<?>[] {specification},
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? own(proxy, method, arguments)
                : call(number, method, arguments));
  }

  private Object own(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> 1;
      default -> "the subject of exercise " + exercise.label();
    };
  }

  private Object call(int number, Method method, Object[] arguments) throws Throwable {
    if (number != test) {
      throw new IllegalStateException("the test that this subject belongs to is over");
    }
    if (fault != null) {
      throw fault;
    }
    try {
      prepare();
      Object[] values = arguments == null ? new Object[0] : arguments;
      return new Call(this, exercise, method, values).make(methods.indexOf(method));
    } catch (SubjectFault found) {
      fault = found;
      close();
      throw found;
    } catch (WireException lie) {
      fault = watch.nonsense();
      close();
      throw fault;
    }
  }

  /** Sees to it that there is a process, and that it has a new subject for this test. */
  private void prepare() {
    sandbox.start();
    if (loadedInto != sandbox.child()) {
      load();
    }
    if (testOfChild != test) {
      testOfChild = test;
      watch.begins(sandbox.child());
      send(new WireWriter(Message.RENEW));
    }
  }

  private void load() {
    if (!sandbox.isReady()) {
      awaitReady();
    }
    WireWriter frame = new WireWriter(Message.LOAD).text(specification.getName());
    frame.text(subjectClass).number(classes.size());
    classes.forEach((name, bytes) -> frame.text(name).bytes(bytes));
    send(frame);
    loadedInto = sandbox.child();
    testOfChild = 0;
  }

  private void awaitReady() {
    watch.starts();
    if (receive().message() != Message.READY) {
      throw watch.nonsense();
    }
    sandbox.ready();
  }

  /** The first lines that the subjects printed. */
  public List<String> printed() {
    return printed.lines();
  }

  void send(WireWriter frame) {
    sandbox.child().send(frame);
  }

  /** The child's next frame, if it comes before a limit is reached. */
  WireReader receive() {
    ChildJvm child = sandbox.child();
    try {
      while (true) {
        WireReader frame = child.receive(SLICE);
        watch.check(child);
        if (frame != null && frame.message() == Message.PRINTED) {
          printed.add(frame.bytes());
        } else if (frame != null) {
          return frame;
        }
      }
    } catch (NoAnswer none) {
      throw watch.fault(none.end(), child);
    }
  }

  void callsBack() {
    watch.callsBack();
  }

  SubjectFault fault(Message said) {
    return watch.fault(said);
  }

  /** Ends the process; the next call starts another. */
  @Override
  public void close() {
    sandbox.close();
    loadedInto = null;
  }
}
