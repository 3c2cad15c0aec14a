package seq2seq.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.architecture.fixture.cli.SeesCommands;
import seq2seq.architecture.fixture.data.SeesJshell;
import seq2seq.architecture.fixture.data.SeesPlot;
import seq2seq.architecture.fixture.engine.SeesFused;
import seq2seq.architecture.fixture.engine.SeesGson;
import seq2seq.architecture.fixture.engine.kernel.SeesReadable;
import seq2seq.architecture.fixture.files.SeesEngine;
import seq2seq.architecture.fixture.grading.SeesCommonmark;
import seq2seq.architecture.fixture.grading.SeesNotebook;
import seq2seq.architecture.fixture.language.SeesFiles;
import seq2seq.architecture.fixture.nn.SeesData;
import seq2seq.architecture.fixture.nn.SeesXchart;
import seq2seq.architecture.fixture.notebook.SeesAsm;
import seq2seq.architecture.fixture.notebook.SeesCli;
import seq2seq.architecture.fixture.notebook.SeesFastCsv;
import seq2seq.architecture.fixture.notebook.SeesJline;
import seq2seq.architecture.fixture.notebook.SeesTablesaw;
import seq2seq.architecture.fixture.plot.SeesJunit;
import seq2seq.architecture.fixture.plot.SeesNn;
import seq2seq.architecture.fixture.plot.SeesPicocli;
import seq2seq.architecture.fixture.plot.SeesProgressBar;

/** Who may import whom among the packages of {@code src}, and who may see which library. */
final class RoomRules {
  private RoomRules() {}

  static List<HouseRule> all() {
    return Stream.of(rooms(), libraries()).flatMap(List::stream).toList();
  }

  private static List<HouseRule> rooms() {
    return List.of(
        bare("engine", SeesGson.class),
        bare("engine.kernel", SeesReadable.class),
        new HouseRule(
            "the readable engine never imports fused", RoomRules::readable, SeesFused.class),
        new HouseRule("only Vector* kernels see the Vector API", RoomRules::simd, simdKernel()),
        bare("files", SeesEngine.class),
        bare("language", SeesFiles.class),
        bare("nn", SeesData.class, "engine"),
        room("data", SeesPlot.class, "files", "language", "engine"),
        room("plot", SeesNn.class, "files", "language", "engine"),
        room("notebook", SeesCli.class, "files", "language", "engine"),
        room("grading", SeesNotebook.class, "files", "language", "engine", "data", "plot"),
        room(
            "cli",
            SeesCommands.class,
            "files",
            "language",
            "engine",
            "nn",
            "data",
            "plot",
            "notebook",
            "grading"));
  }

  private static List<HouseRule> libraries() {
    return List.of(
        library("org.knowm..", SeesXchart.class, "plot"),
        library("tech.tablesaw..", SeesTablesaw.class, "data"),
        library("jdk.jshell..", SeesJshell.class, "notebook"),
        library("org.commonmark..", SeesCommonmark.class, "notebook", "book"),
        library("picocli..", SeesPicocli.class, "cli", "commands"),
        library("org.jline..", SeesJline.class, "cli"),
        library("me.tongfei..", SeesProgressBar.class, "cli", "commands"),
        library("org.junit..", SeesJunit.class, "grading", "graded"),
        library("org.objectweb.asm..", SeesAsm.class, "grading"),
        library("de.siegmar..", SeesFastCsv.class, "cli"));
  }

  /** A room that sees no library. */
  private static HouseRule bare(String room, Class<?> brokenBy, String... mayImport) {
    String name = room + " imports the JDK, " + List.of(mayImport) + " and nothing else";
    DescribedPredicate<JavaClass> jdk = resideInAnyPackage("java..", "jdk.incubator.vector..");
    return new HouseRule(name, root -> onlyImports(root, room, jdk, mayImport), brokenBy);
  }

  private static ArchRule readable(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".engine", root + ".engine.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".engine.fused..");
  }

  /** Elsewhere the module may be missing when the class is loaded. */
  private static ArchRule simd(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".engine.kernel..")
        .or()
        .haveNameNotMatching(".*\\.Vector[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..");
  }

  /**
   * The house's own SIMD product, which lies outside the root of the fixtures: a fixture of our own
   * could not be compiled without the module's warning.
   */
  private static Class<?> simdKernel() {
    try {
      return Class.forName(
          "seq2seq.engine.kernel.VectorTile4", false, RoomRules.class.getClassLoader());
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException("the SIMD product has another name", renamed);
    }
  }

  private static HouseRule room(String room, Class<?> brokenBy, String... mayImport) {
    String name = room + " imports of the house only " + List.of(mayImport);
    return new HouseRule(
        name,
        root ->
            onlyImports(root, room, resideOutsideOfPackage(root + ".."), mayImport)
                .allowEmptyShould(true),
        brokenBy);
  }

  private static ArchRule onlyImports(
      String root, String room, DescribedPredicate<JavaClass> others, String... mayImport) {
    String[] rooms = packages(root, Stream.concat(Stream.of(room), Arrays.stream(mayImport)));
    return classes()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(others.or(resideInAnyPackage(rooms)));
  }

  private static HouseRule library(String library, Class<?> brokenBy, String... maySee) {
    String name = library + " is seen only by " + List.of(maySee);
    return new HouseRule(name, root -> onlySeenBy(root, library, maySee), brokenBy);
  }

  private static ArchRule onlySeenBy(String root, String library, String... maySee) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(root, Arrays.stream(maySee)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String[] packages(String root, Stream<String> rooms) {
    return rooms.map(room -> root + "." + room + "..").toArray(String[]::new);
  }
}
