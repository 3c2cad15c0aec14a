package seq2seq.book.live.build;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Makes the four files that a page with live figures loads: {@code live.js} and {@code live.css};
 * when a figure comes into view, {@code live-wasm.js}, or {@code live-plain.js} in a browser
 * without WebAssembly GC. A page that was opened from a file may fetch nothing, so the compiled
 * classes are texts in scripts, compressed.
 */
public final class LiveBuild {
  private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-runtime.min.js";

  private final Path sources;
  private final Path out;
  private final Path folder;
  private final String mainClass;

  private LiveBuild(Path sources, Path out, String mainClass) {
    this.sources = sources;
    this.out = out;
    this.folder = out.resolveSibling("teavm");
    this.mainClass = mainClass;
  }

  /**
   * Compiles. If that fails, {@code failed.txt} stands in place of {@code live.js}; its first line
   * is the reason.
   *
   * @param args the folder of the views, the folder to write to, the main class; then {@code true}
   *     if all the same the build shall go on
   */
  public static void main(String[] args) throws IOException {
    LiveBuild build = new LiveBuild(Path.of(args[0]), Path.of(args[1]), args[2]);
    Path failure = build.out.resolve("failed.txt");
    Files.createDirectories(build.out);
    Files.createDirectories(build.folder); // TeaVM ends the JVM if it cannot, or if it comes second
    Files.deleteIfExists(build.out.resolve("live.js"));
    Files.deleteIfExists(failure);
    try {
      build.classes();
      build.views();
    } catch (RuntimeException | Error failed) {
      Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
      String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      Files.writeString(failure, reason + "\n");
      if (!args[3].equals("true")) throw failed;
    }
  }

  private void classes() {
    CompletableFuture<Void> plain = CompletableFuture.runAsync(this::plain);
    try {
      wasm();
    } finally {
      plain.join();
    }
  }

  private void wasm() {
    byte[] module = compiled(TeaVMTargetType.WEBASSEMBLY_GC, "live.wasm");
    write(
        "live-wasm.js",
        "self.seq2seqLive({kind: \"wasm\", runtime: "
            + quoted(resource(RUNTIME))
            + ", module: "
            + quoted(module)
            + "});\n");
  }

  private void plain() {
    byte[] script = compiled(TeaVMTargetType.JAVASCRIPT, "live-classes.js");
    write(
        "live-plain.js", "self.seq2seqLive({kind: \"plain\", runtime: " + quoted(script) + "});\n");
  }

  /** Compressed, then in letters. */
  private static String quoted(byte[] content) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      }
      return '"' + Base64.getEncoder().encodeToString(bytes.toByteArray()) + '"';
    } catch (IOException impossible) {
      throw new AssertionError("memory can be written to", impossible);
    }
  }

  private static byte[] resource(String name) {
    try (var input = TeaVMTool.class.getClassLoader().getResourceAsStream(name)) {
      return input.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("live figures: cannot read " + name, e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(out.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException("live figures: cannot write " + out.resolve(name), e);
    }
  }

  /** Without the JDK: its classes are TeaVM's, or ours. */
  private static List<File> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .toList();
  }

  private byte[] compiled(TeaVMTargetType target, String file) {
    long start = System.nanoTime();
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(target);
    tool.setMainClass(mainClass);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(file);
    tool.setClassLoader(LiveBuild.class.getClassLoader());
    tool.setClassPath(classPath());
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    try {
      tool.generate();
      String problems = problems(tool);
      if (!problems.isEmpty()) throw new IllegalStateException(problems);
      byte[] bytes = Files.readAllBytes(folder.resolve(file));
      System.out.printf(
          Locale.ROOT,
          "live figures: %s, %,d bytes, %.1f s%n",
          file,
          bytes.length,
          (System.nanoTime() - start) / 1e9);
      return bytes;
    } catch (org.teavm.tooling.TeaVMToolException | IOException e) {
      throw new IllegalStateException("TeaVM failed for " + target + ": " + e.getMessage(), e);
    }
  }

  /** A line for what cannot be compiled, with the method that calls it; then who calls that. */
  private static String problems(TeaVMTool tool) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : tool.getProblemProvider().getSevereProblems()) {
      DefaultProblemTextConsumer words = new DefaultProblemTextConsumer();
      problem.render(words);
      StringBuilder callers = new StringBuilder();
      TeaVMProblemRenderer.renderCallStack(
          tool.getDependencyInfo().getCallGraph(), problem.getLocation(), callers);
      text.append(words.getText())
          .append(callers.toString().replaceFirst("\\n\\s*", ", "))
          .append('\n');
    }
    return text.toString();
  }

  /** One script of the core and all views, one style sheet. */
  private void views() throws IOException {
    List<Path> parts = new ArrayList<>(List.of(sources.resolve("live.js")));
    try (Stream<Path> views = Files.list(sources.resolve("views"))) {
      views.sorted().forEach(parts::add);
    }
    StringBuilder script = new StringBuilder("(function () {\n\"use strict\";\n");
    for (Path part : parts) script.append(Files.readString(part)).append('\n');
    write("live.js", script + "start();\n})();\n");
    Files.write(out.resolve("live.css"), Files.readAllBytes(sources.resolve("live.css")));
  }
}
