package seq2seq.graded.ch10;

/** The graded tests of exercise 10.2 on your class, where an IDE looks for tests. */
class MyContextVectorTest extends ContextVectorGradedTest {}
