package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user may set is written down in {@code docs/settings.md}. */
class SettingsPageTest {
  private static final List<String> ROOMS =
      List.of("../src/main/java", "main/java", "../exercises/graded/main/java");

  /** A property of ours as a whole string, or the name of an environment variable that is read. */
  private static final Pattern SETTING =
      Pattern.compile(
          "\"(seq2seq(?:\\.[a-z]+)+)\"|(?:getenv|environment\\.getOrDefault)\\(\"(\\w+)\"");

  @Test
  void everySettingThatTheCodeReadsIsOnThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/settings.md"));
    Set<String> read = settings();
    assertThat(read)
        .contains("seq2seq.kernel", "seq2seq.checkpoint.seconds", "NO_COLOR", "DISPLAY");
    assertThat(read).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static Set<String> settings() throws IOException {
    Set<String> settings = new TreeSet<>();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.walk(Path.of(room))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          SETTING
              .matcher(Files.readString(file))
              .results()
              .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
              .filter(name -> !isBundle(name))
              .forEach(settings::add);
        }
      }
    }
    return settings;
  }

  /** A bundle of words has such a name too. */
  private static boolean isBundle(String name) {
    return Files.exists(Path.of("../src/main/resources", name.replace('.', '/') + ".properties"));
  }
}
