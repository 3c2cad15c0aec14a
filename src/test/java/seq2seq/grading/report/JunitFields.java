package seq2seq.grading.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a published schema of JUnit XML allows, element by element, in {@code junit-fields.tsv}: the
 * elements that we write, with all attributes and children that they may have.
 *
 * <p>JUnit XML has no schema of its own. {@code jenkins} is {@code junit-10.xsd} of Jenkins' xunit
 * plugin, which most servers follow; {@code surefire} is {@code surefire-test-report.xsd} of Maven
 * Surefire, whose files hold one suite each.
 */
final class JunitFields {
  private static final String SECONDS = "[0-9]{1,3}(,?[0-9]{3})*(\\.[0-9]{0,3})?";

  private record Field(String element, String kind, String name, String type, String need) {}

  private final List<Field> fields = new ArrayList<>();

  private JunitFields() {}

  /** Those of {@code schema}. */
  static JunitFields of(String schema) throws IOException {
    JunitFields all = new JunitFields();
    try (InputStream in = JunitFields.class.getResourceAsStream("junit-fields.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] f = line.split("\t");
        if (f[0].equals(schema)) {
          all.fields.add(new Field(f[1], f[2], f[3], f[4], f[5]));
        }
      }
    }
    return all;
  }

  /** What is wrong with {@code element} and all in it, one line each. */
  List<String> problems(Element element) {
    List<String> problems = new ArrayList<>();
    check(element, problems);
    return problems;
  }

  private void check(Element element, List<String> problems) {
    String name = element.getTagName();
    List<Field> own = fields.stream().filter(field -> field.element.equals(name)).toList();
    for (Field field : own) {
      if (field.need.equals("required") && !element.hasAttribute(field.name)) {
        problems.add(name + " has no " + field.name);
      }
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String type = type(own, "attribute", attribute.getNodeName());
      if (type.isEmpty()) {
        problems.add(name + " may not have " + attribute.getNodeName());
      } else if (type.equals("seconds") && !attribute.getNodeValue().matches(SECONDS)) {
        problems.add(attribute.getNodeValue() + " are no seconds");
      }
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      child(name, own, children.item(i), problems);
    }
  }

  private void child(String parent, List<Field> own, Node child, List<String> problems) {
    if (child instanceof Element element) {
      if (type(own, "element", element.getTagName()).isEmpty()) {
        problems.add(parent + " may not hold " + element.getTagName());
      }
      check(element, problems);
    } else if (!child.getTextContent().isBlank() && type(own, "content", "-").isEmpty()) {
      problems.add(parent + " may not hold text");
    }
  }

  private static String type(List<Field> own, String kind, String name) {
    return own.stream()
        .filter(field -> field.kind.equals(kind) && field.name.equals(name))
        .map(Field::type)
        .findFirst()
        .orElse("");
  }
}
