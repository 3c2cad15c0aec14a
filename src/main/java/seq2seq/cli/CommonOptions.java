package seq2seq.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What every command has: the options {@code --help} and {@code --debug}, and {@code --language}
 * where it speaks Chinese too.
 */
final class CommonOptions {
  static final String DEBUG = "--debug";

  private CommonOptions() {}

  /** Adds them to {@code spec}, which is changed. */
  static void addTo(CommandSpec spec, boolean speaksChinese) {
    spec.usageMessage().optionListHeading("%nOptions:%n");
    spec.addOption(help());
    spec.addOption(debug());
    if (speaksChinese) {
      spec.addOption(Languages.option());
    }
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description(Learn.TEXTS.get("help.help"))
        .build();
  }

  /** Read by {@link Main} before the command line is parsed, since parsing may be what fails. */
  private static OptionSpec debug() {
    return OptionSpec.builder(DEBUG).description(Learn.TEXTS.get("help.debug")).build();
  }
}
