/** The exercises of chapter 2: one step of each recurrent cell. */
package seq2seq.graded.ch02;
