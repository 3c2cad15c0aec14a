package seq2seq.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"zh", "zh_CN.UTF-8", "zh-Hans-CN", "zh_TW", "ZH", "zh.UTF-8", "zh@pinyin"})
  void aChineseLocaleIsChineseHoweverItIsWritten(String locale) {
    assertThat(Language.of(locale)).isEqualTo(Language.CHINESE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "fr_FR", "zhx", "de@zh"})
  void anyOtherIsEnglish(String locale) {
    assertThat(Language.of(locale)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void workIsDoneInALanguageAndThenTheOneBeforeIsBack() {
    assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    List<Language> spoken =
        Language.CHINESE.speaking(
            () -> {
              Language within = Language.ENGLISH.speaking(Language::current);
              return List.of(within, Language.current());
            });
    assertThat(spoken).containsExactly(Language.ENGLISH, Language.CHINESE);
    assertThat(System.getProperty(Language.PROPERTY)).isNull();
  }

  @Test
  void aTextIsInTheLanguageThatIsSpokenWhateverTheLocaleOfTheMachine() {
    Texts texts = Texts.named("seq2seq.plot.words");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.CHINA);
    try {
      assertThat(texts.get("graph.value")).isEqualTo("value");
    } finally {
      Locale.setDefault(before);
    }
    String chinese = Language.CHINESE.speaking(() -> texts.get("graph.value"));
    assertThat(chinese).isEqualTo("值");
  }

  @Test
  void valuesAreFilledInAsTheyAreAndNothingElseMeansAnything() {
    Texts texts = Texts.named("seq2seq.plot.words");
    assertThat(texts.get("clip.limit", "{0} $1 \\ it's")).isEqualTo("limit {0} $1 \\ it's");
    assertThat(texts.get("states.layer")).isEqualTo("layer {0}");
    assertThatThrownBy(() -> texts.get("no.such")).isInstanceOf(MissingResourceException.class);
  }
}
