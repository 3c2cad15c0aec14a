package seq2seq.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.Hints;
import seq2seq.language.Texts;

/** An exercise below the line that names it: specification, hints and solution, folded away. */
final class ExerciseBlocks {
  private static final HtmlRenderer MARKDOWN = HtmlRenderer.builder().escapeHtml(true).build();

  private final Path course;
  private final CodeColours colours;

  ExerciseBlocks(Path course, CodeColours colours) {
    this.course = course;
    this.colours = colours;
  }

  /** The blocks of the exercise {@code id}; empty if there is no such exercise. */
  String html(Edition language, String id) {
    return Exercises.all().stream()
        .filter(exercise -> exercise.id().equals(id) && exercise.isHere())
        .findFirst()
        .map(exercise -> blocks(language, exercise))
        .orElse("");
  }

  private String blocks(Edition language, Exercise exercise) {
    return Texts.filled(
        "<div class=\"exercise\" id=\"exercise-{0}\">\n{1}{2}{3}</div>\n",
        exercise.id().replace('.', '-'),
        specification(language, exercise),
        hints(language, exercise),
        solution(language, exercise));
  }

  private String specification(Edition language, Exercise exercise) {
    String translated = exercise.specificationIn(language.language()).substring(1);
    Path file = source("exercises/graded", exercise.specification());
    String text = "";
    if (language != Edition.EN && Resources.has(translated)) {
      text = MARKDOWN.render(Parser.builder().build().parse(Resources.text(translated)));
    } else if (Files.exists(file)) {
      text = new Javadoc(language, colours).html(read(file));
    }
    String summary = language.word("exercise.specification");
    return text.isEmpty() ? "" : Markup.folded("specification", summary, text);
  }

  private String hints(Edition language, Exercise exercise) {
    List<String> hints = language.language().speaking(() -> Hints.of(exercise));
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < hints.size(); i++) {
      String summary = language.word("exercise.hint", i + 1, hints.size());
      html.append(Markup.folded("hint", summary, paragraphs(hints.get(i))));
    }
    return html.toString();
  }

  /** A hint is plain text, with empty lines between paragraphs. */
  private static String paragraphs(String text) {
    return "<p>" + Markup.escape(text).replaceAll("\\R\\R", "</p>\n<p>") + "</p>";
  }

  private String solution(Edition language, Exercise exercise) {
    Path file = source("solutions", exercise.solution());
    if (!Files.exists(file)) {
      return "";
    }
    String code = read(file).replaceAll("(?m)^\\s*// (BEGIN|END) SOLUTION\\R", "").strip();
    return Markup.folded("solution", language.word("exercise.solution"), colours.block(code));
  }

  private Path source(String room, String type) {
    return course.resolve(room + "/main/java/" + type.replace('.', '/') + ".java");
  }

  private static String read(Path file) {
    return TextFile.read(file, "a class of an exercise");
  }
}
