package seq2seq.book.live.build;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Makes arithmetic in JavaScript what it is on the JVM, to the last bit.
 *
 * <p>JavaScript computes in double, and TeaVM leaves it so: every result of float arithmetic is
 * rounded to a float here. And TeaVM writes {@code a + (b - c)} as {@code a + b - c}, which is
 * another number: every result of double arithmetic gets parentheses.
 */
final class FloatRounding implements ClassHolderTransformer {
  private static final MethodReference ROUND =
      new MethodReference(Fround.class, "round", float.class, float.class);

  private static final MethodReference GROUP =
      new MethodReference(Fround.class, "group", double.class, double.class);

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith("seq2seq.")) return;
    for (MethodHolder method : type.getMethods()) {
      Program program = method.getProgram();
      if (program == null) continue;
      for (BasicBlock block : program.getBasicBlocks()) {
        for (Instruction instruction : block) round(program, instruction);
      }
    }
  }

  private static void round(Program program, Instruction instruction) {
    if (instruction instanceof BinaryInstruction binary && isArithmetic(binary.getOperation())) {
      if (binary.getOperandType() == NumericOperandType.FLOAT) {
        binary.setReceiver(wrapped(program, binary, ROUND, binary.getReceiver()));
      } else if (binary.getOperandType() == NumericOperandType.DOUBLE) {
        binary.setReceiver(wrapped(program, binary, GROUP, binary.getReceiver()));
      }
    } else if (instruction instanceof CastNumberInstruction cast
        && cast.getTargetType() == NumericOperandType.FLOAT) {
      cast.setReceiver(wrapped(program, cast, ROUND, cast.getReceiver()));
    }
  }

  private static boolean isArithmetic(BinaryOperation operation) {
    return switch (operation) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> true;
      default -> false;
    };
  }

  /** The variable for the bare result, which goes through {@code by} to where it went before. */
  private static Variable wrapped(
      Program program, Instruction instruction, MethodReference by, Variable result) {
    Variable bare = program.createVariable();
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(by);
    call.setArguments(bare);
    call.setReceiver(result);
    call.setLocation(instruction.getLocation());
    instruction.insertNext(call);
    return bare;
  }
}
