package seq2seq.book.live.build;

import org.teavm.backend.javascript.spi.InjectedBy;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.interop.NoSideEffects;
import org.teavm.model.MethodReference;

/** What {@link FloatRounding} wraps results in, written in place of the calls. */
public final class Fround implements Injector {
  /** The float nearest to {@code x}, which JavaScript holds as a double. */
  @InjectedBy(Fround.class)
  @NoSideEffects
  public static native float round(float x);

  /** {@code x} in parentheses. */
  @InjectedBy(Fround.class)
  @NoSideEffects
  public static native double group(double x);

  @Override
  public void generate(InjectorContext context, MethodReference method) {
    context.getWriter().append(method.getName().equals("round") ? "Math.fround(" : "(");
    context.writeExpr(context.getArgument(0));
    context.getWriter().append(")");
  }
}
