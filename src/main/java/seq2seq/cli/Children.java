package seq2seq.cli;

/** The processes that this one has started. */
public final class Children {
  private static final int ROUNDS = 3;
  private static volatile boolean isEnding;

  private Children() {}

  /**
   * From now on they end when this JVM does, also by Ctrl-C: a loop without end in somebody's
   * exercise must not go on behind our back.
   */
  public static void endWithUs() {
    Runtime.getRuntime().addShutdownHook(new Thread(Children::end, "end the children"));
  }

  /** True once this JVM is ending: what its children say from then on means nothing. */
  public static boolean areEnding() {
    return isEnding;
  }

  /** More than once, because a last one may just be starting. */
  private static void end() {
    isEnding = true;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(20);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
