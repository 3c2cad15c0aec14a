import seq2seq.cli.Main;

/** Runs {@code learn train} once for each argument, a line of options, in one JVM. */
class Trainings {
  public static void main(String[] lines) {
    for (String line : lines) {
      int status = Main.run(("train " + line).split(" "));
      if (status != 0) {
        System.exit(status);
      }
    }
  }
}
