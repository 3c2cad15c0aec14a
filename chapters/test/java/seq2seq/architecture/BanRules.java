package seq2seq.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import seq2seq.architecture.fixture.ch01_first.PrintsFloat;
import seq2seq.architecture.fixture.data.DefaultCharset;
import seq2seq.architecture.fixture.data.DefaultLocale;
import seq2seq.architecture.fixture.data.Deserialises;
import seq2seq.architecture.fixture.data.ParallelStream;
import seq2seq.architecture.fixture.data.Shuffles;
import seq2seq.architecture.fixture.data.UnorderedSet;
import seq2seq.architecture.fixture.engine.ConcatenatesFloat;
import seq2seq.architecture.fixture.engine.MathExp;
import seq2seq.architecture.fixture.engine.Prints;
import seq2seq.architecture.fixture.engine.kernel.VectorExp;
import seq2seq.architecture.fixture.plot.Exits;

/**
 * What no code of the course may call, because two JVMs may answer differently: the determinism
 * contract, as far as bytecode shows it.
 *
 * <p>A banned call is a pattern on its full name, such as {@code
 * java.lang.String.format(java.lang.String, [Ljava.lang.Object;)}; a method reference counts as a
 * call.
 */
final class BanRules {
  private static final String EVERYWHERE = "..";

  /** Said of the accesses that match {@code pattern}, in the classes of {@code rooms}. */
  private record Ban(String why, Class<?> brokenBy, String rooms, String pattern) {}

  private static final List<Ban> BANS =
      List.of(
          new Ban(
              "java.lang.Math may round exp and its kin differently on each JVM: use StrictMath",
              MathExp.class,
              EVERYWHERE,
              "java\\.lang\\.Math\\.(exp|expm1|log|log10|log1p|pow|sinh?|cosh?|tanh?|asin|acos|atan2?"
                  + "|cbrt|hypot)\\("),
          new Ban(
              "the Vector API leaves the rounding of exp and its kin open: use our polynomials",
              VectorExp.class,
              EVERYWHERE,
              "VectorOperators\\.(EXP|EXPM1|LOG|LOG10|LOG1P|POW|SINH?|COSH?|TANH?|ASIN|ACOS|ATAN2?"
                  + "|CBRT|HYPOT)$"),
          new Ban(
              "randomness comes from seq2seq.engine.Generator, passed in",
              Shuffles.class,
              EVERYWHERE,
              "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\."
                  + "|java\\.util\\.random\\.|java\\.security\\.SecureRandom\\."
                  + "|java\\.lang\\.Math\\.random\\(|java\\.util\\.UUID\\.randomUUID\\("
                  + "|java\\.util\\.Collections\\.shuffle\\("),
          new Ban(
              "the order of these collections changes from run to run",
              UnorderedSet.class,
              EVERYWHERE,
              "java\\.util\\.(Set\\.of\\(.*,|Map\\.of\\(.*,.*,|Set\\.of\\(\\[|(Map|Set)\\.(ofEntries|copyOf)\\()"
                  + "|java\\.util\\.stream\\.Collectors\\.to(Unmodifiable)?(Set|Map)\\("
                  + "|java\\.util\\.IdentityHashMap\\.(keySet|values|entrySet|forEach)\\("
                  + "|java\\.lang\\.System\\.identityHashCode\\("),
          new Ban(
              "threads split outputs, never a sum: no parallel streams",
              ParallelStream.class,
              EVERYWHERE,
              "\\.parallelStream\\(\\)|java\\.util\\.stream\\.\\w+\\.parallel\\(\\)"),
          new Ban(
              "text is formatted with Locale.ROOT",
              DefaultLocale.class,
              EVERYWHERE,
              "java\\.lang\\.String\\.(format\\(java\\.lang\\.String,|formatted\\("
                  + "|toLowerCase\\(\\)|toUpperCase\\(\\))"
                  + "|java\\.io\\.\\w+\\.(printf|format)\\(java\\.lang\\.String,"
                  + "|java\\.util\\.Formatter\\.<init>\\((?!.*java\\.util\\.Locale)"),
          new Ban(
              "files and output are UTF-8: the charset is always given",
              DefaultCharset.class,
              EVERYWHERE,
              "java\\.lang\\.String\\.(getBytes\\(\\)|<init>\\(\\[B\\))"
                  + "|java\\.io\\.File(Reader|Writer)\\.<init>\\((?!.*java\\.nio\\.charset)"
                  + "|java\\.io\\.(InputStreamReader|OutputStreamWriter)\\.<init>\\([\\w.]+\\)"
                  + "|java\\.io\\.PrintStream\\.<init>\\((?!.*(java\\.nio\\.charset|String))"
                  + "|java\\.nio\\.charset\\.Charset\\.defaultCharset\\("),
          new Ban(
              "nothing is deserialised as an object",
              Deserialises.class,
              EVERYWHERE,
              "java\\.io\\.ObjectInputStream\\."),
          new Ban(
              "Float.toString and its kin differ between JDK 17 and 25: use our own formats",
              PrintsFloat.class,
              "ch|engine|nn",
              "java\\.lang\\.(Float|Double)\\.toString\\("
                  + "|java\\.lang\\.String\\.valueOf\\((float|double)\\)"
                  + "|java\\.lang\\.StringBuilder\\.append\\((float|double)\\)"
                  + "|java\\.io\\.Print\\w+\\.print(ln)?\\((float|double)\\)"),
          new Ban(
              "the engine never prints",
              Prints.class,
              "engine|nn",
              "java\\.lang\\.System\\.(out|err)$|\\.printStackTrace\\(\\)"),
          new Ban(
              "only cli and a main method end the JVM",
              Exits.class,
              "ch|engine|nn|data|plot|notebook|grading|commands",
              "java\\.lang\\.(System\\.exit|Runtime\\.(exit|halt))\\("));

  private BanRules() {}

  static List<HouseRule> all() {
    List<HouseRule> rules = new ArrayList<>();
    BANS.forEach(ban -> rules.add(rule(ban)));
    rules.add(
        new HouseRule(
            "a float or double is never concatenated to a string in engine, nn and chapters",
            FloatConcatenation::rule,
            ConcatenatesFloat.class));
    return rules;
  }

  /** True if some ban matches a method or field with this full name. */
  static boolean bans(String fullName) {
    return BANS.stream().anyMatch(ban -> Pattern.compile(ban.pattern).matcher(fullName).find());
  }

  private static HouseRule rule(Ban ban) {
    return new HouseRule(ban.why, root -> below(root, ban), ban.brokenBy);
  }

  private static ArchRule below(String root, Ban ban) {
    return noClasses()
        .that(Rooms.among(root, ban.rooms))
        .should()
        .accessTargetWhere(named(Pattern.compile(ban.pattern)))
        .because(ban.why);
  }

  private static DescribedPredicate<JavaAccess<?>> named(Pattern pattern) {
    return DescribedPredicate.describe(
        "the target is banned",
        access ->
            pattern.matcher(access.getTarget().getFullName()).find()
                && !isMainsExit(access)
                && !isChildsEnd(access)
                && !isChildsSecret(access));
  }

  /** The secret of a grading process must not be guessed, and no result depends on it. */
  private static boolean isChildsSecret(JavaAccess<?> access) {
    return access.getOrigin().getOwner().getName().equals("seq2seq.grading.remote.ChildJvm")
        && access.getTarget().getOwner().getName().equals("java.security.SecureRandom");
  }

  /**
   * A process of the grader whose worker is broken ends itself: its parent must find out at once.
   */
  private static boolean isChildsEnd(JavaAccess<?> access) {
    return access
            .getOrigin()
            .getOwner()
            .getName()
            .matches("seq2seq\\.grading\\.(child\\.Conversation|remote\\.CompilerMain)")
        && access.getTarget().getFullName().equals("java.lang.Runtime.halt(int)");
  }

  private static boolean isMainsExit(JavaAccess<?> access) {
    return access.getOrigin().getName().equals("main")
        && access
            .getTarget()
            .getFullName()
            .matches("java\\.lang\\.(System\\.exit|Runtime\\.halt)\\(int\\)");
  }
}
