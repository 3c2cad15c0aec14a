package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * What a chapter's {@code <!-- notebook} comment sets.
 *
 * @param imports what the cells may name without a package, beside {@link #ALWAYS}, as {@code
 *     seq2seq.ch05_mask.*} or {@code static seq2seq.engine.Ops.*}
 */
public record Settings(List<String> imports) {
  /** Imported in every chapter. */
  public static final List<String> ALWAYS =
      List.of("java.nio.file.Path", "java.util.*", "java.util.function.*", "seq2seq.engine.*");

  /** A chapter that sets nothing. */
  public static final Settings NONE = new Settings(List.of());

  public Settings {
    imports = List.copyOf(imports);
  }

  /** The import declarations of a session: {@link #ALWAYS}, then the chapter's own. */
  public List<String> importLines() {
    List<String> all = new ArrayList<>(ALWAYS);
    imports.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return all.stream().map(name -> "import " + name + ";").toList();
  }
}
