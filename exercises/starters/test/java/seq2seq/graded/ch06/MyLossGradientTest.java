package seq2seq.graded.ch06;

/** The graded tests of exercise 6.3 on your class, where an IDE looks for tests. */
class MyLossGradientTest extends LossGradientGradedTest {}
