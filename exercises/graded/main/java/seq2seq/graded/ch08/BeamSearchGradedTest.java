package seq2seq.graded.ch08;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.graded.ch08.BeamOracle.Mistake;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class BeamSearchGradedTest {
  private static final double NEAR = 1e-9;
  private static final int STEPS = 5;

  /** Mistakes that show even with γ = 0. */
  private static final List<Mistake> OF_THE_SEARCH =
      List.of(
          Mistake.GREEDY,
          Mistake.DROPS_FINISHED,
          Mistake.REMEMBERS_LAST,
          Mistake.TAKES_FIRST,
          Mistake.STOPS_AT_K,
          Mistake.OWN_BEST,
          Mistake.WRONG_WAY);

  /** Mistakes that show only where a longer sentence may have the better score. */
  private static final List<Mistake> OF_THE_SCORE =
      List.of(Mistake.STOPS_AT_SCORE, Mistake.REFILLS, Mistake.BY_LOG_P, Mistake.WORDS_ONLY);

  @Graded(exercise = "8.2", points = 2)
  void findsWhatTheLikeliestWordsMiss(BeamSearch subject, Generator random) {
    List<BeamOracle> cases = new ArrayList<>(List.of(example(1, 0), example(2, 0)));
    OF_THE_SEARCH.forEach(mistake -> cases.add(showing(mistake, 0, random)));
    compare(subject, cases);
  }

  @Graded(exercise = "8.2", points = 1)
  void comparesLongAndShortSentencesFairly(BeamSearch subject, Generator random) {
    List<BeamOracle> cases = new ArrayList<>(List.of(example(2, 1), endless(1, random)));
    OF_THE_SCORE.forEach(mistake -> cases.add(showing(mistake, 1, random)));
    OF_THE_SCORE.forEach(mistake -> cases.add(showing(mistake, 0.75, random)));
    OF_THE_SEARCH.forEach(mistake -> cases.add(showing(mistake, 0.75, random)));
    compare(subject, cases);
  }

  @Graded(exercise = "8.2", points = 1)
  void keepsToItsEdges(BeamSearch subject, Generator random) {
    BeamOracle narrow = oracle(STEPS - 1, STEPS, 1, 0, random);
    BeamOracle oneStep = oracle(0, 1, 2, 0, random);
    compare(
        subject, List.of(narrow, oneStep, wideEnough(random), cutOff(random), endless(0, random)));
    BeamOracle any = example(2, 0);
    Situation.of("8.2", "a beam of 0")
        .rejects(
            () -> subject.search(any.model(), any.eos(), 3, 0, 0),
            "the width of the beam must be at least 1");
    Situation.of("8.2", "a limit of 0 steps")
        .rejects(
            () -> subject.search(any.model(), any.eos(), 0, 2, 0),
            "the limit on steps must be at least 1");
  }

  private static BeamOracle showing(Mistake mistake, double gamma, Generator random) {
    return first(
        List.of(mistake),
        List.of(),
        () -> oracle(STEPS - 1, STEPS, 2 + random.nextInt(2), gamma, random));
  }

  /** Nothing is ever dropped, so the best of all sentences must be found. */
  private static BeamOracle wideEnough(Generator random) {
    return first(
        List.of(Mistake.GREEDY, Mistake.TAKES_FIRST, Mistake.REMEMBERS_LAST, Mistake.OWN_BEST),
        List.of(),
        () -> oracle(3, 4, 400, 0, random));
  }

  /** The limit comes while something likely has not ended. */
  private static BeamOracle cutOff(Generator random) {
    return first(
        List.of(Mistake.UNFINISHED),
        List.of(Mistake.STOPS_AT_K),
        () -> oracle(STEPS + 1, STEPS - 1, 3, 0, random));
  }

  private static BeamOracle endless(double gamma, Generator random) {
    RandomModel model = RandomModel.from(STEPS, STEPS + 1, random);
    return new BeamOracle(model, model.eos(), STEPS - 1, 2, gamma);
  }

  private static BeamOracle oracle(
      int longest, int maxSteps, int width, double gamma, Generator random) {
    RandomModel model = RandomModel.endingWithin(longest, random);
    return new BeamOracle(model, model.eos(), maxSteps, width, gamma);
  }

  /** The first random case in which the one mistakes show and the others do not. */
  private static BeamOracle first(
      List<Mistake> shown, List<Mistake> hidden, Supplier<BeamOracle> cases) {
    return Stream.generate(cases)
        .filter(oracle -> shown.stream().allMatch(oracle::shows))
        .filter(oracle -> hidden.stream().noneMatch(oracle::shows))
        .findFirst()
        .orElseThrow();
  }

  /** The example of the specification. */
  private static BeamOracle example(int width, double gamma) {
    return new BeamOracle(BeamSearchGradedTest::example, 2, 3, width, gamma);
  }

  private static double[] example(int[] prefix) {
    double[] p =
        switch (Arrays.toString(prefix)) {
          case "[]" -> new double[] {0.5, 0.4, 0.1};
          case "[0]" -> new double[] {0.4, 0.3, 0.3};
          case "[1]" -> new double[] {0.9, 0.06, 0.04};
          case "[0, 0]" -> new double[] {0.2, 0.2, 0.6};
          case "[1, 0]" -> new double[] {0.04, 0.06, 0.9};
          default -> new double[] {0.3, 0.3, 0.4};
        };
    return Arrays.stream(p).map(StrictMath::log).toArray();
  }

  /** An answer of the subject's, part by part. */
  private record Answer(
      BeamOracle oracle, BeamSearch.Sentence sentence, Outcome words, Outcome score) {
    boolean isExplainedBy(Mistake mistake) {
      BeamSearch.Sentence mistaken = oracle.with(mistake);
      return Arrays.equals(mistaken.words(), sentence.words())
          && Math.abs(mistaken.score() - sentence.score()) <= NEAR;
    }
  }

  /** A mistake is named only if it explains all answers: many of them agree in a single one. */
  private static void compare(BeamSearch subject, List<BeamOracle> cases) {
    List<Answer> answers = cases.stream().map(oracle -> answer(subject, oracle)).toList();
    List<Mistake> likely =
        Stream.of(Mistake.values())
            .filter(mistake -> answers.stream().allMatch(answer -> answer.isExplainedBy(mistake)))
            .toList();
    for (Answer answer : answers) {
      for (Mistake mistake : likely) {
        answer.words.or(answer.oracle.with(mistake).words(), mistake.meaning());
        answer.score.or(answer.oracle.with(mistake).score(), mistake.meaning());
      }
      answer.words.is(answer.oracle.right().words(), 0);
      answer.score.is(answer.oracle.right().score(), NEAR);
    }
  }

  private static Answer answer(BeamSearch subject, BeamOracle oracle) {
    Situation situation = Situation.of("8.2", words(oracle));
    BeamSearch.Sentence[] sentence = new BeamSearch.Sentence[1];
    Outcome words =
        situation.call(
            () -> {
              sentence[0] = search(subject, oracle);
              return sentence[0].words();
            });
    Outcome score = situation.call(() -> search(subject, oracle).score());
    return new Answer(oracle, sentence[0], words, score);
  }

  private static BeamSearch.Sentence search(BeamSearch subject, BeamOracle oracle) {
    return subject.search(
        oracle.model(), oracle.eos(), oracle.maxSteps(), oracle.width(), oracle.gamma());
  }

  private static String words(BeamOracle oracle) {
    return "a beam of "
        + oracle.width()
        + " over "
        + (oracle.model() instanceof RandomModel model
            ? model.inWords()
            : "the three words of the example")
        + ", at most "
        + oracle.maxSteps()
        + " steps, γ = "
        + Numbers.show(oracle.gamma())
        + ", where the answer is "
        + Arrays.toString(oracle.right().words());
  }
}
