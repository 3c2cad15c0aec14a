package seq2seq.book;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import seq2seq.notebook.markdown.Markdown;

/**
 * What the search looks through: an entry for each section and each term, as a script that a page
 * opened from a folder may load too.
 *
 * <p>An entry is {@code [url, page, heading, text]}. The text is whole, so that any language can be
 * found in it without being cut into words.
 */
final class SearchIndex {
  private final List<String[]> entries = new ArrayList<>();
  private Page page;
  private String heading;
  private String anchor;
  private StringBuilder text;

  /** Adds a page, section by section. */
  void add(Page page) {
    this.page = page;
    start(page.title(), "");
    page.blocks().forEach(this::read);
    finish();
  }

  /** The script that hands the entries to the page: JSON, compressed, in letters. */
  String script() {
    byte[] json = new Gson().toJson(entries).getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(json);
    } catch (IOException impossible) {
      throw new AssertionError("memory can be written to", impossible);
    } finally {
      deflater.end();
    }
    String letters = Base64.getEncoder().encodeToString(packed.toByteArray());
    return "window.seq2seqIndex(\"" + letters + "\");\n";
  }

  private void start(String heading, String anchor) {
    this.heading = heading;
    this.anchor = anchor;
    text = new StringBuilder();
  }

  private void finish() {
    if (!text.isEmpty()) {
      String url = page.url() + (anchor.isEmpty() ? "" : "#" + anchor);
      entries.add(new String[] {url, page.title(), heading, text.toString().strip()});
    }
  }

  private void read(Node block) {
    if (block instanceof Heading h && h.getLevel() > 1) {
      finish();
      start(page.heading(h).text(), page.heading(h).anchor());
    } else {
      block.accept(new Words());
    }
  }

  /** Prose and tables; what cells print is left to the eye, except the code's own words. */
  private final class Words extends AbstractVisitor {
    @Override
    public void visit(Paragraph paragraph) {
      text.append(Markdown.text(paragraph)).append(' ');
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      if (fence.getInfo().startsWith("java")) {
        text.append(fence.getLiteral().replaceAll("\\s+", " ")).append(' ');
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell cell) {
        text.append(Markdown.text(cell)).append(' ');
      } else if (node instanceof TableRow row && page.kind() == Page.Kind.GLOSSARY) {
        term(row);
      } else {
        visitChildren(node);
      }
    }

    private void term(TableRow row) {
      List<String> cells = new ArrayList<>();
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        String text = Markdown.text(cell);
        if (!text.matches("\\d+")) { // the chapter that explains it
          cells.add(text);
        }
      }
      Terms.anchor(row)
          .ifPresentOrElse(
              anchor ->
                  entries.add(
                      new String[] {
                        page.url() + "#" + anchor,
                        page.language().word("glossary"),
                        cells.get(0),
                        String.join(" · ", cells)
                      }),
              () -> text.append(String.join(" ", cells)).append(' '));
    }
  }
}
