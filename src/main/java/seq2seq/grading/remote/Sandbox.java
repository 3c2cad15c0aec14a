package seq2seq.grading.remote;

import java.nio.file.Path;
import seq2seq.grading.run.Limits;

/**
 * The process of one learner, for one exercise after another: starting a JVM costs more than most
 * exercises do. Whoever finds that something is left in it ends it, and the next start makes a new
 * one. For one thread at a time.
 */
public final class Sandbox implements AutoCloseable {
  private final Limits limits;
  private final Path jar;
  private ChildJvm child;
  private boolean isReady;
  private boolean isUsed;

  /** One whose process has the classes of this jar. */
  Sandbox(Limits limits, Path jar) {
    this.limits = limits;
    this.jar = jar;
  }

  /** One for the exercises of this course; its process has not started. */
  public static Sandbox of(Limits limits) {
    return new Sandbox(limits, ChildJar.ofAllExercises());
  }

  /** Lets a process start, unless there is one; it is not there yet when this returns. */
  public void start() {
    if (child == null) {
      child = ChildJvm.start(jar, limits);
      isReady = false;
      isUsed = false;
    }
  }

  Limits limits() {
    return limits;
  }

  /** The process; null before a start and after an end. */
  ChildJvm child() {
    return child;
  }

  /** True if the process has said that it is there. */
  boolean isReady() {
    return isReady;
  }

  /** The process has said that it is there. */
  void ready() {
    isReady = true;
  }

  /** True if there is a process, and a class has been loaded into it. */
  public boolean isUsed() {
    return child != null && isUsed;
  }

  /** A class is loaded. */
  void use() {
    isUsed = true;
  }

  /** Ends the process, if there is one. */
  @Override
  public void close() {
    if (child != null) {
      child.close();
      child = null;
    }
  }
}
