package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of two chapters, as small as shows everything that a page can hold. */
final class Fixture {
  static final String CHAPTER =
      """
      # Chapter 5: The mask

      <!-- notebook
      imports: seq2seq.ch05_mask.*
      minutes: 25
      needs: 0, 1
      -->

      **The question: which positions are words?**

      A sentence of $`T`$, or `a < b` & more.

      ```java
      int a = 1; // one
      a
      ```
      ```text
      a < 2
      ```

      <!-- figure: ch05-mask -->

      ## The formula

      ```math
      h_t = \\tanh(x_t)
      ```

      One more. Before you run
      this, predict its sign.

      ```java
      draw()
      ```
      ```text
      -2
      images/curve.png
      ```

      ![A curve](images/curve.png)

      ```java
      Cell.draw().save(Path.of("images/cell.png"))
      ```
      ```text
      images/cell.png
      ```

      ![A cell](images/cell.png)

      *Before you run this, predict:* which?

      ```java error
      a
      ```
      ```text
      error: no
      ```

      | what | shape |
      |---|---|
      | mask | $`(N,T)`$ |

      See [the code](main/java/seq2seq/ch05_mask/Mask.java), [notes](../docs/notes.md#more),
      [answers](../solutions/answers.md#chapter-5), [terms](README.md#glossary), [out](https://d2l.ai/).

      ## Exercises

      - exercise 5.1, the length mask: `./learn check 5.1`

      ---
      [Chapter 4](ch04_decoder.md) · next: chapter 6
      """;

  private static final String PACKAGE = "seq2seq/graded/ch05";
  private static final String SPECIFICATION =
      """
      package seq2seq.graded.ch05;

      /**
       * Exercise 5.1, the mask.
       *
       * <p>Compare {@code a < b}; see {@link java.util.List a list}.
       */
      public interface LengthMask {

        /**
         * The mask of a batch.
         *
         * @param lengths (N), each from 0 to T
         * @return (N,T), a new array
         * @throws IllegalArgumentException if a length is below 0
         */
        int[][] mask(int[] lengths, int steps);
      }
      """;

  private Fixture() {}

  /** Writes the course into {@code folder}; its one test page of chapter 5 is {@code chapter}. */
  static Path course(Path folder, String chapter) throws IOException {
    write(
        folder,
        "chapters/README.md",
        """
        # The chapters

        ## Contents

        | chapter | you will be able to | minutes | needs |
        |---|---|---|---|
        | [4 The decoder](ch04_decoder.md) | decode | 60 | 2 |
        | [5 The mask](ch05_mask.md) | mask | 25 | 0 |

        ## Letters

        | symbol | meaning |
        |---|---|
        | $`N`$ | sentences |

        ## Glossary

        | English | in one line |
        |---|---|
        | teacher forcing | the decoder reads the right words |
        """);
    write(folder, "chapters/ch04_decoder.md", "# Chapter 4: The decoder\n\nWords.\n");
    write(folder, "chapters/ch05_mask.md", chapter);
    write(folder, "chapters/main/java/seq2seq/ch05_mask/Mask.java", "final class Mask {}\n");
    write(
        folder,
        "docs/notes.md",
        "# Notes\n\n## More\n\n`starters/main/java/My.java` is 80 % done.\n");
    write(folder, "exercises/README.md", "English · 中文\n\n# Exercises\n\nSmall classes.\n");
    write(folder, "exercises/graded/main/java/" + PACKAGE + "/LengthMask.java", SPECIFICATION);
    Files.createDirectories(folder.resolve("exercises/starters"));
    picture(folder.resolve("chapters/images/curve.png"));
    picture(folder.resolve("chapters/images/cell.png"));
    write(
        folder,
        "chapters/images/cell.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" role=\"img\">\n"
            + "<title>Cell</title>\n<desc>English</desc>\n<style>.figure .f-ink{fill:#222222}</style>\n<path d=\"M0 0\"/></svg>\n");
    return folder;
  }

  private static void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var image = new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
    javax.imageio.ImageIO.write(image, "png", file.toFile());
  }

  static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
