package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilerAdviceTest {

  /** So that the other tests run as they would. */
  @AfterEach
  void clear() throws JMException {
    tell("compilerDirectivesClear");
  }

  /** A command as of {@code jcmd}, and what it says. */
  private static String tell(String command) throws JMException {
    ObjectName jcmd = new ObjectName("com.sun.management:type=DiagnosticCommand");
    return (String) ManagementFactory.getPlatformMBeanServer().invoke(jcmd, command, null, null);
  }

  @Test
  void theOptimisingCompilerIsKeptForTheEngine() throws JMException {
    assertThat(tell("compilerDirectivesPrint")).doesNotContain("seq2seq");
    CompilerAdvice.give();
    String said = tell("compilerDirectivesPrint").replaceAll("\\s+", " ");
    int engine = said.indexOf("seq2seq/engine/*.*");
    int rest = said.indexOf("*.* ", engine + "seq2seq/engine/*.*".length());
    assertThat(engine).isPositive();
    assertThat(said.substring(engine)).contains("Exclude:false", "Exclude:true");
    assertThat(said.indexOf("Exclude:true", engine)).isGreaterThan(rest);
  }
}
