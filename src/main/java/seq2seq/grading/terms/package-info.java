/**
 * What a teacher asks of a class: which exercises count, for how many points, until when, and what
 * being late costs. {@link seq2seq.grading.terms.CourseTerms} reads it from one file, {@code
 * course.tsv}.
 */
package seq2seq.grading.terms;
