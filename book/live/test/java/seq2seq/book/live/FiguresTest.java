package seq2seq.book.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.ShortPhrases;
import seq2seq.ch07_training.Training;
import seq2seq.engine.Generator;
import seq2seq.nn.Adam;
import seq2seq.nn.WeightsHash;

/** The figures answer with the pages' numbers, and say what they need. */
class FiguresTest {
  private static String ask(String figure, String... values) {
    return Live.call("test", figure, String.join("\n", values));
  }

  @Test
  void theMaskIsChapter5s() {
    assertThat(ask("ch05-mask", "steps=3", "lengths=1,2"))
        .isEqualTo(
            "{\"positions\":[[0,1,2],[0,1,2]],\"lengths\":[[1,1,1],[2,2,2]],"
                + "\"mask\":[[1,0,0],[1,1,0]],\"real\":3,\"all\":6}");
  }

  @Test
  void theMeansAreChapter6s() {
    String losses = "losses=0.1,0.1,2.5,0.1,5.0,6.2";
    String place = "logits=2,0,1";
    assertThat(ask("ch06-loss", place, "right=1", losses, "lengths=3,1", "masked=yes"))
        .contains("\"softmax\":[\"0.6652\",\"0.0900\",\"0.2447\"]", "\"loss\":\"2.4076\"")
        .contains("\"mean\":\"0.7000\"");
    assertThat(ask("ch06-loss", place, "right=1", losses, "lengths=3,1", "masked=no"))
        .contains("\"mean\":\"2.3333\"");
  }

  @Test
  void whatCannotBeUsedIsSaid() {
    assertThat(ask("ch05-mask", "steps=3", "lengths=1,NaN"))
        .isEqualTo(
            "{\"needs\":\"real tokens of sentence 1: a whole number from 0 to 3 is needed; got NaN\"}");
    assertThat(ask("ch05-mask", "steps=", "lengths=1"))
        .isEqualTo(
            "{\"needs\":\"steps T: a whole number from 1 to 8 is needed; the field is empty\"}");
    assertThat(ask("ch06-loss", "logits=1,2", "right=0", "losses=1,1,1", "lengths=0", "masked=yes"))
        .contains("marks no real token");
    assertThat(ask("ch01-tokens", "sentences=good\t", "steps=3"))
        .isEqualTo("{\"needs\":\"sentence 2: a word is needed; the line is empty\"}");
    assertThat(ask("ch01-tokens", "sentences=" + "word ".repeat(200), "steps=3"))
        .isEqualTo("{\"needs\":\"sentence 1: at most 15 tokens are needed; got 200\"}");
    assertThat(ask("ch01-tokens", "sentences=🙂", "steps=3")).contains("\"tokens\":[\"🙂\"]");
    assertThat(ask("nowhere")).isEqualTo("{\"needs\":\"there is no figure nowhere\"}");
  }

  @Test
  void trainingEndsWithTheWeightsOfChapter7() {
    ShortPhrases data = ShortPhrases.load();
    ModelSizes sizes =
        new ModelSizes(
            CellKind.GRU,
            ContextMode.BOTH,
            data.source().size(),
            data.target().size(),
            24,
            48,
            1,
            0.0);
    Training training =
        new Training(sizes, data.train(), new Adam(0.01), 0.5, Generator.seeded(7), Observer.NONE);
    training.run(15);
    String answer = ask("ch07-train", "do=start");
    while (!answer.contains("\"done\":true")) answer = ask("ch07-train", "do=step");
    assertThat(answer).contains(WeightsHash.sha256(training.model().parameters()));
    assertThat(answer).contains("\"trainLoss\":\"0.1150\",\"heldOut\":\"0.4578\"");
  }
}
