package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static seq2seq.commands.Ended.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.cli.Command;
import seq2seq.language.Width;

/** {@code train} and {@code translate} in Chinese: other words, the same numbers. */
class ChineseCommandsTest {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{3,} [a-z]{2,} [a-z]{3,}");

  /** What the clock says: it differs from run to run. */
  private static final Pattern TIME =
      Pattern.compile("\\d+ (tokens/s|词元/秒)|Trained in [\\d.]+|训练用了 [\\d.]+");

  @TempDir static Path folder;
  private static Ended english;
  private static Ended chinese;

  @BeforeAll
  static void trainInBothLanguages() {
    english = train("english", "en");
    chinese = train("chinese", "zh");
  }

  private static Ended train(String run, String language) {
    String options =
        "train --task reverse --hidden 8 --embed 8 --batch 512 --epochs 2 --steps 6 --attention"
            + " --language "
            + language
            + " --out";
    return learn(
        Stream.concat(Stream.of(options.split(" ")), Stream.of(folder.resolve(run).toString()))
            .toArray(String[]::new));
  }

  private static List<String> numbers(String text) {
    return NUMBER
        .matcher(TIME.matcher(text).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private static Ended translate(String... arguments) {
    return learn(
        Stream.concat(
                Stream.of("translate", "--model", folder.resolve("english").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void aRunSaysTheSameNumbersInChineseAndNothingInEnglish() {
    assertThat(english.status()).isZero();
    assertThat(chinese.status()).isZero();
    assertThat(chinese.err()).isEmpty();
    assertThat(chinese.out())
        .contains("任务 reverse：训练集", "轮次 2  损失", "它从没见过的句子：", "完全匹配率", "试一试：./learn translate")
        .doesNotContainPattern(ENGLISH);
    assertThat(numbers(chinese.out())).isEqualTo(numbers(english.out()));
    assertThat(chinese.out().lines()).hasSameSizeAs(english.out().lines().toList());
  }

  @Test
  void aTranslationIsTheSameAndWhatIsSaidBesideItIsInChinese() {
    String[] texts = {"a b c", "Ωmega", "a b c d e f g", " "};
    Ended english = translate(texts);
    Ended chinese =
        translate(
            Stream.concat(Stream.of(texts), Stream.of("--language=zh")).toArray(String[]::new));
    assertThat(chinese.status()).isEqualTo(1);
    assertThat(chinese.out()).isEqualTo(english.out()).isNotEmpty();
    assertThat(chinese.err())
        .contains("训练时从没见过，当作 <unk> 来读：", "是空句子", "个词元；只读前 5 个")
        .doesNotContainPattern(ENGLISH);
    assertThat(numbers(chinese.err())).isEqualTo(numbers(english.err()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --batch 0           | --batch 最小是 1；现在是 0",
        "train --layers 1000       | --layers 最大是",
        "train --dropout 1         | --dropout 要不小于 0、小于 1；现在是 1.0000",
        "train --cell elman        | --cell 只能是 rnn, gru, lstm 之一；现在是“elman”",
        "train --task nothing      | 没有任务“nothing”",
        "train --hidden many       | --hidden 要是整数，最大 2147483647；现在是“many”",
        "train --hiden 3           | 没有选项“--hiden”；是不是想输入“--hidden”？",
        "train --epochs            | --epochs 后面要有一个值",
        "train --mine --epochs 3   | 不能加 --epochs",
        "train --keep-going        | --keep-going 要和 --mine 一起用",
        "translate                 | 缺少 TEXT",
        "translate --beam 0 a      | --beam 最小是 1；现在是 0",
        "translate --modle=x a     | 没有选项 --modle=x",
        "translate --model none a  | none 里没有训练好的模型",
      })
  void aMistakeIsSaidInChinese(String arguments, String message) {
    Ended ended = learn(("--language=zh " + arguments).split(" +"));
    assertThat(ended.err()).contains(message).doesNotContainPattern(ENGLISH);
    assertThat(ended.status()).isNotZero();
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void theHelpOfEveryCommandThatSpeaksChineseIsInChineseAndFitsIntoEightyColumns() {
    List<String> names =
        ServiceLoader.load(Command.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(Command::speaksChinese)
            .map(
                command ->
                    command.getClass().getAnnotation(picocli.CommandLine.Command.class).name())
            .toList();
    assertThat(names).contains("walk", "check", "hint", "submit", "train", "translate");
    for (String name : names) {
      String help = learn(name, "--help", "--language", "zh").out();
      assertThat(help).contains("用法：learn " + name, "选项：").doesNotContainPattern(ENGLISH);
      assertThat(help.lines()).as(name).allMatch(line -> Width.of(line) <= 80);
    }
  }
}
