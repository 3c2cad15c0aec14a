package seq2seq.graded.ch06;

/** The graded tests of exercise 6.1 on your class, where an IDE looks for tests. */
class MyLogSoftmaxTest extends LogSoftmaxGradedTest {}
