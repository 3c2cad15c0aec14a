/**
 * From text to padded batches of ids: corpora, tokenizers, vocabularies, splits, batches, and the
 * history of a training run.
 *
 * <p>The way of a sentence: {@link seq2seq.data.ParallelCorpus} (pairs of text) → {@link
 * seq2seq.data.Splits} (training, validation, test; no source in two of them) → {@link
 * seq2seq.data.Tokenizer} (text to tokens) → {@link seq2seq.data.Vocabulary} (tokens to ids, built
 * on the training split alone) → {@link seq2seq.data.Batches} and {@link seq2seq.data.PaddedBatch}.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><th>array</th><th>shape</th><th>holds</th></tr>
 *   <tr><td>source</td><td>(N,T)</td><td>source ids, each row ended by eos, then padded</td></tr>
 *   <tr><td>target</td><td>(N,T')</td><td>target ids, each row ended by eos, then padded</td></tr>
 *   <tr><td>source lengths</td><td>(N)</td><td>real tokens a row, eos included; at least 1</td></tr>
 *   <tr><td>target lengths</td><td>(N)</td><td>the same for the target</td></tr>
 * </table>
 *
 * <p>Every failure that a file causes is a {@link seq2seq.files.FileException} that names the file
 * and, where there is one, the line. {@link seq2seq.data.phrases} makes one of the corpora. No
 * other package sees Tablesaw.
 */
package seq2seq.data;
