package seq2seq.grading.allow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The learner's own classes: what they declare, and what they inherit from. */
final class Own {
  private final Map<String, Set<String>> members = new TreeMap<>();
  private final Map<String, List<String>> parents = new TreeMap<>();

  Own(Map<String, byte[]> classes) {
    classes.forEach((name, bytes) -> read(name, bytes));
  }

  private void read(String name, byte[] bytes) {
    Set<String> declared = new LinkedHashSet<>();
    List<String> above = new ArrayList<>();
    members.put(name, declared);
    parents.put(name, above);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String self,
                  String signature,
                  String superName,
                  String[] interfaces) {
                above.add(dotted(superName));
                for (String each : interfaces) {
                  above.add(dotted(each));
                }
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] thrown) {
                declared.add(method + type);
                return null;
              }

              @Override
              public FieldVisitor visitField(
                  int access, String field, String type, String signature, Object value) {
                declared.add(field + type);
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  boolean has(String type) {
    return members.containsKey(type);
  }

  /** True if the class itself, or one of its own that it inherits from, declares this member. */
  boolean declares(String type, String member) {
    return has(type)
        && (members.get(type).contains(member)
            || parents.get(type).stream().anyMatch(parent -> declares(parent, member)));
  }

  /** The types that are not the learner's own from which this one inherits, directly or not. */
  List<String> inherited(String type) {
    List<String> types = new ArrayList<>();
    for (String parent : parents.getOrDefault(type, List.of())) {
      if (has(parent)) {
        types.addAll(inherited(parent));
      } else {
        types.add(parent);
      }
    }
    return types;
  }
}
