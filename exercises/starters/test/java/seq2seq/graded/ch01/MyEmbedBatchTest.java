package seq2seq.graded.ch01;

/** The graded tests of exercise 1.2 on your class, where an IDE looks for tests. */
class MyEmbedBatchTest extends EmbedBatchGradedTest {}
