package seq2seq.grading.allow;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import seq2seq.grading.Todo;

/** Recognises a starter that nobody has written anything into, without running it. */
public final class TodoCheck {
  private static final String TODO = Type.getInternalName(Todo.class);

  private TodoCheck() {}

  /** True if each method of the class but its constructor does nothing but throw {@link Todo}. */
  public static boolean isUntouched(byte[] classFile) {
    Starter starter = new Starter();
    new ClassReader(classFile).accept(starter, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return starter.waits && starter.methods > 0;
  }

  private static final class Starter extends ClassVisitor {
    private boolean waits = true;
    private int methods;

    Starter() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      if (name.equals("<init>") && type.equals("()V")) {
        return null;
      }
      methods++;
      return new Body();
    }

    /** The instructions of one method: new Todo, its number, its constructor, throw. */
    private final class Body extends MethodVisitor {
      private final StringBuilder code = new StringBuilder();

      Body() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        code.append(opcode == Opcodes.NEW && type.equals(TODO) ? 'n' : '?');
      }

      @Override
      public void visitLdcInsn(Object value) {
        code.append('c');
      }

      @Override
      public void visitMethodInsn(int op, String owner, String name, String type, boolean i) {
        code.append(owner.equals(TODO) && name.equals("<init>") ? 'i' : '?');
      }

      @Override
      public void visitInsn(int opcode) {
        code.append(opcode == Opcodes.DUP ? 'd' : opcode == Opcodes.ATHROW ? 't' : '?');
      }

      @Override
      public void visitEnd() {
        waits &= code.toString().equals("ndcit");
      }
    }
  }
}
