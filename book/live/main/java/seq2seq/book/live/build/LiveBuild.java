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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;
import seq2seq.book.live.Live;

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

  private LiveBuild(Path sources, Path out) {
    this.sources = sources;
    this.out = out;
  }

  /**
   * Compiles.
   *
   * @param args the folder of the views, the folder to write to
   */
  public static void main(String[] args) throws Exception {
    LiveBuild build = new LiveBuild(Path.of(args[0]), Path.of(args[1]));
    Files.createDirectories(build.out);
    CompletableFuture<Void> plain = CompletableFuture.runAsync(build::plain);
    build.wasm();
    plain.join();
    build.views();
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
    Path folder = out.resolveSibling("teavm");
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(target);
    tool.setMainClass(Live.class.getName());
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(file);
    tool.setClassLoader(LiveBuild.class.getClassLoader());
    tool.setClassPath(classPath());
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    try {
      tool.generate();
      TeaVMProblemRenderer.describeProblems(
          tool.getDependencyInfo().getCallGraph(),
          tool.getProblemProvider(),
          new ConsoleTeaVMToolLog(false));
      if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
        throw new IllegalStateException("live figures: TeaVM cannot compile them for " + target);
      }
      byte[] bytes = Files.readAllBytes(folder.resolve(file));
      System.out.printf(
          Locale.ROOT,
          "live figures: %s, %,d bytes, %.1f s%n",
          file,
          bytes.length,
          (System.nanoTime() - start) / 1e9);
      return bytes;
    } catch (org.teavm.tooling.TeaVMToolException | IOException e) {
      throw new IllegalStateException("live figures: TeaVM failed for " + target, e);
    }
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
