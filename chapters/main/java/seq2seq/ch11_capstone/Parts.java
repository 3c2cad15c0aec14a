package seq2seq.ch11_capstone;

import seq2seq.engine.Tensor;

/**
 * What a translator is made of. Each method is an exercise, with that exercise's arguments, shapes
 * and result; the interface of the exercise says in full what it must do.
 */
public interface Parts {

  /** Both gradients of a product: dA (m,k) and dB (k,n). */
  record Product(double[][] dA, double[][] dB) {}

  /** A padded batch: ids (N,T) and real tokens of each row (N). */
  record Ids(int[][] ids, int[] lengths) {}

  /** What the decoder reads (N,T') and must say (N,T'). */
  record Shifted(int[][] inputs, int[][] targets) {}

  /** Clipped gradients (K,H) and (H), and the global norm before. */
  record Clipped(double[][] weight, double[] bias, double norm) {}

  /** θ, m and v after an update by Adam, (K) each. */
  record Updated(double[] parameters, double[] mean, double[] square) {}

  /** Output (T,N,H) of the top layer and State (L,N,H) after the last step. */
  record Run(Tensor output, Tensor state) {}

  /** Logits (V') of the next word, and the state (H) after the step. */
  record Step(double[] logits, double[] state) {}

  /** What a beam found: ids without eos, and log P / |Y|^γ. */
  record Sentence(int[] words, double score) {}

  /** The cells of all layers. */
  @FunctionalInterface
  interface Cells {
    /** The state (N,H) of {@code layer} after it has read {@code input} (N,D) or (N,H). */
    Tensor next(int layer, Tensor input, Tensor before);
  }

  /** A decoder, for one sentence. */
  @FunctionalInterface
  interface Stepper {
    /** One step from the word before and the state (H). */
    Step step(int token, double[] state);
  }

  /** The probabilities after each beginning. */
  @FunctionalInterface
  interface Continuations {
    /** log P (V') of the next word after {@code prefix}, which has neither bos nor eos. */
    double[] logProbabilities(int[] prefix);
  }

  /** The steps of training, as a loop calls them. */
  interface Steps {
    /** 1. First values. */
    void initialise();

    /** 2. The next batch; false at the end of an epoch. */
    boolean load();

    /** 3. Forward. */
    void forward();

    /** 4. The loss, nats per real token. */
    double loss();

    /** Real target tokens of the batch. */
    int tokens();

    /** Gradients to 0. */
    void clear();

    /** 5. Backward: adds to the gradients. */
    void backward();

    /** 6. Clip. */
    void clip();

    /** 7. Update. */
    void update();

    /** The held-out loss now, nats per real token. */
    double heldOut();

    /** 8. A row of the history: losses of the epoch, nats per real token. */
    void visualise(double trainLoss, double heldOutLoss);
  }

  /** 0.3: dA = dC·Bᵀ and dB = Aᵀ·dC, from a (m,k), b (k,n) and dC (m,n). */
  Product matMulGradients(double[][] a, double[][] b, double[][] dC);

  /** 1.1: ids of sentences, each ended by eos, cut at {@code steps} and padded. */
  Ids paddedIds(String[][] sentences, String[] vocabulary, int steps);

  /** 1.2: vectors (T,N,D) of ids (N,T), from a table (V,D). */
  double[][][] embed(int[][] ids, double[][] table);

  /** 1.3: the table's gradient (V,D), from that of the vectors (T,N,D). */
  double[][] lookupGradient(int[][] ids, double[][][] dX, int vocabularySize);

  /** 2.2: the state (N,H) after a step of the GRU, gates in the order r, z, n. */
  double[][] gruStep(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias);

  /** 3.1: L layers over inputs (T,N,D), from a first state (L,N,H). */
  Run stack(Tensor inputs, Tensor first, Cells cells);

  /** 3.2: of states (T,N,H) each sentence's own last one (N,H). */
  double[][] lastState(double[][][] states, int[] lengths);

  /** 4.1: words (T',N,D) with the context (N,H) beside each, (T',N,D+H). */
  double[][][] fuse(double[][][] words, double[][] context);

  /** 4.3: tanh(state·W + b) of each layer, (L,N,H_enc) to (L,N,H_dec). */
  Tensor bridge(Tensor state, Tensor weights, Tensor biases);

  /** 5.1: (N,T), 1 = real token, 0 = padding. */
  int[][] mask(int[] lengths, int steps);

  /** 6.1: log-probabilities of each row (N,V). */
  double[][] logSoftmax(double[][] logits);

  /** 6.2: the mean cost of the real tokens of logits (T',N,V'), nats. */
  double loss(double[][][] logits, int[][] words, int[] lengths);

  /** 6.3: its gradient (T',N,V'). */
  double[][][] lossGradient(double[][][] logits, int[][] words, int[] lengths);

  /** 7.1: inputs and targets (N,S+1) of words (N,S). */
  Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad);

  /** 7.2: gradients, shortened if together they are longer than {@code limit}. */
  Clipped clip(double[][] weight, double[] bias, double limit);

  /** 7.3: one update by Adam, the {@code update}-th from 1 on. */
  Updated adam(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate);

  /** 7.4: calls the steps in their order. */
  void train(Steps steps, int epochs);

  /** 8.1: the words that are the likeliest at each step. */
  int[] greedy(Stepper model, double[] start, int bos, int eos, int maxSteps);

  /** 8.2: the best sentence that a beam of {@code width} finds. */
  Sentence beam(Continuations model, int eos, int maxSteps, int width, double gamma);

  /** 8.3: BLEU of a corpus, from 0 to 1. */
  double bleu(int[][] written, int[][] references);
}
