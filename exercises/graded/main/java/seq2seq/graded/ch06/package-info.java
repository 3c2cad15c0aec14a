/** The exercises of chapter 6: a loss over real tokens only. */
package seq2seq.graded.ch06;
