package seq2seq.graded.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.engine.Generator;

/**
 * A model with a fixed sentence in mind, for the graded tests of greedy decoding. It writes that
 * sentence and eos as long as it is given back what it gave. After a wrong word, and after eos, it
 * only says {@code lost}; after a word that does not fit its first state only {@code again}.
 *
 * @param words the sentence
 * @param bos stands before it
 * @param eos ends it
 * @param lost none of {@code words}
 * @param again none of {@code words}
 * @param origin the number in its first state
 * @param noise the logits of all other words (steps, V'), each below those of what it wants to say
 * @param asked the words it was asked to go on from, in order; grows
 */
record ScriptedModel(
    int[] words,
    int bos,
    int eos,
    int lost,
    int again,
    int origin,
    double[][] noise,
    List<Integer> asked)
    implements GreedyDecoding.Model {
  private static final int VOCABULARY = 9;
  private static final int LONGEST = 12;

  /** What to do at each step, right or mistaken. */
  enum Way {
    RIGHT,
    FIRST_STATE,
    ALWAYS_BOS,
    FROM_ZERO,
    PAST_EOS
  }

  /** {@code length} random words, neighbours different. */
  static ScriptedModel random(int length, Generator random) {
    int[] ids = new int[VOCABULARY];
    Arrays.setAll(ids, i -> i);
    random.shuffle(ids);
    int[] words = new int[length];
    int choice = 0;
    for (int t = 0; t < length; t++) {
      choice = (choice + 1 + random.nextInt(VOCABULARY - 5)) % (VOCABULARY - 4);
      words[t] = ids[4 + choice];
    }
    double[][] noise = new double[LONGEST][VOCABULARY];
    for (double[] row : noise) {
      Arrays.setAll(row, k -> -5 - 3 * random.nextDouble());
    }
    int origin = 20 + random.nextInt(20);
    return new ScriptedModel(
        words, ids[0], ids[1], ids[2], ids[3], origin, noise, new ArrayList<>());
  }

  /** The state before the first step; later ones have the number of steps added. */
  double[] start() {
    return new double[] {origin};
  }

  @Override
  public GreedyDecoding.Step step(int token, double[] state) {
    asked.add(token);
    double[] logits = noise[Math.floorMod((int) state[0], LONGEST)].clone();
    logits[wish((int) state[0] - origin, token)] = -1;
    return new GreedyDecoding.Step(logits, new double[] {state[0] + 1});
  }

  private int wish(int t, int token) {
    if (t == 0 && token != bos) {
      return again;
    }
    if (t < 0 || t > words.length || t > 0 && token != words[t - 1]) {
      return lost;
    }
    return t == words.length ? eos : words[t];
  }

  /** How often it was asked to go on after eos. */
  int askedAfterEos() {
    return (int) asked.stream().filter(token -> token == eos).count();
  }

  /** What a decode loop gives that works in this way. */
  int[] decoded(Way way, int maxSteps) {
    List<Integer> written = new ArrayList<>();
    double[] state = start();
    int word = bos;
    for (int t = 0; t < maxSteps; t++) {
      GreedyDecoding.Step step = step(way == Way.ALWAYS_BOS ? bos : word, state);
      state = way == Way.FIRST_STATE ? state : step.state();
      word = way == Way.FROM_ZERO ? 0 : largest(step.logits());
      if (word == eos && way != Way.PAST_EOS) {
        break;
      }
      written.add(word);
    }
    return written.stream().filter(w -> w != eos).mapToInt(Integer::intValue).toArray();
  }

  private static int largest(double[] logits) {
    double most = Arrays.stream(logits).max().orElseThrow();
    int k = 0;
    while (logits[k] < most) {
      k++;
    }
    return k;
  }

  /** The words between {@code before} and {@code after}. */
  static int[] framed(int[] before, int[] words, int[] after) {
    int[] all = Arrays.copyOf(before, before.length + words.length + after.length);
    System.arraycopy(words, 0, all, before.length, words.length);
    System.arraycopy(after, 0, all, before.length + words.length, after.length);
    return all;
  }

  /** As failures name this model. */
  String inWords() {
    return "a model that wants to write "
        + Arrays.toString(words)
        + " (bos "
        + bos
        + ", eos "
        + eos
        + ")";
  }
}
