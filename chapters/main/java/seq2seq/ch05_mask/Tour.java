package seq2seq.ch05_mask;

import java.util.Arrays;
import seq2seq.ch00_engine.Page;
import seq2seq.engine.Tensor;
import seq2seq.plot.MaskGrid;

/** Chapter 5 in numbers: [0 1 2] &lt; [1; 2], copy by copy. */
public final class Tour {
  private Tour() {}

  /**
   * Prints the tour.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch05/mask.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch05/mask.png"));
  }

  static void show(Page page) {
    int[] lengths = {1, 2};
    page.title("The notes' example, 7.4.1: T = 3, valid lengths " + Arrays.toString(lengths));
    page.print("positions (1,T)", LengthMask.positions(3));
    page.print("lengths (N,1)", LengthMask.column(lengths));
    page.print("positions, copied down < lengths, copied to the right = mask");
    page.print(BroadcastCopies.of(lengths, 3));
    page.print("mask (N,T)", LengthMask.of(lengths, 3));
    page.print("mask with time first (T,N)", LengthMask.timeMajor(lengths, 3));
    page.title("A sentence of valid length 0 has a row of zeros");
    Tensor mask = LengthMask.of(new int[] {0, 3}, 3);
    page.print("valid lengths 0 and 3", mask);
    page.save(MaskGrid.of(3, lengths));
  }
}
