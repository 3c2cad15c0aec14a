package seq2seq.grading.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import seq2seq.grading.Exercise;

/**
 * What one submission earned and why: the model of all reports.
 *
 * @param student who handed in
 * @param submission the SHA-256 of what was graded; empty if nothing could be
 * @param fingerprint which tests graded it
 * @param exercises all exercises of the course, so that the denominator is the same for everybody
 * @param notes what else there is to say, one line each
 * @param late what being late cost
 * @param seconds how long grading took
 */
public record Grade(
    String student,
    String submission,
    String fingerprint,
    List<ExerciseGrade> exercises,
    List<String> notes,
    LatePenalty late,
    double seconds) {

  /** False if the grader had trouble with it: then the points are not all there. */
  public boolean isGraded() {
    return exercises.stream().allMatch(ExerciseGrade::isGraded);
  }

  /** The notes, and before them which exercises are to be graded again, and why. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!isGraded()) {
      List<ExerciseGrade> open = exercises.stream().filter(e -> !e.isGraded()).toList();
      String ids = open.stream().map(ExerciseGrade::id).collect(Collectors.joining(", "));
      remarks.add("not graded: " + (open.size() == exercises.size() ? "nothing of it was" : ids));
      open.stream().flatMap(e -> e.reasons().stream()).distinct().limit(1).forEach(remarks::add);
    }
    remarks.addAll(notes);
    return remarks;
  }

  /** This grade with one more thing to say. */
  public Grade withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(Sanitizer.line(note));
    return new Grade(student, submission, fingerprint, exercises, more, late, seconds);
  }

  /** This grade where the exercises are worth what {@code terms} say; others stay as they are. */
  Grade worth(List<Exercise> terms) {
    Map<String, Integer> points = new TreeMap<>();
    terms.forEach(exercise -> points.put(exercise.id(), exercise.points()));
    List<ExerciseGrade> weighed =
        exercises.stream().map(e -> e.worth(points.getOrDefault(e.id(), e.points()))).toList();
    return new Grade(student, submission, fingerprint, weighed, notes, late, seconds);
  }

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
  public Grade with(LatePenalty other) {
    return new Grade(student, submission, fingerprint, exercises, notes, other, seconds);
  }

  /** The points, and what being late cost; one line. */
  public String summary() {
    return isGraded() ? points() : "not graded, so far " + points();
  }

  private String points() {
    String points = total() + " of " + possible();
    return late.days() == 0
        ? points
        : points + " (" + earned() + " less " + late.points() + " for " + days() + " late)";
  }

  private String days() {
    return late.days() == 1 ? "1 day" : late.days() + " days";
  }
}
