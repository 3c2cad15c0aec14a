package seq2seq.book;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A chart with at most 128 colours, a third of its size. It has few hues and the shades at their
 * edges, so the colours that are left out are too near to another to be seen.
 */
final class SmallPng {
  private static final int MOST = 128;

  private final Map<Integer, long[]> shades = new TreeMap<>();
  private final Map<Integer, Byte> nearest = new TreeMap<>();
  private int[] palette;

  private SmallPng() {}

  /** The bytes of a PNG file, made smaller if they can be. */
  static byte[] of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null || image.getColorModel().hasAlpha()) {
      return bytes;
    }
    byte[] small = new SmallPng().encoded(image);
    return small.length < bytes.length ? small : bytes;
  }

  private byte[] encoded(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    count(pixels);
    choose();
    byte[] indices = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] =
          i > 0 && pixels[i] == pixels[i - 1]
              ? indices[i - 1]
              : nearest.computeIfAbsent(pixels[i], this::index);
    }
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours());
    indexed.getRaster().setDataElements(0, 0, width, height, indices);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam tight = writer.getDefaultWriteParam();
    tight.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    tight.setCompressionQuality(0);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(indexed, null, null), tight);
    }
    writer.dispose();
    return out.toByteArray();
  }

  /**
   * How often each shade occurs, and the sum of its colours: a shade is 32 steps of each channel.
   */
  private void count(int[] pixels) {
    for (int rgb : pixels) {
      int shade = (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31;
      long[] sums = shades.computeIfAbsent(shade, s -> new long[4]);
      sums[0]++;
      sums[1] += rgb >> 16 & 255;
      sums[2] += rgb >> 8 & 255;
      sums[3] += rgb & 255;
    }
  }

  /** The mean colours of the shades that occur most. */
  private void choose() {
    Comparator<long[]> byCount = Comparator.comparingLong(sums -> -sums[0]);
    List<long[]> most = shades.values().stream().sorted(byCount).limit(MOST).toList();
    palette = new int[most.size()];
    for (int i = 0; i < palette.length; i++) {
      long[] s = most.get(i);
      palette[i] = (int) (s[1] / s[0] << 16 | s[2] / s[0] << 8 | s[3] / s[0]);
    }
  }

  private byte index(int rgb) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], rgb) < distance(palette[best], rgb)) {
        best = i;
      }
    }
    return (byte) best;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }

  private IndexColorModel colours() {
    return new IndexColorModel(
        8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }
}
