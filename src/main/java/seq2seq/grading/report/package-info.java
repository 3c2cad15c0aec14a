/**
 * What becomes of scores: {@link seq2seq.grading.report.ScoreBook} keeps a learner's between runs;
 * {@link seq2seq.grading.report.SubmissionGrader} makes a {@link seq2seq.grading.report.Grade} of
 * what somebody handed in, and the rest of the package shows grades in the forms that platforms and
 * people read.
 *
 * <p>Names and messages in a grade come from strangers. Each form escapes them in its own way, and
 * {@link seq2seq.grading.report.Sanitizer} takes out before what no form can hold.
 */
package seq2seq.grading.report;
