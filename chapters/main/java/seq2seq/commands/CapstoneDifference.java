package seq2seq.commands;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.engine.Numbers;

/** What a part changed, in words. */
final class CapstoneDifference {
  private CapstoneDifference() {}

  /** The results that are not the course's; what failed; or that there is no difference. */
  static String of(CapstoneProcess.Ended ended, Capstone.Result course) {
    if (ended.result() == null) {
      return ended.fault() + ".";
    }
    Capstone.Result mine = ended.result();
    List<String> different = new ArrayList<>();
    add(different, "the held-out loss", mine.heldOutLoss(), course.heldOutLoss());
    add(different, "the training loss", mine.trainLoss(), course.trainLoss());
    add(different, "BLEU", mine.greedyBleu(), course.greedyBleu());
    add(different, "BLEU with a beam", mine.beamBleu(), course.beamBleu());
    if (different.isEmpty()) {
      addTranslation(different, mine.translations(), course.translations());
    }
    return different.isEmpty()
        ? "the same losses and BLEU. This program does not reach what its tests found."
        : String.join(", ", different) + ".";
  }

  /** Losses and BLEU may agree where nothing that is written does. */
  private static void addTranslation(
      List<String> different, List<String[]> mine, List<String[]> course) {
    for (int n = 0; n < mine.size(); n++) {
      if (different.isEmpty() && !mine.get(n)[1].equals(course.get(n)[1])) {
        String[] pair = mine.get(n);
        different.add(
            quoted(pair[0])
                + " becomes "
                + quoted(pair[1])
                + " instead of "
                + quoted(course.get(n)[1]));
      }
    }
  }

  private static void add(List<String> different, String what, double mine, double course) {
    if (!(Math.abs(mine - course) <= CapstoneRun.SAME)) {
      different.add(
          what + " is " + Numbers.fixed(mine, 4) + " instead of " + Numbers.fixed(course, 4));
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
