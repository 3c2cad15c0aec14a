package seq2seq.commands;

import com.google.gson.GsonBuilder;

/**
 * What {@code metrics.json} holds. Losses in nats per real token; rates and BLEU as fractions from
 * 0 to 1; tokens per second counts real target tokens. The weights, and the losses in training and
 * on the validation split, are those of {@code keptEpoch}, where the validation loss was lowest.
 */
record Metrics(
    String task,
    long seed,
    String attention,
    int epochs,
    double seconds,
    double tokensPerSecond,
    int keptEpoch,
    double trainLossNatsPerToken,
    double validLossNatsPerToken,
    double testLossNatsPerToken,
    double testExactMatch,
    double testBleu,
    int testReferencesTooLong,
    long parameters,
    String weightsSha256,
    int trainPairs,
    int validPairs,
    int testPairs,
    int skippedLines,
    int threads,
    String kernel,
    String jdk) {

  String toJson() {
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeSpecialFloatingPointValues()
            .create()
            .toJson(this)
        + "\n";
  }
}
