/**
 * Pictures of what a model does: curves, bars, heatmaps, mask grids, and pictures of structure.
 *
 * <p>Every picture is an immutable {@link seq2seq.plot.Picture}, made from plain arrays and saved
 * as PNG. The same input gives the same bytes on the same JDK and fonts. No display is needed; a
 * window opens only where {@link seq2seq.plot.Display} finds one.
 *
 * <table>
 * <caption>What to use for what</caption>
 * <tr><td>{@link seq2seq.plot.LossCurve}</td><td>losses against epochs, nats per token</td></tr>
 * <tr><td>{@link seq2seq.plot.LiveLossCurve}</td><td>the same in a window, while training</td></tr>
 * <tr><td>{@link seq2seq.plot.LinePlot}</td><td>any y against any x</td></tr>
 * <tr><td>{@link seq2seq.plot.SmallMultiples}</td><td>many small line plots on the same axes</td></tr>
 * <tr><td>{@link seq2seq.plot.BarPlot}</td><td>categories side by side</td></tr>
 * <tr><td>{@link seq2seq.plot.Heatmap}</td><td>a matrix: attention weights, gates, embeddings</td></tr>
 * <tr><td>{@link seq2seq.plot.MaskGrid}</td><td>how broadcasting makes a mask</td></tr>
 * <tr><td>{@link seq2seq.plot.UnrolledGraph}</td><td>a recurrent graph over time; {@link
 *     seq2seq.plot.figures.RecurrentGraph} draws it</td></tr>
 * <tr><td>{@link seq2seq.plot.figures}</td><td>the model, its cells, masks, graphs</td></tr>
 * </table>
 *
 * <p>Errors: a wrong argument is an {@link java.lang.IllegalArgumentException}; what the machine
 * refuses (no fonts, a read-only folder) is a {@link seq2seq.plot.PlotException}, whose message is
 * one line for the user. The only package that sees XChart, which draws the charts.
 */
package seq2seq.plot;
