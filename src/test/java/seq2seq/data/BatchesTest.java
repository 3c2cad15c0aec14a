package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;

class BatchesTest {
  private static final int EOS = Vocabulary.EOS;

  /** Ten pairs; pair i has i + 1 source words, all "w", and one target word "m{i}". */
  private static final ParallelCorpus CORPUS =
      ParallelCorpus.of(
          "growing",
          Tokenizer.words(),
          IntStream.range(0, 10).mapToObj(i -> new Pair("w ".repeat(i + 1), "m" + i)).toList());

  private static final Vocabulary SOURCE = Vocabulary.of(CORPUS.sourceTokens(), 1);
  private static final Vocabulary TARGET = Vocabulary.of(CORPUS.targetTokens(), 1);

  private static Batches batches(int size, int steps) {
    return Batches.of(CORPUS, SOURCE, TARGET, BatchOptions.of(size, steps));
  }

  private static List<Integer> lengths(List<PaddedBatch> epoch) {
    return epoch.stream().flatMap(b -> Arrays.stream(b.sourceLengths()).boxed()).toList();
  }

  @Test
  void every_pair_is_in_exactly_one_batch_and_the_last_is_short() {
    List<PaddedBatch> epoch = batches(4, 20).epoch(Generator.seeded(1));
    assertThat(epoch).extracting(PaddedBatch::size).containsExactly(4, 4, 2);
    assertThat(lengths(epoch)).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(batches(4, 20).count()).isEqualTo(3);
    assertThat(batches(5, 20).count()).isEqualTo(2);
  }

  @Test
  void source_and_target_of_a_row_are_of_the_same_pair() {
    for (PaddedBatch batch : batches(3, 20).epoch(Generator.seeded(2))) {
      int[] lengths = batch.sourceLengths();
      int[][] target = batch.target();
      for (int n = 0; n < batch.size(); n++) {
        assertThat(TARGET.token(target[n][0])).isEqualTo("m" + (lengths[n] - 2));
      }
    }
  }

  @Test
  void rows_end_with_eos_and_are_padded_to_the_longest_of_the_batch() {
    PaddedBatch batch = batches(3, 20).inOrder().get(0);
    int w = SOURCE.id("w");
    assertThat(batch.source())
        .isDeepEqualTo(new int[][] {{w, EOS, 0, 0}, {w, w, EOS, 0}, {w, w, w, EOS}});
    assertThat(batch.sourceLengths()).containsExactly(2, 3, 4);
    assertThat(batch.target()).hasDimensions(3, 2);
    assertThat(batch.targetLengths()).containsExactly(2, 2, 2);
    assertThat(batch.targetTokens()).isEqualTo(6);
  }

  @Test
  void batches_are_padded_to_the_fixed_steps_when_asked() {
    Batches fixed = Batches.of(CORPUS, SOURCE, TARGET, BatchOptions.of(3, 20).paddedToSteps());
    assertThat(fixed.epoch(Generator.seeded(1)))
        .allSatisfy(b -> assertThat(b.source()[0]).hasSize(20))
        .allSatisfy(b -> assertThat(b.target()[0]).hasSize(20));
  }

  @Test
  void truncation_keeps_eos_as_the_last_real_token() {
    Batches cut = batches(10, 4);
    PaddedBatch batch = cut.inOrder().get(0);
    int[][] source = batch.source();
    int[] lengths = batch.sourceLengths();
    for (int n = 0; n < 10; n++) {
      assertThat(lengths[n]).isEqualTo(Math.min(n + 2, 4));
      assertThat(source[n][lengths[n] - 1]).isEqualTo(EOS);
    }
    assertThat(cut.truncated()).isEqualTo(7);
    assertThat(batches(10, 11).truncated()).isZero();
  }

  @Test
  void batches_are_not_sorted_by_length() {
    List<Integer> lengths = lengths(batches(2, 20).epoch(Generator.seeded(4)));
    List<Integer> sorted = lengths.stream().sorted().toList();
    assertThat(lengths).isNotEqualTo(sorted);
    int mixed = 0;
    for (long seed = 0; seed < 100; seed++) {
      List<Integer> drawn = lengths(batches(2, 20).epoch(Generator.seeded(seed)));
      mixed += Math.abs(drawn.get(0) - drawn.get(1)) > 1 ? 1 : 0;
    }
    // Two of ten lengths differ by more than 1 with probability 0.8; sorted, they never would.
    assertThat(mixed).isBetween(65, 95);
  }

  @Test
  void each_epoch_has_a_fresh_order_that_the_seed_fixes() {
    Generator g = Generator.seeded(3);
    List<Integer> first = lengths(batches(4, 20).epoch(g));
    List<Integer> second = lengths(batches(4, 20).epoch(g));
    assertThat(second).isNotEqualTo(first);
    assertThat(lengths(batches(4, 20).epoch(Generator.seeded(3)))).isEqualTo(first);
  }

  @Test
  void an_epoch_goes_on_at_a_batch_from_the_generators_state() {
    Generator g = Generator.seeded(9);
    g.nextLong();
    long[] state = g.state();
    List<PaddedBatch> epoch = new ArrayList<>(batches(3, 20).epoch(g));
    long[] after = g.state();

    Generator restored = Generator.restored(state);
    List<PaddedBatch> again = batches(3, 20).epoch(restored);
    assertThat(again.subList(2, again.size())).isEqualTo(epoch.subList(2, epoch.size()));
    assertThat(restored.state()).isEqualTo(after);
  }

  @Test
  void asking_for_batches_draws_no_more_random_numbers() {
    Generator g = Generator.seeded(9);
    List<PaddedBatch> epoch = batches(3, 20).epoch(g);
    long[] state = g.state();
    assertThat(epoch.get(1)).isEqualTo(epoch.get(1));
    assertThat(g.state()).isEqualTo(state);
  }

  @Test
  void unseen_words_are_unk() {
    ParallelCorpus other =
        ParallelCorpus.of("other", Tokenizer.words(), List.of(new Pair("w owl", "m1")));
    Batches batches = Batches.of(other, SOURCE, TARGET, BatchOptions.of(1, 9));
    assertThat(batches.inOrder().get(0).source()[0])
        .containsExactly(SOURCE.id("w"), Vocabulary.UNK, EOS);
  }

  @Test
  void sizes_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> BatchOptions.of(0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batches: a batch has at least 1 pair; got 0");
    assertThatThrownBy(() -> BatchOptions.of(-3, 10)).hasMessageContaining("got -3");
    assertThatThrownBy(() -> BatchOptions.of(4, 0))
        .hasMessage("batches: a row has at least 1 step; got 0");
    assertThatThrownBy(() -> batches(3, 20).inOrder().get(4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_batch_shares_no_array_with_its_caller() {
    int[][] source = {{4, EOS}};
    int[] lengths = {2};
    PaddedBatch batch = new PaddedBatch(source, lengths, new int[][] {{EOS}}, new int[] {1});
    source[0][0] = 9;
    lengths[0] = 1;
    batch.source()[0][0] = 9;
    batch.sourceLengths()[0] = 9;
    assertThat(batch.source()[0][0]).isEqualTo(4);
    assertThat(batch.sourceLengths()).containsExactly(2);
    assertThat(batch).hasToString("PaddedBatch (source (1×2), target (1×1))");
  }

  @Test
  void a_batch_that_does_not_fit_together_is_refused() {
    List<int[]> row = List.of(new int[] {4, EOS});
    assertThatThrownBy(() -> PaddedBatch.of(row, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the target has none");
    assertThatThrownBy(() -> PaddedBatch.of(row, List.of(new int[] {EOS}, new int[] {EOS})))
        .hasMessageContaining("same N; got 1 and 2");
    assertThatThrownBy(() -> PaddedBatch.of(row, List.of(new int[0])))
        .hasMessage("batch: target length 0 must be from 1 to 0; got 0");
    assertThatThrownBy(() -> PaddedBatch.of(row, row, 1))
        .hasMessage("batch: a row of 2 ids does not fit in 1");
    assertThatThrownBy(
            () ->
                new PaddedBatch(
                    new int[][] {{4, EOS}}, new int[] {3}, new int[][] {{EOS}}, new int[] {1}))
        .hasMessage("batch: source length 0 must be from 1 to 2; got 3");
  }
}
