package seq2seq.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.DataException;
import seq2seq.data.Safetensors;
import seq2seq.data.Tokenizer;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.nn.Parameter;

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
  private static final String FORMAT = "seq2seq model 1";

  void write(RunFolder folder) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("format", FORMAT);
    text.put("settings", settings.toJson());
    text.put("tokenizer", tokenizer.name());
    List<Safetensors.Entry> arrays =
        model.parameters().stream()
            .map(
                p ->
                    new Safetensors.Entry(
                        p.name(), p.value().shape().toArray(), p.value().liveData()))
            .toList();
    source.save(folder.sourceVocabulary());
    target.save(folder.targetVocabulary());
    new Safetensors(arrays, text).write(folder.model());
  }

  /**
   * Reads a model and its vocabularies.
   *
   * @throws DataException if a file is missing, cut short, or does not belong to the others
   */
  static SavedModel read(RunFolder folder) {
    Safetensors saved = Safetensors.read(folder.model());
    if (!FORMAT.equals(saved.metadata().get("format"))) {
      throw new DataException(
          folder.model()
              + ": is not a model of this course (expected format \""
              + FORMAT
              + "\", found \""
              + saved.metadata().get("format")
              + "\")");
    }
    TrainSettings settings =
        TrainSettings.fromJson(saved.metadata().get("settings"), folder.model().toString());
    Vocabulary source = Vocabulary.load(folder.sourceVocabulary());
    Vocabulary target = Vocabulary.load(folder.targetVocabulary());
    Seq2Seq model =
        settings.architecture(source.size(), target.size()).initialise(Generator.seeded(0));
    fill(model.parameters(), saved, "");
    return new SavedModel(
        model, source, target, Tokenizer.named(saved.metadata().get("tokenizer")), settings);
  }

  /**
   * Copies saved values into parameters, which are mutated; the saved names carry {@code prefix}.
   */
  static void fill(List<Parameter> parameters, Safetensors saved, String prefix) {
    for (Parameter p : parameters) {
      Safetensors.Entry entry = saved.entry(prefix + p.name());
      if (!Shape.of(entry.shape()).equals(p.value().shape())) {
        throw new DataException(
            "saved model: "
                + p.name()
                + " has shape "
                + Shape.of(entry.shape())
                + ", the architecture and vocabularies ask for "
                + p.value().shape());
      }
      System.arraycopy(entry.values(), 0, p.value().liveData(), 0, entry.values().length);
    }
  }
}
