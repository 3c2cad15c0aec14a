package seq2seq.solutions.ch05;

import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch05.AttentionMask;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 5.2 that we know. */
final class AttentionMaskPool {
  private static final String SEES = "letsEveryTargetStepSeeTheRealSourceTokens";
  private static final String EDGES = "takesEmptyAndFullSourcesAndNoOthers";
  private static final AttentionMask CORRECT = new MyAttentionMask();

  private AttentionMaskPool() {}

  @Right(idea = "stacks T' masks built from plain loops")
  static final class Stacked implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      float[] data = new float[targets * lengths.length * steps];
      for (int i = 0; i < data.length; i++) {
        int length = lengths[i / steps % lengths.length];
        if (length < 0 || length > steps) {
          throw new IllegalArgumentException("a length must be from 0 to " + steps);
        }
        data[i] = i % steps < length ? 1 : 0;
      }
      return Tensor.of(Shape.of(targets, lengths.length, steps), data);
    }
  }

  @Wrong(
      idea = "position <= length",
      fails = {SEES, EDGES},
      feedback = "one token too many")
  static final class OneTooMany implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      CORRECT.mask(lengths, steps, targets);
      Tensor column = Tensor.ofInts(lengths).reshape(lengths.length, 1);
      Tensor beyond = Tensor.arange(steps).reshape(1, steps).greaterThan(column);
      return Tensor.ones(targets, lengths.length, steps).minus(beyond);
    }
  }

  @Wrong(
      idea = "masks target steps by the source lengths",
      fails = {SEES, EDGES},
      feedback = "masks target steps")
  static final class TargetAxis implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      CORRECT.mask(lengths, steps, targets);
      Tensor column = Tensor.ofInts(lengths).reshape(1, lengths.length, 1);
      return Tensor.arange(targets)
          .reshape(targets, 1, 1)
          .lessThan(column)
          .broadcastTo(targets, lengths.length, steps);
    }
  }

  @Wrong(
      idea = "sentence first, (N,T',T)",
      fails = {SEES, EDGES},
      feedback = "sentence first")
  static final class SentenceFirst implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      return CORRECT.mask(lengths, steps, targets).transpose(1, 0, 2);
    }
  }

  @Wrong(
      idea = "a shape that would broadcast, (1,N,T)",
      fails = {SEES, EDGES},
      feedback = "would broadcast")
  static final class NotCopied implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      return CORRECT.mask(lengths, steps, 1);
    }
  }

  @Wrong(idea = "lengths need no check", fails = EDGES, feedback = "expected an Illegal")
  static final class Unchecked implements AttentionMask {
    @Override
    public Tensor mask(int[] lengths, int steps, int targets) {
      Tensor column = Tensor.ofInts(lengths).reshape(1, lengths.length, 1);
      return Tensor.arange(steps).lessThan(column).broadcastTo(targets, lengths.length, steps);
    }
  }
}
