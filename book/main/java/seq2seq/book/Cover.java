package seq2seq.book;

import java.nio.file.Files;

/** What a reader sees first: the book's title, what it is about, and the model that it builds. */
final class Cover {
  private static final String MODEL = "images/ch00_model.png";

  private Cover() {}

  /** The head of the first page. */
  static String html(Page index, PagePictures pictures) {
    Edition language = index.language();
    String title = "<h1>" + Markup.escape(language.word("cover.title")) + "</h1>\n";
    String lead = "<p class=\"lead\">" + Markup.escape(language.word("cover.lead")) + "</p>\n";
    return title + lead + model(index, pictures);
  }

  private static String model(Page index, PagePictures pictures) {
    if (!Files.exists(Edition.EN.chapters(pictures.course()).resolve(MODEL))) {
      return "";
    }
    String alt = index.language().word("cover.model");
    return "<figure>" + pictures.html(index, MODEL, alt) + "</figure>\n";
  }
}
