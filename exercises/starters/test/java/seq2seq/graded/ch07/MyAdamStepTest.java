package seq2seq.graded.ch07;

/** The graded tests of exercise 7.3 on your class, where an IDE looks for tests. */
class MyAdamStepTest extends AdamStepGradedTest {}
