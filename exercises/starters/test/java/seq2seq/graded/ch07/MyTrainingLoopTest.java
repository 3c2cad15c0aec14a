package seq2seq.graded.ch07;

/** The graded tests of exercise 7.4 on your class, where an IDE looks for tests. */
class MyTrainingLoopTest extends TrainingLoopGradedTest {}
