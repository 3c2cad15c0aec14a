package seq2seq.graded.ch09;

/** The graded tests of exercise 9.1 on your class, where an IDE looks for tests. */
class MyBidirectionalOutputsTest extends BidirectionalOutputsGradedTest {}
