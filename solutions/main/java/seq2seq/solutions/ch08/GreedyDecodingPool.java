package seq2seq.solutions.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import seq2seq.graded.ch08.GreedyDecoding;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 8.1 that we know. */
final class GreedyDecodingPool {
  private static final String WRITES = "writesTheLikeliestWordsUntilEos";
  private static final String STOPS = "stopsWhenItMust";
  private static final GreedyDecoding CORRECT = new MyGreedyDecoding();

  private GreedyDecodingPool() {}

  private static void check(int maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException("the limit must be at least 1");
    }
  }

  private static int[] array(List<Integer> words) {
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int argMax(double[] logits) {
    int best = logits.length - 1;
    for (int k = best; k >= 0; k--) {
      best = logits[k] >= logits[best] ? k : best;
    }
    return best;
  }

  /** A model whose logits are changed before anybody sees them. */
  private static GreedyDecoding.Model withLogits(
      GreedyDecoding.Model model, UnaryOperator<double[]> change) {
    return (token, state) -> {
      GreedyDecoding.Step step = model.step(token, state);
      return new GreedyDecoding.Step(change.apply(step.logits()), step.state());
    };
  }

  @Right(idea = "calls itself for the rest of the sentence")
  static final class Recursive implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      check(maxSteps);
      List<Integer> words = new ArrayList<>();
      rest(model, start.clone(), bos, eos, maxSteps, words);
      return array(words);
    }

    private static void rest(
        Model model, double[] state, int before, int eos, int steps, List<Integer> words) {
      Step step = model.step(before, state);
      int word = argMax(step.logits());
      if (word != eos) {
        words.add(word);
        if (steps > 1) {
          rest(model, step.state(), word, eos, steps - 1, words);
        }
      }
    }
  }

  @Right(idea = "asks for the logits and for the state in two calls, and keeps bos in its list")
  static final class TwoCalls implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      check(maxSteps);
      List<Integer> words = new ArrayList<>(List.of(bos));
      double[] state = start;
      while (words.get(words.size() - 1) != eos && words.size() <= maxSteps) {
        int before = words.get(words.size() - 1);
        words.add(argMax(model.step(before, state).logits()));
        state = model.step(before, state).state();
      }
      int end = words.get(words.size() - 1) == eos ? words.size() - 1 : words.size();
      return end == 0 ? new int[0] : array(words.subList(1, end));
    }
  }

  @Wrong(
      idea = "drops the new state",
      fails = {WRITES, STOPS},
      feedback = "every step began at the first state")
  static final class FirstState implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      Model forgetful = (token, state) -> new Step(model.step(token, start).logits(), start);
      return CORRECT.decode(forgetful, start, bos, eos, maxSteps);
    }
  }

  @Wrong(
      idea = "starts from zeros instead of the state that was handed over",
      fails = {WRITES, STOPS})
  static final class ZeroStart implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      return CORRECT.decode(model, new double[start.length], bos, eos, maxSteps);
    }
  }

  @Wrong(
      idea = "reads bos at every step",
      fails = {WRITES, STOPS},
      feedback = "every step read bos")
  static final class AlwaysBos implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      return CORRECT.decode((token, state) -> model.step(bos, state), start, bos, eos, maxSteps);
    }
  }

  @Wrong(
      idea = "eos is part of the result",
      fails = {WRITES, STOPS},
      feedback = "eos is no word of the sentence")
  static final class KeepsEos implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      int[] words = CORRECT.decode(model, start, bos, eos, maxSteps);
      if (words.length == maxSteps) {
        return words;
      }
      int[] longer = Arrays.copyOf(words, words.length + 1);
      longer[words.length] = eos;
      return longer;
    }
  }

  @Wrong(
      idea = "looks for a logit larger than 0",
      fails = {WRITES, STOPS},
      feedback = "do not start the search for it at 0")
  static final class FromZero implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      UnaryOperator<double[]> cut =
          logits -> Arrays.stream(logits).map(o -> Math.max(o, 0)).toArray();
      return CORRECT.decode(withLogits(model, cut), start, bos, eos, maxSteps);
    }
  }

  @Wrong(
      idea = "writes maxSteps words and takes eos out",
      fails = {WRITES, STOPS},
      feedback = "this goes on after eos")
  static final class PastEos implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      int[] all = CORRECT.decode(model, start, bos, -1, maxSteps);
      return Arrays.stream(all).filter(word -> word != eos).toArray();
    }
  }

  @Wrong(
      idea = "writes maxSteps words and cuts them off at eos",
      fails = STOPS,
      feedback = "leave the loop before the next step")
  static final class CutsAfterwards implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      int[] all = CORRECT.decode(model, start, bos, -1, maxSteps);
      return Arrays.stream(all).takeWhile(word -> word != eos).toArray();
    }
  }

  @Wrong(idea = "one step too many", fails = STOPS, feedback = "one step more than the limit")
  static final class OneMore implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      check(maxSteps);
      return CORRECT.decode(model, start, bos, eos, maxSteps + 1);
    }
  }

  @Wrong(idea = "the last of equal logits", fails = STOPS, feedback = "take the lowest id")
  static final class LastOfEquals implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      UnaryOperator<double[]> rising =
          logits ->
              IntStream.range(0, logits.length).mapToDouble(k -> logits[k] + k * 1e-9).toArray();
      return CORRECT.decode(withLogits(model, rising), start, bos, eos, maxSteps);
    }
  }

  @Wrong(idea = "no step for a limit of 0", fails = STOPS, feedback = "expected an Illegal")
  static final class Unchecked implements GreedyDecoding {
    @Override
    public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
      return maxSteps < 1 ? new int[0] : CORRECT.decode(model, start, bos, eos, maxSteps);
    }
  }
}
