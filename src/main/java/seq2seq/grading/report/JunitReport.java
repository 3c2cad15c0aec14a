package seq2seq.grading.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;

/**
 * A grade as JUnit XML, which any continuous integration shows: one suite an exercise, one case a
 * graded test. What is still waiting is skipped; what was not run at all is one case with an error.
 */
public final class JunitReport {
  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The text of the file. */
  public static String of(Grade grade) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitReport(xml).write(grade);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private void write(Grade grade) throws XMLStreamException {
    List<ExerciseGrade> here =
        grade.exercises().stream().filter(e -> !e.state().equals("not here yet")).toList();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", grade.student() + ": " + grade.summary());
    counts(here);
    xml.writeAttribute("time", time(grade.seconds()));
    for (ExerciseGrade exercise : here) {
      suite(exercise);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(ExerciseGrade exercise) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", exercise.label());
    counts(List.of(exercise));
    xml.writeAttribute("skipped", "" + count(List.of(exercise), Status.WAITING));
    xml.writeAttribute("time", time(0));
    xml.writeCharacters("\n    ");
    xml.writeStartElement("properties");
    property("points", exercise.points());
    property("earned", exercise.earned());
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
    if (exercise.tests().isEmpty()) {
      notRun(exercise);
    }
    for (TestResult test : exercise.tests()) {
      test(exercise, test);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private void property(String name, int value) throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", "" + value);
  }

  /** How many cases, and of which kind. */
  private void counts(List<ExerciseGrade> exercises) throws XMLStreamException {
    int notRun = (int) exercises.stream().filter(e -> e.tests().isEmpty()).count();
    int tests = exercises.stream().mapToInt(e -> e.tests().size()).sum();
    xml.writeAttribute("tests", "" + (tests + notRun));
    xml.writeAttribute("failures", "" + count(exercises, Status.FAILED));
    xml.writeAttribute("errors", "" + notRun);
  }

  private static long count(List<ExerciseGrade> exercises, Status status) {
    return exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> test.status() == status)
        .count();
  }

  private void notRun(ExerciseGrade exercise) throws XMLStreamException {
    start(exercise, "can be graded");
    problem("error", exercise.state(), String.join("\n", exercise.reasons()));
    xml.writeEndElement();
  }

  private void test(ExerciseGrade exercise, TestResult test) throws XMLStreamException {
    start(exercise, test.method());
    switch (test.status()) {
      case FAILED -> problem("failure", test.message(), test.message());
      case WAITING -> xml.writeEmptyElement("skipped");
      case PASSED -> {}
    }
    xml.writeEndElement();
  }

  private void start(ExerciseGrade exercise, String name) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", exercise.specification());
    xml.writeAttribute("name", name);
    xml.writeAttribute("time", time(0));
  }

  private void problem(String element, String message, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", message.lines().findFirst().orElse(""));
    xml.writeAttribute("type", "graded test");
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
