package seq2seq.graded.ch03;

/** The graded tests of exercise 3.2 on your class, where an IDE looks for tests. */
class MyLastStateTest extends LastStateGradedTest {}
