package seq2seq.graded.ch04;

/** The graded tests of exercise 4.1 on your class, where an IDE looks for tests. */
class MyContextFusionTest extends ContextFusionGradedTest {}
