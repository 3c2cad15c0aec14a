/**
 * A small drawing kit for pictures of structure: boxes, arrows and labels in units of a CSS pixel,
 * one list of marks, two renderers.
 *
 * <p>To make a figure, extend {@link seq2seq.plot.diagram.Figure} and draw on the {@link
 * seq2seq.plot.diagram.Sketch}; words come from {@link seq2seq.plot.Words}, never from the code.
 * {@code seq2seq.plot.figures} has the course's own.
 */
package seq2seq.plot.diagram;
