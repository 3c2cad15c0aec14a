package seq2seq.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Bleu;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Tokenizer;

/**
 * How well a model translates sentences that it never saw: words against the words of the whole
 * reference. {@code <unk>} is no word of any reference, and what the limit on steps cut off is
 * missing.
 *
 * @param exactMatch the share of sentences written to their end exactly as the reference, spaces
 *     too, from 0 to 1
 * @param bleu corpus BLEU, 4-grams of words, from 0 to 1
 * @param tooLong references that do not fit into the steps the model may take
 * @param written what was written, as text, in the order of the split
 */
record TranslationScores(double exactMatch, double bleu, int tooLong, List<String> written) {

  /** Translates the test split greedily, in at most as many steps as in training. */
  static TranslationScores of(Seq2Seq model, Corpus corpus, TrainSettings settings) {
    List<Translation> translations = translate(model, corpus, settings);
    List<List<String>> written =
        translations.stream().map(t -> corpus.target().tokens(t.words())).toList();
    List<List<String>> references = corpus.splits().test().targetTokens();
    Tokenizer tokenizer = corpus.tokenizer();
    return new TranslationScores(
        exactMatch(translations, written, references),
        Bleu.corpus(words(tokenizer, written), words(tokenizer, references)),
        (int) references.stream().filter(r -> r.size() + 1 > settings.steps()).count(),
        written.stream().map(tokenizer::detokenize).toList());
  }

  private static List<Translation> translate(Seq2Seq model, Corpus corpus, TrainSettings settings) {
    ParallelCorpus test = corpus.splits().test();
    List<Translation> all = new ArrayList<>();
    for (PaddedBatch batch : corpus.batches(test, settings).inOrder()) {
      all.addAll(Greedy.decode(model, batch.source(), batch.sourceLengths(), settings.steps()));
    }
    return all;
  }

  private static double exactMatch(
      List<Translation> translations, List<List<String>> written, List<List<String>> references) {
    long exact =
        IntStream.range(0, references.size())
            .filter(n -> translations.get(n).isFinished())
            .filter(n -> written.get(n).equals(references.get(n)))
            .count();
    return (double) exact / references.size();
  }

  private static List<List<String>> words(Tokenizer tokenizer, List<List<String>> sentences) {
    return sentences.stream().map(tokenizer::withoutSpacing).toList();
  }
}
