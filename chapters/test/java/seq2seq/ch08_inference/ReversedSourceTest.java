package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.data.Pair;
import seq2seq.data.ParallelCorpus;

class ReversedSourceTest {
  static List<ParallelCorpus> corpora() {
    return List.of(ParallelCorpus.phrases(), ParallelCorpus.dates(), ParallelCorpus.reverse());
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void everySourceIsReadFromItsEndAndNoTargetChanges(ParallelCorpus corpus) {
    ParallelCorpus reversed = ReversedSource.of(corpus);
    assertThat(reversed.pairs()).hasSameSizeAs(corpus.pairs());
    for (int i = 0; i < corpus.pairs().size(); i++) {
      Pair pair = corpus.pairs().get(i);
      List<String> backwards = new ArrayList<>(corpus.tokenizer().tokenize(pair.source()));
      Collections.reverse(backwards);
      Pair changed = reversed.pairs().get(i);
      assertThat(corpus.tokenizer().tokenize(changed.source())).isEqualTo(backwards);
      assertThat(changed.target()).isEqualTo(pair.target());
    }
  }
}
