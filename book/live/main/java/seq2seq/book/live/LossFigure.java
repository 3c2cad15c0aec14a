package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch06_loss.WrongMeans;
import seq2seq.engine.Tensor;

/**
 * Chapter 6: from three logits to a loss and its gradient; from six losses and a mask to their
 * mean.
 */
final class LossFigure implements Figure {
  private static final int STEPS = 3;

  @Override
  public void answer(Request request, Json answer) {
    place(request, answer);
    means(request, answer);
  }

  private static void place(Request request, Json answer) {
    float[] numbers = request.numbers("logits", k -> "logit of word " + k, -1000, 1000);
    int right = request.whole("right", "the right word", 0, numbers.length - 1);
    Tensor logits = Tensor.of(numbers).withGrad();
    Tensor loss = logits.crossEntropy(right);
    loss.backward();
    answer
        .fixed("softmax", Tensor.of(numbers).softmax().toArray())
        .fixed("loss", loss.item())
        .fixed("gradient", logits.grad().toArray());
  }

  private static void means(Request request, Json answer) {
    float[] numbers =
        request.numbers(
            "losses", i -> "loss of sentence " + i / STEPS + ", place " + i % STEPS, 0, 1000);
    int[] lengths = request.wholes("lengths", n -> "real words of sentence " + n, 0, STEPS);
    Tensor losses = Tensor.of(numbers).reshape(lengths.length, STEPS);
    Tensor mask = LengthMask.of(lengths, STEPS);
    boolean masked = request.isOn("masked");
    float mean = masked ? MaskedLoss.mean(losses, mask).item() : WrongMeans.withoutMask(losses);
    answer
        .wholes("mask", mask.toRows())
        .fixed("sum", (masked ? losses.times(mask) : losses).sum().item())
        .put("count", masked ? (int) mask.sum().item() : losses.size())
        .fixed("mean", mean)
        .objects("means", others(losses, mask));
  }

  /** The other means, where each sentence has a word; else none can be told. */
  private static List<Json> others(Tensor losses, Tensor mask) {
    List<Json> rows = new ArrayList<>();
    for (float real : mask.sum(1).toArray()) {
      if (real == 0) return rows;
    }
    for (WrongMeans.Row row : WrongMeans.all(losses, mask)) {
      rows.add(
          new Json()
              .put("name", row.name())
              .put("formula", row.formula())
              .fixed("value", row.value()));
    }
    return rows;
  }
}
