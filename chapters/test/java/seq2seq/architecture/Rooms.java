package seq2seq.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/** Picks the classes of some rooms. */
final class Rooms {
  private Rooms() {}

  /**
   * The classes below {@code root} in one of the {@code rooms}.
   *
   * @param rooms room names separated by {@code |}, where {@code ch} means every chapter; {@code
   *     ..} means every room
   */
  static DescribedPredicate<JavaClass> among(String root, String rooms) {
    String room = rooms.equals("..") ? ".*" : "(" + rooms.replace("ch|", "ch\\d\\d_\\w+|") + ")";
    Pattern packages = Pattern.compile(Pattern.quote(root) + "\\." + room + "(\\..*)?");
    return DescribedPredicate.describe(
        "are in " + rooms, type -> packages.matcher(type.getPackageName()).matches());
  }
}
