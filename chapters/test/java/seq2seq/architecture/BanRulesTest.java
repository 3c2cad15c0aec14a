package seq2seq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Math.exp(double)",
        "java.lang.Math.log1p(double)",
        "java.lang.Math.pow(double, double)",
        "java.lang.Math.sin(double)",
        "java.lang.Math.tanh(double)",
        "java.lang.Math.cbrt(double)",
        "java.lang.Math.random()",
        "jdk.incubator.vector.VectorOperators.TANH",
        "java.util.Random.<init>(long)",
        "java.util.concurrent.ThreadLocalRandom.current()",
        "java.util.UUID.randomUUID()",
        "java.util.Collections.shuffle(java.util.List)",
        "java.util.Map.of(java.lang.Object, java.lang.Object, java.lang.Object, java.lang.Object)",
        "java.util.Map.ofEntries([Ljava.util.Map$Entry;)",
        "java.util.Set.of([Ljava.lang.Object;)",
        "java.util.Set.copyOf(java.util.Collection)",
        "java.util.stream.Collectors.toSet()",
        "java.util.stream.Collectors.toUnmodifiableMap(java.util.function.Function)",
        "java.util.IdentityHashMap.keySet()",
        "java.util.List.parallelStream()",
        "java.util.stream.IntStream.parallel()",
        "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String.formatted([Ljava.lang.Object;)",
        "java.lang.String.toLowerCase()",
        "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
        "java.util.Formatter.<init>(java.lang.Appendable)",
        "java.lang.String.getBytes()",
        "java.lang.String.<init>([B)",
        "java.io.FileReader.<init>(java.lang.String)",
        "java.io.InputStreamReader.<init>(java.io.InputStream)",
        "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
        "java.nio.charset.Charset.defaultCharset()",
        "java.io.ObjectInputStream.<init>(java.io.InputStream)",
        "java.lang.Float.toString(float)",
        "java.lang.String.valueOf(double)",
        "java.lang.StringBuilder.append(float)",
        "java.io.PrintStream.print(float)",
        "java.io.PrintStream.println(double)",
        "java.lang.System.out",
        "java.lang.Throwable.printStackTrace()",
        "java.lang.System.exit(int)"
      })
  void theCallIsBannedSomewhere(String fullName) {
    assertThat(BanRules.bans(fullName)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Math.sqrt(double)",
        "java.lang.Math.fma(float, float, float)",
        "java.lang.Math.max(int, int)",
        "java.lang.StrictMath.exp(double)",
        "jdk.incubator.vector.VectorOperators.MAX",
        "seq2seq.engine.Generator.seeded(long)",
        "java.util.List.of(java.lang.Object)",
        "java.util.Map.of()",
        "java.util.Map.of(java.lang.Object, java.lang.Object)",
        "java.util.Set.of(java.lang.Object)",
        "java.util.IdentityHashMap.put(java.lang.Object, java.lang.Object)",
        "java.lang.String.format(java.util.Locale, java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String.toLowerCase(java.util.Locale)",
        "java.util.Formatter.<init>(java.lang.Appendable, java.util.Locale)",
        "java.lang.String.getBytes(java.nio.charset.Charset)",
        "java.io.FileReader.<init>(java.lang.String, java.nio.charset.Charset)",
        "java.io.InputStreamReader.<init>(java.io.InputStream, java.nio.charset.Charset)",
        "java.io.PrintStream.<init>(java.io.OutputStream, boolean, java.nio.charset.Charset)",
        "java.lang.StringBuilder.append(int)",
        "java.lang.String.valueOf(long)",
        "java.io.PrintStream.println(java.lang.String)"
      })
  void theCallIsAllowedEverywhere(String fullName) {
    assertThat(BanRules.bans(fullName)).isFalse();
  }
}
