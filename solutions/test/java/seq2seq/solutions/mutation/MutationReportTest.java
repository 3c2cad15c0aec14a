package seq2seq.solutions.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationReportTest {
  @TempDir Path folder;

  private static MutationReport report(int killed, String... others) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < killed; i++) {
      mutants.add(new Mutant("MyMask", "mask", i, "negated conditional", "KILLED"));
    }
    for (String status : others) {
      mutants.add(new Mutant("MyMask", "mask", 7, "removed call to a::b", status));
    }
    return new MutationReport(mutants);
  }

  @Test
  void onlyAFailedTestKills() {
    assertThat(report(6, "SURVIVED", "TIMED_OUT", "NO_COVERAGE", "RUN_ERROR").killed())
        .isCloseTo(0.6, within(1e-12));
    assertThat(report(9, "TIMED_OUT").summary())
        .isEqualTo("90.0 % of 10 mutants killed {KILLED=9, TIMED_OUT=1}");
  }

  @Test
  void lessThanNinetyPercentIsTooLittleAndSoIsNone() {
    String page = "| MyMask.mask: removed call to a::b | SURVIVED | the same result |\n";
    assertThat(report(9, "SURVIVED").complaints(page)).isEmpty();
    assertThat(report(8, "SURVIVED").complaints(page))
        .singleElement()
        .asString()
        .startsWith("88.9 % of 9 mutants killed");
    assertThat(report(0).complaints("")).hasSize(1);
  }

  @Test
  void eachThatLivesNeedsARowOfItsOwnWithAReason() {
    String row = "| MyMask.mask: removed call to a::b | SURVIVED | the same result |\n";
    String without = "| MyMask.mask: removed call to a::b | SURVIVED |  |\n";
    assertThat(report(30, "SURVIVED", "TIMED_OUT").complaints(row + row)).isEmpty();
    assertThat(report(30, "SURVIVED", "TIMED_OUT").complaints(row + without))
        .containsExactly("not explained: MyMask.mask: removed call to a::b (line 7, TIMED_OUT)");
  }

  @Test
  void aRowWithoutItsMutantIsOutOfDate() {
    String row = "| MyMask.mask: removed call to a::b | SURVIVED | the same result |\n";
    assertThat(report(9).complaints(row))
        .containsExactly("explained, but killed now: MyMask.mask: removed call to a::b");
  }

  @Test
  void aReportOfPitsIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mutations.xml"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <mutations partial="true">
            <mutation detected='true' status='TIMED_OUT' numberOfTestsRun='1'>
            <sourceFile>MyMask.java</sourceFile>
            <mutatedClass>seq2seq.solutions.ch05.MyMask</mutatedClass>
            <mutatedMethod>mask</mutatedMethod>
            <methodDescription>([II)[[I</methodDescription>
            <lineNumber>20</lineNumber>
            <mutator>org.pitest.mutationtest.engine.gregor.mutators.IncrementsMutator</mutator>
            <killingTest/>
            <description>Changed increment from 1 to -1</description>
            </mutation>
            </mutations>
            """);
    assertThat(MutationReport.read(file).complaints(""))
        .contains(
            "not explained: MyMask.mask: Changed increment from 1 to -1 (line 20, TIMED_OUT)");
    Files.writeString(file, "no XML");
    assertThatThrownBy(() -> MutationReport.read(file)).isInstanceOf(IOException.class);
  }
}
