package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.engine.Generator;
import seq2seq.nn.WeightsHash;

/** Each network solves its task, and what a network cannot do it does not learn. */
class TrainLoopTest {
  private static Generator seed() {
    return Generator.seeded(3);
  }

  private static Evaluation learned(Network network, Task task, int updates) {
    return learned(network, task, task, updates);
  }

  private static Evaluation learned(Network network, Task task, Task exam, int updates) {
    Evaluation before = Evaluation.of(network, exam, 200, Generator.seeded(2));
    assertThat(before.exactMatch()).as("before practice").isLessThan(0.4);
    TrainLoop.run(network, task, updates, 0.01, Generator.seeded(1));
    return Evaluation.of(network, exam, 200, Generator.seeded(2));
  }

  private static HiddenRecurrence hidden(Task task) {
    return HiddenRecurrence.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
  }

  private static OutputRecurrence output(Task task) {
    return OutputRecurrence.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
  }

  @Test
  void aStateThatIsHandedOnEchoes() {
    Task task = Tasks.echo(2);
    assertThat(learned(hidden(task), task, 200).exactMatch()).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsHandedOnIsMemoryEnoughForOneBit() {
    Task task = Tasks.parity();
    assertThat(learned(output(task), task, 100).exactMatch()).isEqualTo(1);
  }

  /** At step 4 and later the letter asked for is one of four, and nothing says which. */
  @Test
  void anAnswerThatIsHandedOnCannotEchoHoweverLongItPractises() {
    Task task = Tasks.echo(2);
    OutputRecurrence network = output(task);
    Evaluation exam = learned(network, task, 1000);
    assertThat(exam.exactMatch()).isZero();
    assertThat(exam.accuracy()).isLessThan(0.5);
  }

  @Test
  void aSummaryKnowsTheLargestDigit() {
    Task task = Tasks.largest();
    Network network = SequenceToSummary.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
    assertThat(learned(network, task, 300).exactMatch()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void aVectorIsCaptionedAlsoWhereItWasNeverSeen() {
    Task task = Tasks.captions(false);
    Network network = VectorToSequence.create(25, task.targetSize(), 8, 32, seed());
    assertThat(learned(network, task, Tasks.captions(true), 200).exactMatch()).isEqualTo(1);
  }

  @Test
  void onlyWithTheAnswerFedBackDoesOneCoinDecideForAllLetters() {
    Task task = Tasks.oneCase();
    Network both =
        HiddenAndOutputRecurrence.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
    Network hidden = hidden(task);
    assertThat(learned(both, task, 200).exactMatch()).isEqualTo(1);
    TrainLoop.run(hidden, task, 200, 0.01, Generator.seeded(1));
    double coin = StrictMath.log(2);
    Task exam = task;
    double once = both.loss(exam.batch(500, Generator.seeded(2))).item();
    double atEveryStep = hidden.loss(exam.batch(500, Generator.seeded(2))).item();
    assertThat(once).isCloseTo(coin / 6, within(0.02));
    assertThat(atEveryStep).isCloseTo(coin, within(0.03));
  }

  @Test
  void onlyBothDirectionsKnowWhatComesAgain() {
    Task task = Tasks.comesAgain();
    Network both = Bidirectional.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
    assertThat(learned(both, task, 400).exactMatch()).isGreaterThanOrEqualTo(0.98);
    Evaluation oneWay = learned(hidden(task), task, 400);
    assertThat(oneWay.exactMatch()).isLessThan(0.1);
    assertThat(oneWay.accuracy()).isBetween(0.5, 0.75);
  }

  @Test
  void aReaderAndAWriterFindTheLengthThemselves() {
    Task task = Tasks.runs();
    Network network =
        SequenceToSequence.create(
            CellKind.GRU, ContextMode.BOTH, task.sourceSize(), task.targetSize(), 8, 32, seed());
    assertThat(learned(network, task, 400).exactMatch()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theSameSeedsGiveTheSameBits() {
    Task task = Tasks.comesAgain();
    Network a = Bidirectional.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
    Network b = Bidirectional.create(task.sourceSize(), task.targetSize(), 8, 32, seed());
    double[] losses = TrainLoop.run(a, task, 20, 0.01, Generator.seeded(1));
    assertThat(TrainLoop.run(b, task, 20, 0.01, Generator.seeded(1))).isEqualTo(losses);
    assertThat(WeightsHash.sha256(a.parameters())).isEqualTo(WeightsHash.sha256(b.parameters()));
  }

  @Test
  void anInterruptStopsPractice() {
    Task task = Tasks.parity();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> TrainLoop.run(output(task), task, 5, 0.01, Generator.seeded(1)))
        .isInstanceOf(CancellationException.class)
        .hasMessage("practice: interrupted before update 1");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
