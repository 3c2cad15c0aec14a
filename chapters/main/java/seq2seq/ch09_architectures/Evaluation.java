package seq2seq.ch09_architectures;

import java.util.Arrays;
import java.util.List;
import seq2seq.ch09_architectures.Task.Example;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;

/**
 * How well a network answers by itself, on examples made up for the occasion.
 *
 * @param exactMatch the fraction of examples whose whole answer is right, from 0 to 1
 * @param accuracy the fraction of all real places where the answer is the target's, from 0 to 1
 */
public record Evaluation(double exactMatch, double accuracy) {

  /**
   * Examines.
   *
   * @param n how many examples, at least 1
   * @param generator makes them up; it advances
   */
  public static Evaluation of(Network network, Task task, int n, Generator generator) {
    List<Example> examples = task.examples(n, generator);
    PaddedBatch batch = Task.batch(examples);
    int steps = batch.target()[0].length;
    int[][] answers = network.answer(batch.source(), batch.sourceLengths(), steps);
    int right = 0;
    int same = 0;
    for (int i = 0; i < n; i++) {
      int[] target = examples.get(i).target();
      int[] answer = Arrays.copyOf(answers[i], target.length);
      right += task.judge().test(examples.get(i), answer) ? 1 : 0;
      for (int t = 0; t < target.length; t++) {
        same += answer[t] == target[t] ? 1 : 0;
      }
    }
    return new Evaluation((double) right / n, (double) same / batch.targetTokens());
  }
}
