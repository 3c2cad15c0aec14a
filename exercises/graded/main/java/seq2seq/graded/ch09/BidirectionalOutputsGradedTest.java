package seq2seq.graded.ch09;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.BidirectionalInputs.Way;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class BidirectionalOutputsGradedTest {
  private static final double NEAR = 1e-5;

  @Graded(exercise = "9.1", points = 1)
  void putsBothStatesOfEachTokenSideBySide(BidirectionalOutputs subject, Generator random) {
    compare(subject, BidirectionalInputs.random(4, 2, new int[] {4, 4, 4}, random));
    compare(subject, BidirectionalInputs.random(5, 3, new int[] {5}, random));
    compare(subject, BidirectionalInputs.random(1, 2, new int[] {1, 1}, random));
  }

  @Graded(exercise = "9.1", points = 1)
  void turnsOnlyTheRealPartRound(BidirectionalOutputs subject, Generator random) {
    compare(subject, BidirectionalInputs.example());
    compare(subject, BidirectionalInputs.random(5, 2, new int[] {3, 5, 2, 4}, random));
    int length = 2 + random.nextInt(3);
    compare(subject, BidirectionalInputs.random(6, 3, new int[] {length, 4}, random));
  }

  @Graded(exercise = "9.1", points = 1)
  void doesNotLookAtPadding(BidirectionalOutputs subject, Generator random) {
    BidirectionalInputs clean = BidirectionalInputs.random(4, 2, new int[] {1, 4, 3}, random);
    BidirectionalInputs batch = clean.withRubbishAtPadding();
    call(subject, batch, batch.inWords() + ", with NaN and infinities at the padding of the inputs")
        .or(
            clean.rightButNanAtPadding(),
            "the padding was read and cleared by a product, but 0 times NaN is NaN; write 0 there")
        .is(clean.right(), NEAR);
    for (int[] lengths : new int[][] {{0, 2, 3}, {2, -1, 3}, {2, 5, 3}}) {
      Situation.of("9.1", "T = 4, valid lengths " + Arrays.toString(lengths))
          .rejects(
              () -> subject.outputs(clean.inputs(), lengths, clean.forward(), clean.backward()),
              "a length must be from 1 to T");
    }
  }

  private static void compare(BidirectionalOutputs subject, BidirectionalInputs batch) {
    Tensor right = batch.right();
    call(subject, batch, batch.inWords())
        .or(
            batch.outputs(Way.FROM_THE_PADDING, false),
            "the backward layer began at the padding; it begins at the last real token")
        .or(
            batch.outputs(Way.NOT_TURNED_BACK, false),
            "the backward states stand in the order of reading; put each where its token stands")
        .or(
            batch.outputs(Way.FROM_THE_FORWARD_STATE, false),
            "the backward layer began with the forward layer's last state; it begins with zeros")
        .or(
            batch.outputs(Way.PADDING_KEPT, false),
            "the forward layer wrote at the padding too; 0 is asked for there")
        .or(
            batch.outputs(Way.RIGHT, true),
            "the backward states come first; forward, then backward")
        .or(
            batch.withBackward(batch.forward()).right(),
            "both layers used the forward weights; each has its own")
        .or(batch.added(), "the states were added; put them side by side, (T,N,2H)")
        .or(right.transpose(1, 0, 2), "this is sentence first, (N,T,2H)")
        .is(right, NEAR);
  }

  private static Outcome call(
      BidirectionalOutputs subject, BidirectionalInputs batch, String words) {
    return Situation.of("9.1", words, batch.inputs(), batch.lengths())
        .call(
            () ->
                subject.outputs(batch.inputs(), batch.lengths(), batch.forward(), batch.backward()))
        .countedBy("position", "sentence", "number");
  }
}
