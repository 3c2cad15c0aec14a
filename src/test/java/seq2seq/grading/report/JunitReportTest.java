package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {

  private static Document parsed(String xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(problems(document)).isEmpty();
    return document;
  }

  /** By both published schemas: the whole for one, each suite for the other. */
  private static List<String> problems(Document document) throws IOException {
    List<String> problems =
        new ArrayList<>(JunitFields.of("jenkins").problems(document.getDocumentElement()));
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      problems.addAll(JunitFields.of("surefire").problems((Element) suites.item(i)));
    }
    return problems;
  }

  private static Element first(Document document, String tag) {
    return (Element) document.getElementsByTagName(tag).item(0);
  }

  @Test
  void eachExerciseIsASuiteAndEachGradedTestACase() throws Exception {
    Document document = parsed(JunitReport.of(Grades.mixed("Ada", "wrong")));
    Element all = document.getDocumentElement();
    assertThat(all.getAttribute("name")).isEqualTo("Ada: 6 of 14");
    assertThat(all.getAttribute("tests")).isEqualTo("4");
    assertThat(all.getAttribute("failures")).isEqualTo("1");
    assertThat(first(document, "testsuite").getAttribute("skipped")).isEqualTo("0");
    assertThat(all.getAttribute("errors")).isEqualTo("0");
    assertThat(document.getElementsByTagName("testsuite").getLength())
        .as("8.1 is not here yet")
        .isEqualTo(3);
    assertThat(first(document, "testcase").getAttribute("classname"))
        .isEqualTo("seq2seq.graded.ch05.LengthMask");
    assertThat(first(document, "failure").getAttribute("message")).isEqualTo("wrong");
  }

  @Test
  void whatWasNotRunIsAnError() throws Exception {
    Document document = parsed(JunitReport.of(Grades.broken("Ada", "A.java:3: ';' expected")));
    assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("2");
    assertThat(first(document, "error").getAttribute("message")).isEqualTo("does not compile");
    assertThat(first(document, "error").getTextContent()).contains("A.java:3: ';' expected");
  }

  @Test
  void hostileTextIsTextAndTheReportIsStillXml() throws Exception {
    Document document = parsed(JunitReport.of(Grades.mixed(Grades.HOSTILE, Grades.HOSTILE)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(first(document, "failure").getTextContent())
        .isEqualTo(Sanitizer.line(Grades.HOSTILE))
        .contains("<script>alert('a')</script>", "]]>");
    parsed(JunitReport.of(Grades.broken(Grades.HOSTILE, Grades.HOSTILE)));
  }

  @Test
  void theSchemasRefuseWhatIsNotJunitXml() throws Exception {
    String xml = JunitReport.of(Grades.mixed("Ada", "wrong"));
    for (String[] change :
        new String[][] {
          {"<skipped", "<waiting", "testcase may not hold waiting"},
          {" classname=", " class=", "testcase may not have class"},
          {" failures=", " failed=", "testsuite has no failures"},
          {"time=\"0.000\"", "time=\"soon\"", "soon are no seconds"},
          {"<properties>", "<properties>text", "properties may not hold text"}
        }) {
      assertThat(xml).contains(change[0]);
      assertThatThrownBy(() -> parsed(xml.replace(change[0], change[1])))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(change[2]);
    }
  }
}
