package seq2seq.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.architecture.fixture.ch01_first.SeesCommand;
import seq2seq.architecture.fixture.ch01_first.SeesLaterChapter;
import seq2seq.architecture.fixture.ch01_first.SeesPool;
import seq2seq.architecture.fixture.ch02_second.SeesGrading;

/** A chapter uses only what earlier chapters introduced. */
final class ChapterRules {
  private static final int LAST = 11;
  private static final String ANY = ".ch*_*..";

  private ChapterRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(
            "chapter N imports only chapters below N",
            ChapterRules::onlyEarlierChapters,
            SeesLaterChapter.class),
        new HouseRule(
            "chapters import of src only engine, nn, data and plot",
            ChapterRules::onlyLearningTools,
            SeesGrading.class),
        new HouseRule(
            "no chapter mentions pooled or packed memory", ChapterRules::noMemory, SeesPool.class),
        new HouseRule("nothing imports commands", ChapterRules::noCommands, SeesCommand.class));
  }

  /** One rule for all chapters: the conjunction of one rule a chapter. */
  private static ArchRule onlyEarlierChapters(String root) {
    List<ArchRule> each = new ArrayList<>();
    IntStream.rangeClosed(0, LAST).forEach(n -> each.add(onlyBelow(root, n)));
    return CompositeArchRule.of(each);
  }

  private static ArchRule onlyBelow(String root, int n) {
    String[] upTo =
        IntStream.rangeClosed(0, n).mapToObj(k -> chapter(root, k)).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(chapter(root, n))
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(root + ANY).or(resideInAnyPackage(upTo)))
        .allowEmptyShould(true);
  }

  private static String chapter(String root, int n) {
    return root + String.format(Locale.ROOT, ".ch%02d_*..", n);
  }

  private static ArchRule onlyLearningTools(String root) {
    String[] tools =
        Stream.of(ANY, ".engine..", ".nn..", ".data..", ".plot..")
            .map(room -> root + room)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(root + ANY)
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(root + "..").or(resideInAnyPackage(tools)));
  }

  /** What makes an op fast stays in the engine. */
  private static ArchRule noMemory(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ANY)
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".engine..")
                .and(simpleName("BufferPool").or(simpleNameStartingWith("Packed"))));
  }

  private static ArchRule noCommands(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".commands..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".commands..");
  }
}
