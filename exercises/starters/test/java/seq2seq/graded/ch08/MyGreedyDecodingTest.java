package seq2seq.graded.ch08;

/** The graded tests of exercise 8.1 on your class, where an IDE looks for tests. */
class MyGreedyDecodingTest extends GreedyDecodingGradedTest {}
