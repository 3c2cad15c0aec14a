package seq2seq.graded.ch07;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class TeacherShiftGradedTest {

  @Graded(exercise = "7.1", points = 1)
  void targetsAreTheWordsAndEos(TeacherShift subject, Generator random) {
    batches(random).forEach(batch -> compareTargets(subject, batch));
  }

  @Graded(exercise = "7.1", points = 1)
  void inputsAreTheTargetsMovedRight(TeacherShift subject, Generator random) {
    batches(random).forEach(batch -> compareInputs(subject, batch));
  }

  private static List<ShiftInputs> batches(Generator random) {
    return List.of(
        ShiftInputs.random(4, random, 4, 2, 1),
        ShiftInputs.random(3, random, 1, 0, 3).withMarks(5, 6, 7),
        ShiftInputs.random(1, random, 1, 0));
  }

  private static void compareTargets(TeacherShift subject, ShiftInputs b) {
    int steps = b.width() + 1;
    Situation.of("7.1", "the targets of " + b.inWords(), b.words(), b.lengths())
        .call(() -> shift(subject, b).targets())
        .or(
            b.ids(b.width(), b::target),
            "there is no room for the end token of the longest sentence; T' is S + 1")
        .or(b.ids(steps, b::input), "these are the inputs; the targets have no bos")
        .or(
            b.ids(steps, (n, t) -> t == b.width() ? b.eos() : b.target(n, t, b.pad(), b.pad())),
            "eos stands at the end of the rectangle; it stands behind each sentence's last word")
        .or(
            b.ids(steps, (n, t) -> b.target(n, t, b.pad(), b.pad())),
            "eos is missing; the decoder must learn where to stop")
        .or(
            b.ids(steps, (n, t) -> t < b.width() || t == b.lengths()[n] ? b.kept(n, t) : 0),
            "what stood behind the sentence's own words was kept")
        .or(
            b.ids(steps, (n, t) -> b.target(n, t, b.eos(), 0)),
            "padding is 0 here, whatever pad is")
        .is(b.ids(steps, b::target), 0);
  }

  private static void compareInputs(TeacherShift subject, ShiftInputs b) {
    int steps = b.width() + 1;
    Situation.of("7.1", "the inputs of " + b.inWords(), b.words(), b.lengths())
        .call(() -> shift(subject, b).inputs())
        .or(
            b.ids(steps, b::target),
            "the inputs are the targets, so each place sees the very word it is asked for; move"
                + " them one place to the right")
        .or(
            b.ids(steps, (n, t) -> t + 1 < steps ? b.target(n, t + 1) : b.pad()),
            "this is moved to the left, so each place sees a word that is still to come")
        .or(
            b.ids(steps, (n, t) -> t == b.lengths()[n] + 1 ? b.pad() : b.input(n, t)),
            "eos was left out; the inputs are ALL targets but the last, moved to the right")
        .or(
            b.ids(b.width(), b::input),
            "this is one place too narrow; T' is S + 1, as for the targets")
        .or(
            b.ids(steps, (n, t) -> t == 0 ? b.bos() : b.kept(n, t - 1)),
            "what stood behind the sentence's own words was kept")
        .is(b.ids(steps, b::input), 0);
  }

  private static TeacherShift.Shifted shift(TeacherShift subject, ShiftInputs b) {
    return subject.shift(b.words(), b.lengths(), b.bos(), b.eos(), b.pad());
  }
}
