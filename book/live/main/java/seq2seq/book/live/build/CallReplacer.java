package seq2seq.book.live.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import seq2seq.book.live.jdk.Calls;

/**
 * Exchanges calls that a page cannot make for calls of the methods of the same names in {@link
 * Calls}, in the course's classes: so their sources are compiled as they are.
 */
final class CallReplacer implements ClassHolderTransformer {
  private static final String COURSE = "seq2seq.";
  private static final String STAND_INS = Calls.class.getPackageName() + ".";

  /** Each method, and whether it has an instance. */
  private static final Map<String, Boolean> REPLACED =
      Map.of(
          "java.lang.Math.fma(FFF)F", false,
          "java.lang.StrictMath.exp(D)D", false,
          "java.lang.StrictMath.log(D)D", false,
          "java.lang.StrictMath.tanh(D)D", false,
          "java.lang.StrictMath.pow(DD)D", false,
          "java.lang.Runtime.maxMemory()J", true,
          "java.lang.String.lines()Ljava/util/stream/Stream;", true,
          "seq2seq.engine.kernel.Kernels.load()Ljava/util/Optional;", false,
          "seq2seq.engine.kernel.Parallel.range(IILseq2seq/engine/kernel/Parallel$Range;)V", false);

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith(COURSE) || type.getName().startsWith(STAND_INS)) return;
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() == null) continue;
      for (BasicBlock block : method.getProgram().getBasicBlocks()) {
        for (Instruction instruction : block) {
          if (instruction instanceof InvokeInstruction call) replace(call);
        }
      }
    }
  }

  private static void replace(InvokeInstruction call) {
    MethodReference method = call.getMethod();
    Boolean hasInstance = REPLACED.get(method.getClassName() + "." + method.getDescriptor());
    if (hasInstance == null) return;
    List<Variable> arguments = new ArrayList<>(call.getArguments());
    List<ValueType> signature = new ArrayList<>(List.of(method.getSignature()));
    if (hasInstance) {
      arguments.add(0, call.getInstance());
      signature.add(0, ValueType.object(method.getClassName()));
    }
    call.setInstance(null);
    call.setType(InvocationType.SPECIAL);
    call.setArguments(arguments.toArray(new Variable[0]));
    call.setMethod(
        new MethodReference(
            Calls.class.getName(), method.getName(), signature.toArray(new ValueType[0])));
  }
}
