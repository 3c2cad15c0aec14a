package seq2seq.ch00_engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import seq2seq.plot.Picture;

/**
 * What a chapter's tour writes on: text in UTF-8 whatever the platform says, and a picture in a
 * file.
 *
 * <p>Every chapter has a class {@code Tour} with a small {@code main} that prints the chapter's
 * shapes and numbers; an argument, if there is one, is the file of its picture.
 */
public final class Page {
  private final PrintStream out;
  private final Path picture;

  /**
   * A page.
   *
   * @param out where the text goes
   * @param picture the PNG file of the picture, or null for a chapter that has none
   */
  public Page(PrintStream out, Path picture) {
    this.out = out;
    this.picture = picture;
  }

  /**
   * The page of a {@code main}: standard output, and the picture in the file that the first
   * argument names.
   *
   * @param args none, or the picture's file
   * @param usual the picture's file without an argument, such as {@code runs/ch05/mask.png}
   */
  public static Page of(String[] args, String usual) {
    return new Page(standardOutput(), Path.of(args.length > 0 ? args[0] : usual));
  }

  /** The page of a {@code main} whose chapter has no picture. */
  public static Page withoutPicture() {
    return new Page(standardOutput(), null);
  }

  private static PrintStream standardOutput() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /** The title of a part, with an empty line before it. */
  public void title(String text) {
    out.println();
    out.println("## " + text);
  }

  /** One line, or a value as it prints itself. */
  public void print(Object value) {
    out.println(value);
  }

  /** A value after what it is called, on a line of its own if it takes several. */
  public void print(String name, Object value) {
    String text = String.valueOf(value);
    out.println(name + (text.contains("\n") ? "\n" : ": ") + text);
  }

  /** Saves the picture and says where. */
  public void save(Picture drawing) {
    save(drawing, picture);
  }

  /** Saves a second picture in a file of its own and says where. */
  public void save(Picture drawing, Path file) {
    print("picture", drawing.save(file));
  }

  /** The file of the picture; null for a chapter that has none. */
  public Path picture() {
    return picture;
  }
}
