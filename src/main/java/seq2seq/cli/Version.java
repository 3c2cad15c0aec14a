package seq2seq.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the course and of the JDK that runs it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"learn " + course() + ", JDK " + Runtime.version()};
  }

  /** The version in the jar's manifest; classes run from a folder have none. */
  private static String course() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
