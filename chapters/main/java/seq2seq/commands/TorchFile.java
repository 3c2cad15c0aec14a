package seq2seq.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Safetensors;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.files.FileException;

/**
 * A model as {@code translate.py} reads and writes it: one safetensors file of PyTorch's tensors,
 * whose metadata holds the settings and both vocabularies.
 */
final class TorchFile {
  private static final String FORMAT = "seq2seq pytorch 1";

  private TorchFile() {}

  /** The file that stands for {@code model}. */
  static Safetensors of(SavedModel model) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("format", FORMAT);
    text.put("settings", SettingsJson.text(model.toGiveAway()));
    text.put("tokenizer", model.tokenizer().name());
    text.put("vocabulary.source", model.source().text());
    text.put("vocabulary.target", model.target().text());
    return new Safetensors(TorchWeights.of(model.model().parameters()), text);
  }

  /**
   * Reads what {@link #of} made or {@code translate.py} saved.
   *
   * @throws FileException if the file is missing or damaged, is something else, or its tensors are
   *     not those of the architecture that its settings name
   */
  static SavedModel read(Path file) {
    Safetensors saved = Safetensors.read(file);
    Fields fields = new Fields(file.toString(), saved.metadata());
    fields.requireFormat("what translate.py saves", FORMAT);
    TrainSettings settings = SettingsJson.read(fields.object("settings"));
    Vocabulary source = vocabulary(fields, file, "vocabulary.source");
    Vocabulary target = vocabulary(fields, file, "vocabulary.target");
    TorchWeights weights = new TorchWeights(file, saved.entries());
    weights.checkSizes(settings, source.size(), target.size());
    Seq2Seq model =
        settings.architecture(source.size(), target.size()).initialise(Generator.seeded(0));
    weights.copyInto(model.parameters());
    return new SavedModel(model, source, target, SavedModel.tokenizer(fields), settings);
  }

  private static Vocabulary vocabulary(Fields fields, Path file, String name) {
    return Vocabulary.parse(file + ": " + name, fields.text(name));
  }
}
