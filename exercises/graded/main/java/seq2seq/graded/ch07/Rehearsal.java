package seq2seq.graded.ch07;

import java.util.ArrayList;
import java.util.List;

/**
 * A training without a model: the steps keep books on who used what, and note the first thing that
 * a real training would have suffered from.
 */
final class Rehearsal implements TrainingLoop.Steps {
  /** A batch's run through the model, after so many updates. */
  private record Work(int epoch, int batch, int updates) {}

  private final RehearsalPlan plan;
  private final List<double[]> history = new ArrayList<>();
  private final List<Work> gradients = new ArrayList<>();
  private Work logits;
  private Work loss;
  private boolean isInitialised;
  private boolean isAtHand;
  private boolean isClipped;
  private boolean wasShown;
  private int epoch;
  private int loaded;
  private int updated;
  private int updates;
  private String stepsMistake = "";
  private String showingMistake = "";

  Rehearsal(RehearsalPlan plan) {
    this.plan = plan;
  }

  /** The rows of step 8: training loss and held-out loss (epochs,2). */
  double[][] history() {
    return history.toArray(double[][]::new);
  }

  /** The first mistake in steps 1 to 7; empty if there is none. */
  String stepsMistake() {
    int wanted = plan.epochs() * plan.batches();
    if (stepsMistake.isEmpty() && updates != wanted) {
      return "expected " + wanted + " updates, one for each batch of each epoch, got " + updates;
    }
    return stepsMistake;
  }

  /** The first mistake in when step 8 comes; empty if there is none. */
  String showingMistake() {
    if (showingMistake.isEmpty() && history.size() != plan.epochs()) {
      return "expected step 8 after each of " + plan.epochs() + " epochs, got " + history.size();
    }
    return showingMistake;
  }

  private void note(boolean isMistake, String what) {
    if (isMistake && stepsMistake.isEmpty()) {
      stepsMistake = place() + what;
    }
  }

  private void noteShowing(boolean isMistake, String what) {
    if (isMistake && showingMistake.isEmpty()) {
      showingMistake = place() + what;
    }
  }

  private String place() {
    if (loaded > plan.batches()) {
      return "after epoch " + (epoch + 1) + ": ";
    }
    return loaded == 0 ? "at the start: " : "epoch " + (epoch + 1) + ", batch " + loaded + ": ";
  }

  private Work now() {
    return new Work(epoch, loaded, updates);
  }

  @Override
  public void initialise() {
    note(isInitialised, "initialise came again, and all that was learned is lost; it comes once");
    isInitialised = true;
  }

  @Override
  public boolean load() {
    note(!isInitialised, "load came before initialise");
    note(isAtHand && updated < loaded, "the next batch was loaded before this one's update");
    if (loaded == plan.batches()) {
      isAtHand = false;
      loaded++;
      return false;
    }
    if (loaded > plan.batches()) {
      beginEpoch();
    }
    loaded++;
    isAtHand = true;
    return true;
  }

  private void beginEpoch() {
    noteShowing(!wasShown, "the next epoch began, but step 8 had not come for this one");
    epoch++;
    loaded = 0;
    updated = 0;
    wasShown = false;
  }

  @Override
  public void forward() {
    note(!isAtHand, "forward came while no batch was loaded");
    logits = now();
  }

  @Override
  public double loss() {
    note(!now().equals(logits), "loss was measured on an old forward, not on this batch's");
    loss = logits;
    return logits == null ? Double.NaN : plan.loss(logits.batch, logits.updates);
  }

  @Override
  public int tokens() {
    return isAtHand ? plan.tokens(loaded) : 0;
  }

  @Override
  public void clear() {
    gradients.clear();
  }

  @Override
  public void backward() {
    note(!now().equals(loss), "backward came before this batch's loss was measured");
    note(gradients.contains(now()), "backward came twice, and the gradients were added twice");
    gradients.add(now());
    isClipped = false;
  }

  @Override
  public void clip() {
    isClipped = !gradients.isEmpty();
  }

  @Override
  public void update() {
    note(!isAtHand, "update came while no batch was loaded");
    note(updated == loaded, "update came twice for one batch");
    note(gradients.isEmpty(), "update found no gradients; between backward and update keep them");
    note(
        gradients.stream().anyMatch(work -> !work.equals(now())),
        "update used gradients of earlier batches too; backward adds, so clear before it");
    note(!isClipped, "update used gradients that were not clipped; clip comes between them");
    updates++;
    updated = loaded;
  }

  @Override
  public double heldOut() {
    return plan.heldOut(updates);
  }

  @Override
  public void visualise(double trainLoss, double heldOutLoss) {
    noteShowing(
        updated < plan.batches(),
        "step 8 came in the middle of an epoch of " + plan.batches() + " batches");
    noteShowing(wasShown, "step 8 came again for the same epoch");
    wasShown = true;
    history.add(new double[] {trainLoss, heldOutLoss});
  }
}
