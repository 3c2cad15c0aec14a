package seq2seq.grading.allow;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Walks through the code of one method and shows each use of something to {@link UsageCheck}. */
final class CodeCheck extends MethodVisitor {
  private final UsageCheck uses;

  CodeCheck(UsageCheck uses) {
    super(Opcodes.ASM9);
    this.uses = uses;
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    uses.at(line);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    uses.descriptor(descriptor);
    return null;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    uses.name(type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    uses.member(owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    uses.member(owner, name, descriptor);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle linker, Object... constants) {
    uses.linker(linker);
    uses.descriptor(descriptor);
    for (Object constant : constants) {
      uses.constant(constant, true);
    }
  }

  @Override
  public void visitLdcInsn(Object constant) {
    uses.constant(constant, false);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    uses.descriptor(descriptor);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    uses.name(type);
  }
}
