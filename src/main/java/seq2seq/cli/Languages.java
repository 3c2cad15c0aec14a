package seq2seq.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import seq2seq.language.Language;

/** Which language a command speaks: what {@code --language} says, or that of the user's locale. */
public final class Languages {
  /** The option's name. */
  public static final String OPTION = "--language";

  /** Chinese only: in English, commands say it themselves. */
  private static final String HELP = Languages.class.getPackageName() + ".help";

  private Languages() {}

  /** Reads {@code en} or {@code zh}, and nothing else. */
  public static final class Converter implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return Arrays.stream(Language.values())
          .filter(language -> language.tag().equals(tag))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("there are en and zh; got '" + tag + "'"));
    }
  }

  /**
   * Read by {@link Main} before the command line is parsed, since what parsing says is to be in
   * that language too; parsing refuses other values.
   */
  static OptionSpec option() {
    return OptionSpec.builder(OPTION)
        .paramLabel("LANGUAGE")
        .type(Language.class)
        .converters(new Converter())
        .description(Learn.TEXTS.get("help.language"))
        .build();
  }

  /** What the help says in place of the commands' own English; empty in English. */
  static Optional<ResourceBundle> help() {
    return Language.current() == Language.CHINESE
        ? Optional.of(ResourceBundle.getBundle(HELP, Locale.CHINESE))
        : Optional.empty();
  }

  /**
   * The language of this process, which stays that of {@link Language#PROPERTY} if that is set.
   *
   * @param locale the locale as the launcher saw it; empty if it is not set, as on Windows
   */
  static Language ofUser(String locale) {
    if (System.getProperty(Language.PROPERTY) != null) {
      return Language.current();
    }
    return Language.of(
        locale.isEmpty() ? Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag() : locale);
  }

  /** The language that the arguments ask for; {@code otherwise} if they ask for none. */
  static Language asked(String[] args, Language otherwise) {
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith(OPTION + "=")) {
        return Language.of(args[i].substring(OPTION.length() + 1));
      }
      if (args[i].equals(OPTION) && i + 1 < args.length) {
        return Language.of(args[i + 1]);
      }
    }
    return otherwise;
  }
}
