package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;

/** {@code learn book}: builds the web site, and shows it on this machine if asked. */
@CommandLine.Command(
    name = "book",
    description = "Builds the course as a web site, to read in a browser.",
    sortOptions = false,
    footer = {"", "Example:", "  ./learn book --serve"})
public final class BookCommand implements Command {
  private static final String PORT = "8017";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the site goes (default: target/book)")
  private Path out;

  @Option(
      names = "--serve",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = PORT,
      description = "then show it at http://127.0.0.1:PORT/ until Ctrl-C (default: " + PORT + ")")
  private Integer port;

  /**
   * Builds the site.
   *
   * @throws UsageError if the port is no port
   * @throws UserError if the folder cannot be written to, or the port is taken
   */
  @Override
  public Integer call() throws IOException {
    if (port != null && (port < 0 || port > 65535)) {
      throw new UsageError("book: --serve takes a port from 1 to 65535; got " + port);
    }
    Path folder = out != null ? out : Home.directory().resolve("target").resolve("book");
    checkFolder(folder);
    if (port == null) {
      build(folder);
    } else {
      serve(folder);
    }
    return ExitStatus.DONE;
  }

  /** The port is taken before the site is built, so that a taken one is known at once. */
  private void serve(Path folder) throws IOException {
    try (SiteServer server = SiteServer.start(folder, port)) {
      build(folder);
      System.out.println("Shown at " + server.address() + " until you press Ctrl-C.");
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void build(Path folder) throws IOException {
    SiteFolder written = Site.build(Home.directory(), folder);
    new LiveFigures(Home.directory())
        .whyNot()
        .ifPresent(why -> System.err.println("learn: book: without live figures: " + why));
    String size = String.format(Locale.ROOT, "%.1f MB", written.bytes() / 1e6);
    System.out.println(
        written.pages() + " pages, " + size + ": open " + folder.resolve("index.html"));
  }

  private static void checkFolder(Path folder) {
    for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
      if (Files.exists(place)) {
        if (!Files.isDirectory(place) || !Files.isWritable(place)) {
          String why = Files.isDirectory(place) ? "may not be written to" : "is a file";
          throw new UserError("book: cannot write to --out " + folder + ": " + place + " " + why);
        }
        return;
      }
    }
  }
}
