package seq2seq.graded.ch06;

/** The graded tests of exercise 6.2 on your class, where an IDE looks for tests. */
class MyMaskedCrossEntropyTest extends MaskedCrossEntropyGradedTest {}
