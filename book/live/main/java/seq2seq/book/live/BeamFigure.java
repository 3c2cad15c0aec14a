package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch08_inference.BeamTrace;
import seq2seq.ch08_inference.Bleu;
import seq2seq.ch08_inference.Sampling;
import seq2seq.data.Tokenizer;
import seq2seq.engine.Numbers;
import seq2seq.plot.figures.SearchTree.Branch;

/** Chapter 8: a beam search over the chapter's table; a temperature; BLEU of what is typed. */
final class BeamFigure implements Figure {
  private static final int MOST_TOKENS = 40;

  /** The chapter's table. */
  private static final String[] TABLE = {
    ": elle 0.5, on 0.4, il 0.1",
    "elle: dort 0.4, rêve 0.35, <eos> 0.25",
    "on: dort 0.9, <eos> 0.1",
    "elle dort: <eos> 0.6, bien 0.4",
    "on dort: <eos> 0.9, bien 0.1"
  };

  @Override
  public void answer(Request request, Json answer) {
    int width = request.whole("width", "beam width K", 1, 5);
    List<Json> branches = new ArrayList<>();
    for (Branch branch : BeamTrace.ofTable(width, TABLE).branches()) {
      branches.add(
          new Json()
              .put("parent", branch.parent())
              .put("word", branch.word())
              .fixed("p", StrictMath.exp(branch.logProbability()))
              .put("kept", branch.kept()));
    }
    answer.objects("branches", branches);
    temperature(request, answer);
    bleu(request, answer);
  }

  /** The first words of the table at another temperature: their logarithms are logits. */
  private static void temperature(Request request, Json answer) {
    double temperature = request.number("temperature", "temperature", 0.05, 20);
    float[] logits = new float[3];
    double[] first = {0.5, 0.4, 0.1};
    for (int w = 0; w < logits.length; w++) logits[w] = (float) StrictMath.log(first[w]);
    List<String> shown = new ArrayList<>();
    for (double p : Sampling.probabilities(logits, temperature)) shown.add(Numbers.fixed(p, 4));
    answer.texts("words", List.of("elle", "on", "il")).texts("probabilities", shown);
  }

  private static void bleu(Request request, Json answer) {
    List<String> written = tokens("translation", request.text("written"));
    List<String> reference = tokens("reference", request.text("reference"));
    List<List<String>> one = List.of(written);
    List<List<String>> other = List.of(reference);
    List<String> precisions = new ArrayList<>();
    for (int order = 1; order <= Bleu.MAX_ORDER; order++) {
      precisions.add(Numbers.fixed(Bleu.precision(one, other, order), 4));
    }
    answer
        .texts("written", written)
        .texts("reference", reference)
        .texts("precisions", precisions)
        .fixed("brevity", Bleu.brevityPenalty(written.size(), reference.size()))
        .fixed("bleu", Bleu.corpus(one, other))
        .fixed("smoothed", Bleu.sentence(written, reference));
  }

  private static List<String> tokens(String what, String text) {
    List<String> tokens = Request.tokens(what, "field", text, MOST_TOKENS);
    return Tokenizer.words().withoutSpacing(tokens);
  }
}
