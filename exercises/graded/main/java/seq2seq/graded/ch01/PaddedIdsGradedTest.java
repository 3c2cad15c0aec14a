package seq2seq.graded.ch01;

import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class PaddedIdsGradedTest {

  @Graded(exercise = "1.1", points = 1)
  void endsAndPadsSentencesThatFit(PaddedIds subject, Generator random) {
    compareIds(subject, SentenceInputs.thatFit(5, random));
    compareIds(subject, SentenceInputs.thatFit(9, random));
  }

  @Graded(exercise = "1.1", points = 1)
  void cutsWordsButNeverTheEnd(PaddedIds subject, Generator random) {
    compareIds(subject, SentenceInputs.thatAreTooLong(5, random));
    compareIds(subject, SentenceInputs.thatAreTooLong(3, random));
    compareIds(subject, SentenceInputs.thatAreTooLong(1, random));
  }

  @Graded(exercise = "1.1", points = 1)
  void countsTheRealTokensAndNeedsRoomForTheEnd(PaddedIds subject, Generator random) {
    compareLengths(subject, SentenceInputs.example());
    compareLengths(subject, SentenceInputs.thatFit(7, random));
    compareLengths(subject, SentenceInputs.thatAreTooLong(4, random));
    SentenceInputs narrow = new SentenceInputs(new String[][] {{}, {"dog"}}, 0);
    Situation.of("1.1", narrow.inWords())
        .rejects(() -> narrow.batch(subject), "T must be at least 1, with room for <eos>");
  }

  private static void compareIds(PaddedIds subject, SentenceInputs in) {
    Situation.of("1.1", in.inWords())
        .call(() -> in.batch(subject).ids())
        .or(in.endCutOff(), "the end token was cut off; cut the words first, then add <eos>")
        .or(in.withStart(), "there is no <bos> here; the writing half gets it in chapter 7")
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
        .or(in.wordsKept(), "these are the words; <eos> is a real token too")
        .or(in.lengths(2), "one too many: there is no <bos> here")
        .is(in.lengths(1), 0);
  }
}
