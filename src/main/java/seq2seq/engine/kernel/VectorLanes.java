package seq2seq.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The SIMD width in use: that of this machine, or the nearest from 4 to 16 floats. */
final class VectorLanes {
  static final VectorSpecies<Float> SPECIES = species(FloatVector.SPECIES_PREFERRED.length());

  /** Floats in one vector. */
  static final int WIDTH = SPECIES.length();

  private VectorLanes() {}

  private static VectorSpecies<Float> species(int preferred) {
    if (preferred < 4) return FloatVector.SPECIES_128;
    return preferred > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
  }
}
