package seq2seq.graded.ch07;

/** The graded tests of exercise 7.1 on your class, where an IDE looks for tests. */
class MyTeacherShiftTest extends TeacherShiftGradedTest {}
