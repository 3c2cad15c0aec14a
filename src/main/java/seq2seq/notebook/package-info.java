/**
 * Chapters as notebooks: Markdown in, cells run by the JShell API, outputs checked.
 *
 * <p>How a chapter is written:
 *
 * <ul>
 *   <li><b>Cell.</b> A fence marked {@code java} at the start of a line. Cells share one growing
 *       state. At most 20 lines of at most 100 characters. {@code java.util.*}, {@code
 *       java.util.function.*}, {@code java.nio.file.Path} and {@code seq2seq.engine.*} are
 *       imported; the settings below import more.
 *   <li><b>Output.</b> A {@code text} fence right after the cell: what it prints and, if its last
 *       line is an expression without {@code ;}, that value by its {@code toString} (arrays, lists
 *       and maps element by element). A cell that prints nothing has no text fence. Compared
 *       exactly, save for blanks at the ends of lines.
 *   <li><b>Times and paths.</b> A line {@code <!-- output: time -->} or {@code <!-- output: path
 *       -->} above the text fence lets {@code …} stand for one or more characters of a line.
 *       Without the mark-up, {@code …} is a character like any other.
 *   <li><b>Failing on purpose.</b> {@code java error} marks a cell that must throw or fail to
 *       compile; its output ends with {@code IllegalArgumentException: message} and a line {@code
 *       caused by: ...} for each cause, or with {@code error: message} from the compiler.
 *   <li><b>Formulas</b> are fences marked {@code math}, and {@code $`...`$} within a sentence:
 *       inside plain {@code $...$} GitHub eats a backslash before punctuation.
 *   <li><b>Settings.</b> A comment near the top, each entry on a line of its own:
 *       <pre>
 * &lt;!-- notebook
 * imports: seq2seq.ch05_mask.*, seq2seq.plot.*
 * minutes: 25
 * needs: 3, 4
 * --&gt;
 * </pre>
 *   <li><b>Pictures.</b> {@code ![what it shows](images/ch05_mask.png)} below the cell that saves
 *       {@code images/ch05_mask.png}. While a cell runs, the system property {@code
 *       seq2seq.pictures} holds the folder that such names are relative to.
 *   <li><b>Style</b> in which stock jshell and the API agree: statements end with {@code ;}, only a
 *       cell's last line may be an expression without it; {@code else} stands on the line of the
 *       brace before it; no line starts with {@code .}; annotations on the line of their
 *       declaration.
 *   <li><b>Long loops</b> of the library look at {@link Thread#interrupted} once a step and throw
 *       {@link java.util.concurrent.CancellationException}, so that Ctrl-C ends them in good order
 *       on every JDK.
 * </ul>
 *
 * <p>{@link seq2seq.notebook.Chapters} checks chapters and rewrites their outputs; nobody edits an
 * output by hand. May import the engine and {@code jdk.jshell}, which only this package sees;
 * {@link seq2seq.notebook.markdown} parses the Markdown.
 */
package seq2seq.notebook;
