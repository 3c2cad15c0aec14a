package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallPngTest {
  @TempDir Path folder;

  @Test
  void aPictureOfManyShadesIsSmallerAndLooksTheSame() throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 300; x++) {
        image.setRGB(x, y, new Color(x / 20 * 17, y / 20 * 20, (x * 7 + y * 13) % 8).getRGB());
      }
    }
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 300, 120);
    g.dispose();
    Path file = folder.resolve("a.png");
    ImageIO.write(image, "png", file.toFile());
    byte[] small = SmallPng.of(file);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(small.length).isLessThan((int) Files.size(file));
    assertThat(read.getRGB(10, 10)).isEqualTo(Color.WHITE.getRGB());
    for (int y = 0; y < 200; y += 7) {
      for (int x = 0; x < 300; x += 7) {
        Color was = new Color(image.getRGB(x, y));
        Color is = new Color(read.getRGB(x, y));
        assertThat(is.getRed()).isBetween(was.getRed() - 8, was.getRed() + 8);
        assertThat(is.getGreen()).isBetween(was.getGreen() - 8, was.getGreen() + 8);
      }
    }
  }

  @Test
  void aPictureThatIsSmallAlreadyStaysAsItIs() throws IOException {
    Path file = folder.resolve("a.png");
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    assertThat(SmallPng.of(file)).isEqualTo(Files.readAllBytes(file));
  }
}
