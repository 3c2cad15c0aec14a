package seq2seq.graded.ch03;

/** The graded tests of exercise 3.1 on your class, where an IDE looks for tests. */
class MyRecurrentStackTest extends RecurrentStackGradedTest {}
