package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

  private static Document parsed(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitReportTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
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
    assertThat(all.getAttribute("skipped")).isEqualTo("1");
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
        .isEqualTo(Clean.line(Grades.HOSTILE))
        .contains("<script>alert('a')</script>", "]]>");
    parsed(JunitReport.of(Grades.broken(Grades.HOSTILE, Grades.HOSTILE)));
  }

  @Test
  void theSchemaRefusesWhatIsNotJunitXml() {
    String xml = JunitReport.of(Grades.mixed("Ada", "wrong"));
    assertThatThrownBy(() -> parsed(xml.replace("<skipped", "<waiting")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> parsed(xml.replace(" classname=", " class=")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> parsed(xml.replace("tests=\"4\"", "tests=\"many\"")))
        .isInstanceOf(SAXException.class);
  }
}
