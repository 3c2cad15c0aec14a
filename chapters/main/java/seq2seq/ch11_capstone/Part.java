package seq2seq.ch11_capstone;

/** The parts of the translator that exercises ask for, in the order of the exercises. */
public enum Part {
  /** {@link Parts#matMulGradients}. */
  MATMUL_GRADIENTS("0.3", "gradients of a matmul", "teaches the output layer"),
  /** {@link Parts#paddedIds}. */
  PADDED_IDS("1.1", "padded ids", "makes every batch"),
  /** {@link Parts#embed}. */
  EMBED("1.2", "embedded batch", "turns ids into vectors, on both sides"),
  /** {@link Parts#lookupGradient}. */
  LOOKUP_GRADIENT("1.3", "gradient of the lookup", "teaches both embedding tables"),
  /** {@link Parts#gruStep}. */
  GRU_STEP("2.2", "GRU step", "is the cell of encoder and decoder"),
  /** {@link Parts#stack}. */
  STACK("3.1", "L layers over T steps", "runs the cells of encoder and decoder"),
  /** {@link Parts#lastState}. */
  LAST_STATE("3.2", "last real state", "says what the encoder hands over"),
  /** {@link Parts#fuse}. */
  FUSION("4.1", "context beside the word", "makes what the decoder reads"),
  /** {@link Parts#bridge}. */
  BRIDGE("4.3", "bridge", "makes the decoder's first state"),
  /** {@link Parts#mask}. */
  MASK("5.1", "length mask", "says which words count in the held-out loss"),
  /** {@link Parts#logSoftmax}. */
  LOG_SOFTMAX("6.1", "log-softmax", "gives the held-out loss and the beam their probabilities"),
  /** {@link Parts#loss}. */
  LOSS("6.2", "masked loss", "is the training loss that is shown"),
  /** {@link Parts#lossGradient}. */
  LOSS_GRADIENT("6.3", "gradient of the loss", "is where the way back begins"),
  /** {@link Parts#shift}. */
  SHIFT("7.1", "teacher shift", "says what the decoder reads and must say in training"),
  /** {@link Parts#clip}. */
  CLIP("7.2", "clip", "shortens gradients that are too long"),
  /** {@link Parts#adam}. */
  ADAM("7.3", "Adam", "moves every parameter"),
  /** {@link Parts#train}. */
  EIGHT_STEPS("7.4", "eight steps", "calls everything in training"),
  /** {@link Parts#greedy}. */
  GREEDY("8.1", "greedy decoding", "writes the translations"),
  /** {@link Parts#beam}. */
  BEAM("8.2", "beam search", "writes them again, with a beam of 4"),
  /** {@link Parts#bleu}. */
  BLEU("8.3", "BLEU", "judges what was written");

  private final String exercise;
  private final String title;
  private final String does;

  Part(String exercise, String title, String does) {
    this.exercise = exercise;
    this.title = title;
    this.does = does;
  }

  /** The number of its exercise, {@code 6.2}. */
  public String exercise() {
    return exercise;
  }

  /** What it does here, a verb first. */
  public String does() {
    return does;
  }

  /** Number and title: {@code 6.2 masked loss}. */
  @Override
  public String toString() {
    return exercise + " " + title;
  }
}
