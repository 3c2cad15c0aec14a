package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.remote.CheckedStarter;
import seq2seq.grading.remote.RemoteCompiler;

/**
 * Small files on which javac works for years: it stops at its limit, and is told to have given up.
 * Each has a kind of nesting whose cost doubles with each level.
 */
@Tag("slow")
class JavacAttackTest {
  private static final Exercise EXERCISE = Exercises.find("5.1");

  /** Short, since it is used up again and again. */
  private static final Duration LIMIT = Duration.ofSeconds(6);

  @AfterEach
  void noProcessIsLeftBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lambdas with blocks          | 10 | javac gave up on this file: it
          lambdas with blocks          | 20 | javac gave up on this file: it
          lambdas with blocks          | 40 | javac gave up on this file: it
          anonymous classes in lambdas |  4 |
          anonymous classes in lambdas | 20 | javac gave up on this file: it
          anonymous classes in lambdas | 40 | javac gave up on this file: it
          types that double            |  4 |
          types that double            | 20 | javac gave up on this file: it
          types that double            | 40 | javac gave up on this file: it
          interfaces that meet again   |  4 |
          interfaces that meet again   | 24 | javac gave up on this file: it
          types without end            |  1 | javac gave up on this file: it is nested too deep
          generic calls                | 10 |
          generic calls                | 40 |
          conditions in generic calls  | 10 |
          conditions in generic calls  | 40 |
          """)
  void itGivesUpWithinItsLimit(String kind, int depth, String said) {
    try (RemoteCompiler javac = new RemoteCompiler(LIMIT, LIMIT)) {
      CheckedStarter starter = javac.compile(EXERCISE, source(members(kind, depth)));
      if (said == null) {
        assertThat(starter.errors()).isEmpty();
      } else {
        assertThat(starter.errors()).hasSize(1);
        assertThat(starter.errors().get(0)).startsWith(EXERCISE.starterFile() + ": " + said);
      }
      CheckedStarter next = javac.compile(EXERCISE, source(""));
      assertThat(next.errors()).as("the next file").isEmpty();
    }
  }

  private static String source(String members) {
    return """
           package seq2seq.starters.ch05;

           public final class MyLengthMask implements seq2seq.graded.ch05.LengthMask {
             @Override
             public int[][] mask(int[] lengths, int steps) {
               return null;
             }

             static <A> java.util.Map<A, A> twice(A a) {
               return null;
             }

             static <A> A first(A a, A b) {
               return a;
             }

             static <T, R> R call(java.util.function.Function<T, R> f, T t) {
               return null;
             }

             static <T> int call(java.util.function.ToIntFunction<T> f, T t) {
               return 0;
             }

             static <T> T get(java.util.function.Supplier<T> s) {
               return null;
             }

             static int get(java.util.function.IntSupplier s) {
               return 0;
             }

           """
        + members
        + "}\n";
  }

  private static String members(String kind, int depth) {
    return switch (kind) {
      case "lambdas with blocks" ->
          field(numbered("call(x%d -> { return ", depth) + "null" + "; }, 1)".repeat(depth));
      case "anonymous classes in lambdas" ->
          field(nested("get(() -> new Object() { Object y = ", "1", "; })", depth));
      case "types that double" ->
          "  void m() { var x = " + nested("twice(", "1", ")", depth) + "; var y = x; }\n";
      case "interfaces that meet again" ->
          "  interface A0 {} interface B0 {}\n"
              + IntStream.range(0, depth)
                  .mapToObj(
                      i ->
                          "  interface A%2$d extends A%1$d, B%1$d {} interface B%2$d extends A%1$d, B%1$d {}\n"
                              .formatted(i, i + 1))
                  .collect(Collectors.joining())
              + "  abstract static class C implements A%1$d, B%1$d {}\n".formatted(depth);
      case "types without end" ->
          """
            static class N<Z> {}
            static class C<X> extends N<N<? super C<C<X>>>> {}
            N<? super C<Byte>> x = new C<Byte>();
          """;
      case "generic calls" -> field(nested("first(", "1", ", 2)", depth));
      case "conditions in generic calls" ->
          field(nested("first(1 > 0 ? 1 : \"a\", ", "1.0", ")", depth));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String field(String value) {
    return "  Object x = " + value + ";\n";
  }

  private static String nested(String before, String inner, String after, int depth) {
    return before.repeat(depth) + inner + after.repeat(depth);
  }

  private static String numbered(String format, int count) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }
}
