/** The exercises of chapter 8: a model writes, and what it wrote is measured. */
package seq2seq.graded.ch08;
