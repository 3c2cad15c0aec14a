package seq2seq.grading.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch99.Probe;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.SubjectException;
import seq2seq.grading.SubjectFault;
import seq2seq.grading.Todo;
import seq2seq.grading.run.Limits;
import seq2seq.grading.wire.Crossing;

/** What crosses to a learner's process and back. */
class RemoteExerciseTest {
  private static final Exercise EXERCISE =
      new Exercise("99.1", 1, Exercise.Kind.EXTEND, "probe", "Probe");
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(300),
          128,
          64);

  private static Path jar;
  private static RemoteExercise remote;
  private Probe subject;

  @BeforeAll
  static void start() throws IOException {
    jar = ChildJar.write(List.of(Probe.class));
    remote = new RemoteExercise(EXERCISE, Probe.class, new Sandbox(LIMITS, jar), false);
    remote.use(EXERCISE.starter(), classes("MyProbe", "MyProbe$Own"), false);
  }

  @AfterAll
  static void end() {
    remote.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @BeforeEach
  void renew() {
    subject = (Probe) remote.newSubject();
  }

  private static Map<String, byte[]> classes(String... names) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : names) {
      String file = "/seq2seq/starters/ch99/" + name + ".class";
      try (InputStream in = RemoteExerciseTest.class.getResourceAsStream(file)) {
        classes.put("seq2seq.starters.ch99." + name, in.readAllBytes());
      }
    }
    return classes;
  }

  private static Probe.State state(double first, int... ids) {
    return new Probe.State(new double[][] {{first, 2}, {3}}, ids, "n", true);
  }

  @Test
  void everyTypeOfTheProbeMayCross() {
    assertThat(Crossing.problems(Probe.class)).isEmpty();
    assertThat(Crossing.problems(Comparable.class)).hasSize(1);
  }

  @Test
  void theJarHoldsWhatAnExerciseNeedsAndNothingElse() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names = file.stream().map(JarEntry::getName).toList();
      assertThat(names)
          .contains("seq2seq/engine/Tensor.class", "seq2seq/grading/Todo.class")
          .contains("seq2seq/graded/ch99/Probe.class", "seq2seq/graded/ch99/Probe$State.class")
          .allMatch(name -> name.matches("seq2seq/(engine|graded/ch99|grading)/.*\\.class"))
          .noneMatch(name -> name.matches(".*(Test|Grade[rd]|Situation|Outcome|Subject).*class"));
    }
  }

  /** The temporary folder of somebody whose name is no ASCII. */
  @Test
  void aProcessStartsInAFolderOfAnyName(@TempDir Path folder) throws IOException {
    Path odd = Files.createDirectories(folder.resolve("kurs-f\u00fcr d'\u00e9t\u00e9 \u8bfe"));
    Path copy = Files.copy(jar, odd.resolve("child.jar"));
    try (RemoteExercise there =
        new RemoteExercise(EXERCISE, Probe.class, new Sandbox(LIMITS, copy), false)) {
      there.use(EXERCISE.starter(), classes("MyProbe", "MyProbe$Own"), false);
      assertThat(((Probe) there.newSubject()).count()).isEqualTo(subject.count());
    }
  }

  /** Where a password of the teacher's may stand. */
  @Test
  void theProcessSeesNothingOfOurEnvironment() {
    assertThat(System.getenv("PATH")).isNotNull();
    assertThat(catchIt("environment").getMessage())
        .matches("(?i)(LC_ALL|SYSTEMROOT|TE?MP|LD_LIBRARY_PATH| )+");
  }

  @Test
  void smallValuesCross() {
    assertThat(
            subject.show(
                -1, 1L << 40, 0.1, 0.5f, true, 'ü', (short) 300, (byte) -3, new String[] {"é", ""}))
        .isEqualTo("-1 1099511627776 0.1 0.5 true ü 300 -3 [é, ]");
    assertThat(subject.isNull(null, null, null)).isTrue();
    assertThat(subject.isNull(new double[0], null, null)).isFalse();
  }

  @Test
  void tensorsCrossByValue() {
    Tensor result = subject.twice(Tensor.of(Shape.of(2, 1), 1.5f, -2));
    assertThat(result.shape()).isEqualTo(Shape.of(2, 1));
    assertThat(result.toArray()).containsExactly(3, -4);
  }

  @Test
  void aReturnedInputIsTheCallersOwnArray() {
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    assertThat(subject.rows("same", rows)).isSameAs(rows);
    double[][] copy = subject.rows("rows", rows);
    assertThat(copy).isNotSameAs(rows);
    assertThat(copy[0]).isSameAs(rows[0]);
    assertThat(copy[1]).isSameAs(rows[1]);
    assertThat(rows).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(subject.rows("none", rows)).isNull();
  }

  @Test
  void aChangeOfAnInputIsTheCallersToo() {
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    double[] first = rows[0];
    double[][] result = subject.rows("write", rows);
    assertThat(rows).isDeepEqualTo(new double[][] {{1, 2, 3}, {5, 5, 6}});
    assertThat(result[0]).isNull();
    assertThat(result[1]).containsExactly(Double.NaN, -0.0, Double.NEGATIVE_INFINITY);
    subject.rows("exchange", rows);
    assertThat(rows[1]).isSameAs(first);
    assertThat(rows[0]).containsExactly(5, 5, 6);
    subject.rows("replace", rows);
    assertThat(rows[1]).containsExactly(7, 8, 9);
    assertThat(first).containsExactly(1, 2, 3);
  }

  @Test
  void recordsCrossWithTheirArrays() {
    Probe.State state = state(1, 10, 11);
    subject.change(state);
    assertThat(state.h()[0]).containsExactly(42, 2);
    assertThat(state.ids()).containsExactly(10, 43);
    Probe.State other = state(5);
    Probe.Beam beam = subject.pack(state, other);
    assertThat(beam.best().h()).isSameAs(state.h());
    assertThat(beam.others()).hasSize(2);
    assertThat(beam.others()[0].ids()).isSameAs(other.ids());
    assertThat(beam.others()[0].name()).isEqualTo("n");
    assertThat(beam.others()[1]).isNull();
  }

  @Test
  void callbacksAreCalledHere() {
    List<String> noted = new ArrayList<>();
    int[] tokens =
        subject.decode(
            new Probe.Decoder() {
              @Override
              public Probe.State step(int token, Probe.State before) {
                return new Probe.State(
                    before.h(), new int[] {token * token}, before.name() + token, false);
              }

              @Override
              public void note(String text) {
                noted.add(text);
              }
            },
            3);
    assertThat(tokens).containsExactly(0, 1, 4);
    assertThat(noted).containsExactly("start0", "start01", "start012");
  }

  @Test
  void whatACallbackThrowsComesBackItself() {
    for (Throwable thrown :
        List.of(new AssertionError("not so"), new IllegalArgumentException("no"))) {
      Probe.Decoder decoder =
          new Probe.Decoder() {
            @Override
            public Probe.State step(int token, Probe.State before) {
              return RemoteExerciseTest.<RuntimeException>sneak(thrown);
            }

            @Override
            public void note(String text) {
              // never called
            }
          };
      assertThatThrownBy(() -> subject.decode(decoder, 1)).isSameAs(thrown);
    }
  }

  /**
   * Our own classes may be gone, by a build beside us for one: nothing that a subject has thrown.
   */
  @Test
  void aClassThatIsMissingHereIsTroubleAndNoFaultOfTheSubject() throws IOException {
    Probe.Decoder decoder =
        new Probe.Decoder() {
          @Override
          public Probe.State step(int token, Probe.State before) {
            throw new NoClassDefFoundError("seq2seq/grading/remote/UsageMeter$1");
          }

          @Override
          public void note(String text) {}
        };
    try (RemoteExercise own =
        new RemoteExercise(EXERCISE, Probe.class, new Sandbox(LIMITS, jar), false)) {
      own.use(EXERCISE.starter(), classes("MyProbe", "MyProbe$Own"), false);
      Probe probe = (Probe) own.newSubject();
      assertThatThrownBy(() -> probe.decode(decoder, 1)).isInstanceOf(GraderTrouble.class);
      assertThat(own.trouble()).isPresent();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> Probe.State sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void whatIsThrownCrossesByName() {
    assertThatThrownBy(() -> subject.fail("todo"))
        .isInstanceOf(Todo.class)
        .hasMessage("exercise 99.1 is waiting for you");
    assertThatThrownBy(() -> subject.fail("refuse"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("no number [31m");
    assertThatThrownBy(() -> subject.fail("recurse")).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> subject.fail("own"))
        .isInstanceOf(SubjectException.class)
        .hasMessage(null)
        .extracting(thrown -> ((SubjectException) thrown).name())
        .isEqualTo("Own");
    Throwable state = catchIt("state");
    assertThat(state.getStackTrace()[0].getFileName()).isEqualTo("MyProbe.java");
    assertThat(state.getStackTrace()[0].getLineNumber()).isGreaterThan(50);
  }

  private Throwable catchIt(String how) {
    try {
      return new AssertionError("returned " + subject.fail(how));
    } catch (RuntimeException thrown) {
      return thrown;
    }
  }

  @Test
  void aStaticFieldStartsAnewForEachTest() {
    assertThat(subject.count()).isEqualTo(1);
    assertThat(subject.count()).isEqualTo(2);
    renew();
    assertThat(subject.count()).isEqualTo(1);
  }

  @Test
  void aSubjectEndsWithItsTest() {
    Probe old = subject;
    renew();
    assertThatThrownBy(old::count).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aResultThatIsTooLargeEndsTheTestAndNotTheNext() {
    assertThatThrownBy(() -> subject.rows("large", new double[0][]))
        .isInstanceOf(SubjectFault.class)
        .hasMessageContaining("99.1 probe: returned more than the grader takes");
    assertThatThrownBy(() -> subject.count()).isInstanceOf(SubjectFault.class);
    renew();
    assertThat(subject.count()).isEqualTo(1);
  }
}
