package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.JMException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilerAdviceTest {

  /** So that the other tests run as they would. */
  @AfterEach
  void clear() throws JMException {
    CompilerAdvice.tell("compilerDirectivesClear");
  }

  @Test
  void theOptimisingCompilerIsKeptForTheEngine() throws JMException {
    assertThat(CompilerAdvice.tell("compilerDirectivesPrint")).doesNotContain("seq2seq");
    CompilerAdvice.give();
    String said = CompilerAdvice.tell("compilerDirectivesPrint").replaceAll("\\s+", " ");
    int engine = said.indexOf("seq2seq/engine/*.*");
    int rest = said.indexOf("*.* ", engine + "seq2seq/engine/*.*".length());
    assertThat(engine).isPositive();
    assertThat(said.substring(engine)).contains("Exclude:false", "Exclude:true");
    assertThat(said.indexOf("Exclude:true", engine)).isGreaterThan(rest);
  }
}
