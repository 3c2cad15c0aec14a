/** The exercises of chapter 3: layers over steps, and where a sentence ends. */
package seq2seq.graded.ch03;
