/**
 * The chapters and the optimisers beside PyTorch: the same numbers in, the same numbers out.
 *
 * <p>The value files and the script that wrote them lie in the test resources, in the folder of
 * this package's name. Each holds the float64 result, which the tests take for the truth, and
 * PyTorch's own float32 result, which says how close float32 can be expected to come.
 */
package seq2seq.reference;
