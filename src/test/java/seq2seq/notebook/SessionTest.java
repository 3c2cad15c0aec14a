package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionTest {
  private static final Path TARGET = Path.of("target");
  private static final CodeSource HERE = new CodeSource("ch05_mask.md", 39);

  private final Session session =
      Session.start(Settings.NONE, OutputStream.nullOutputStream(), TARGET);

  @AfterEach
  void close() {
    session.close();
  }

  private CellOutcome run(String... code) {
    return session.run(String.join("\n", code), HERE);
  }

  private List<String> failure(String... code) {
    return run(code).failure().orElseThrow().lines();
  }

  @Test
  void printedTextAndTheLastValueAreShown() {
    assertThat(run("int a = 2;", "System.out.print(\"× \");", "a * 21").shown())
        .containsExactly("× 42");
  }

  @Test
  void aDeclarationAndAStatementAndAVoidCallEchoNothing() {
    assertThat(run("int a = 2;").shown()).isEmpty();
    assertThat(run("a = 3;").shown()).isEmpty();
    assertThat(run("void f() {}", "f()").shown()).isEmpty();
    assertThat(run("a // the value").shown()).containsExactly("3");
  }

  @Test
  void stateGrowsFromCellToCell() {
    run("record Pair(int a, int b) {}");
    run("Pair p = new Pair(1, 2);");
    assertThat(run("p").shown()).containsExactly("Pair[a=1, b=2]");
  }

  @Test
  void theEngineIsImported() {
    assertThat(run("Generator.seeded(7).nextInt(10)").shown()).containsExactly("7");
  }

  @Test
  void aCompileErrorPointsAtTheLineAndColumnOfThePage() {
    assertThat(failure("int a = 1;", "  int b = \"two\";"))
        .containsExactly(
            "ch05_mask.md:40:11: error: incompatible types: java.lang.String cannot be converted to"
                + " int",
            "      int b = \"two\";",
            "              ^^^^^");
    assertThat(run("a").shown()).describedAs("what stood before it ran").containsExactly("1");
  }

  @Test
  void anExceptionPointsAtTheLineOfThePageWithItsCauses() {
    String thrower = "void f() {\n  throw new IllegalStateException(\"outer\",";
    run(thrower + " new java.io.IOException(\"inner\"));\n}");
    assertThat(
            session
                .run("int a = 1;\n\n  f();", new CodeSource("ch05_mask.md", 60))
                .failure()
                .get()
                .lines())
        .containsExactly(
            "ch05_mask.md:62:3: IllegalStateException: outer",
            "    at f (ch05_mask.md:40:3)",
            "caused by: IOException: inner");
  }

  @Test
  void aNameUsedBeforeItsDeclarationInTheSameCellIsFine() {
    assertThat(run("int f() { return g(); }", "int g() { return 4; }", "f()").shown())
        .containsExactly("4");
  }

  @Test
  void aNameThatIsNeverDeclaredIsAnError() {
    assertThat(failure("int a = 1;", "int f() { return g(); }"))
        .containsExactly("ch05_mask.md:40:1: error: `f` needs method g(), which is not declared");
  }

  @Test
  void whatARedefinitionChangedIsSaidInWords() {
    run("class Pair {}", "Pair p = new Pair();", "Pair swap() { return p; }");
    assertThat(run("class Pair { int x; }").notes())
        .containsExactly("redefining `Pair` reset `p` to null");
    assertThat(run("record Pair(int x) {}").notes())
        .anyMatch(note -> note.startsWith("redefining `Pair` dropped `p`"));
  }

  @Test
  void aVariableKeepsItsValueWhenAMethodItCameFromIsRewrittenAsInJshell() {
    run("int f() { return 1; }", "var v = f();", "var names = new ArrayList<>(List.of(f()));");
    run("names.add(7);", "v = 5;");
    assertThat(run("int f() { return 2; }").notes()).isEmpty();
    assertThat(run("v + \" \" + names").shown()).containsExactly("5 [1, 7]");
    assertThat(run("f()").shown()).containsExactly("2");
  }

  @Test
  void aVariableKeepsItsValueWhenAClassItCameFromGetsAnotherBody() {
    run("class A { int g() { return 1; } }", "var x = new A().g();", "A a = new A();");
    run("class A { int g() { return 2; } }");
    assertThat(run("x").shown()).containsExactly("1");
  }

  @Test
  void aVariableWhoseTypeChangedWithItsMethodIsDropped() {
    run("int f() { return 1; }", "var v = f();");
    assertThat(run("long f() { return 3; }").notes()).containsExactly("redefining `f` dropped `v`");
  }

  @Test
  void listsOfAClassThatChangedAreResetAsInJshell() {
    run("record P(int a) {}", "List<P> all = new ArrayList<>();", "all.add(new P(1));");
    run("record P(int a, int b) {}");
    assertThat(run("all").shown()).containsExactly("null");
  }

  @Test
  void anUnknownImportIsAnErrorThatNamesIt() {
    Settings settings = new Settings(List.of("no.such.Thing"));
    assertThatThrownBy(
            () -> Session.start(settings, OutputStream.nullOutputStream(), Path.of("target")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("package no.such does not exist");
  }

  @Test
  void printedTextIsPassedOnAtOnce() {
    ByteArrayOutputStream live = new ByteArrayOutputStream();
    try (Session other = Session.start(Settings.NONE, live, Path.of("target"))) {
      other.run("System.out.println(\"one\");\nint a = 1;\na", HERE);
    }
    assertThat(live.toString(StandardCharsets.UTF_8).lines()).containsExactly("one", "1");
  }

  @Test
  void standardOutputIsAsBeforeWhenACellHasRun() {
    var before = System.out;
    run("System.out.println(1);");
    assertThat(System.out).isSameAs(before);
  }

  @Test
  void numbersAreFormattedAlikeInEveryCountry() {
    assertThat(run("String.format(\"%.1f\", 0.5)").shown()).containsExactly("0.5");
  }

  @Test
  void aCellThatIsPreparedHasNotRun() {
    String code = "System.out.println(1);\nint count = 5;\nvar t = Tensor.of(1, 2);\nt.shape()";
    CodeCell cell = Notebook.parse("a.md", "```java\n" + code + "\n```\n").cells().get(0);
    session.prepare(cell);
    assertThat(session.variables()).isEmpty();
    assertThat(session.declares("count")).isFalse();
    assertThat(run("int count = 6;", "count").shown()).containsExactly("6");
  }

  @Test
  void variablesAreListedWithTheirTypesAndValuesOnOneLineEach() {
    run("int count = 3;", "var t = Tensor.of(new float[][] {{1, 2}, {3, 4}});", "1 + 1");
    assertThat(session.variables())
        .containsExactly("int count = 3", "Tensor t = " + "(2×2) [[1 2] [3 4]]");
  }

  @Test
  void whatIsDeclaredIsKnownByItsName() {
    run("int b = 3;", "int q() { return 1; }", "class R {}");
    assertThat(List.of("b", "q", "R")).allMatch(session::declares);
    assertThat(session.declares("help")).isFalse();
  }

  @Test
  void aNameBegunIsCompletedAndACallShowsItsSignatures() {
    run("int[] lengths = {1, 2};");
    assertThat(session.complete("leng", 4)).isEqualTo(new Completion(0, List.of("lengths")));
    assertThat(session.complete("Generator.see", 13).words()).contains("seeded(");
    assertThat(session.complete("Generator.see", 13).from()).isEqualTo(10);
    assertThat(session.signatures("Generator.seeded(", 17))
        .containsExactly("Generator Generator.seeded(long seed)");
    assertThat(session.signatures("nothing", 7)).isEmpty();
  }

  @Test
  void incompleteInputIsToldFromCompleteInput() {
    assertThat(session.isIncomplete("for (int i = 0; i < 3; i++) {")).isTrue();
    assertThat(session.isIncomplete("int a = 1; if (a > 0) {")).isTrue();
    assertThat(session.isIncomplete("int a = 1")).isFalse();
    assertThat(session.isIncomplete("a b c")).isFalse();
    assertThat(session.isIncomplete("a +")).isTrue();
  }

  @Test
  void anEndlessLoopStopsAndTheStateIsKept() throws Exception {
    assertStops("while (true) { kept++; }");
  }

  @Test
  void anEndlessRecursionOfAClassStops() throws Exception {
    run("class Loop { void go() { while (true) { Math.abs(1); } } }");
    assertStops("new Loop().go();");
  }

  @Test
  void aLibraryLoopThatLooksForInterruptsStops() throws Exception {
    assertStops("seq2seq.notebook.LibraryLoop.train();");
  }

  @Test
  void aSleepingCellStops() throws Exception {
    assertStops("Thread.sleep(100_000);");
  }

  /** While something else runs, while the cell is compiled, while it starts. */
  @Test
  void aStopThatComesBeforeTheCellRunsCounts() throws Exception {
    for (int millis = 0; millis < 100; millis += 20) {
      Surroundings other = Surroundings.enter(OutputStream.nullOutputStream(), TARGET);
      FutureTask<CellOutcome> running = waiting("while (true);");
      if (millis == 0) session.stop();
      other.close();
      Thread.sleep(millis);
      if (millis > 0) session.stop();
      assertThat(running.get(50, TimeUnit.SECONDS).stopped()).isTrue();
    }
  }

  /** A run that waits for its turn, or for its cell to end: from now on it can be stopped. */
  private FutureTask<CellOutcome> waiting(String code) {
    FutureTask<CellOutcome> running = new FutureTask<>(() -> run(code));
    Thread runner = new Thread(running);
    runner.start();
    while (!running.isDone() && runner.getState() != Thread.State.WAITING) Thread.onSpinWait();
    return running;
  }

  @Test
  void aStoppedCellLeavesTheEnginesThreadsAlive() throws Exception {
    run(
        "import seq2seq.engine.kernel.Parallel;",
        "Parallel.use(2);",
        "float[] sums = new float[64];");
    String loop =
        "Parallel.range(64, 1, (from, to) -> { for (int i = from; i < to; i++) sums[i]++; });";
    assertStops("while (true) { " + loop + " }");
    assertThat(run("Arrays.fill(sums, 0);", loop, "sums[0] + sums[63]").shown())
        .containsExactly("2.0");
    assertThat(Thread.getAllStackTraces().keySet())
        .anyMatch(thread -> thread.getName().startsWith("seq2seq-worker"));
  }

  @Test
  void aCellThatStartsAPoolOfThreadsEnds() {
    String pool = "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);";
    assertThat(run(pool, "pool.submit(() -> 5).get()").shown()).containsExactly("5");
    run("pool.shutdownNow();");
  }

  private void assertStops(String endless) throws Exception {
    run("long kept = 41;");
    FutureTask<CellOutcome> running = waiting(endless);
    Thread.sleep(300);
    assertThat(running).isNotDone();
    session.stop();
    CellOutcome outcome = running.get(50, TimeUnit.SECONDS);
    assertThat(outcome.stopped()).isTrue();
    assertThat(outcome.failure().get().lines()).containsExactly("ch05_mask.md:39:1: stopped");
    assertThat(run("kept >= 41").shown()).containsExactly("true");
  }
}
