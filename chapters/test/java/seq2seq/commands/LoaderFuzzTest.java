package seq2seq.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.ch07_training.Training;
import seq2seq.cli.WalkFile;
import seq2seq.data.History;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.ReadOptions;
import seq2seq.data.Safetensors;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.files.Sha256;
import seq2seq.fuzz.Fuzz;
import seq2seq.fuzz.Mutator;
import seq2seq.grading.Exercise;
import seq2seq.grading.submission.Submission;
import seq2seq.nn.Adam;
import seq2seq.nn.WeightsHash;
import seq2seq.notebook.Notebook;

/** Every file that the course loads, damaged in many ways: see {@link Fuzz}. */
class LoaderFuzzTest {
  private static final int FEW = 300;
  private static final int MANY = 5_000;

  @TempDir static Path folder;
  private static RunFolder run;
  private static Corpus corpus;

  @BeforeAll
  static void makeARun() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.tsv"), pairs());
    TrainSettings.Builder b = Defaults.of(null, pairs.toString());
    b.embed = 4;
    b.hidden = 4;
    b.minCount = 1;
    b.batch = 8;
    b.epochs = 1;
    TrainSettings settings = b.build();
    run = new RunFolder(folder.resolve("run"));
    run.prepare();
    corpus = Corpus.load(settings);
    Training training =
        new Training(
            settings.architecture(corpus.source().size(), corpus.target().size()),
            corpus.batches(corpus.splits().train(), settings),
            new Adam(settings.rate()),
            settings.clip(),
            Generator.seeded(2),
            (step, now) -> {});
    training.run(1);
    History history = History.empty().with(new History.Epoch(1, 2.5, 2.25, 1, 900, 0.5));
    BestWeights best = new BestWeights();
    best.keep(training.model().parameters());
    Checkpoint.of(settings, corpus.sha256(), training, best, history, 0.5).write(run.checkpoint());
    new SavedModel(training.model(), corpus.source(), corpus.target(), Tokenizer.words(), settings)
        .write(run);
  }

  private static String pairs() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("go ")
          .append(i % 7)
          .append(" é")
          .append(i)
          .append("\tva ")
          .append(i % 5)
          .append("\tby\n");
    }
    return text.toString();
  }

  /** The bytes are put where {@code file} stands, and stay there. */
  private static Path put(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Fuzz> all(int count) throws IOException {
    return List.of(
        model(count),
        resealedModel(count / 3), // each is written to the disk
        modelVocabulary(count),
        checkpoint(count),
        resealedCheckpoint(count / 3),
        vocabulary(count),
        tsv(count),
        page(count),
        progress(count),
        archive(count));
  }

  @Test
  void everyDamagedFileIsRefusedInOneLineOrEqual() throws IOException {
    check(all(FEW));
  }

  @Test
  @Tag("slow")
  void soAreThousands() throws IOException {
    check(all(MANY));
  }

  private static void check(List<Fuzz> all) {
    all.forEach(Fuzz::print);
    all.forEach(Fuzz::check);
  }

  private static byte[] damaged(byte[] original, long seed) {
    Mutator mutator = new Mutator(seed);
    return mutator.coin() ? mutator.header(original) : mutator.bytes(original);
  }

  private static Fuzz model(int count) {
    byte[] original = bytes(run.model());
    String right = print(SavedModel.read(run));
    Fuzz fuzz = new Fuzz("model");
    fuzz.run(
        count,
        seed -> damaged(original, seed),
        b -> print(readModel(b)),
        right::equals,
        loaded -> false);
    restore(run.model(), original);
    return fuzz;
  }

  private static SavedModel readModel(byte[] damaged) throws IOException {
    put(run.model(), damaged);
    return SavedModel.read(run);
  }

  private static void restore(Path file, byte[] original) {
    try {
      Files.write(file, original);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String print(SavedModel model) {
    return model.settings()
        + " "
        + model.source().sha256()
        + model.target().sha256()
        + model.tokenizer().name()
        + WeightsHash.sha256(model.model().parameters());
  }

  /** Somebody who changes a file on purpose can seal it again: then the fields must be checked. */
  private static Fuzz resealedModel(int count) {
    byte[] original = bytes(run.model());
    String right = print(SavedModel.read(run));
    Fuzz fuzz = new Fuzz("model, sealed again");
    fuzz.run(
        count,
        seed -> resealed(run.model(), original, seed),
        b -> print(readModel(b)),
        right::equals,
        loaded -> true);
    restore(run.model(), original);
    return fuzz;
  }

  private static byte[] resealed(Path file, byte[] original, long seed) {
    restore(file, original);
    Mutator mutator = new Mutator(seed);
    Safetensors saved = Safetensors.read(file);
    Map<String, String> text = new LinkedHashMap<>(saved.metadata());
    List<Safetensors.Entry> arrays = new ArrayList<>(saved.entries());
    List<String> names = new ArrayList<>(text.keySet());
    String name = names.get((int) (seed % names.size()));
    if (seed % 5 == 0) {
      int at = (int) (seed / 5 % arrays.size());
      Safetensors.Entry e = arrays.get(at);
      float[] values = e.values().clone();
      values[0] = seed % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
      switch ((int) (seed / 5 % 4)) {
        case 0 -> arrays.set(at, new Safetensors.Entry(e.name(), e.shape(), values));
        case 1 -> arrays.remove(at);
        case 2 ->
            arrays.set(at, new Safetensors.Entry(e.name(), new int[] {values.length}, values));
        default -> arrays.add(new Safetensors.Entry(e.name() + "x", e.shape(), e.values()));
      }
    } else if (seed % 7 == 0) {
      text.remove(name);
    } else {
      String value = text.get(name);
      text.put(name, mutator.coin() ? mutator.number(value) : mutator.member(value));
    }
    new Safetensors(arrays, text).sealed().write(file);
    return bytes(file);
  }

  private static Fuzz modelVocabulary(int count) {
    byte[] original = bytes(run.sourceVocabulary());
    String right = print(SavedModel.read(run));
    Fuzz fuzz = new Fuzz("model's vocabulary");
    fuzz.run(
        count,
        seed -> seed == 1 ? swapped(original) : new Mutator(seed).bytes(original),
        b -> {
          put(run.sourceVocabulary(), b);
          return print(SavedModel.read(run));
        },
        right::equals,
        loaded -> false);
    restore(run.sourceVocabulary(), original);
    return fuzz;
  }

  private static byte[] swapped(byte[] vocabulary) {
    List<String> lines =
        new ArrayList<>(new String(vocabulary, StandardCharsets.UTF_8).lines().toList());
    java.util.Collections.swap(lines, 5, 6);
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Fuzz checkpoint(int count) {
    byte[] original = bytes(run.checkpoint());
    String right = print(Checkpoint.read(run.checkpoint()));
    Fuzz fuzz = new Fuzz("checkpoint");
    fuzz.run(
        count,
        seed -> damaged(original, seed),
        b -> print(Checkpoint.read(put(run.checkpoint(), b))),
        right::equals,
        loaded -> false);
    restore(run.checkpoint(), original);
    return fuzz;
  }

  private static Fuzz resealedCheckpoint(int count) {
    byte[] original = bytes(run.checkpoint());
    String right = print(Checkpoint.read(run.checkpoint()));
    Fuzz fuzz = new Fuzz("checkpoint, sealed again");
    fuzz.run(
        count,
        seed -> resealed(run.checkpoint(), original, seed),
        b -> {
          Checkpoint read = Checkpoint.read(put(run.checkpoint(), b));
          read.restore(run.checkpoint(), corpus, new Adam(0.1), new BestWeights());
          return print(read);
        },
        right::equals,
        loaded -> true);
    restore(run.checkpoint(), original);
    return fuzz;
  }

  private static String print(Checkpoint c) {
    Training.Position p = c.position();
    StringBuilder text = new StringBuilder(c.settings() + c.corpus() + p.epoch() + p.nextBatch());
    text.append(
        List.of(p.lossSum(), p.normSum(), p.tokens(), c.optimiserSteps(), c.epochSeconds()));
    text.append(java.util.Arrays.toString(p.generator())).append(c.history().epochs());
    for (Safetensors.Entry e : c.arrays()) {
      text.append(e.name()).append(java.util.Arrays.hashCode(e.values()));
    }
    return text.toString();
  }

  /** Written again and read again it is the same. */
  private static boolean isWell(Vocabulary vocabulary) {
    Path file = folder.resolve("again.txt");
    vocabulary.save(file);
    return Vocabulary.load(file).equals(vocabulary);
  }

  private static Fuzz vocabulary(int count) {
    byte[] original = bytes(run.targetVocabulary());
    Path file = folder.resolve("vocabulary.txt");
    return new Fuzz("vocabulary")
        .run(
            count,
            seed -> new Mutator(seed).bytes(original),
            b -> Vocabulary.load(put(file, b)),
            corpus.target()::equals,
            LoaderFuzzTest::isWell);
  }

  private static Fuzz tsv(int count) {
    byte[] original = pairs().getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("fuzz.tsv");
    ParallelCorpus right = ParallelCorpus.read(folder.resolve("pairs.tsv"), all());
    return new Fuzz("TSV")
        .run(
            count,
            seed -> new Mutator(seed).bytes(original),
            b -> ParallelCorpus.read(put(file, b), all()),
            loaded -> loaded.pairs().equals(right.pairs()),
            loaded ->
                loaded.pairs().stream()
                    .allMatch(pair -> !pair.source().isBlank() && !pair.target().isBlank()));
  }

  private static ReadOptions all() {
    return new ReadOptions(Integer.MAX_VALUE, false);
  }

  private static final String PAGE =
      """
      # A page

      Text with `code` and $x$.

      ```java
      int a = 1 + 2;
      a
      ```

      ```text
      3
      ```

      - a list

      | a | b |
      |---|---|
      | 1 | 2 |
      """;

  private static Fuzz page(int count) {
    byte[] original = PAGE.getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("ch90_page.md");
    return new Fuzz("chapter page")
        .run(
            count,
            seed -> new Mutator(seed).bytes(original),
            b -> Notebook.read(put(file, b)),
            page -> page.markdown().equals(PAGE),
            page ->
                Notebook.parse(page.name() + ".md", page.markdown()).cells().equals(page.cells()));
  }

  private static Fuzz progress(int count) throws IOException {
    WalkFile walk = new WalkFile(folder.resolve("walk"), "ch90_page");
    walk.write(Sha256.of(PAGE), 1, 2);
    Path file = folder.resolve("walk/ch90_page.progress");
    byte[] original = bytes(file);
    WalkFile.Place right = walk.place().orElseThrow();
    return new Fuzz("progress file")
        .run(
            count,
            seed -> new Mutator(seed).bytes(original),
            b -> {
              put(file, b);
              return walk.place().orElseThrow(() -> new IOException("no place"));
            },
            right::equals,
            place -> !place.text().isBlank() && place.next() >= 0 && place.cells() >= 0);
  }

  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");

  private static Fuzz archive(int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setComment("made by é");
      for (String name : List.of(MASK.starterFile(), "diary é.txt", "course/")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setComment("comment é");
        entry.setExtra(new byte[] {1, 2, 4, 0, 1, 2, 3, 4});
        zip.putNextEntry(entry);
        zip.write(
            name.endsWith("/")
                ? new byte[0]
                : "class MyLengthMask {}".repeat(9).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    byte[] original = out.toByteArray();
    Path file = folder.resolve("a.zip");
    Submission right = Submission.read(put(file, original), List.of(MASK));
    return new Fuzz("submission archive")
        .run(
            count,
            seed -> new Mutator(seed).bytes(original),
            b -> Submission.read(put(file, b), List.of(MASK)),
            read -> read.files().equals(right.files()),
            read -> read.files().size() == 1);
  }
}
