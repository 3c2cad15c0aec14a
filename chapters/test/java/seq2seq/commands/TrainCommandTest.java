package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static seq2seq.commands.Ended.learn;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code learn train} and {@code learn translate}, from the command line to the files, in this JVM.
 */
class TrainCommandTest {
  private static final String[] TINY = {
    "--task", "reverse", "--hidden", "16", "--embed", "8", "--batch", "256", "--dropout", "0.1"
  };

  @TempDir Path folder;

  private static Ended train(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--out", out.toString()));
    arguments.addAll(List.of(more));
    return learn(arguments.toArray(String[]::new));
  }

  private static String[] with(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static JsonObject metrics(Path run) throws IOException {
    return JsonParser.parseString(Files.readString(run.resolve("metrics.json"))).getAsJsonObject();
  }

  @Test
  void aRunLeavesModelVocabulariesHistoryCurveAndMetrics() throws IOException {
    Path run = folder.resolve("run");
    Ended ended = train(run, with(TINY, "--epochs", "2"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    for (String file :
        List.of(
            "model.safetensors",
            "vocabulary.source.txt",
            "vocabulary.target.txt",
            "history.csv",
            "loss.png",
            "metrics.json",
            "checkpoint.safetensors")) {
      assertThat(run.resolve(file)).isNotEmptyFile();
    }
    JsonObject metrics = metrics(run);
    for (String name :
        List.of(
            "task",
            "seed",
            "epochs",
            "seconds",
            "tokensPerSecond",
            "trainLossNatsPerToken",
            "validLossNatsPerToken",
            "testExactMatch",
            "testBleu",
            "parameters",
            "weightsSha256")) {
      assertThat(metrics.has(name)).as(name).isTrue();
    }
    assertThat(metrics.get("epochs").getAsInt()).isEqualTo(2);
    assertThat(ended.out())
        .contains("weightsSha256 " + metrics.get("weightsSha256").getAsString())
        .contains("Sentences it never saw:")
        .contains("BLEU");
    assertThat(Files.readAllLines(run.resolve("history.csv"))).hasSize(3);
    assertThat(ended.out()).contains(run.toString());
    assertThat(
            Pattern.compile(Pattern.quote(folder.toString()) + "[/\\\\\\w.-]*[\\w-]")
                .matcher(ended.out())
                .results()
                .map(path -> Path.of(path.group())))
        .allMatch(Files::exists, "a path that is printed exists");
  }

  @Test
  void theModelOnDiskTranslatesAsOneLineWithTabsOnAPipe() {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    Ended ended = learn("translate", "--model", run.toString(), "a b c", "Ωmega");
    assertThat(ended.status()).isZero();
    assertThat(ended.out().lines()).hasSize(2).allMatch(line -> line.split("\t", -1).length == 3);
    assertThat(ended.out()).startsWith("a b c\t");
    assertThat(ended.err()).contains("never seen in training, read as <unk>").contains("ω");
  }

  @Test
  void aWiderBeamIsTakenAndABeamOf0IsWrongUsage() {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    String model = run.toString();
    Ended greedy = learn("translate", "--model", model, "a b c d", "c a");
    assertThat(learn("translate", "--model", model, "--beam", "1", "a b c d", "c a"))
        .isEqualTo(greedy);
    Ended beam = learn("translate", "--model", model, "--beam", "4", "a b c d", "c a");
    assertThat(beam.status()).isZero();
    assertThat(beam.out().lines()).hasSize(2);
    assertThat(beam.out()).isNotEqualTo(greedy.out());
    Ended none = learn("translate", "--model", model, "--beam", "0", "a");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("translate: --beam must be at least 1; got 0");
  }

  @Test
  void anEmptySentenceIsSaidAndTheOthersAreTranslated() {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    Ended ended = learn("translate", "--model", run.toString(), "  ", "a b");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out().lines()).hasSize(1);
    assertThat(ended.err()).contains("is an empty sentence");
  }

  @Test
  void resumingEndsWithTheSameBitsAsARunThatWasNeverStopped() throws IOException {
    Path whole = folder.resolve("whole");
    Path cut = folder.resolve("cut");
    train(whole, with(TINY, "--epochs", "3", "--quiet"));
    train(cut, with(TINY, "--epochs", "1", "--quiet"));
    Ended resumed = train(cut, "--resume", "--epochs", "3");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("Going on after epoch 1.");
    assertThat(metrics(cut).get("weightsSha256")).isEqualTo(metrics(whole).get("weightsSha256"));
    assertThat(metrics(cut).get("trainLossNatsPerToken"))
        .isEqualTo(metrics(whole).get("trainLossNatsPerToken"));
    assertThat(Files.readAllLines(cut.resolve("history.csv"))).hasSize(4);
  }

  /** Targets that nothing tells of: they can be learned by heart, and the held-out loss rises. */
  @Test
  void theBestEpochsWeightsAreKeptAlsoWhenARunIsResumed() throws IOException {
    Path pairs = folder.resolve("pairs.tsv");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append("a ")
          .append(i)
          .append('\t')
          .append("klmno".charAt(i * i * 7 % 11 % 5))
          .append('\n');
    }
    Files.writeString(pairs, text);
    String[] settings = {
      "--pairs",
      pairs.toString(),
      "--hidden",
      "16",
      "--embed",
      "16",
      "--batch",
      "10",
      "--lr",
      "0.02",
      "--min-count",
      "1",
      "--quiet"
    };
    Path whole = folder.resolve("whole");
    train(whole, with(settings, "--epochs", "20"));
    int kept = metrics(whole).get("keptEpoch").getAsInt();
    assertThat(kept).isEqualTo(lowest(Files.readAllLines(whole.resolve("history.csv"))));
    assertThat(kept).as("later epochs are worse").isLessThan(15);

    Path cut = folder.resolve("cut");
    train(cut, with(settings, "--epochs", Integer.toString(kept)));
    assertThat(metrics(whole).get("weightsSha256")).isEqualTo(metrics(cut).get("weightsSha256"));
    assertThat(metrics(whole).get("validLossNatsPerToken"))
        .isEqualTo(metrics(cut).get("validLossNatsPerToken"));

    train(cut, "--resume", "--epochs", Integer.toString(kept + 3), "--quiet");
    Ended resumed = train(cut, "--resume", "--epochs", "20");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("Kept the weights of epoch " + kept + " of 20");
    assertThat(metrics(cut).get("weightsSha256")).isEqualTo(metrics(whole).get("weightsSha256"));
  }

  /** The epoch of the lowest held-out loss in a history's lines, the first of equals. */
  private static int lowest(List<String> history) {
    double best = Double.POSITIVE_INFINITY;
    int epoch = 0;
    for (String line : history.subList(1, history.size())) {
      double held = Double.parseDouble(line.split(",")[2]);
      if (held < best) {
        best = held;
        epoch = Integer.parseInt(line.split(",")[0]);
      }
    }
    return epoch;
  }

  @ParameterizedTest
  @CsvSource({"1,", "2,", "1,additive"})
  void dropoutHasAnEffectWithAnyNumberOfLayers(String layers, String attention) throws IOException {
    List<String> models = new ArrayList<>();
    for (String dropout : List.of("0", "0.5")) {
      Path run = folder.resolve("dropout" + dropout);
      String[] settings = {
        "--task",
        "reverse",
        "--hidden",
        "8",
        "--embed",
        "8",
        "--layers",
        layers,
        "--dropout",
        dropout,
        "--epochs",
        "1",
        "--batch",
        "512",
        "--quiet"
      };
      train(run, attention == null ? settings : with(settings, "--attention", attention));
      models.add(metrics(run).get("weightsSha256").getAsString());
    }
    assertThat(models).doesNotHaveDuplicates();
  }

  @Test
  void resumingWithOtherSettingsIsRefused() {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    Ended ended = train(run, "--resume", "--hidden", "32");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("--resume goes on with the settings of the checkpoint");
  }

  @Test
  void aDamagedCheckpointIsSaidInOneLine() throws IOException {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    Path checkpoint = run.resolve("checkpoint.safetensors");
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
    Ended ended = train(run, "--resume");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("checkpoint.safetensors: is cut short");
    Files.copy(
        run.resolve("model.safetensors"),
        checkpoint,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(train(run, "--resume").err()).contains("is not a checkpoint of this course");
  }

  @Test
  void aFileOfPairsIsTrainedOnAndBadLinesAreCounted() throws IOException {
    Path pairs = folder.resolve("pairs.tsv");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("go ").append(i).append("\tva ").append(i).append("\tthird column\n");
    }
    Files.writeString(pairs, text + "no tab in here\n");
    Ended refused = train(folder.resolve("run"), "--pairs", pairs.toString(), "--epochs", "1");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("pairs.tsv:41: ").contains("no tab");
    Ended ended =
        train(
            folder.resolve("run"),
            "--pairs",
            pairs.toString(),
            "--epochs",
            "1",
            "--skip-bad-lines",
            "--hidden",
            "8");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("1 bad lines skipped");
    assertThat(ended.out()).contains("32 training, 4 validation and 4 test pairs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--batch 0           | 2 | --batch must be at least 1; got 0",
        "--hidden 0          | 2 | --hidden must be at least 1; got 0",
        "--layers -1         | 2 | --layers must be at least 1; got -1",
        "--epochs 0          | 2 | --epochs must be at least 1; got 0",
        "--steps 1           | 2 | --steps must be at least 2; got 1",
        "--dropout 1         | 2 | --dropout must be at least 0 and below 1; got 1.0000",
        "--lr 0              | 2 | --lr must be above 0; got 0.0000",
        "--clip -1           | 2 | --clip must be above 0; got -1.0000",
        "--threads 0         | 2 | --threads must be at least 1; got 0",
        "--task nothing      | 2 | there is no task \"nothing\"; choose one of phrases, dates,"
            + " reverse",
        "--cell elman        | 2 | --cell must be one of rnn, gru, lstm; got \"elman\"",
        "--context never     | 2 | --context must be one of initial, every-step, both; got"
            + " \"never\"",
        "--limit 5           | 2 | --limit and --skip-bad-lines go with --pairs FILE",
        "--task dates --pairs x.tsv | 2 | --task and --pairs exclude each other",
        "--pairs missing.tsv | 1 | no such file",
        "--resume            | 1 | there is no checkpoint to resume",
        "--hidden many       | 2 | --hidden must be a whole number of at most 2147483647",
        "--lr fast           | 2 | --lr must be a number; got",
        "--seed 1e3          | 2 | --seed must be a whole number of at most 9223372036854775807",
        "--epochs            | 2 | --epochs needs a value",
        "--lr 1 --lr 2       | 2 | --lr is given twice",
      })
  void aMistakeIsOneClearLineAndTheRightStatus(String arguments, int status, String message) {
    Ended ended = train(folder.resolve("run"), arguments.split(" "));
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsSaidBeforeTraining() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Ended ended = train(file.resolve("run"), with(TINY, "--epochs", "1"));
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("cannot write to the output folder");
    assertThat(learn("translate", "--model", folder.resolve("none").toString(), "hi").err())
        .contains("there is no trained model in");
  }

  /** The arguments of a printed command, as a POSIX shell takes it apart. */
  private static String[] pasted(String command) throws IOException {
    assertThat(command).startsWith("./learn ");
    String print = command.replaceFirst("^\\./learn", "printf '%s\\\\0'");
    Process shell = new ProcessBuilder("/bin/sh", "-c", print).start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return out.split("\0");
  }

  @Test
  void thePrintedCommandsRunAsPrintedAndAskTheModelThatWasTrained() throws IOException {
    Path run = folder.resolve("it's a \"run\" für $me");
    Ended trained = train(run, with(TINY, "--epochs", "1"));
    String hint = trained.out().lines().filter(line -> line.contains("Try: ")).findFirst().get();
    String[] command = pasted(hint.replaceFirst(".*Try: ", ""));
    assertThat(command).startsWith("translate", "--model", run.toString());
    Ended translated = learn(command);
    assertThat(translated.err()).isEmpty();
    assertThat(translated.status()).isZero();
    assertThat(translated.out()).startsWith(command[3] + "\t");
  }

  @Test
  void aTextIsNeverAFileOrAnOption() throws IOException {
    Path run = folder.resolve("run");
    train(run, with(TINY, "--epochs", "1", "--quiet"));
    String model = run.toString();
    Files.writeString(folder.resolve("home"), "--help");
    for (String text :
        List.of("@" + folder.resolve("home"), "@home", "-5 degrees.", "- a b", "--a b")) {
      Ended ended = learn("translate", "--model", model, text);
      assertThat(ended.status()).as(text).isZero();
      assertThat(ended.out()).startsWith(text + "\t");
    }
    assertThat(learn("translate", "--model", model, "--", "--help").out()).startsWith("--help\t");
    assertThat(learn("translate", "--model", model, "--", "-hello").out()).startsWith("-hello\t");
    Ended misspelt = learn("translate", "--modle=" + model, "a");
    assertThat(misspelt.status()).isEqualTo(2);
    assertThat(misspelt.err()).contains("there is no option --modle=");
  }

  @Test
  void eachTaskHasItsFolderAndLatestNamesTheModelThatWasFinishedLast() throws IOException {
    String home = System.getProperty("seq2seq.home");
    System.setProperty("seq2seq.home", folder.toString());
    try {
      Path old = Files.createDirectories(folder.resolve("runs/latest"));
      Files.writeString(old.resolve("note"), "a run of the first edition");
      learn(with(with(new String[] {"train"}, TINY), "--epochs", "1", "--quiet"));
      assertThat(folder.resolve("runs/reverse/model.safetensors")).exists();
      assertThat(folder.resolve("runs/latest")).isSymbolicLink();
      assertThat(Files.readSymbolicLink(folder.resolve("runs/latest"))).hasToString("reverse");
      assertThat(folder.resolve("runs/earlier-1/note")).exists();
      Files.createDirectories(folder.resolve("runs/dates")); // as a killed run leaves it
      Files.copy(
          folder.resolve("runs/reverse/checkpoint.safetensors"),
          folder.resolve("runs/dates/checkpoint.safetensors"));
      Ended ended = learn("translate", "a b c");
      assertThat(ended.status()).isZero();
      Files.delete(folder.resolve("runs/latest"));
      Files.writeString(folder.resolve("runs/latest"), "reverse\n"); // where links cannot be made
      assertThat(learn("translate", "a b c")).isEqualTo(ended);
      Files.writeString(folder.resolve("runs/latest"), "../elsewhere\n");
      assertThat(learn("translate", "a b c").err()).contains("expected the name of a folder");
    } finally {
      if (home == null) {
        System.clearProperty("seq2seq.home");
      } else {
        System.setProperty("seq2seq.home", home);
      }
    }
  }

  @Test
  void aSecondRunInTheSameFolderIsRefusedInOneLine() {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.prepare();
    RunLock held = RunLock.of(run);
    try {
      Ended second = train(run.folder(), with(TINY, "--epochs", "1"));
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.err().lines()).hasSize(1);
      assertThat(second.err()).contains("train: another run is using " + run.folder());
      assertThat(second.out()).isEmpty();
    } finally {
      held.close();
    }
    assertThat(train(run.folder(), with(TINY, "--epochs", "1", "--quiet")).status()).isZero();
  }

  @Test
  void theModelOfAnotherCorpusIsNotReplaced() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run, with(TINY, "--epochs", "1", "--quiet")).status()).isZero();
    byte[] model = Files.readAllBytes(run.resolve("model.safetensors"));
    Ended other = train(run, "--task", "dates", "--hidden", "8", "--epochs", "1", "--quiet");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err().lines()).hasSize(1);
    assertThat(other.err()).contains(run + " holds a model of reverse", "one of dates");
    assertThat(run.resolve("model.safetensors")).hasBinaryContent(model);
  }

  @Test
  void aModelTellsNoFolderOfTheMachineThatMadeIt() throws IOException {
    Path pairs = folder.resolve("my pairs.tsv");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("go ").append(i).append("\tva ").append(i).append("\n");
    }
    Files.writeString(pairs, text);
    Path run = folder.resolve("run");
    train(run, "--pairs", pairs.toString(), "--epochs", "1", "--hidden", "8", "--quiet");
    for (String file : List.of("model.safetensors", "metrics.json", "history.csv")) {
      String content =
          new String(Files.readAllBytes(run.resolve(file)), StandardCharsets.ISO_8859_1);
      assertThat(content).as(file).doesNotContain(folder.toString());
    }
  }

  @Test
  void settingsThatDisagreeWithTheTensorsAreRefusedBeforeAnythingIsMade() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    train(run.folder(), with(TINY, "--epochs", "1", "--quiet"));
    seq2seq.data.Safetensors saved = seq2seq.data.Safetensors.read(run.model());
    refused(
        run,
        saved,
        "\"hidden\":16",
        "\"hidden\":16000",
        "there is hidden 16000, but encoder.cell.0.W_hh has shape");
    refused(
        run,
        saved,
        "\"hidden\":16",
        "\"hidden\":1000000000",
        "hidden must be a whole number from 1 to 16384; got \"1000000000\"");
    refused(run, saved, "\"layers\":1", "\"layers\":2", "there is no tensor encoder.cell.1.W_hh");
    refused(
        run,
        saved,
        "\"embed\":8",
        "\"embed\":9",
        "there is embed 9, but encoder.embedding.W has shape");
    refused(run, saved, "\"epochs\":1", "\"epochs\":-3", "epochs must be a whole number from 1");
    refused(
        run,
        saved,
        "\"steps\":32",
        "\"steps\":1000000000",
        "steps must be a whole number from 2 to 10000");
    refused(
        run,
        saved,
        "\"cell\":\"GRU\"",
        "\"cell\":\"ELMAN\"",
        "cell must be one of RNN, GRU, LSTM; got \"ELMAN\"");
    refused(run, saved, "\"cell\":\"GRU\"", "\"cell\":\"LSTM\"", "has shape");
    refused(
        run, saved, "\"seed\":1", "\"attention\":\"ADDITIVE\",\"seed\":1", "there is no tensor");
    refused(run, saved, "\"seed\":1", "\"seed\":1,\"seed\":2", "the name \"seed\" is there twice");
  }

  private static void refused(
      RunFolder run, seq2seq.data.Safetensors saved, String from, String to, String why) {
    java.util.Map<String, String> text = new java.util.LinkedHashMap<>(saved.metadata());
    assertThat(text.get("settings")).contains(from);
    text.put("settings", text.get("settings").replace(from, to));
    new seq2seq.data.Safetensors(saved.entries(), text).sealed().write(run.model());
    Ended ended = learn("translate", "--model", run.folder().toString(), "a b");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains(run.model().toString()).contains(why);
  }

  @Test
  void aSurplusTensorANanAndTwoSwappedWordsAreNoticed() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    train(run.folder(), with(TINY, "--epochs", "1", "--quiet"));
    seq2seq.data.Safetensors saved = seq2seq.data.Safetensors.read(run.model());
    List<seq2seq.data.Safetensors.Entry> more = new ArrayList<>(saved.entries());
    more.add(new seq2seq.data.Safetensors.Entry("decoder.cell.1.b", new int[] {1}, new float[1]));
    new seq2seq.data.Safetensors(more, saved.metadata()).sealed().write(run.model());
    Ended surplus = learn("translate", "--model", run.folder().toString(), "a b");
    assertThat(surplus.err()).contains("the model has no tensor decoder.cell.1.b");
    saved.entries().get(3).values()[1] = Float.NaN;
    new seq2seq.data.Safetensors(saved.entries(), saved.metadata()).sealed().write(run.model());
    Ended nan = learn("translate", "--model", run.folder().toString(), "a b");
    assertThat(nan.err()).contains("number 1 is not finite");
    saved.entries().get(3).values()[1] = 0;
    new seq2seq.data.Safetensors(saved.entries(), saved.metadata()).sealed().write(run.model());
    assertThat(learn("translate", "--model", run.folder().toString(), "a b").status()).isZero();
    List<String> words = new ArrayList<>(Files.readAllLines(run.sourceVocabulary()));
    java.util.Collections.swap(words, 5, 6);
    Files.write(run.sourceVocabulary(), words);
    Ended swapped = learn("translate", "--model", run.folder().toString(), "a b");
    assertThat(swapped.status()).isEqualTo(1);
    assertThat(swapped.err()).contains("is not the vocabulary that the model beside it");
  }
}
