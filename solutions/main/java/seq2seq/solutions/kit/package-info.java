/** What holds for all solutions: how a starter is made of one, and how a pool describes itself. */
package seq2seq.solutions.kit;
