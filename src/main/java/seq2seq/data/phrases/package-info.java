/**
 * The grammar that makes the corpus {@code phrases}: English and French words that belong together,
 * and the rules that make sentences of them.
 *
 * <p>The way of a sentence: {@link seq2seq.data.phrases.Lexicon} (nouns, verbs, adjectives) →
 * {@link seq2seq.data.phrases.Draws} (parts drawn at random, each in agreement with itself) →
 * {@link seq2seq.data.phrases.Clause} (subject, verb and complement, in both languages) → {@link
 * seq2seq.data.phrases.Sentence} (affirmed, denied or asked; spelled and punctuated) → {@link
 * seq2seq.data.phrases.Phrases} (so many of each family). Nothing here knows of tokens, ids or
 * tensors: imports the JDK and the engine's generator.
 */
package seq2seq.data.phrases;
