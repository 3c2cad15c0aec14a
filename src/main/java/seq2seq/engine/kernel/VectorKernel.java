package seq2seq.engine.kernel;

import jdk.incubator.vector.FloatVector;

final class VectorKernel {
  private static final int WIDTH = FloatVector.SPECIES_PREFERRED.length();

  private VectorKernel() {}
}
