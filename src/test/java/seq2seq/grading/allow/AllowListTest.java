package seq2seq.grading.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercise.Kind;

class AllowListTest {
  private static final String PACKAGE = "seq2seq.starters.ch99";
  private static final String HEAD =
      "package " + PACKAGE + ";\n\nimport java.util.*;\n\nfinal class MyProbe";
  private static final String LINE_8 =
      "exercises/starters/main/java/seq2seq/starters/ch99/MyProbe.java:8: uses ";

  private static final List<String> NEEDED =
      List.of(
          "return Math.exp(1) + StrictMath.log(2);",
          "int[] a = {3, 1}; Arrays.sort(a); return a.clone().length + a.hashCode();",
          "List<Integer> l = new ArrayList<>(List.of(1)); l.removeIf(x -> x > 1); return l;",
          "return java.util.stream.IntStream.range(0, 3).mapToObj(i -> \"x\" + i).toList();",
          "Map<String, Integer> m = new TreeMap<>(); for (Map.Entry<String, Integer> e :"
              + " m.entrySet()) { e.getKey(); } return m;",
          "record P(int a, double[] b) {} return new P(1, null).equals(null) + new P(2,"
              + " null).toString();",
          "enum Colour { RED, GREEN } switch (Colour.valueOf(\"RED\")) { case RED: return"
              + " Colour.values(); default: return 1; }",
          "switch (\"a\".toLowerCase(Locale.ROOT)) { case \"a\": return 1; default: return 'c'; }",
          "return switch (3) { case 1, 2 -> \"x\"; default -> { yield String.format(Locale.ROOT,"
              + " \"%d\", 3); } };",
          "assert 1 > 2 : \"no\"; return getClass().getSimpleName();",
          "try { throw new IllegalArgumentException(\"x\"); } catch (RuntimeException e) { return"
              + " e.getMessage(); } finally { System.out.println(1.5f); }",
          "class Inner implements Comparable<Inner> { public int compareTo(Inner o) { return 0; } }"
              + " return new Inner().compareTo(new Inner());",
          "java.util.function.Function<Integer, int[]> f = int[]::new; return f.apply(3);",
          "Comparator<String> c ="
              + " Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());"
              + " return c;",
          "class Node extends ArrayList<Object> { int n() { return size() + modCount; } } return"
              + " new Node().n();",
          "StringBuilder b = new StringBuilder(); b.append(1).append('c').reverse(); return"
              + " \"\"\"\n"
              + "  text \"\"\" + b;",
          "Object o = 1; if (o instanceof Integer i && i > 0) { return i; } return new int[2][3];",
          "Iterable<Integer> it = () -> List.of(1).iterator(); for (int i : it) { return i; }"
              + " return null;",
          "return new java.math.BigDecimal(\"1\").add(java.math.BigDecimal.ONE);",
          "PriorityQueue<double[]> q = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));"
              + " return q.poll();",
          "System.err.printf(Locale.ROOT, \"%s\", 1); long t = System.nanoTime(); return t;",
          "try (AutoCloseable c = () -> {}) { return 1; }",
          "throw new seq2seq.grading.Todo(\"99.1\");",
          "int[] n = {0}; Runnable r = () -> n[0]++; r.run(); synchronized (n) { return n; }",
          "return \"a b\".split(\" \").length +"
              + " java.util.regex.Pattern.compile(\"a\").matcher(\"a\").groupCount();",
          "seq2seq.graded.ch99.Probe p = null; return p.count();");

  private static final List<String> NOT_NEEDED =
      List.of(
          "System.exit(1); return null;",
          "Runnable r = Runtime.getRuntime()::gc; return r;",
          "java.util.function.IntConsumer c = System::exit; return c;",
          "System.setOut(null); return null;",
          "return System.in.read();",
          "return System.getenv();",
          "return System.getProperty(\"user.home\");",
          "return Integer.getInteger(\"x\");",
          "return Boolean.getBoolean(\"x\");",
          "System.setSecurityManager(null); return null;",
          "System.loadLibrary(\"x\"); return null;",
          "return System.getLogger(\"x\");",
          "return Class.forName(\"seq2seq.engine.Tensor\");",
          "return getClass().getClassLoader();",
          "return getClass().getDeclaredMethods();",
          "return getClass().getResourceAsStream(\"x\");",
          "return Object.class.getMethod(\"wait\");",
          "return java.lang.invoke.MethodHandles.lookup();",
          "return java.lang.reflect.Array.newInstance(int.class, 1);",
          "return new ProcessBuilder(\"ls\").start();",
          "return Runtime.getRuntime().exec(\"ls\");",
          "return ProcessHandle.current().pid();",
          "return java.nio.file.Files.readString(java.nio.file.Path.of(\"x\"));",
          "return new java.io.File(\"x\").delete();",
          "return new java.io.FileOutputStream(java.io.FileDescriptor.out);",
          "return new java.io.PrintStream(\"x\");",
          "return new java.io.ByteArrayOutputStream();",
          "return new Formatter(\"file\");",
          "return new Scanner(\"x\");",
          "return new java.net.Socket(\"localhost\", 1);",
          "return new java.net.URL(\"http://localhost\").openStream();",
          "return new Thread(() -> {});",
          "Thread.sleep(1); return null;",
          "Thread t; t = null; return (Object) Thread.currentThread();",
          "return new ThreadLocal<Integer>();",
          "return List.of(1).parallelStream();",
          "return new ArrayList<>(List.of(1)).parallelStream();",
          "return Arrays.stream(new int[1]).parallel().sum();",
          "Arrays.parallelSort(new int[1]); return null;",
          "return java.util.stream.StreamSupport.stream(List.of(1).spliterator(), true);",
          "return java.util.concurrent.CompletableFuture.supplyAsync(() -> 1);",
          "return java.util.concurrent.Executors.newCachedThreadPool();",
          "return java.util.concurrent.ForkJoinPool.commonPool();",
          "java.util.concurrent.locks.LockSupport.park(); return null;",
          "return new Timer();",
          "new Object().wait(); return null;",
          "wait(); return null;",
          "class L extends ClassLoader {} return new L();",
          "class T extends Thread { } return null;",
          "class T extends TimerTask { public void run() {} } return null;",
          "class F { protected void finalize() {} } return new F();",
          "class N { native void n(); } return new N();",
          "return StackWalker.getInstance().walk(s -> s.count());",
          "return new java.lang.ref.WeakReference<>(1);",
          "return java.lang.ref.Cleaner.create();",
          "return ServiceLoader.load(Runnable.class);",
          "return ResourceBundle.getBundle(\"x\");",
          "return Math.random() + new Random().nextInt();",
          "Locale.setDefault(Locale.FRANCE); return null;",
          "return"
              + " java.security.AccessController.doPrivileged((java.security.PrivilegedAction<Object>)"
              + " () -> 1);",
          "return new java.io.ObjectInputStream(null).readObject();",
          "return javax.tools.ToolProvider.getSystemJavaCompiler();",
          "return java.lang.management.ManagementFactory.getRuntimeMXBean();",
          "return seq2seq.engine.kernel.Kernels.active();",
          "return seq2seq.engine.Tensor.scalar(1).liveData();",
          "return seq2seq.nn.Linear.class;",
          "return seq2seq.grading.Exercises.all();",
          "seq2seq.grading.wire.WireWriter w = null; return w.toBytes();",
          "return seq2seq.data.Tables.class;",
          "seq2seq.graded.ch99.Probe.State s = null; return s.h();",
          "return org.junit.jupiter.api.Assertions.fail();",
          "org.assertj.core.api.Assertions.assertThat(1); return null;",
          "return java.time.Instant.now();",
          "return UUID.randomUUID();",
          "return (Object) java.lang.annotation.Retention.class;",
          "Object o = null; return (Process) o;",
          "try { return 1; } catch (ThreadDeath e) { return 2; }",
          "Object[] o = new Thread[1]; return o;",
          "return new Thread[1][1];");

  private static final List<String> ENGINE =
      List.of(
          "return seq2seq.engine.Tensor.scalar(1).plus(2).toArray();",
          "return seq2seq.engine.Generator.seeded(1).nextInt(3) +"
              + " seq2seq.engine.Shape.of(1).rank();");

  @TempDir private Path folder;

  /** A class whose one method has this body, on line 8. */
  private static String source(int number, String body) {
    return HEAD + number + " {\n\n  Object m() throws Throwable {\n" + body + "\n  }\n}\n";
  }

  /** Compiles a class for each body at once, and checks each by itself. */
  private List<List<String>> violations(Kind kind, List<String> bodies) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      files.add(write("MyProbe" + i, source(i, bodies.get(i))));
    }
    Map<String, byte[]> classes = compile(files);
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      String name = PACKAGE + ".MyProbe" + i;
      Map<String, byte[]> own = new TreeMap<>(classes);
      own.keySet().removeIf(other -> !other.equals(name) && !other.startsWith(name + "$"));
      assertThat(own).containsKey(name);
      all.add(check(kind, own, source(i, bodies.get(i))));
    }
    return all;
  }

  private static List<String> check(Kind kind, Map<String, byte[]> classes, String source) {
    Exercise exercise = new Exercise("99.1", 1, kind, "probe", "Probe");
    return new AllowList(exercise, List.of("seq2seq.graded.ch99.Probe"))
        .violations(classes, source.lines().toList());
  }

  private Path write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source);
  }

  private Map<String, byte[]> compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "--release",
            "17",
            "-proc:none",
            "-g",
            "-nowarn");
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      assertThat(compiler.getTask(null, files, said, options, null, units).call())
          .as(said.getDiagnostics().toString())
          .isTrue();
    }
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/').replace('/', '.');
        classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  @Test
  void whatAnExerciseNeedsIsAllowed() throws IOException {
    for (Kind kind : Kind.values()) {
      List<List<String>> found = violations(kind, NEEDED);
      for (int i = 0; i < NEEDED.size(); i++) {
        assertThat(found.get(i)).as(NEEDED.get(i)).isEmpty();
      }
    }
  }

  @Test
  void whatNoExerciseNeedsIsNamedWithItsLine() throws IOException {
    for (Kind kind : Kind.values()) {
      List<List<String>> found = violations(kind, NOT_NEEDED);
      for (int i = 0; i < NOT_NEEDED.size(); i++) {
        assertThat(found.get(i))
            .as(NOT_NEEDED.get(i))
            .isNotEmpty()
            .allMatch(line -> line.startsWith(LINE_8));
      }
    }
  }

  @Test
  void theEngineIsForExtendOnly() throws IOException {
    assertThat(violations(Kind.EXTEND, ENGINE)).allMatch(List::isEmpty);
    assertThat(violations(Kind.REBUILD, ENGINE))
        .allMatch(found -> found.get(0).contains("plain arrays are asked for here"));
  }

  @Test
  void aFieldIsFoundByItsName() throws IOException {
    String source = "package " + PACKAGE + ";\n\nfinal class MyProbe {\n  java.io.File f;\n}\n";
    assertThat(check(Kind.REBUILD, compile(List.of(write("MyProbe", source))), source))
        .containsExactly(
            "exercises/starters/main/java/seq2seq/starters/ch99/MyProbe.java:4: uses java.io.File,"
                + " which exercise 99.1 may not: an exercise reads and writes no files;"
                + " System.out may be printed to");
  }

  @Test
  void anotherPackageIsRefused() throws IOException {
    String source = "package seq2seq.engine;\n\nfinal class Tensor {}\n";
    assertThat(check(Kind.REBUILD, compile(List.of(write("Tensor", source))), source))
        .containsExactly(
            "exercises/starters/main/java/seq2seq/starters/ch99/MyProbe.java:3: uses"
                + " seq2seq.engine.Tensor, which exercise 99.1 may not: keep to the package that"
                + " the file had");
  }

  @Test
  void eachLineIsNamedOnceAndInOrder() throws IOException {
    String body = "Thread t = new Thread(); t.start();\nSystem.exit(1);\nreturn null;";
    List<String> found = violations(Kind.REBUILD, List.of(body)).get(0);
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).startsWith(LINE_8 + "java.lang.Thread, ");
    assertThat(found.get(1)).contains("MyProbe.java:9: uses java.lang.System.exit, ");
  }

  @Test
  void manyForbiddenFieldsThatTheSourceSpellsOtherwiseTakeNoLonger() throws IOException {
    StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n\nfinal class MyProbe {\n");
    for (int i = 0; i < 10_000; i++) {
      source.append("  java.io.\\u0046ile f" + i + ";\n");
    }
    source.append("}\n");
    var classes = compile(List.of(write("MyProbe", source.toString())));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(check(Kind.REBUILD, classes, source.toString())).hasSize(1));
  }
}
