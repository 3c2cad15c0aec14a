package seq2seq.book;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import seq2seq.notebook.markdown.InlineMath;
import seq2seq.notebook.markdown.Markdown;

/** The nodes that a page shows in its own way; commonmark renders the others. */
final class PageNodes implements NodeRenderer {
  private static final Pattern CHECK = Pattern.compile("\\./learn check (\\d+\\.\\d+)");
  private static final Pattern NUMBERED = Pattern.compile("^(Chapter \\d+|第 ?\\d+ ?章)[：:]? *(.*)$");

  private static final String OPTION = "(?<!\\S)(?=\\S*-)\\S{2,40}(?!\\S)";

  /** Between the folders of a path a line may break. */
  private static final String IN_PATH = "(?<=\\w)/(?=\\w)";

  private static final Pattern PER_CENT = Pattern.compile("(?<=\\d) (?=%)");

  /** A formula or code as short as this stays on one line. */
  private static final int SHORT = 20;

  private final HtmlNodeRendererContext context;
  private final HtmlWriter out;
  private final Page page;
  private final Workshop workshop;

  PageNodes(HtmlNodeRendererContext context, Page page, Workshop workshop) {
    this.context = context;
    this.out = context.getWriter();
    this.page = page;
    this.workshop = workshop;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return new LinkedHashSet<>(
        List.of(
            Heading.class,
            FencedCodeBlock.class,
            Image.class,
            Link.class,
            InlineMath.class,
            Code.class,
            ListItem.class,
            Text.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof Heading heading) {
      render(heading);
    } else if (node instanceof FencedCodeBlock fence) {
      render(fence);
    } else if (node instanceof Image image) {
      String alt = Markdown.text(image);
      out.raw(workshop.pictures().html(page, image.getDestination(), alt));
    } else if (node instanceof Link link) {
      render(link);
    } else if (node instanceof InlineMath math) {
      render(math);
    } else if (node instanceof Code code) {
      render(code);
    } else if (node instanceof ListItem item) {
      render(item);
    } else if (node instanceof Text text) {
      String literal = page.language() == Edition.EN ? Quotes.bent(text) : text.getLiteral();
      out.text(PER_CENT.matcher(literal).replaceAll("\u00a0"));
    }
  }

  private void render(Heading heading) {
    int level = heading.getLevel();
    String anchor = page.heading(heading).anchor();
    out.line();
    out.tag("h" + level, Map.of("id", anchor));
    Matcher numbered = NUMBERED.matcher(Markdown.text(heading));
    if (level == 1 && numbered.matches()) {
      out.raw("<span class=\"number\">" + Markup.escape(numbered.group(1)) + "</span> ");
      out.text(numbered.group(2));
    } else {
      children(heading);
    }
    if (level > 1) {
      out.raw(
          "<a class=\"anchor\" href=\"#"
              + anchor
              + "\" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
    }
    out.tag("/h" + level);
    out.line();
  }

  private void render(FencedCodeBlock fence) {
    String info = fence.getInfo().strip();
    String code = fence.getLiteral();
    out.line();
    if (info.equals("math")) {
      out.raw("<div class=\"formula\">" + workshop.formulas().display(code.strip()) + "</div>");
    } else if (info.startsWith("java")) {
      out.raw(workshop.colours().block(code));
    } else {
      out.raw("<pre class=\"out\"><samp>" + Markup.escape(code) + "</samp></pre>");
    }
    out.line();
  }

  private void render(Link link) {
    String href = workshop.map().href(page, link.getDestination()).orElse(null);
    if (href == null) {
      children(link);
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", href);
    if (href.matches("https?:.*")) {
      attributes.put("rel", "external noreferrer");
    }
    out.tag("a", attributes);
    children(link);
    out.tag("/a");
  }

  private void render(InlineMath math) {
    String formula = workshop.formulas().inline(math.tex());
    out.raw(isShort(math.tex()) ? together(formula + markBehind(math)) : formula);
  }

  private static boolean isShort(String tex) {
    return tex.replaceAll("\\\\[a-zA-Z]+|\\\\.", "x").replaceAll("[{}_^\\s]", "").length() <= SHORT;
  }

  private static String together(String html) {
    return "<span class=\"together\">" + html + "</span>";
  }

  /** A line breaks neither within a short command nor behind the hyphens of an option. */
  private void render(Code code) {
    String text = Markup.escape(code.getLiteral());
    boolean isShort = code.getLiteral().length() <= SHORT && text.contains(" ");
    out.raw(
        "<code>"
            + (isShort
                ? together(text)
                : text.replaceAll(OPTION, together("$0")).replaceAll(IN_PATH, "/<wbr>"))
            + "</code>");
  }

  /**
   * The comma or the like that a line must not begin with; it is taken from the text that follows.
   */
  private static String markBehind(InlineMath math) {
    if (math.getNext() instanceof Text text) {
      Matcher mark = Pattern.compile("^[-,.;:!?)\"'’”，。；：！？、）]+").matcher(text.getLiteral());
      if (mark.find()) {
        String found = mark.group().replace('"', '”').replace('\'', '’');
        text.setLiteral(text.getLiteral().substring(mark.end()));
        return found;
      }
    }
    return "";
  }

  /** The line of an exercise has its specification, hints and solution below. */
  private void render(ListItem item) {
    out.tag("li");
    children(item);
    Set<String> ids = new LinkedHashSet<>();
    item.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Code code) {
            Matcher check = CHECK.matcher(code.getLiteral());
            if (page.kind() == Page.Kind.CHAPTER && check.matches()) {
              ids.add(check.group(1));
            }
          }
        });
    ids.forEach(id -> out.raw(workshop.exercises().html(page.language(), id)));
    out.tag("/li");
    out.line();
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }
}
