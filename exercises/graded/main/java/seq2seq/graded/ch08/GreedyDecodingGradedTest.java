package seq2seq.graded.ch08;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.ch08.ScriptedModel.Way;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class GreedyDecodingGradedTest {
  private static final String EOS_KEPT = "eos is no word of the sentence";
  private static final String STATE_DROPPED =
      "every step began at the first state; go on from the state that the last step returned";

  @Graded(exercise = "8.1", points = 2)
  void writesTheLikeliestWordsUntilEos(GreedyDecoding subject, Generator random) {
    theExample(subject);
    compare(subject, ScriptedModel.random(2, random), 9);
    compare(subject, ScriptedModel.random(3, random), 10);
    compare(subject, ScriptedModel.random(5, random), 11);
  }

  @Graded(exercise = "8.1", points = 1)
  void stopsWhenItMust(GreedyDecoding subject, Generator random) {
    compare(subject, ScriptedModel.random(0, random), 3);
    compare(subject, ScriptedModel.random(6, random), 4);
    compare(subject, ScriptedModel.random(3, random), 3);
    compare(subject, ScriptedModel.random(3, random), 4);
    compare(subject, ScriptedModel.random(2, random), 1);
    asksNothingAfterEos(subject, ScriptedModel.random(2, random));
    takesTheFirstOfEquals(subject);
    ScriptedModel script = ScriptedModel.random(2, random);
    Situation.of("8.1", "a limit of 0 steps")
        .rejects(
            () -> subject.decode(script, script.start(), script.bos(), script.eos(), 0),
            "the limit on steps must be at least 1");
  }

  private static void theExample(GreedyDecoding subject) {
    double[][] logits = {{1, 0, 0, 3}, {2, 0, 1, 0}, {0, 0, 5, 1}, {0, 0, 5, 1}};
    double[] start = {0};
    Situation.of("8.1", "logits [1 0 0 3], [2 0 1 0], [0 0 5 1], bos 1, eos 2", start)
        .call(() -> subject.decode(turns(logits), start, 1, 2, 4))
        .or(new int[] {3, 0, 2}, EOS_KEPT)
        .or(new int[] {3, 3, 3, 3}, STATE_DROPPED)
        .is(new int[] {3, 0}, 0);
  }

  private static void takesTheFirstOfEquals(GreedyDecoding subject) {
    double[][] logits = {{1, 0, 0, 2, 2}, {2, 0, 1, 2, 0}, {0, 0, 5, 1, 1}, {0, 0, 5, 1, 1}};
    double[] start = {0};
    Situation.of("8.1", "logits [1 0 0 2 2], [2 0 1 2 0], [0 0 5 1 1], bos 1, eos 2", start)
        .call(() -> subject.decode(turns(logits), start, 1, 2, 4))
        .or(new int[] {4, 3}, "of equal logits the last was taken; take the lowest id")
        .is(new int[] {3, 0}, 0);
  }

  /** A model that gives these logits (steps, V') in turn; its state is the number of the turn. */
  private static GreedyDecoding.Model turns(double[][] logits) {
    return (token, state) ->
        new GreedyDecoding.Step(
            logits[(int) state[0] % logits.length].clone(), new double[] {state[0] + 1});
  }

  private static void compare(GreedyDecoding subject, ScriptedModel script, int maxSteps) {
    int[] right = script.decoded(Way.RIGHT, maxSteps);
    int[] none = {};
    int[] bos = {script.bos()};
    int[] eos = {script.eos()};
    double[] start = script.start();
    Situation.of("8.1", script.inWords() + " and at most " + maxSteps + " steps", start)
        .call(() -> subject.decode(script, start, script.bos(), script.eos(), maxSteps))
        .or(ScriptedModel.framed(none, right, eos), EOS_KEPT)
        .or(ScriptedModel.framed(bos, right, none), "bos is no word of the sentence")
        .or(ScriptedModel.framed(bos, right, eos), "bos and eos are no words of the sentence")
        .or(script.decoded(Way.FIRST_STATE, maxSteps), STATE_DROPPED)
        .or(
            script.decoded(Way.ALWAYS_BOS, maxSteps),
            "every step read bos; after the first it reads the word just written")
        .or(
            script.decoded(Way.FROM_ZERO, maxSteps),
            "a largest logit below 0 was not found; do not start the search for it at 0")
        .or(script.decoded(Way.PAST_EOS, maxSteps), "this goes on after eos; stop there")
        .or(
            Arrays.copyOf(script.words(), Math.min(script.words().length, maxSteps + 1)),
            "one step more than the limit")
        .is(right, 0);
  }

  private static void asksNothingAfterEos(GreedyDecoding subject, ScriptedModel script) {
    double[] start = script.start();
    Situation.of("8.1", "the questions after eos of " + script.inWords(), start)
        .call(
            () -> {
              script.asked().clear();
              subject.decode(script, start, script.bos(), script.eos(), 6);
              return script.askedAfterEos();
            })
        .or(1, "once eos is written, leave the loop before the next step")
        .is(0, 0);
  }
}
