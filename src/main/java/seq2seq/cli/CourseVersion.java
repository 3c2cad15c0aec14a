package seq2seq.cli;

/** Which version of the course this is. */
public final class CourseVersion {
  private CourseVersion() {}

  /** The version in the jar's manifest; classes run from a folder have none. */
  public static String get() {
    String version = CourseVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
