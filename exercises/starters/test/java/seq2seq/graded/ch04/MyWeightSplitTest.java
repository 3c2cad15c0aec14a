package seq2seq.graded.ch04;

/** The graded tests of exercise 4.2 on your class, where an IDE looks for tests. */
class MyWeightSplitTest extends WeightSplitGradedTest {}
