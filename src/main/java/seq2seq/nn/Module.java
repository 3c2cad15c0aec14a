package seq2seq.nn;

import java.util.List;

/** A part of a model: something that has parameters. */
public interface Module {
  /**
   * The parameters in a fixed order; a part's own name is not in theirs (see {@link
   * Parameter#within}).
   */
  List<Parameter> parameters();
}
