package seq2seq.plot.diagram;

import java.awt.Color;
import java.util.Locale;

/**
 * What a shape stands for, and so its colours: a pale fill and a strong line of one hue on a light
 * page, a deep fill and a bright line on a dark one. The hues are those of Okabe and Ito (2008),
 * told apart by colour-blind readers.
 */
public enum Tint {
  /** Nothing in particular. */
  PLAIN(0xFFFFFF, 0x555555, 0x1C1F24, 0xB8B8B8),
  /** x: words that are read, and their embeddings. */
  INPUT(0xDCECF8, 0x0072B2, 0x11334B, 0x74BCEB),
  /** h, s: hidden states and cells. */
  STATE(0xFDEBD0, 0xB06F00, 0x49330F, 0xF2B65C),
  /** c: the context. */
  CONTEXT(0xEBDDF2, 0x8A4FA8, 0x3B2648, 0xCDA2E2),
  /** o: logits, and words that are written. */
  OUTPUT(0xD8F0E5, 0x007A5A, 0x0F3F30, 0x53CBA0),
  /** y: the right answer. */
  TARGET(0xEAEAEA, 0x6B6B6B, 0x3A3D42, 0xB4B4B4),
  /** L: a loss, and what goes wrong. */
  LOSS(0xFBDDD2, 0xC44A00, 0x4F2213, 0xF3906A),
  /** Gates, scores and attention weights. */
  GATE(0xFFF3BF, 0x8F7200, 0x453B0D, 0xE6CA47),
  /** Nothing but padding. */
  PADDING(0xF4F4F4, 0xA9A9A9, 0x2A2D31, 0x75797F);

  private final Paint fill;
  private final Paint line;

  Tint(int fill, int line, int darkFill, int darkLine) {
    String name = name().toLowerCase(Locale.ROOT);
    this.fill = new Paint(name + "-fill", new Color(fill), new Color(darkFill));
    this.line = new Paint(name + "-line", new Color(line), new Color(darkLine));
  }

  Paint fill() {
    return fill;
  }

  Paint line() {
    return line;
  }
}
