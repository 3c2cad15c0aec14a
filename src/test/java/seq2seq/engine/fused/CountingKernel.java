package seq2seq.engine.fused;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Matrix;

/** A kernel that counts the multiply-adds of its products, which another one computes. */
final class CountingKernel {
  private final Kernel counted;
  private final AtomicLong multiplyAdds = new AtomicLong();

  CountingKernel(Kernel counted) {
    this.counted = counted;
  }

  Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, this::call);
  }

  private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("matmul")) {
      Matrix a = (Matrix) arguments[0];
      Matrix c =
          (Matrix)
              (arguments[3] instanceof Matrix ? arguments[3] : arguments[arguments.length - 2]);
      multiplyAdds.addAndGet((long) a.rows() * a.cols() * c.cols());
    }
    return method.invoke(counted, arguments);
  }

  long multiplyAdds() {
    return multiplyAdds.get();
  }
}
