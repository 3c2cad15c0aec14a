package seq2seq.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final String HOUSE = "seq2seq";
  private static final String FIXTURES = "seq2seq.architecture.fixture";

  private static final JavaClasses MAIN_CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HOUSE);

  static List<HouseRule> rules() {
    return Stream.of(RoomRules.all(), ChapterRules.all(), BanRules.all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.below().apply(HOUSE).check(MAIN_CODE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theFixtureBreaksTheRule(HouseRule rule) {
    JavaClasses fixture = new ClassFileImporter().importClasses(rule.brokenBy());
    assertThatThrownBy(() -> rule.below().apply(FIXTURES).check(fixture))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.brokenBy().getSimpleName());
  }

  @Test
  void theToolsAndTheLessonsAreInSightAndTheTestsAreNot() {
    assertThat(MAIN_CODE.contain("seq2seq.engine.Tensor")).isTrue();
    assertThat(MAIN_CODE.contain("seq2seq.ch01_embedding.Embedding")).isTrue();
    assertThat(MAIN_CODE.contain(HouseRulesTest.class)).isFalse();
  }
}
