package seq2seq.graded.ch10;

/** The graded tests of exercise 10.1 on your class, where an IDE looks for tests. */
class MyAdditiveAttentionTest extends AdditiveAttentionGradedTest {}
