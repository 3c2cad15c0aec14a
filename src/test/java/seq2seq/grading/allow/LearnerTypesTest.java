package seq2seq.grading.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class LearnerTypesTest {
  private static final int LEVELS = 40;

  private static byte[] type(String name, String... parents) {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", parents);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Pairs of interfaces, each above the next: 2^40 ways lead from the last to the first. */
  @Test
  void aDiamondOfInterfacesIsSearchedOnce() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("A0", type("A0", "java/lang/CharSequence"));
    files.put("B0", type("B0"));
    for (int i = 1; i <= LEVELS; i++) {
      files.put("A" + i, type("A" + i, "A" + (i - 1), "B" + (i - 1)));
      files.put("B" + i, type("B" + i, "A" + (i - 1), "B" + (i - 1)));
    }
    LearnerTypes types = new LearnerTypes(files);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(types.inherited("A" + LEVELS))
              .containsExactlyInAnyOrder("java.lang.Object", "java.lang.CharSequence");
          assertThat(types.declares("A" + LEVELS, "length()I")).isFalse();
        });
  }
}
