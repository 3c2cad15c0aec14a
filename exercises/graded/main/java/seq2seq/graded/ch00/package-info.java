/** The exercises of chapter 0: gradients, shapes and the matrix product. */
package seq2seq.graded.ch00;
