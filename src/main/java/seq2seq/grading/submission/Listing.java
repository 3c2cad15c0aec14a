package seq2seq.grading.submission;

import java.util.List;

/**
 * What a submission holds, none of it read yet.
 *
 * @param entries its files
 * @param notes what was left out and why, for the teacher
 */
record Listing(List<Entry> entries, List<String> notes) {}
