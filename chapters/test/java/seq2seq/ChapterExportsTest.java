package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The jshell scripts and Jupyter notebooks are generated: they must be, to the byte, what the pages
 * give. {@code ./learn export} writes them.
 */
class ChapterExportsTest {

  @TestFactory
  Stream<DynamicTest> theScriptAndTheNotebookAreThoseOfThePage() {
    return ChapterOutputsTest.folder().chapters().stream()
        .map(c -> dynamicTest(c.toString(), () -> assertThat(c.drift()).isEmpty()));
  }

  @Test
  void noScriptOrNotebookIsLeftOfAChapterThatIsGone() {
    assertThat(ChapterOutputsTest.folder().orphans()).isEmpty();
  }
}
