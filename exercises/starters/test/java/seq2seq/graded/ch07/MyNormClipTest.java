package seq2seq.graded.ch07;

/** The graded tests of exercise 7.2 on your class, where an IDE looks for tests. */
class MyNormClipTest extends NormClipGradedTest {}
