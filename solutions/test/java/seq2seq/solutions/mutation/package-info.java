/** Reads what PIT says of the graded tests; see {@code docs/mutation.md}. */
package seq2seq.solutions.mutation;
