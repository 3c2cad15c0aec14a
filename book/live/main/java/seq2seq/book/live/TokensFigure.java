package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;

/** Chapter 1: typed sentences as tokens, ids, a rectangle (N,T) and a block (T,N,D). */
final class TokensFigure implements Figure {
  private static final int MOST_SENTENCES = 6;
  private static final int MOST_TOKENS = 15;
  private static final int SIZE = 3;

  @Override
  public void answer(Request request, Json answer) {
    List<List<String>> tokens = tokens(request.text("sentences"));
    Vocabulary vocabulary = Vocabulary.of(tokens, 1);
    int steps = request.whole("steps", "steps T", 1, MOST_TOKENS + 1);
    List<int[]> rows = tokens.stream().map(sentence -> vocabulary.encode(sentence, steps)).toList();
    PaddedBatch batch = PaddedBatch.of(rows, rows, steps);
    int[][] ids = batch.source();
    Tensor block = Embedding.normal(vocabulary.size(), SIZE, Generator.seeded(1)).forward(ids);
    List<Json> sentences = new ArrayList<>();
    for (int n = 0; n < ids.length; n++) sentences.add(sentence(ids[n], tokens.get(n), vocabulary));
    answer
        .put("vocabulary", vocabulary.size())
        .texts("words", vocabulary.tokens(IntStream.range(0, vocabulary.size()).toArray()))
        .objects("sentences", sentences)
        .wholes("lengths", batch.sourceLengths())
        .put("block", block.shape().toString())
        .objects("steps", steps(block));
  }

  private static List<List<String>> tokens(String text) {
    String[] lines = text.split("\t", -1);
    if (lines.length > MOST_SENTENCES) {
      throw new IllegalArgumentException(
          "sentences: at most " + MOST_SENTENCES + " lines are needed; got " + lines.length);
    }
    List<List<String>> all = new ArrayList<>();
    for (String line : lines) {
      all.add(Request.tokens("sentence " + (all.size() + 1), "line", line, MOST_TOKENS));
    }
    return all;
  }

  private static Json sentence(int[] ids, List<String> tokens, Vocabulary vocabulary) {
    return new Json()
        .texts("tokens", tokens)
        .wholes("ids", ids)
        .texts("row", vocabulary.tokens(ids));
  }

  /** The vectors of each step (N,D). */
  private static List<Json> steps(Tensor block) {
    List<Json> steps = new ArrayList<>();
    for (int t = 0; t < block.dim(0); t++)
      steps.add(new Json().fixed("rows", block.at(t).toRows()));
    return steps;
  }
}
