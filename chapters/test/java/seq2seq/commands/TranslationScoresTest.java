package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.nn.Parameter;

/** Scores are made of words, against whole references. */
class TranslationScoresTest {
  @TempDir Path folder;

  /** Every target is {@code target}; every source another one. */
  private TrainSettings settings(String target, int minCount, int steps) throws Exception {
    Path file = folder.resolve("pairs.tsv");
    StringJoiner lines = new StringJoiner("\n");
    for (int i = 0; i < 40; i++) {
      lines.add("s" + i + "\t" + target.replace("#", "w" + i));
    }
    Files.writeString(file, lines.toString());
    TrainSettings.Builder settings = Defaults.of(null, file.toString());
    settings.embed = 4;
    settings.hidden = 4;
    settings.steps = steps;
    settings.minCount = minCount;
    return settings.build();
  }

  /** A model that writes {@code word} at every step, whatever it reads. */
  private static Seq2Seq writing(int word, TrainSettings settings, Corpus corpus) {
    Seq2Seq model =
        settings
            .architecture(corpus.source().size(), corpus.target().size())
            .initialise(Generator.seeded(1));
    for (Parameter p : model.parameters()) {
      if (p.name().startsWith("decoder.output")) {
        java.util.Arrays.fill(p.value().liveData(), 0);
        if (p.value().shape().toArray().length == 1) {
          p.value().liveData()[word] = 1;
        }
      }
    }
    return model;
  }

  @Test
  void anUnknownWordIsNeverRight() throws Exception {
    TrainSettings settings = settings("# # # # #", 50, 5);
    Corpus corpus = Corpus.load(settings);
    assertThat(corpus.target().size()).isEqualTo(4);
    Seq2Seq model = writing(Vocabulary.UNK, settings, corpus);
    TranslationScores scores = TranslationScores.of(model, corpus, settings);
    assertThat(scores.written()).allMatch(text -> text.startsWith("<unk> <unk> <unk>"));
    assertThat(scores.bleu()).isZero();
    assertThat(scores.exactMatch()).isZero();
  }

  @Test
  void aReferenceThatDoesNotFitIsCountedAndScoredWhole() throws Exception {
    TrainSettings settings = settings("oui oui oui oui oui oui oui oui oui oui", 1, 5);
    Corpus corpus = Corpus.load(settings);
    Seq2Seq model = writing(corpus.target().id("oui"), settings, corpus);
    TranslationScores scores = TranslationScores.of(model, corpus, settings);
    assertThat(scores.written()).allMatch("oui oui oui oui oui"::equals);
    assertThat(scores.tooLong()).isEqualTo(4);
    assertThat(scores.exactMatch()).isZero();
    // Every n-gram is right; 5 words stand for 10: the brevity penalty is e^(1 - 10/5).
    assertThat(scores.bleu()).isEqualTo(StrictMath.exp(-1), within(1e-12));
  }

  @Test
  void spacingIsPartOfAnExactMatchAndNotOfBleu() throws Exception {
    TrainSettings settings = settings("? ? ? ?", 1, 4);
    Corpus corpus = Corpus.load(settings);
    Seq2Seq model = writing(corpus.target().id("?"), settings, corpus);
    TranslationScores scores = TranslationScores.of(model, corpus, settings);
    assertThat(scores.written()).allMatch("????"::equals);
    assertThat(scores.bleu()).isEqualTo(1);
    assertThat(scores.exactMatch()).isZero();
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }
}
