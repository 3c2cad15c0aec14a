package seq2seq.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * One rule, which holds below any root package, so that it can be tried on the fixtures too.
 *
 * @param name the rule in a few words
 * @param below the rule for the house whose packages begin with the given root
 * @param brokenBy the fixture that breaks it
 */
record HouseRule(String name, Function<String, ArchRule> below, Class<?> brokenBy) {

  @Override
  public String toString() {
    return name;
  }
}
