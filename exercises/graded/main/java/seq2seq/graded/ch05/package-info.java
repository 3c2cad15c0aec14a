/** The exercises of chapter 5: which positions are real. */
package seq2seq.graded.ch05;
