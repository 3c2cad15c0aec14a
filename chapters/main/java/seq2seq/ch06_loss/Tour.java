package seq2seq.ch06_loss;

import java.util.List;
import seq2seq.ch00_engine.Page;
import seq2seq.engine.Tensor;
import seq2seq.plot.BarPlot;

/** Chapter 6 in numbers: the loss of a position, and the mean that counts real tokens only. */
public final class Tour {
  private Tour() {}

  /**
   * Prints the tour.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch06/means.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch06/means.png"));
  }

  static void show(Page page) {
    position(page);
    means(page);
    logProbabilities(page);
    gradient(page);
  }

  private static void position(Page page) {
    page.title("The loss of one position: minus the log-probability of the right word");
    Tensor logits = Tensor.of(new float[][] {{2, 0, 1}});
    page.print("logits (N,V')", logits);
    page.print("softmax", logits.softmax());
    page.print("loss, nats, if word 0 is right", logits.crossEntropy(0));
    page.print("loss, nats, if word 1 is right", logits.crossEntropy(1));
  }

  private static void means(Page page) {
    page.title("The notes' example, 7.4.2: valid lengths 3 and 1");
    page.print("losses (N,T)", NotesExample.losses());
    page.print("mask (N,T)", NotesExample.mask());
    List<WrongMeans.Row> rows = WrongMeans.all(NotesExample.losses(), NotesExample.mask());
    rows.forEach(page::print);
    page.save(
        BarPlot.of(
                "Six means of the same losses",
                "how the mean is taken",
                "nats per token",
                rows.stream().map(r -> r.name().replaceAll(" \\(.*", "")).toArray(String[]::new))
            .with("loss", rows.stream().mapToDouble(WrongMeans.Row::value).toArray())
            .withValues(4));
  }

  private static void logProbabilities(Page page) {
    page.title("log P(Y|X): minus the sum of a sentence's real losses");
    Tensor ofPairs =
        MaskedLoss.logProbability(
            NotesExample.losses().transpose(), NotesExample.mask().transpose());
    page.print("of each pair (N), nats", ofPairs);
    page.print("mean over pairs, what the first note maximises", ofPairs.mean());
  }

  private static void gradient(Page page) {
    page.title("The gradient at a padded position is 0: N = 1, T' = 2, V' = 3, valid length 1");
    Tensor logits = Tensor.of(new float[][] {{2, 0, 1}, {9, 9, 9}}).reshape(2, 1, 3).withGrad();
    MaskedLoss.of(logits, new int[][] {{0, 0}}, new int[] {1}).backward();
    page.print("gradient of the logits (T',N,V')", logits.grad());
  }
}
