package seq2seq.book;

import java.nio.file.Files;

/** What a reader sees first: the book's title, what it is about, and the model that it builds. */
final class Cover {
  private static final String MODEL = "images/ch00_model.png";

  private Cover() {}

  /** The head of the first page. */
  static String html(Page index, Workshop workshop) {
    Edition language = index.language();
    String title = "<h1>" + Markup.escape(language.word("cover.title")) + "</h1>\n";
    String lead = "<p class=\"lead\">" + Markup.escape(language.word("cover.lead")) + "</p>\n";
    return title + lead + model(index, workshop);
  }

  private static String model(Page index, Workshop workshop) {
    if (!Files.exists(Edition.EN.chapters(workshop.map().course()).resolve(MODEL))) {
      return "";
    }
    String alt = index.language().word("cover.model");
    return "<figure>" + workshop.pictures().html(index, MODEL, alt) + "</figure>\n";
  }
}
