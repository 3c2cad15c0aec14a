package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.plot.figures.CellDiagram;

class PictureFileTest {
  private static final Picture PICTURE =
      LossCurve.of("phrases").with("train", new double[] {3, 2, 1.5});

  @TempDir Path folder;

  @Test
  void a_saved_file_holds_the_picture_and_missing_folders_are_made() throws IOException {
    Path file = folder.resolve("runs/latest/loss.png");
    assertThat(PICTURE.save(file)).isEqualTo(file);
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(Pixels.same(read, PICTURE.toImage())).isTrue();
  }

  @Test
  void the_same_picture_gives_the_same_bytes() throws IOException {
    Path a = PICTURE.save(folder.resolve("a.png"));
    Path b = PICTURE.save(folder.resolve("b.png"));
    assertThat(a).hasSameBinaryContentAs(b);
  }

  @Test
  void saving_again_replaces_the_file_and_leaves_nothing_else() throws IOException {
    Path file = folder.resolve("loss.png");
    Files.writeString(file, "an older picture");
    PICTURE.save(file);
    assertThat(ImageIO.read(file.toFile())).isNotNull();
    assertThat(names(folder)).containsExactly("loss.png");
  }

  @Test
  void a_name_that_is_not_png_is_refused_before_anything_is_written() throws IOException {
    assertThatThrownBy(() -> PICTURE.save(folder.resolve("loss.jpg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the name ends in .png or .svg; got")
        .hasMessageEndingWith("loss.jpg");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void a_plot_is_pixels_only_and_a_figure_is_saved_as_svg_too() throws IOException {
    assertThatThrownBy(() -> PICTURE.save(folder.resolve("loss.svg")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("this picture is saved as .png only");
    Path file = CellDiagram.gru().save(folder.resolve("gru.svg"));
    assertThat(file).content().startsWith("<svg ");
    assertThat(names(folder)).containsExactly("gru.svg");
  }

  @Test
  void a_chapters_cell_saves_a_figure_for_the_web_site_too_and_a_plot_as_pixels_alone()
      throws IOException {
    System.setProperty("seq2seq.pictures", folder.toString());
    try {
      assertThat(CellDiagram.gru().save(Path.of("gru.png"))).isEqualTo(Path.of("gru.png"));
      PICTURE.save(Path.of("loss.png"));
    } finally {
      System.clearProperty("seq2seq.pictures");
    }
    assertThat(names(folder)).containsExactlyInAnyOrder("gru.png", "gru.svg", "loss.png");
    assertThat(folder.resolve("gru.svg")).content().isEqualTo(CellDiagram.gru().toSvg());
  }

  @Test
  void a_file_where_a_folder_should_be_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("runs"), "");
    assertThatThrownBy(() -> PICTURE.save(file.resolve("latest/loss.png")))
        .isInstanceOf(PlotException.class)
        .hasMessageStartingWith("the picture " + file.resolve("latest/loss.png"))
        .hasMessageEndingWith(file + " is a file, not a folder");
  }

  @Test
  void a_folder_of_that_name_stays_as_it_is() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("loss.png"));
    assertThatThrownBy(() -> PICTURE.save(taken))
        .isInstanceOf(PlotException.class)
        .hasMessageEndingWith("it is a folder");
    assertThat(taken).isDirectory();
    assertThat(names(folder)).containsExactly("loss.png");
  }

  @Test
  void a_read_only_folder_is_named_and_stays_empty() throws IOException {
    assertThat(folder.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(folder), "root writes everywhere");
    assertThatThrownBy(() -> PICTURE.save(folder.resolve("loss.png")))
        .isInstanceOf(PlotException.class)
        .hasMessageEndingWith("no permission to write in the folder " + folder);
    assertThat(names(folder)).isEmpty();
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).toList().stream();
    }
  }
}
