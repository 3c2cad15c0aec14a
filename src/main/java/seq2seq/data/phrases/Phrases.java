package seq2seq.data.phrases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import seq2seq.engine.Generator;

/**
 * The {@code phrases} corpus: sentences of a small grammar over the {@link Lexicon}, a fixed number
 * of each family.
 *
 * <p>The grammar can say far more than the corpus holds; what it holds is drawn with a fixed seed
 * that belongs to the corpus, so it is the same text for everyone. {@code You} is always {@code
 * tu}, {@code they} always {@code ils}; {@code I, you} and {@code we} meet no word that would tell
 * their gender.
 *
 * <p>Why ten thousand: at equal work, a GRU of 128 units got 89 % of unseen sentences right after
 * 30 epochs over 6,800 pairs, and 95 % after 20 epochs over 10,200 of the same grammar. It learns
 * to combine words by meeting them in many combinations, not by meeting the same ones again.
 */
public final class Phrases {
  private static final int MAX_TOKENS = 10;
  private static final int TRIES = 40;
  private static final long SEED = 1789;

  /** A way of making sentences, and how many of them the corpus holds. */
  private record Family(int size, Supplier<Sentence> sentence) {}

  private Phrases() {}

  private static List<Family> families(Draws draws) {
    StateSentences states = new StateSentences(draws);
    ActionSentences actions = new ActionSentences(draws);
    NestedSentences nested = new NestedSentences(draws);
    return List.of(
        new Family(850, states::description),
        new Family(450, states::mood),
        new Family(350, states::sensation),
        new Family(600, states::place),
        new Family(450, states::presence),
        new Family(400, states::belonging),
        new Family(250, states::comparison),
        new Family(80, states::exclamation),
        new Family(1200, actions::present),
        new Family(850, actions::past),
        new Family(500, actions::intransitive),
        new Family(700, actions::infinitive),
        new Family(700, actions::pronounObject),
        new Family(350, actions::substance),
        new Family(200, actions::liking),
        new Family(450, actions::habit),
        new Family(500, actions::motion),
        new Family(600, actions::reflexive),
        new Family(250, nested::where),
        new Family(200, nested::why),
        new Family(120, nested::what),
        new Family(500, nested::thought));
  }

  /**
   * The sentences, the same every time; no two with the same English.
   *
   * @param tokens how many tokens a text has: the corpus keeps to short sentences
   */
  public static List<Sentence> sentences(ToIntFunction<String> tokens) {
    Map<String, Sentence> byEnglish = new LinkedHashMap<>();
    families(new Draws(Generator.seeded(SEED))).forEach(family -> add(family, byEnglish, tokens));
    return List.copyOf(byEnglish.values());
  }

  private static void add(
      Family family, Map<String, Sentence> byEnglish, ToIntFunction<String> tokens) {
    int full = byEnglish.size() + family.size();
    for (int i = 0; i < TRIES * family.size() && byEnglish.size() < full; i++) {
      Sentence drawn = family.sentence().get();
      if (!byEnglish.containsKey(drawn.english()) && isShort(drawn, tokens)) {
        byEnglish.put(drawn.english(), drawn);
      }
    }
  }

  private static boolean isShort(Sentence sentence, ToIntFunction<String> tokens) {
    return tokens.applyAsInt(sentence.english()) <= MAX_TOKENS
        && tokens.applyAsInt(sentence.french()) <= MAX_TOKENS;
  }
}
