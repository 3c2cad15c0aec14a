package seq2seq.grading.allow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The types that a learner's file declares: their members, and what they inherit from. */
final class LearnerTypes {
  private record Declared(List<String> parents, Set<String> members) {}

  private final Map<String, Declared> types = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  LearnerTypes(Map<String, byte[]> classes) {
    classes.forEach((name, bytes) -> types.put(name, read(bytes)));
  }

  private static Declared read(byte[] bytes) {
    Declared declared = new Declared(new ArrayList<>(), new HashSet<>());
    ClassReader reader = new ClassReader(bytes);
    declared.parents.add(dotted(reader.getSuperName()));
    for (String each : reader.getInterfaces()) {
      declared.parents.add(dotted(each));
    }
    reader.accept(
        members(declared.members),
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return declared;
  }

  private static ClassVisitor members(Set<String> into) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String method, String type, String signature, String[] thrown) {
        into.add(method + type);
        return null;
      }

      @Override
      public FieldVisitor visitField(
          int access, String field, String type, String signature, Object value) {
        into.add(field + type);
        return null;
      }
    };
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  boolean has(String type) {
    return types.containsKey(type);
  }

  /** True if the type itself, or one of the file's that it inherits from, declares this member. */
  boolean declares(String type, String member) {
    return known.computeIfAbsent(
        type + " " + member,
        asked ->
            family(type).stream()
                .anyMatch(each -> has(each) && types.get(each).members.contains(member)));
  }

  /** The types of others from which this one inherits, directly or not. */
  List<String> inherited(String type) {
    return family(type).stream().filter(each -> !has(each)).toList();
  }

  /** The type and all above it, each once, however many ways lead there. */
  private Collection<String> family(String type) {
    Set<String> family = new LinkedHashSet<>(List.of(type));
    Deque<String> open = new ArrayDeque<>(family);
    while (!open.isEmpty()) {
      Declared declared = types.get(open.poll());
      if (declared != null) {
        declared.parents.stream().filter(family::add).forEach(open::add);
      }
    }
    return family;
  }
}
