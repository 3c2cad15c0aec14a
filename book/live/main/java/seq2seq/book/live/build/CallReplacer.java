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
import seq2seq.book.live.jdk.Fdlibm;
import seq2seq.book.live.jdk.FdlibmPower;
import seq2seq.book.live.jdk.Fma;

/**
 * Exchanges calls that a page cannot make for calls of methods of the same names in the package of
 * {@link Calls}, in the course's classes: so their sources are compiled as they are.
 */
final class CallReplacer implements ClassHolderTransformer {
  private static final String COURSE = "seq2seq.";
  private static final String STAND_INS = Calls.class.getPackageName() + ".";

  private static final String KERNEL = "seq2seq.engine.kernel.";

  /** Each method, and the class that has ours. */
  private static final Map<String, Class<?>> REPLACED =
      Map.of(
          "java.lang.Math.fma(FFF)F", Fma.class,
          "java.lang.StrictMath.exp(D)D", Fdlibm.class,
          "java.lang.StrictMath.log(D)D", Fdlibm.class,
          "java.lang.StrictMath.tanh(D)D", Fdlibm.class,
          "java.lang.StrictMath.pow(DD)D", FdlibmPower.class,
          "java.lang.Runtime.maxMemory()J", Calls.class,
          "java.lang.String.lines()Ljava/util/stream/Stream;", Calls.class,
          KERNEL + "Kernels.load()Ljava/util/Optional;", Calls.class,
          KERNEL + "Parallel.range(IILseq2seq/engine/kernel/Parallel$Range;)V", Calls.class);

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
    Class<?> ours = REPLACED.get(method.getClassName() + "." + method.getDescriptor());
    if (ours == null) return;
    List<Variable> arguments = new ArrayList<>(call.getArguments());
    List<ValueType> signature = new ArrayList<>(List.of(method.getSignature()));
    if (call.getInstance() != null) {
      arguments.add(0, call.getInstance());
      signature.add(0, ValueType.object(method.getClassName()));
    }
    call.setInstance(null);
    call.setType(InvocationType.SPECIAL);
    call.setArguments(arguments.toArray(new Variable[0]));
    call.setMethod(
        new MethodReference(
            ours.getName(), method.getName(), signature.toArray(new ValueType[0])));
  }
}
