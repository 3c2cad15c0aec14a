package seq2seq.book.live.build;

import java.util.List;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** The classes of the JDK that TeaVM's library lacks, and ours of the same names in their place. */
public final class StandIns implements SubstitutionPolicy {
  private static final String OURS = "seq2seq.book.live.jdk";
  private static final List<String> MISSING =
      List.of(
          "java.lang.Character$UnicodeScript",
          "java.security.MessageDigest",
          "java.text.Normalizer",
          "java.text.Normalizer$Form",
          "java.util.HexFormat",
          "java.util.StringJoiner");

  @Override
  public void contribute(SubstitutionSink sink) {
    for (String name : MISSING) {
      sink.selectClasses(name::equals)
          .replacePackage(name.substring(0, name.lastIndexOf('.')), OURS);
    }
  }
}
