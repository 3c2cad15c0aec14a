/** The exercises of chapter 4: a context beside every word, and between two sizes. */
package seq2seq.graded.ch04;
