package seq2seq.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long what one thread writes takes to another and back. Cores that share a cache answer in
 * some 50 ns, others in several hundred; where a system or a virtual machine moves threads between
 * cores, this changes while a program runs, and with it what a second thread is worth.
 */
final class RoundTrip {
  private static final int TRIPS = 10;
  private static final long ENOUGH_NANOS = 20_000_000;

  private RoundTrip() {}

  /** The median over 20 ms, or of one round on a single core; 0 where {@code threads} is 1. */
  static double nanos(int threads) {
    if (threads == 1) return 0;
    AtomicInteger ball = new AtomicInteger();
    Thread other = new Thread(() -> playBack(ball), "round-trip");
    other.setDaemon(true);
    other.start();
    List<Double> nanos = new ArrayList<>();
    long begin = System.nanoTime();
    for (long now = begin; now - begin < ENOUGH_NANOS; ) {
      for (int trip = 0; trip < TRIPS; trip++) play(ball);
      long end = System.nanoTime();
      nanos.add((double) (end - now) / TRIPS);
      now = end;
    }
    ball.set(-1);
    nanos.sort(null);
    return nanos.get(nanos.size() / 2);
  }

  private static void play(AtomicInteger ball) {
    ball.set(1);
    while (ball.get() == 1) Thread.onSpinWait();
  }

  private static void playBack(AtomicInteger ball) {
    while (ball.get() >= 0) {
      if (ball.get() == 1) ball.set(0);
      Thread.onSpinWait();
    }
  }
}
