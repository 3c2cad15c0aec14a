/** The exercises of chapter 7: what a decoder is shown, and the steps that make a model better. */
package seq2seq.graded.ch07;
