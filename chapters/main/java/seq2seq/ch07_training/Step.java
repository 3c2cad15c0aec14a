package seq2seq.ch07_training;

/**
 * The eight steps of training, in order. The first happens once; 2 to 7 for every batch; the last
 * after every epoch.
 */
public enum Step {
  /** 1. Give every parameter its first value. */
  INITIALISE,
  /** 2. Load the next batch. */
  LOAD,
  /** 3. Run the model forward: logits (T',N,V'). */
  FORWARD,
  /** 4. Measure the loss, nats per real token. */
  LOSS,
  /** 5. Send it backward: a gradient for every parameter. */
  BACKWARD,
  /** 6. Clip the gradients by their global norm. */
  CLIP,
  /** 7. Update the parameters. */
  UPDATE,
  /** 8. Look at how it goes: a row of the history, a point of the curve. */
  VISUALISE
}
