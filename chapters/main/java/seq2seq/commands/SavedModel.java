package seq2seq.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Safetensors;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.files.FileException;

/**
 * A trained model on disk: {@code model.safetensors}, whose metadata tells the architecture, and
 * the two vocabularies beside it.
 *
 * @param model ready for inference
 * @param source the vocabulary of the source side
 * @param target the vocabulary of the target side
 * @param tokenizer the one it was trained with
 * @param settings what it was trained with
 */
record SavedModel(
    Seq2Seq model,
    Vocabulary source,
    Vocabulary target,
    Tokenizer tokenizer,
    TrainSettings settings) {
  private static final String FORMAT = "seq2seq model 2";
  private static final String FIRST_EDITION = "seq2seq model 1"; // without digests

  /** Writes the vocabularies, then the model. */
  void write(RunFolder folder) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("format", FORMAT);
    text.put("settings", SettingsJson.text(toGiveAway()));
    text.put("tokenizer", tokenizer.name());
    text.put("vocabulary.source", source.sha256());
    text.put("vocabulary.target", target.sha256());
    List<Safetensors.Entry> arrays =
        model.parameters().stream()
            .map(
                p ->
                    new Safetensors.Entry(
                        p.name(), p.value().shape().toArray(), p.value().liveData()))
            .toList();
    folder.forgetModel();
    source.save(folder.sourceVocabulary());
    target.save(folder.targetVocabulary());
    new Safetensors(arrays, text).sealed().write(folder.model());
  }

  /** The settings without the folders of this machine. */
  TrainSettings toGiveAway() {
    TrainSettings.Builder b = settings.change();
    b.pairs = settings.pairs() == null ? null : settings.corpusName();
    return b.build();
  }

  /**
   * Reads a model and its vocabularies.
   *
   * @throws FileException if a file is missing or damaged, or does not belong to the others
   */
  static SavedModel read(RunFolder folder) {
    Path file = folder.model();
    Safetensors saved = Safetensors.read(file);
    Fields fields = new Fields(file.toString(), saved.metadata());
    fields.requireFormat("a model of this course", FORMAT, FIRST_EDITION);
    TrainSettings settings = SettingsJson.read(fields.object("settings"));
    Vocabulary source = Vocabulary.load(folder.sourceVocabulary());
    Vocabulary target = Vocabulary.load(folder.targetVocabulary());
    if (fields.text("format").equals(FORMAT)) {
      saved.requireSeal(file);
      requireSame(folder.sourceVocabulary(), source, fields.text("vocabulary.source"));
      requireSame(folder.targetVocabulary(), target, fields.text("vocabulary.target"));
    }
    SavedWeights weights = new SavedWeights(file, saved.entries(), "");
    weights.checkSizes(settings, source.size(), target.size());
    Seq2Seq model =
        settings.architecture(source.size(), target.size()).initialise(Generator.seeded(0));
    weights.copyInto(model.parameters());
    return new SavedModel(model, source, target, tokenizer(fields), settings);
  }

  private static void requireSame(Path file, Vocabulary vocabulary, String sha256) {
    if (!vocabulary.sha256().equals(sha256)) {
      throw new FileException(
          file + ": is not the vocabulary that the model beside it was trained with");
    }
  }

  static Tokenizer tokenizer(Fields fields) {
    String name = fields.text("tokenizer");
    boolean isKnown =
        name.equals(Tokenizer.words().name()) || name.equals(Tokenizer.characters().name());
    fields.require("tokenizer", isKnown, "words or characters");
    return Tokenizer.named(name);
  }
}
