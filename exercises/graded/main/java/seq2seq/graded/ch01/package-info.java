/** The exercises of chapter 1: from sentences to ids to vectors, and the gradient back. */
package seq2seq.graded.ch01;
