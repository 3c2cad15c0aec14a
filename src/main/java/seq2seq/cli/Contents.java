package seq2seq.cli;

import java.util.List;
import seq2seq.files.TextFile;
import seq2seq.language.Language;

/**
 * The table of contents: the chapters in their order.
 *
 * <p>Read from the resource {@code /seq2seq/chapters.tsv}, which the chapters bring with them: one
 * chapter a line, its number, package, title and question, and the same two in Chinese, separated
 * by tabs.
 */
public final class Contents {
  /** One line of the table: the chapter, and the question it answers, in the language spoken. */
  public record Chapter(int number, String packageName, String title, String question) {

    private static Chapter parse(String line) {
      String[] field = line.split("\t", -1);
      int words = Language.current() == Language.CHINESE && field.length > 5 ? 4 : 2;
      return new Chapter(Integer.parseInt(field[0]), field[1], field[words], field[words + 1]);
    }
  }

  private Contents() {}

  /** The chapters, ascending; empty when the chapters are not on the class path. */
  public static List<Chapter> chapters() {
    return lines("/seq2seq/chapters.tsv").stream().map(Chapter::parse).toList();
  }

  /** The numbers of the exercises that chapter 11 puts together; empty without the chapters. */
  public static List<String> capstone() {
    return lines("/seq2seq/capstone.txt");
  }

  private static List<String> lines(String name) {
    return TextFile.resource(Contents.class, name).lines().toList();
  }
}
