package seq2seq.book.live.build;

import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** What TeaVM does to the course's classes on their way into a page. */
public final class LivePlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new CallReplacer());
    if (host.getExtension(TeaVMJavaScriptHost.class) != null) host.add(new FloatRounding());
  }
}
