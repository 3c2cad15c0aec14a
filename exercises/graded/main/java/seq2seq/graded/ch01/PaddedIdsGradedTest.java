package seq2seq.graded.ch01;

import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class PaddedIdsGradedTest {

  @Graded(exercise = "1.1", points = 1)
  void framesAndPadsSentencesThatFit(PaddedIds subject, Generator random) {
    compareIds(subject, SentenceInputs.thatFit(6, random));
    compareIds(subject, SentenceInputs.thatFit(9, random));
  }

  @Graded(exercise = "1.1", points = 1)
  void cutsWordsButNeverTheEnd(PaddedIds subject, Generator random) {
    compareIds(subject, SentenceInputs.thatAreTooLong(5, random));
    compareIds(subject, SentenceInputs.thatAreTooLong(3, random));
    compareIds(subject, SentenceInputs.thatAreTooLong(2, random));
  }

  @Graded(exercise = "1.1", points = 1)
  void countsTheRealTokensAndNeedsRoomForTwo(PaddedIds subject, Generator random) {
    compareLengths(subject, SentenceInputs.example());
    compareLengths(subject, SentenceInputs.thatFit(7, random));
    compareLengths(subject, SentenceInputs.thatAreTooLong(4, random));
    SentenceInputs narrow = new SentenceInputs(new String[][] {{}, {"dog"}}, 1);
    Situation.of("1.1", narrow.inWords()).rejects(() -> narrow.batch(subject));
  }

  private static void compareIds(PaddedIds subject, SentenceInputs in) {
    Situation.of("1.1", in.inWords())
        .call(() -> in.batch(subject).ids())
        .or(in.endCutOff(), "the end token was cut off; cut the words first, then add <eos>")
        .or(in.withoutStart(), "<bos> is missing; here each row starts with it")
        .or(in.withoutEnd(), "<eos> is missing; it ends every sentence")
        .or(in.filledWithEnds(), "the rows were filled up with <eos>; what follows it is <pad>")
        .or(in.lastWordsKept(), "the first words were cut; a sentence loses its last ones")
        .or(in.unknownAsPadding(), "a word that is not in the vocabulary is <unk>, not <pad>")
        .is(in.ids(), 0);
  }

  private static void compareLengths(PaddedIds subject, SentenceInputs in) {
    Situation.of("1.1", in.inWords())
        .call(() -> in.batch(subject).lengths())
        .or(
            in.lengthsNotCut(),
            "these are the lengths before the cut; no row has more than T tokens")
        .or(in.wordsKept(), "these are the words; <bos> and <eos> are real tokens too")
        .or(in.lengths(1), "one is missing; <bos> and <eos> are real tokens too")
        .is(in.lengths(2), 0);
  }
}
