package seq2seq.grading.allow;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Walks through one class file and shows each use of something to {@link UsageCheck}. */
final class ClassCheck extends ClassVisitor {
  private final UsageCheck uses;

  ClassCheck(UsageCheck uses) {
    super(Opcodes.ASM9);
    this.uses = uses;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    uses.at(0);
    uses.name(superName);
    for (String each : interfaces) {
      uses.name(each);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    uses.at(0);
    uses.descriptor(descriptor);
    return null;
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    uses.at(0);
    uses.descriptor(descriptor);
    return null;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    uses.at(0);
    uses.descriptor(descriptor);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    uses.at(0);
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      uses.refuse("native", "an exercise is written in Java");
    }
    if (name.equals("finalize")) {
      uses.refuse("java.lang.Object.finalize");
    }
    uses.descriptor(descriptor);
    if (exceptions != null) {
      for (String each : exceptions) {
        uses.name(each);
      }
    }
    return new CodeCheck(uses);
  }
}
