package seq2seq.ch04_decoder;

import seq2seq.ch02_recurrence.CellKind;

/**
 * The choices that fix a decoder.
 *
 * @param cell the same as the encoder's where its state is the first state
 * @param vocabulary V'
 * @param embed D
 * @param hidden H_dec
 * @param layers L
 * @param dropout between layers, around a single one, in [0, 1)
 * @param context how the context comes in
 */
public record DecoderSizes(
    CellKind cell,
    int vocabulary,
    int embed,
    int hidden,
    int layers,
    double dropout,
    ContextMode context) {}
