package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.grading.Exercise;
import seq2seq.language.Language;
import seq2seq.language.Width;
import seq2seq.notebook.text.Ink;

class ContentsPageTest {
  private static final Contents.Chapter MASK =
      new Contents.Chapter(
          5,
          "ch05_mask",
          "The broadcast mask",
          "Which positions are words, and which are padding?");
  private static final Contents.Chapter LOSS =
      new Contents.Chapter(6, "ch06_loss", "The masked loss", "How wrong is a guess?");

  private static ChapterProgress.Work work(String id, int points, int earned, boolean isChanged) {
    return new ChapterProgress.Work(
        new Exercise(id, points, Exercise.Kind.REBUILD, "length mask", "LengthMask"),
        earned,
        isChanged);
  }

  private static List<String> page(Ink ink, String commands, ChapterProgress... chapters) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(commands.split(" ")));
    return new ContentsPage(List.of(chapters), names, List.of(), ink, 80).lines();
  }

  private static List<String> page(ChapterProgress... chapters) {
    return page(new Ink(false), "walk check train", chapters);
  }

  @Test
  void aFreshCourseShowsItsChaptersAndBeginsWithTheFirst() {
    assertThat(
            page(
                new ChapterProgress(MASK, false, 0, 0, List.of(work("5.1", 3, 0, false))),
                new ChapterProgress(LOSS, false, 0, 0, List.of())))
        .containsExactly(
            "Sequence to sequence, step by step",
            "",
            "      chapter                walked           points",
            "   5  The broadcast mask                        0 of 3",
            "   6  The masked loss",
            "                                                0 of 3",
            "",
            "What to do next",
            "  ./learn walk 5        Which positions are words, and which are padding?",
            "  ./learn check 5.1     length mask, 0 of 3 points so far; its file is",
            "    exercises/starters/main/java/seq2seq/starters/ch05/MyLengthMask.java",
            "  ./learn train         train a translator, about a minute",
            "  ./learn --help        every command");
  }

  @Test
  void whatWasBegunGoesOnFirst() {
    List<String> lines =
        page(
            new ChapterProgress(MASK, false, 0, 0, List.of(work("5.1", 3, 3, false))),
            new ChapterProgress(LOSS, false, 7, 23, List.of(work("6.1", 4, 1, false))));
    assertThat(lines)
        .contains(
            "   5  The broadcast mask                        3 of 3",
            "   6  The masked loss        at cell 7 of 23    1 of 4",
            "                                                4 of 7",
            "  ./learn walk 6        How wrong is a guess?",
            "                        goes on at cell 7 of 23",
            "  ./learn check 6.1     length mask, 1 of 4 points so far; its file is");
  }

  @Test
  void anExerciseEditedSinceItsCheckIsMarkedAndComesNext() {
    List<String> lines =
        page(
            new ChapterProgress(
                MASK, true, 0, 0, List.of(work("5.1", 3, 3, false), work("5.2", 3, 3, true))));
    assertThat(lines)
        .contains(
            "   5  The broadcast mask     to the end         6 of 6 *",
            "* edited since it was checked",
            "  ./learn check 5.2     length mask, you have edited it since it was checked")
        .noneMatch(line -> line.contains("./learn walk"));
  }

  @Test
  void anExerciseThatIsNotHereIsNotProposed() {
    Exercise missing = new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "");
    List<ChapterProgress.Work> works = List.of(new ChapterProgress.Work(missing, 0, false));
    assertThat(page(new ChapterProgress(MASK, true, 0, 0, works)))
        .contains("   5  The broadcast mask     to the end         0 of 3")
        .noneMatch(line -> line.contains("./learn check"));
  }

  @Test
  void onlyCommandsThatExistAreProposed() {
    List<String> lines =
        page(
            new Ink(false),
            "train",
            new ChapterProgress(MASK, false, 0, 0, List.of(work("5.1", 3, 0, false))));
    assertThat(lines).anyMatch(line -> line.contains("./learn train"));
    assertThat(lines).noneMatch(line -> line.contains("./learn walk"));
    assertThat(lines).noneMatch(line -> line.contains("./learn check"));
  }

  @Test
  void colourAddsNothingButColour() {
    ChapterProgress progress =
        new ChapterProgress(MASK, false, 7, 23, List.of(work("5.1", 3, 0, true)));
    List<String> bright = page(new Ink(true), "walk check", progress);
    List<String> plain = page(new Ink(false), "walk check", progress);
    List<String> without = new ArrayList<>();
    bright.forEach(line -> without.add(line.replaceAll("\u001b\\[[0-9;]*m", "")));
    assertThat(without).isEqualTo(plain).isNotEqualTo(bright);
    assertThat(plain).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void inChineseNothingIsWiderThanTheTerminalAndNothingIsLeftOut(int width) {
    Contents.Chapter family =
        new Contents.Chapter(9, "ch09_architectures", "循环神经网络家族", "同样的单元还能搭出什么？");
    List<ChapterProgress> chapters =
        List.of(
            new ChapterProgress(MASK, true, 0, 0, List.of(work("5.1", 3, 3, false))),
            new ChapterProgress(family, false, 7, 23, List.of(work("9.1", 3, 1, true))));
    Set<String> commands = new LinkedHashSet<>(List.of("walk", "check", "train"));
    ContentsPage page = new ContentsPage(chapters, commands, List.of("5.1"), new Ink(false), width);
    List<String> lines = Language.CHINESE.speaking(page::lines);
    assertThat(lines).allMatch(line -> Width.of(line) <= Math.min(80, width));
    assertThat(String.join("\n", lines))
        .contains("循环神经网络家族", "单元格 7/23", "1/3 *", "4/6", "* 上次评分后改动过")
        .contains("同样的单元还能搭出什么？", "./learn train", "训练一个翻译器");
  }

  @Test
  void inChineseTheColumnsStandBelowEachOther() {
    Contents.Chapter family = new Contents.Chapter(9, "ch09_architectures", "循环神经网络家族", "？");
    ChapterProgress loss = new ChapterProgress(LOSS, true, 0, 0, List.of(work("6.1", 3, 3, false)));
    ChapterProgress begun =
        new ChapterProgress(family, false, 7, 23, List.of(work("9.1", 4, 1, false)));
    List<String> lines = Language.CHINESE.speaking(() -> page(loss, begun));
    assertThat(lines)
        .contains(
            "      章                     进度             得分",
            "   6  The masked loss        已走完             3/3",
            "   9  循环神经网络家族       单元格 7/23        1/4",
            "                                                4/7");
  }

  @Test
  void theGoalCountsThePartsThatHaveFullPoints() {
    ChapterProgress progress =
        new ChapterProgress(
            MASK,
            false,
            0,
            0,
            List.of(work("5.1", 3, 3, false), work("5.2", 3, 3, false), work("5.3", 3, 3, true)));
    List<String> capstone = List.of("5.1", "5.3", "6.1");
    ContentsPage page =
        new ContentsPage(List.of(progress), Set.of("train"), capstone, new Ink(false), 80);
    assertThat(page.lines())
        .containsSequence(
            "  ./learn train         train a translator, about a minute",
            "  ./learn train --mine  the goal: your own translator; 1 of its 3 parts are",
            "                        yours");
  }

  @Test
  void withoutTheChaptersOnTheClassPathTheListIsEmpty() {
    assertThat(Contents.capstone()).isEmpty();
    assertThat(Contents.chapters()).isEmpty();
  }
}
