package seq2seq.graded.ch04;

/** The graded tests of exercise 4.3 on your class, where an IDE looks for tests. */
class MyStateBridgeTest extends StateBridgeGradedTest {}
