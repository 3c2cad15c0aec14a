/** The exercises of chapter 9: recurrent networks of other shapes. */
package seq2seq.graded.ch09;
