package seq2seq.book.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import seq2seq.book.browser.Chromium;
import seq2seq.book.browser.Tab;

/**
 * Opens a page with every figure in Chromium, from a file, operates each, and compares every answer
 * with what the same classes answer here, on the JVM. {@code .ci/live} runs it.
 */
public final class BrowserCheck {
  private final Tab tab;
  private final String kind;
  private final Path chapter;
  private final List<String> faults = new ArrayList<>();
  private int compared;
  private long slowest;

  private BrowserCheck(Tab tab, String kind, Path chapter) {
    this.tab = tab;
    this.kind = kind;
    this.chapter = chapter;
  }

  /** One change: the control's number within its figure, and the value it is given. */
  private record Change(String figure, int control, String value) {
    static Change of(String line) {
      String[] parts = line.split(" ", 3);
      int control = parts.length < 2 ? -1 : Integer.parseInt(parts[1]);
      String value = parts.length < 3 ? "" : parts[2].replace("\\n", "\n");
      return new Change(parts[0], control, value);
    }
  }

  /**
   * Checks.
   *
   * @param args the folder of the built figures, the file of changes, a folder to work in, the page
   *     of chapter 7; then {@code wasm}, {@code plain} or both
   */
  public static void main(String[] args) throws Exception {
    Path live = Path.of(args[0]).toAbsolutePath();
    List<Change> changes =
        Files.readAllLines(Path.of(args[1])).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Change::of)
            .toList();
    Path work = Files.createDirectories(Path.of(args[2]).toAbsolutePath());
    boolean good = true;
    try (Chromium browser = Chromium.start();
        Tab tab = browser.tab()) {
      for (int i = 4; i < args.length; i++) {
        BrowserCheck check = new BrowserCheck(tab, args[i], Path.of(args[3]));
        check.run(page(live, work, changes), changes);
        good &= check.report();
      }
    }
    if (!good) throw new IllegalStateException("live figures: the browser and the JVM differ");
  }

  private static Path page(Path live, Path work, List<Change> changes) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\">");
    html.append("<meta charset=\"utf-8\"><title>figures</title>");
    for (String name : changes.stream().map(Change::figure).distinct().toList()) {
      html.append("<section class=\"live\" data-figure=\"").append(name).append("\">");
      html.append("<p>picture</p></section>");
    }
    html.append("<script src=\"").append(live.toUri()).append("live.js\" defer></script></html>");
    return Files.writeString(work.resolve("all.html"), html);
  }

  private void run(Path page, List<Change> changes) throws IOException {
    tab.open(page.toUri() + (kind.equals("plain") ? "?live=plain" : ""));
    for (String name : changes.stream().map(Change::figure).distinct().toList()) first(name);
    for (Change change : changes) change(change);
    if (changes.stream().anyMatch(change -> change.figure.equals("ch07-train"))) train();
    if (changes.stream().anyMatch(change -> change.figure.equals("ch10-heatmap"))) attend();
  }

  private void train() throws IOException {
    if (kind.equals("wasm") || System.getenv("WHOLE") != null) {
      trainToTheEnd();
    } else {
      trainAnEpoch();
    }
  }

  /** The whole training, here and there; then the two sets of weights. */
  private void trainToTheEnd() throws IOException {
    long start = System.nanoTime();
    String here = Live.call(kind, "ch07-train", "do=start");
    while (!here.contains("\"done\":true")) here = Live.call(kind, "ch07-train", "do=step");
    double seconds = (System.nanoTime() - start) / 1e9;
    String there =
        text(
            """
            (async () => {
              const section = document.querySelector('section[data-figure="ch07-train"]');
              section.querySelectorAll('button')[0].click();
              while (!section.dataset.seconds) await new Promise(done => setTimeout(done, 50));
              return section.liveAnswer;
            })()""");
    same("ch07-train, trained", there, here);
    same("ch07-train, the page's digest", digest(there), printed());
    String took =
        text("document.querySelector('section[data-figure=\"ch07-train\"]').dataset.seconds");
    System.out.printf(
        Locale.ROOT,
        "live figures, %s: chapter 7's training took %s s, on the JVM's plain kernel %.1f s just before; %s%n",
        kind,
        took,
        seconds,
        digest(there));
  }

  private static String digest(String answer) {
    return answer.replaceAll(".*sha256\":\"([0-9a-f]*).*", "$1");
  }

  /** What the chapter's page prints, which the page's own test computes on each JDK. */
  private String printed() throws IOException {
    return Files.readAllLines(chapter).stream()
        .filter(line -> line.matches("weights [0-9a-f]{64}"))
        .map(line -> line.substring("weights ".length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(chapter + " prints no weights"));
  }

  /** JavaScript takes ten times as long: one epoch says as much of the bits. */
  private void trainAnEpoch() {
    int steps = 1 + 17 * 6 + 1;
    Live.call(kind, "ch07-train", "do=start");
    for (int i = 0; i < steps; i++) Live.call(kind, "ch07-train", "do=step");
    String there =
        text(
            """
            (async () => {
              const section = document.querySelector('section[data-figure="ch07-train"]');
              await section.liveFigure.call({ do: 'start' });
              for (let i = 0; i < %d; i++) await section.liveFigure.call({ do: 'step' });
              await section.liveFigure.call({ do: 'look', hash: 'yes' });
              return section.liveAnswer;
            })()"""
                .formatted(steps));
    same("ch07-train, an epoch", there, Live.call(kind, "ch07-train", "do=look\nhash=yes"));
  }

  private void same(String what, String there, String here) {
    compared++;
    if (!there.equals(here)) {
      faults.add(what + ": the browser ends with\n" + there + "\nthe JVM\n" + here);
    }
  }

  /** Chapter 10's model, trained there and here; then the alignment of one sentence. */
  private void attend() {
    String trained = "";
    while (!trained.contains("\"done\":true"))
      trained = Live.call(kind, "ch10-heatmap", "do=train");
    tab.evaluate(
        """
        (async () => {
          const section = document.querySelector('section[data-figure="ch10-heatmap"]');
          section.querySelectorAll('button')[0].click();
          while (!(section.liveAnswer || '').includes('weights')) await new Promise(done => setTimeout(done, 50));
        })()""");
    compare("ch10-heatmap");
    for (String typed :
        List.of("We sleep very well.", "", "🙂", "word ".repeat(200), "I like milk.")) {
      change(new Change("ch10-heatmap", 1, typed));
    }
  }

  private void first(String name) {
    tab.evaluate(
        """
        (async () => {
          const section = document.querySelector('section[data-figure="%s"]');
          section.scrollIntoView();
          for (let i = 0; i < 1200 && !section.dataset.answers && section.dataset.live !== 'picture'; i++) {
            await new Promise(done => setTimeout(done, 100));
          }
        })()"""
            .formatted(name));
    String ran =
        text("document.querySelector('section[data-figure=\"" + name + "\"]').dataset.live || ''");
    if (!ran.equals(kind)) faults.add(name + ": runs as \"" + ran + "\", not " + kind);
    compare(name);
  }

  private void change(Change change) {
    if (change.control < 0) return;
    String took =
        text(
            """
            (async () => {
              const section = document.querySelector('section[data-figure="%s"]');
              const control = section.querySelectorAll('input, select, button, textarea')[%d];
              const before = section.dataset.answers;
              const began = performance.now();
              if (control.tagName === 'BUTTON' || control.type === 'checkbox') control.click();
              else {
                control.value = %s;
                control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
              }
              while (section.dataset.answers === before && performance.now() - began < 120000) {
                await new Promise(done => setTimeout(done, 2));
              }
              return String(performance.now() - began);
            })()"""
                .formatted(change.figure, change.control, quoted(change.value)));
    slowest = Math.max(slowest, Math.round(Double.parseDouble(took)));
    compare(change.figure);
  }

  private String text(String expression) {
    return tab.evaluate(expression).getAsString();
  }

  private static String quoted(String value) {
    return new com.google.gson.Gson().toJson(value);
  }

  private void compare(String name) {
    String section = "document.querySelector('section[data-figure=\"" + name + "\"]')";
    String asked = text(section + ".liveAsked || ''");
    String answer = text(section + ".liveAnswer || ''");
    String here = Live.call(kind, name, asked);
    compared++;
    if (!answer.equals(here)) {
      faults.add(
          name + ": asked\n" + asked + "\nthe browser answers\n" + answer + "\nthe JVM\n" + here);
    }
  }

  private boolean report() {
    faults.addAll(tab.troubles());
    faults.forEach(fault -> System.out.println("live figures: " + fault));
    System.out.printf(
        Locale.ROOT,
        "live figures, %s: %d answers compared with the JVM's, %d faults, slowest answer %d ms%n",
        kind,
        compared,
        faults.size(),
        slowest);
    return faults.isEmpty();
  }
}
