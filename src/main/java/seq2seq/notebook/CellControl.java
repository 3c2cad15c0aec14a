package seq2seq.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CancellationException;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this JVM, hands over the value itself rather than its text, and can stop what
 * runs.
 *
 * <p>The JDK's local control starts a thread per snippet. On JDK 17 it stops one with {@code
 * Thread.stop}; later JDKs weave a check into the loops of snippets, which library code does not
 * have. So stopping here starts politely: the thread is interrupted, and a long loop of the library
 * that looks at {@link Thread#interrupted} ends in good order. Only then comes the JDK's way.
 */
final class CellControl extends LocalExecutionControl {
  private static final long GRACE_MILLIS = 400;

  /** From this JDK on, snippets are woven with checks, and {@code Thread.stop} does nothing. */
  private static final int WEAVES_SINCE = 20;

  private static final InheritableThreadLocal<CellControl> CALLER = new InheritableThreadLocal<>();
  private static final Method TRAMPOLINE = trampoline();

  private Method snippet;
  private Thread caller;
  private volatile Thread running;
  private volatile boolean stopRequested;
  private volatile Object value;
  private volatile Throwable thrown;
  private volatile Field field;

  /** Forgets that a stop was asked for, at the start of what may be stopped again. */
  void clearStop() {
    stopRequested = false;
  }

  /** The value of the snippet that ran last; null if it has none. */
  Object value() {
    return value;
  }

  /** What the snippet that ran last threw; null if it ran to its end. */
  Throwable thrown() {
    return thrown;
  }

  /** The field that holds the variable whose value was asked for last. */
  Field field() {
    return field;
  }

  /** JShell asks for the text of a value; the field behind it can be read and set. */
  @Override
  public String varValue(String className, String name) throws RunException, InternalException {
    try {
      field = findClass(className).getDeclaredField(name);
      field.setAccessible(true); // its class is not public
      return "";
    } catch (ReflectiveOperationException e) {
      throw new InternalException(e.toString());
    }
  }

  /**
   * Runs {@code snippet} by way of {@link #bounce}, a method of ours, because the JDK's own call
   * keeps only the text of the value.
   */
  @Override
  protected String invoke(Method snippet) throws Exception {
    this.snippet = snippet;
    caller = Thread.currentThread();
    value = null;
    thrown = null;
    CALLER.set(this);
    try {
      super.invoke(TRAMPOLINE);
      return "";
    } finally {
      CALLER.remove();
      running = null;
    }
  }

  /** Runs in the snippet's thread. */
  static Object bounce() throws Throwable {
    CellControl control = CALLER.get();
    CALLER.remove();
    return control.call();
  }

  private Object call() throws Throwable {
    awaitCaller();
    running = Thread.currentThread();
    try {
      if (stopRequested) {
        throw new CancellationException("stopped before it ran, while it was compiled");
      }
      value = snippet.invoke(null);
      return null;
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      throw thrown;
    } finally {
      running = null;
    }
  }

  /**
   * Waits until the caller waits for this thread. It joins every thread of the snippet's group that
   * it sees at that moment, and a pool's thread that the snippet starts never ends.
   */
  private void awaitCaller() {
    for (int i = 0; i < 10_000 && caller.getState() != Thread.State.WAITING; i++) {
      Thread.yield();
    }
  }

  @Override
  public void stop() throws EngineTerminationException, InternalException {
    stopRequested = true; // before `running` is read, for a snippet that is about to run
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
      await(thread);
    }
    if (thread != null && running == thread) {
      force(thread);
    }
  }

  /**
   * On JDK 17 the JDK's way stops every thread that the snippet has started, the engine's helpers
   * among them, which are not started again. The snippet's own thread is enough.
   */
  @SuppressWarnings({"deprecation", "removal"})
  private void force(Thread thread) throws EngineTerminationException, InternalException {
    if (Runtime.version().feature() < WEAVES_SINCE) {
      thread.stop();
    } else {
      super.stop();
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Method trampoline() {
    try {
      Method bounce = CellControl.class.getDeclaredMethod("bounce");
      bounce.setAccessible(true);
      return bounce;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Hands JShell the control that its owner keeps. */
  static final class Provider implements ExecutionControlProvider {
    private final CellControl control;

    Provider(CellControl control) {
      this.control = control;
    }

    @Override
    public String name() {
      return "notebook";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return control;
    }
  }
}
