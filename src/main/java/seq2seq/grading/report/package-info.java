/**
 * What becomes of scores: {@link seq2seq.grading.report.ScoreBook} keeps a learner's between runs.
 */
package seq2seq.grading.report;
