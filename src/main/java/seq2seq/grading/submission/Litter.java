package seq2seq.grading.submission;

import java.util.List;
import java.util.Locale;

/** What systems and tools leave beside the files of people, in folders and in archives. */
final class Litter {
  private static final List<String> FOLDERS =
      List.of(
          "__macosx",
          ".git",
          ".svn",
          ".idea",
          ".vscode",
          ".learn",
          ".spotlight-v100",
          ".trashes",
          ".fseventsd",
          "$recycle.bin",
          "@eadir",
          "target");
  private static final List<String> FILES =
      List.of(".ds_store", ".localized", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r");

  private Litter() {}

  /** True if this path from the top of a submission is, or lies in, such a thing. */
  static boolean isLitter(String path) {
    for (String part : path.toLowerCase(Locale.ROOT).split("/")) {
      if (part.startsWith("._") || FOLDERS.contains(part) || FILES.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
