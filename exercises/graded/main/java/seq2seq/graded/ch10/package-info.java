/** The exercises of chapter 10: attention to the real source tokens. */
package seq2seq.graded.ch10;
