package seq2seq.grading.remote;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes that run now, so that none outlives this JVM. */
final class RunningJvms {
  private static final List<ChildJvm> RUNNING = new CopyOnWriteArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RunningJvms::closeAll, "grading end"));
  }

  private RunningJvms() {}

  static void add(ChildJvm child) {
    RUNNING.add(child);
  }

  static void remove(ChildJvm child) {
    RUNNING.remove(child);
  }

  private static void closeAll() {
    RUNNING.forEach(ChildJvm::close);
  }
}
