package seq2seq.grading.allow;

import java.util.Collection;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Recognises code that may catch a {@link StackOverflowError}. One that is caught may have left a
 * class of Java's half made, which nobody can use in that process any more.
 */
public final class ErrorCatching {
  private static final List<String> SUCH =
      List.of(
          "java/lang/Throwable",
          "java/lang/Error",
          "java/lang/VirtualMachineError",
          "java/lang/StackOverflowError",
          "java/lang/LinkageError");

  private ErrorCatching() {}

  /** True if one of these class files has such a handler; {@code finally} is one. */
  public static boolean isIn(Collection<byte[]> classFiles) {
    return classFiles.stream().anyMatch(ErrorCatching::isIn);
  }

  private static boolean isIn(byte[] classFile) {
    boolean[] found = {false};
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
                    found[0] |= type == null || SUCH.contains(type);
                  }
                };
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }
}
