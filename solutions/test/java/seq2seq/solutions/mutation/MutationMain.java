package seq2seq.solutions.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a report of PIT's; {@code .ci/mutation} runs it. */
final class MutationMain {
  private MutationMain() {}

  /**
   * Prints the summary and what is wrong; exit status 1 if anything is.
   *
   * @param args PIT's {@code mutations.xml} and {@code docs/mutation.md}
   */
  public static void main(String[] args) throws IOException {
    MutationReport report = MutationReport.read(Path.of(args[0]));
    List<String> complaints = report.complaints(Files.readString(Path.of(args[1])));
    System.out.println(report.summary());
    complaints.forEach(System.out::println);
    System.exit(complaints.isEmpty() ? 0 : 1);
  }
}
