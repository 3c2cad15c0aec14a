package seq2seq.graded.ch09;

/** The graded tests of exercise 9.2 on your class, where an IDE looks for tests. */
class MyOutputRecurrenceTest extends OutputRecurrenceGradedTest {}
