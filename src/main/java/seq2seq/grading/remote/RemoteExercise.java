package seq2seq.grading.remote;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
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
  private final UsageMeter meter;
  private final PrintedStart printed = new PrintedStart();
  private Map<String, byte[]> classes = Map.of();
  private String subjectClass = "";
  private boolean isAlone;
  private ChildJvm loadedInto;
  private SubjectFault fault;
  private GraderTrouble trouble;
  private int test;
  private int testOfChild;

  RemoteExercise(Exercise exercise, Class<?> specification, Sandbox sandbox, boolean isChecked) {
    this.exercise = exercise;
    this.specification = specification;
    this.sandbox = sandbox;
    methods = Crossing.methods(specification);
    meter = new UsageMeter(exercise, sandbox.limits(), isChecked);
    if (sandbox.isUsed()) {
      meter.shorten(); // what fails there is run again
    }
  }

  /**
   * An exercise that is here, in the process of this sandbox.
   *
   * @param isChecked true if what the class uses is checked before it comes here
   */
  public static RemoteExercise of(Exercise exercise, Sandbox sandbox, boolean isChecked) {
    return new RemoteExercise(exercise, ChildJar.specification(exercise), sandbox, isChecked);
  }

  /**
   * From the next test on, the subject is of these classes.
   *
   * @param name the full name of the class that implements the interface
   * @param files class files by class name
   * @param alone true if each test needs a process that no other test has used
   */
  public void use(String name, Map<String, byte[]> files, boolean alone) {
    subjectClass = name;
    classes = files;
    isAlone = alone;
    meter.mayBlock(alone);
    loadedInto = null;
  }

  /** The subject of the next test: a new instance of newly loaded classes, with time of its own. */
  public Object newSubject() {
    int number = ++test;
    fault = null;
    if (isAlone && sandbox.isUsed()) {
      close();
    }
    return Crossing.proxy(
        specification,
        "the subject of exercise " + exercise.label(),
        (proxy, method, arguments) -> call(number, method, arguments));
  }

  private Object call(int number, Method method, Object[] arguments) throws Throwable {
    if (number != test) {
      throw new IllegalStateException("the test that this subject belongs to is over");
    }
    if (trouble != null) {
      throw trouble;
    }
    if (fault != null) {
      throw fault;
    }
    Call call = new Call(this, exercise, method, arguments);
    try {
      prepare();
      return call.make(methods.indexOf(method));
    } catch (SubjectFault found) {
      fault = found;
    } catch (GraderTrouble found) {
      trouble = found;
    } catch (WireException lie) {
      fault = meter.nonsense();
    } catch (RuntimeException | LinkageError failure) {
      if (call.isSubjects(failure)) {
        throw failure;
      }
      trouble = GraderTrouble.of(failure);
    }
    close();
    throw fault == null ? trouble : fault;
  }

  /** What went wrong on our side, if anything did: then the results mean nothing. */
  public Optional<GraderTrouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Sees to it that there is a process, and that it has a new subject for this test. */
  private void prepare() {
    sandbox.start();
    if (loadedInto != sandbox.child()) {
      load();
    }
    if (testOfChild != test) {
      testOfChild = test;
      meter.begins(sandbox.child());
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
    sandbox.use();
    testOfChild = 0;
  }

  private void awaitReady() {
    meter.starts();
    try {
      if (receive().message() == Message.READY) {
        sandbox.ready();
        return;
      }
    } catch (SubjectFault | WireException none) {
      throw new GraderTrouble(
          "the process for the class did not start: " + none.getMessage(), none);
    }
    throw new GraderTrouble("the process for the class did not start as it should");
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
        meter.check(child);
        if (frame != null && frame.message() == Message.PRINTED) {
          printed.add(frame.bytes());
        } else if (frame != null) {
          return frame;
        }
      }
    } catch (NoAnswer none) {
      throw meter.fault(none.end(), child);
    }
  }

  void callsBack() {
    meter.callsBack();
  }

  SubjectFault fault(Message said) {
    return meter.fault(said);
  }

  /** Ends the process; the next call starts another. */
  @Override
  public void close() {
    sandbox.close();
    loadedInto = null;
  }
}
