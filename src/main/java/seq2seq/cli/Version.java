package seq2seq.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the course and of the JDK that runs it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"learn " + CourseVersion.get() + ", JDK " + Runtime.version()};
  }
}
