package seq2seq.graded.ch05;

/** The graded tests of exercise 5.2 on your class, where an IDE looks for tests. */
class MyAttentionMaskTest extends AttentionMaskGradedTest {}
