package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.Part;
import seq2seq.language.Language;

/** What {@code train --mine} says of chapter 11's English, in either language. */
class CapstoneTextsTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("\\b[a-z]{2,}\\b");

  private static String chinese(String english) {
    return Language.CHINESE.speaking(() -> CapstoneTexts.said(english));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "your 6.2 loss returned a loss of NaN | 你的“6.2 loss”返回的东西用不得：损失是 NaN",
        "your 6.2 loss returned null | 你的“6.2 loss”返回了 null",
        "your 1.2 x returned X, step 2, row 1 with NaN at 3"
            + " | 你的“1.2 x”返回的东西用不得：“X，第 2 步，第 1 行”在 [3] 处是 NaN",
        "your 6.3 x returned the gradient, step 2 of another shape than (4×5): row 3 is 7 numbers"
            + " | 你的“6.3 x”返回的东西用不得：“梯度，第 2 步”的形状应是 (4×5)，第 3 行却有 7 个数",
        "your 3.1 x returned Output of shape (2×3) instead of (3×2)"
            + " | 你的“3.1 x”返回的东西用不得：“Output”的形状应是 (3×2)，却是 (2×3)",
        "your 7.4 x threw java.lang.IllegalStateException: the loop has loaded no batch"
            + " | 你的“7.4 x”抛出了 java.lang.IllegalStateException：循环没有读入批量",
        "your 8.2 x has not come back after 20 s of processor time"
            + " | 你的“8.2 x”用了 20 秒处理器时间，还没有返回",
        "epoch 3 of 16: training 2.1041, held out 2.0928 | 轮次 3/16：训练 2.1041，留出集 2.0928",
      })
  void aSentenceOfTheChapterIsSaidInChineseWithItsNumbers(String english, String chinese) {
    assertThat(chinese(english)).isEqualTo(chinese);
    assertThat(CapstoneTexts.said(english)).isEqualTo(english);
  }

  @Test
  void aResultIsSaidInChineseWithItsNumbers() {
    Capstone.Result result = new Capstone.Result(0.9213, 0.5938, 0.227, 0.212, List.of(), 1);
    assertThat(chinese(result.toString()))
        .isEqualTo("留出集 0.9213，训练 0.5938，BLEU 分数：贪心 0.227，束搜索 0.212");
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void whatAPartDoesIsSaidInChinese(Part part) {
    assertThat(chinese(part.does())).isNotEqualTo(part.does());
    assertThat(CapstoneTexts.said(part.does())).isEqualTo(part.does());
  }

  /** Also what no run makes them say. */
  @Test
  void everySentenceOfTheChapterIsInTheBundle() throws IOException {
    String known = CapstoneTexts.TEXTS.all(Language.ENGLISH);
    List<String> sentences = new ArrayList<>();
    for (String file :
        List.of(
            "main/java/seq2seq/ch11_capstone/Assembly.java",
            "main/java/seq2seq/ch11_capstone/Capstone.java",
            "main/java/seq2seq/ch11_capstone/Checks.java",
            "main/java/seq2seq/ch11_capstone/TranslatorTraining.java",
            "../exercises/graded/main/java/seq2seq/graded/capstone/CapstoneMain.java")) {
      String joined = Files.readString(Path.of(file)).replaceAll("\"\\s*\\+\\s*\"", "");
      LITERAL
          .matcher(joined)
          .results()
          .map(literal -> literal.group(1))
          .filter(literal -> WORD.matcher(literal).results().count() > 2)
          .forEach(sentences::add);
    }
    assertThat(sentences).hasSizeGreaterThan(15).allMatch(known::contains);
  }
}
