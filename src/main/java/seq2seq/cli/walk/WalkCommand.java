package seq2seq.cli.walk;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.Terminal;
import seq2seq.cli.WalkFile;
import seq2seq.language.Language;
import seq2seq.language.Texts;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Session;
import seq2seq.notebook.text.Ink;

/** Steps through a chapter, cell by cell. */
@CommandLine.Command(
    name = "walk",
    description = "Steps through a chapter, cell by cell.",
    footer = {
      "",
      "Enter runs the next cell, /b shows the one before, /g K goes to cell K, /r runs",
      "the last one again, /vars lists the variables, /check N.M and /hint N.M are for",
      "the exercises, /q quits (the next walk goes on there), /? helps. Anything else",
      "you type is Java and runs in the same state; Tab completes it.",
      "",
      "Example:",
      "  ./learn walk 5"
    })
public final class WalkCommand implements Command {
  @Parameters(paramLabel = "N", descriptionKey = "number", description = "The chapter's number.")
  private int number;

  @Option(names = "--all", description = "Runs it through; fails on the first error.")
  private boolean all;

  @Option(names = "--restart", description = "Starts at the first cell.")
  private boolean restart;

  @Override
  public boolean speaksChinese() {
    return true;
  }

  @Override
  public Integer call() {
    ChapterFiles chapters = new ChapterFiles(Language.current());
    Path page = chapters.chapter(number);
    CompletableFuture<Notebook> reading =
        CompletableFuture.supplyAsync(() -> Notebook.read(page)); // while the terminal is opened
    Path own = Home.directory().resolve(".learn");
    try (Console console = console(own)) {
      Notebook notebook = LiveSession.joined(reading);
      WalkFile progress = new WalkFile(own.resolve("walk"), notebook.name());
      if (restart) {
        progress.clear();
      }
      Pictures pictures =
          new Pictures(List.of(own, chapters.folder()), all ? file -> {} : Window::open);
      Walk walk =
          new Walk(
              notebook,
              console,
              progress,
              pictures,
              live -> {
                CompilerAdvice.giveSoon();
                return Session.start(notebook.settings(), live, own);
              });
      if (notebook.language() != Language.current()) {
        console.say(Texts.of(WalkCommand.class).get("english.only", notebook.file()));
      }
      return all ? runAll(walk) : step(walk, console);
    }
  }

  private static int runAll(Walk walk) {
    return walk.all() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static int step(Walk walk, Console console) {
    ShutdownSaver saver = new ShutdownSaver(walk, console);
    Runtime.getRuntime().addShutdownHook(saver);
    try {
      walk.walk();
    } finally {
      saver.disarm();
    }
    return ExitStatus.DONE;
  }

  private Console console(Path own) {
    Terminal terminal = Terminal.current();
    Ink ink = new Ink(terminal.colour());
    if (!all && terminal.in() && terminal.out()) {
      return new TerminalConsole(ink, own.resolve("walk").resolve("history"));
    }
    return new PlainConsole(System.in, System.out, ink, Terminal.columns(), !terminal.in());
  }
}
