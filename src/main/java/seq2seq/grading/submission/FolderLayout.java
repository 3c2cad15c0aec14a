package seq2seq.grading.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2seq.grading.Exercise;

/**
 * Where in a submission the learner's files lie: below a folder, under the last parts of their
 * usual path. Platforms put a folder around an archive, and some students hand in bare files.
 *
 * @param base the folder, empty or with a {@code /} at its end
 * @param parts how many of the last parts of the usual path stand below it, at least 1
 */
record FolderLayout(String base, int parts) {

  /**
   * The layout under which most files are found; the whole usual path goes before all others.
   *
   * @return empty if no file of any exercise is there
   */
  static Optional<FolderLayout> of(List<Entry> entries, List<Exercise> exercises) {
    Map<FolderLayout, Integer> found = new LinkedHashMap<>();
    for (Exercise exercise : exercises) {
      String[] usual = exercise.starterFile().split("/");
      entries.stream()
          .map(entry -> fitting(entry.name(), usual))
          .flatMap(Optional::stream)
          .forEach(layout -> found.merge(layout, 1, Integer::sum));
    }
    List<FolderLayout> layouts = new ArrayList<>(found.keySet());
    int whole = exercises.isEmpty() ? 0 : exercises.get(0).starterFile().split("/").length;
    layouts.sort(
        Comparator.comparing((FolderLayout layout) -> layout.parts != whole)
            .thenComparing(layout -> -found.get(layout))
            .thenComparing(layout -> -layout.parts)
            .thenComparing(layout -> layout.base.length())
            .thenComparing(FolderLayout::base));
    return layouts.stream().findFirst();
  }

  /** The layout under which {@code name} is the file with the {@code usual} path. */
  private static Optional<FolderLayout> fitting(String name, String[] usual) {
    String[] parts = name.split("/");
    int same = 0;
    while (same < Math.min(parts.length, usual.length)
        && parts[parts.length - 1 - same].equals(usual[usual.length - 1 - same])) {
      same++;
    }
    String base = String.join("/", List.of(parts).subList(0, parts.length - same));
    return same == 0
        ? Optional.empty()
        : Optional.of(new FolderLayout(base.isEmpty() ? "" : base + "/", same));
  }

  /** The name of the file of {@code exercise}. */
  String name(Exercise exercise) {
    List<String> usual = List.of(exercise.starterFile().split("/"));
    return base + String.join("/", usual.subList(usual.size() - parts, usual.size()));
  }

  /** The name of the manifest, if there is one. */
  String manifest() {
    return base + Manifest.FILE;
  }
}
