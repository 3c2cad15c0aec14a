package seq2seq.data;

/**
 * A sentence and its translation, as text.
 *
 * @param source the sentence to translate
 * @param target its translation
 */
public record Pair(String source, String target) {}
