package seq2seq.grading.report;

import java.util.List;

/**
 * What one submission earned and why: the model of all reports.
 *
 * @param student who handed in
 * @param submission the SHA-256 of what was graded; empty if nothing could be
 * @param kit which tests graded it
 * @param exercises all exercises of the course, so that the denominator is the same for everybody
 * @param notes what else there is to say, one line each
 * @param late what being late cost
 * @param seconds how long grading took
 */
public record Grade(
    String student,
    String submission,
    String kit,
    List<ExerciseGrade> exercises,
    List<String> notes,
    Late late,
    double seconds) {

  /** The points of the exercises. */
  public int earned() {
    return exercises.stream().mapToInt(ExerciseGrade::earned).sum();
  }

  /** The points that can be earned. */
  public int possible() {
    return exercises.stream().mapToInt(ExerciseGrade::points).sum();
  }

  /** The points after what being late costs, at least 0. */
  public int total() {
    return Math.max(0, earned() - late.points());
  }

  /** This grade of a submission that was so late. */
  public Grade with(Late other) {
    return new Grade(student, submission, kit, exercises, notes, other, seconds);
  }

  /** This grade under another name. */
  public Grade withStudent(String name) {
    return new Grade(Clean.name(name), submission, kit, exercises, notes, late, seconds);
  }

  /** The points, and what being late cost; one line. */
  public String summary() {
    String points = total() + " of " + possible();
    return late.days() == 0
        ? points
        : points + " (" + earned() + " less " + late.points() + " for " + days() + " late)";
  }

  private String days() {
    return late.days() == 1 ? "1 day" : late.days() + " days";
  }
}
