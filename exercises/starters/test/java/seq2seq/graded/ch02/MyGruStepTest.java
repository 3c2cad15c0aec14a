package seq2seq.graded.ch02;

/** The graded tests of exercise 2.2 on your class, where an IDE looks for tests. */
class MyGruStepTest extends GruStepGradedTest {}
