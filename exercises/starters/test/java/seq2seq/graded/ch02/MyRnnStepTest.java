package seq2seq.graded.ch02;

/** The graded tests of exercise 2.1 on your class, where an IDE looks for tests. */
class MyRnnStepTest extends RnnStepGradedTest {}
