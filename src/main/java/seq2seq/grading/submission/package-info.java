/**
 * What a learner hands in: {@link seq2seq.grading.submission.Archive} packs the starters, and
 * {@link seq2seq.grading.submission.Submission} reads a folder or an archive that nobody vouches
 * for.
 *
 * <p>Only the files of {@code exercises.tsv} are ever read, packed or written, under names that the
 * course chooses.
 */
package seq2seq.grading.submission;
