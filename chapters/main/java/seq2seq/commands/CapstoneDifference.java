package seq2seq.commands;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.engine.Numbers;
import seq2seq.language.Language;
import seq2seq.language.Texts;

/** What a part changed, in words. */
final class CapstoneDifference {
  private static final Texts TEXTS = CapstoneTexts.TEXTS;

  private CapstoneDifference() {}

  /** The results that are not the course's; what failed; or that there is no difference. */
  static String of(CapstoneProcess.Ended ended, Capstone.Result course) {
    if (ended.result() == null) {
      return TEXTS.get("sentence", ended.fault());
    }
    Capstone.Result mine = ended.result();
    List<String> different = new ArrayList<>();
    add(different, "held", mine.heldOutLoss(), course.heldOutLoss());
    add(different, "training", mine.trainLoss(), course.trainLoss());
    add(different, "bleu", mine.greedyBleu(), course.greedyBleu());
    add(different, "beam", mine.beamBleu(), course.beamBleu());
    if (different.isEmpty()) {
      addTranslation(different, mine.translations(), course.translations());
    }
    return different.isEmpty()
        ? TEXTS.get("differs.nowhere")
        : TEXTS.get("sentence", String.join(Language.current().choose(", ", "；"), different));
  }

  /** Losses and BLEU may agree where nothing that is written does. */
  private static void addTranslation(
      List<String> different, List<String[]> mine, List<String[]> course) {
    for (int n = 0; n < mine.size(); n++) {
      if (different.isEmpty() && !mine.get(n)[1].equals(course.get(n)[1])) {
        String[] pair = mine.get(n);
        different.add(TEXTS.get("differs.written", pair[0], pair[1], course.get(n)[1]));
      }
    }
  }

  private static void add(List<String> different, String what, double mine, double course) {
    if (!(Math.abs(mine - course) <= CapstoneRun.SAME)) {
      String name = TEXTS.get("differs." + what);
      different.add(TEXTS.get("differs", name, Numbers.fixed(mine, 4), Numbers.fixed(course, 4)));
    }
  }
}
