package seq2seq.cli.check;

import java.util.List;
import seq2seq.grading.Exercise;

/**
 * What a watch waits for: a save, or a key.
 *
 * @param saved the exercises whose files have another text now; empty for a key
 * @param key the key, in lower case; 0 for a save
 */
record WatchEvent(List<Exercise> saved, char key) {
  static WatchEvent saved(List<Exercise> exercises) {
    return new WatchEvent(exercises, '\0');
  }

  static WatchEvent key(char key) {
    return new WatchEvent(List.of(), Character.toLowerCase(key));
  }
}
