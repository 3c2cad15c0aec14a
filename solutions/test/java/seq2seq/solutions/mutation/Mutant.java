package seq2seq.solutions.mutation;

/**
 * A small change that was made to a worked answer, and what the graded tests did.
 *
 * @param type the simple name of the class
 * @param method the method that was changed
 * @param line where
 * @param change what was changed, in PIT's words
 * @param status PIT's word for what came of it
 */
record Mutant(String type, String method, int line, String change, String status) {

  /** True if a test failed. A test that took too long, or an error of the run, does not count. */
  boolean isKilled() {
    return status.equals("KILLED");
  }

  /** What identifies it in {@code docs/mutation.md}, where lines would soon be wrong. */
  String key() {
    return type + "." + method + ": " + change;
  }
}
