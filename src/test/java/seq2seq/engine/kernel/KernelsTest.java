package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void bothKernelsAreFoundByName() {
    assertThat(Kernels.named("plain")).isSameAs(Kernels.plain());
    assertThat(Kernels.named("simd")).isSameAs(Kernels.simd().orElseThrow());
    assertThat(Kernels.plain().name()).isEqualTo("plain");
    assertThat(Kernels.simd().orElseThrow().name()).isEqualTo("simd");
  }

  @Test
  void aKernelSaysWhatItMadeOfTheProcessor() {
    assertThat(Kernels.plain().description()).isEqualTo("plain");
    int bits = 32 * VectorLanes.WIDTH;
    boolean manyRegisters = bits == 512 || System.getProperty("os.arch").equals("aarch64");
    assertThat(Kernels.simd().orElseThrow().description())
        .isEqualTo("simd, tiles of " + (manyRegisters ? 8 : 4) + "×2 vectors of " + bits + " bits");
  }

  @Test
  void simdIsChosenWhereItIsThere() {
    assertThat(Kernels.named(null).name()).isEqualTo("simd");
  }

  @Test
  void anUnknownKernelIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.named("fast"))
        .withMessage("seq2seq.kernel: there is no kernel \"fast\"; the kernels are plain and simd");
  }

  @Test
  void aKernelCanBeChosenForATest() {
    Kernel before = Kernels.active();
    try {
      Kernels.use(Kernels.plain());
      assertThat(Kernels.active()).isSameAs(Kernels.plain());
    } finally {
      Kernels.use(before);
    }
  }
}
