package seq2seq.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds {@code "loss " + loss} where {@code loss} is a float or a double.
 *
 * <p>javac writes such an expression as an invokedynamic instruction whose descriptor lists the
 * types of the parts; ArchUnit does not look at it, so we read the bytecode.
 */
final class FloatConcatenation extends ArchCondition<JavaClass> {

  private FloatConcatenation() {
    super("concatenate no float or double to a string");
  }

  static ArchRule rule(String root) {
    return classes().that(Rooms.among(root, "ch|engine|nn")).should(new FloatConcatenation());
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(bytes).accept(new Visitor(type, events), ClassReader.SKIP_FRAMES);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Visitor extends ClassVisitor {
    private final JavaClass type;
    private final ConditionEvents events;

    Visitor(JavaClass type, ConditionEvents events) {
      super(Opcodes.ASM9);
      this.type = type;
      this.events = events;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private int line;

        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
        }

        @Override
        public void visitInvokeDynamicInsn(
            String method, String parts, Handle bootstrap, Object... arguments) {
          if (method.equals("makeConcatWithConstants") && hasFloat(parts)) {
            events.add(SimpleConditionEvent.violated(type, where(name, line)));
          }
        }
      };
    }

    private String where(String method, int line) {
      return type.getName()
          + "."
          + method
          + " concatenates a float or a double to a string in "
          + type.getSourceCodeLocation().getSourceFileName()
          + ":"
          + line;
    }
  }

  private static boolean hasFloat(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .anyMatch(part -> part.equals(Type.FLOAT_TYPE) || part.equals(Type.DOUBLE_TYPE));
  }
}
