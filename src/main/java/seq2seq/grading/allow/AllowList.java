package seq2seq.grading.allow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import seq2seq.grading.Exercise;

/** Says what a learner's compiled classes use and may not. */
public final class AllowList {
  private static final Table TABLE = Table.read();

  private final Exercise exercise;
  private final Set<String> graded;
  private final Map<String, Boolean> types = new HashMap<>();
  private final Map<String, Boolean> members = new HashMap<>();

  /**
   * For the classes of {@code exercise}.
   *
   * @param graded the interface of the exercise and the types that it names, by class name
   */
  public AllowList(Exercise exercise, Collection<String> graded) {
    this.exercise = exercise;
    this.graded = new TreeSet<>(graded);
  }

  /**
   * The violations, one line each, in the order of the source: {@code file:line: uses X, which
   * exercise 5.1 may not: what to do instead}. None if the classes may be loaded.
   *
   * @param classes class files by class name
   * @param source the lines that they were compiled from
   */
  public List<String> violations(Map<String, byte[]> classes, List<String> source) {
    Violations found = new Violations(exercise, source);
    LearnerTypes learners = new LearnerTypes(classes);
    String home = exercise.starter().substring(0, exercise.starter().lastIndexOf('.') + 1);
    classes.forEach(
        (name, bytes) -> {
          if (!name.startsWith(home)) {
            found.add(0, name, "keep to the package that the file had");
          }
          new ClassReader(bytes)
              .accept(
                  new ClassCheck(new UsageCheck(this, learners, found)), ClassReader.SKIP_FRAMES);
        });
    return found.lines();
  }

  boolean allowsType(String type) {
    return types.computeIfAbsent(
        type, asked -> graded.contains(type) || TABLE.allowsType(type, isExtend()));
  }

  boolean allowsMember(String type, String member) {
    return members.computeIfAbsent(
        type + " " + member,
        asked ->
            !TABLE.isNever(member)
                && (graded.contains(type) || TABLE.allowsMember(type, member, isExtend())));
  }

  boolean isCompilers(String type, String member) {
    return TABLE.isCompilers(type, member);
  }

  String instead(String used) {
    return TABLE.instead(used);
  }

  private boolean isExtend() {
    return exercise.kind() == Exercise.Kind.EXTEND;
  }
}
