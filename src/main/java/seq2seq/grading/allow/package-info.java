/**
 * Checks a learner's compiled classes before they are loaded: what each member of them refers to
 * must stand in the table {@code /seq2seq/grading/allowed.txt}.
 */
package seq2seq.grading.allow;
