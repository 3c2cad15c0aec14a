package seq2seq.graded.ch01;

/** The graded tests of exercise 1.1 on your class, where an IDE looks for tests. */
class MyPaddedIdsTest extends PaddedIdsGradedTest {}
