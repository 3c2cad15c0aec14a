package seq2seq.graded.ch02;

import seq2seq.engine.Tensor;

/**
 * What an LSTM carries from step to step.
 *
 * @param hidden h (N,H), what the outside sees
 * @param memory the cell state, cell (N,H), what is kept inside
 */
public record LstmState(Tensor hidden, Tensor memory) {}
