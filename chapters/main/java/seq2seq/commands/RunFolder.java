package seq2seq.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import seq2seq.cli.UserError;
import seq2seq.data.Safetensors;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.IoMessages;

/** The folder of a training run and the names of its files. */
record RunFolder(Path folder) {
  Path model() {
    return folder.resolve("model.safetensors");
  }

  Path checkpoint() {
    return folder.resolve("checkpoint.safetensors");
  }

  Path sourceVocabulary() {
    return folder.resolve("vocabulary.source.txt");
  }

  Path targetVocabulary() {
    return folder.resolve("vocabulary.target.txt");
  }

  Path history() {
    return folder.resolve("history.csv");
  }

  Path lossCurve() {
    return folder.resolve("loss.png");
  }

  Path metrics() {
    return folder.resolve("metrics.json");
  }

  Path lock() {
    return folder.resolve(".lock");
  }

  /**
   * Checks that no model of another corpus would be lost. What is not a model of this course, or no
   * longer readable, is not one.
   *
   * @param corpus what the next model is trained on, as a user calls it
   * @throws UserError naming both
   */
  void refuseOtherThan(String corpus) {
    String held;
    try {
      Fields fields = new Fields(model().toString(), Safetensors.read(model()).metadata());
      held = SettingsJson.read(fields.object("settings")).corpusName();
    } catch (FileException noModel) {
      return;
    }
    if (!held.equals(corpus)) {
      throw new UserError(RunLines.TEXTS.get("folder.other.corpus", folder, held, corpus));
    }
  }

  /** Removes the model of an earlier run, whose vocabularies are about to be replaced. */
  void forgetModel() {
    try {
      Files.deleteIfExists(model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the folder and tries to write into it, before hours are spent on what could not be kept.
   *
   * @throws UserError if that does not work
   */
  void prepare() {
    Path probe = folder.resolve(".probe");
    try {
      Files.createDirectories(folder);
      try {
        Files.writeString(probe, "room to write");
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException e) {
      throw new UserError(
          RunLines.TEXTS.get("folder.not.written", folder, IoMessages.whyNotWritten(probe, e)), e);
    }
  }

  /** Writes a text file whole or not at all. */
  void write(Path file, String text) {
    try {
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
