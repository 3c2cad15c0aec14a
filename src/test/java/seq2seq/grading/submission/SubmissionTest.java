package seq2seq.grading.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {
  private static final String MASK = HandIns.MASK.starterFile();
  private static final String LOSS = HandIns.LOSS.starterFile();

  @TempDir Path folder;

  private static Submission read(Path from) throws IOException {
    return Submission.read(from, HandIns.ALL);
  }

  private static List<String> texts(Submission submission) {
    return submission.files().stream().map(SubmittedFile::text).toList();
  }

  @Test
  void aCourseFolderIsReadAndWhatIsNotHereYetIsLeftOut() throws IOException {
    HandIns.put(folder, MASK, "mask");
    HandIns.put(folder, LOSS, "loss é");
    Submission submission = read(folder);
    assertThat(texts(submission)).containsExactly("mask", "loss é");
    assertThat(submission.notes()).isEmpty();
    assertThat(submission.manifest()).isEmpty();
  }

  /** What learn packed, below a folder of the platform's, and files without their folders. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exercises/starters/main/java/seq2seq/starters/ch05/",
        "work of somebody/exercises/starters/main/java/seq2seq/starters/ch05/",
        "a/b/c/exercises/starters/main/java/seq2seq/starters/ch05/",
        "main/java/seq2seq/starters/ch05/",
        "ch05/",
        ""
      })
  void theFilesAreFoundWhereverTheyLie(String where) throws IOException {
    HandIns.put(folder.resolve("plain"), where + "MyLengthMask.java", "mask");
    HandIns.zip(folder.resolve("a.zip"), where + "MyLengthMask.java", "mask", "other.txt", "");
    assertThat(texts(read(folder.resolve("plain")))).containsExactly("mask", "");
    assertThat(texts(read(folder.resolve("a.zip")))).containsExactly("mask", "");
  }

  @Test
  void namesWithBackslashesAreThoseOfOldPrograms() throws IOException {
    Path zip = HandIns.zip(folder.resolve("a.zip"), "x\\" + MASK.replace('/', '\\'), "mask");
    assertThat(texts(read(zip))).containsExactly("mask", "");
  }

  @Test
  void namesInAnotherEncodingDoNoHarm() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.ISO_8859_1)) {
      out.putNextEntry(new ZipEntry("\u00dcbung/" + MASK));
      out.write("mask".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(texts(read(zip))).containsExactly("mask", "");
  }

  @Test
  void aFolderMayHoldOneArchiveAndNothingElseOfOurs() throws IOException {
    HandIns.zip(folder.resolve("Ada_123_file/late/work.zip"), "w/" + MASK, "mask");
    HandIns.put(folder, "Ada_123_file/readme.txt", "hello");
    assertThat(texts(read(folder))).containsExactly("mask", "");
    HandIns.zip(folder.resolve("Ada_123_file/late/work2.zip"), "w/" + MASK, "mask");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("2 archives")
        .hasMessageContaining("work2.zip");
  }

  @Test
  void anArchiveMayHoldOneArchiveAndNothingElseOfOurs() throws IOException {
    Path inner = HandIns.zip(folder.resolve("inner.zip"), "w/" + MASK, "mask");
    Path outer = packed("outer.zip", inner, "up/Ada.ZIP");
    assertThat(texts(read(outer))).containsExactly("mask", "");
    Path deep = packed("deep.zip", outer, "deeper.zip");
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("holds up/Ada.ZIP");
    Path two = packed("two.zip", inner, "a.zip", "b.zip");
    assertThatThrownBy(() -> read(two)).hasMessageContaining("2 archives");
  }

  /** Forty megabytes that take forty kilobytes, named like an archive. */
  @Test
  void aBombInAnArchiveIsReadNoFurtherThanAnArchiveMayBe() throws IOException {
    Path bomb = Files.write(folder.resolve("zeros"), new byte[40 << 20]);
    Path outer = packed("outer.zip", bomb, "bomb.zip");
    assertThat(Files.size(outer)).isLessThan(1 << 20);
    assertThatThrownBy(() -> read(outer))
        .isInstanceOf(SubmissionException.class)
        .hasMessage("the archive is larger than 32 MB, and no more is read");
  }

  private Path packed(String name, Path file, String... as) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String each : as) {
        out.putNextEntry(new ZipEntry(each));
        Files.copy(file, out);
      }
    }
    return zip;
  }

  /** As macOS, Windows and a NAS leave them, in an archive and unpacked. */
  @Test
  void whatSystemsLeaveBesideTheFilesIsNobodys() throws IOException {
    String[] litter = {
      "__MACOSX/._submission.zip", "x",
      "__MACOSX/w/._MyLengthMask.java", "x",
      "w/._MyLengthMask.java", "x",
      "w/.DS_Store", "x",
      "._b.zip", "x",
      "w/Thumbs.db", "x",
      "desktop.ini", "x",
      "@eaDir/c.zip", "x"
    };
    Path inner = HandIns.zip(folder.resolve("inner.zip"), "w/" + MASK, "mask");
    Path outer = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      for (int i = 0; i < litter.length; i += 2) {
        out.putNextEntry(new ZipEntry(litter[i]));
        out.write('x');
        HandIns.put(folder.resolve("unpacked"), litter[i], "x");
      }
      out.putNextEntry(new ZipEntry("submission.zip"));
      Files.copy(inner, out);
    }
    assertThat(texts(read(outer))).containsExactly("mask", "");
    Files.copy(inner, folder.resolve("unpacked/submission.zip"));
    assertThat(texts(read(folder.resolve("unpacked")))).containsExactly("mask", "");
  }

  /** Comments, and names with and without the mark that says UTF-8. */
  @Test
  void bytesThatAreNoTextInNamesAndCommentsDoNoHarm() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      ZipEntry entry = new ZipEntry(MASK);
      entry.setComment("QQQ");
      out.putNextEntry(entry);
      out.write("mask".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("QQQ\u00e9.txt"));
      out.setComment("QQQ");
    }
    String bytes = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
    Files.write(
        zip, bytes.replace("QQQ", "\u00ff\u00fe\u0080").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(texts(read(zip))).containsExactly("mask", "");
  }

  @Test
  void aWrongCheckSumIsNotAccepted() throws IOException {
    Path zip = HandIns.zip(folder.resolve("a.zip"), MASK, "mask", LOSS, "loss");
    byte[] bytes = Files.readAllBytes(zip);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update("mask".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < bytes.length - 4; i++) {
      int here = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(i);
      if (here == (int) crc.getValue()) {
        bytes[i]++;
      }
    }
    Files.write(zip, bytes);
    Submission submission = read(zip);
    assertThat(texts(submission)).containsExactly("", "loss");
    assertThat(submission.files().get(0).problem()).startsWith(MASK + ": cannot be read, it");
  }

  @Test
  void aFileWhoseOwnHeaderSaysAnotherNameIsRefused() throws IOException {
    Path zip = HandIns.zip(folder.resolve("a.zip"), MASK, "mask", LOSS, "loss");
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.write(
        zip,
        text.replaceFirst("MyLengthMask", "MyLengthMasc").getBytes(StandardCharsets.ISO_8859_1));
    Submission submission = read(zip);
    assertThat(texts(submission)).containsExactly("", "loss");
    assertThat(submission.files().get(0).problem()).contains("another file by its own header");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    HandIns.put(folder, MASK, "\ufeffmask");
    assertThat(texts(read(folder))).containsExactly("mask", "");
  }

  @Test
  void aFolderThatCannotBeReadIsNoEmptyOne() throws IOException {
    Path hidden = HandIns.put(folder, MASK, "mask").getParent();
    HandIns.put(folder, LOSS, "loss");
    assumeTrue(hidden.toFile().setReadable(false) && !hidden.toFile().canRead());
    assertThatThrownBy(() -> read(folder)).isInstanceOf(IOException.class);
    assertThat(hidden.toFile().setReadable(true)).isTrue();
  }

  /**
   * On a disk that takes big and small letters for the same, the second would replace the first.
   */
  @Test
  void namesThatDifferInBigLettersOnlyAreTwoNames() throws IOException {
    Path zip =
        HandIns.zip(
            folder.resolve("a.zip"), MASK.replace("MyLength", "mylength"), "other", MASK, "mask");
    assertThat(texts(read(zip))).containsExactly("mask", "");
  }

  /** One letter that looks alike, one that is composed of two, one that is not seen. */
  @Test
  void namesThatOnlyLookAlikeAreOtherNames() throws IOException {
    for (String name : List.of("MyLengthM\u0430sk", "MyLe\u0301ngthMask", "MyLength\u200dMask")) {
      Path zip =
          HandIns.zip(
              folder.resolve("a.zip"), MASK.replace("MyLengthMask", name), "x", LOSS, "loss");
      assertThat(texts(read(zip))).containsExactly("", "loss");
    }
  }

  @Test
  void aFolderOfTooManyFilesIsRefused() throws IOException {
    for (int i = 0; i <= 20_000; i++) {
      Files.createFile(folder.resolve("f" + i));
    }
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(SubmissionException.class)
        .hasMessage("the folder holds more than 20000 files");
  }

  @Test
  void theUsualPathCountsAndCopiesElsewhereDoNot() throws IOException {
    HandIns.put(folder, MASK, "mask");
    HandIns.put(folder, "solutions/ch05/MyLengthMask.java", "copy");
    HandIns.put(folder, "solutions/ch06/MyMaskedCrossEntropy.java", "copy");
    HandIns.put(folder, "old/" + MASK, "old");
    assertThat(texts(read(folder))).containsExactly("mask", "");
    HandIns.put(folder, "x.zip", "");
    assertThat(texts(read(folder))).containsExactly("mask", "");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() throws IOException {
    HandIns.put(folder, LOSS, "loss");
    SubmittedFile mask = read(folder).files().get(0);
    assertThat(mask.state()).isEqualTo(SubmittedFile.State.MISSING);
    assertThat(mask.problem()).isEqualTo(MASK + ": the file is missing");
  }

  @Test
  void namesThatLeaveTheArchiveAreNeverUsed() throws IOException {
    Path zip =
        HandIns.zip(
            folder.resolve("in/a.zip"),
            "../../" + MASK,
            "evil",
            "/" + MASK,
            "evil",
            "C:/" + MASK,
            "evil",
            "..\\..\\" + MASK.replace('/', '\\'),
            "evil",
            "x/../" + MASK,
            "evil",
            LOSS,
            "loss");
    Submission submission = read(zip);
    assertThat(texts(submission)).containsExactly("", "loss");
    assertThat(submission.notes())
        .containsExactly("passed over: 5 entries whose names leave the archive");
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Path secret = HandIns.put(folder, "secret/MyLengthMask.java", "secret");
    Path in = folder.resolve("in");
    HandIns.put(in, LOSS, "loss");
    Files.createDirectories(in.resolve(MASK).getParent());
    Files.createSymbolicLink(in.resolve(MASK), secret);
    SubmittedFile mask = read(in).files().get(0);
    assertThat(mask.state()).isEqualTo(SubmittedFile.State.REFUSED);
    assertThat(mask.problem()).isEqualTo(MASK + ": is a symbolic link, which is not followed");
    assertThat(mask.text()).isEmpty();
  }

  @Test
  void aFolderThatIsASymbolicLinkIsNotFollowedEither() throws IOException {
    HandIns.put(folder, "secret/MyLengthMask.java", "secret");
    Path in = folder.resolve("in");
    HandIns.put(in, LOSS, "loss");
    Path ch05 = in.resolve(MASK).getParent();
    Files.createDirectories(ch05.getParent());
    Files.createSymbolicLink(ch05, folder.resolve("secret"));
    assertThat(texts(read(in))).containsExactly("", "loss");
  }

  @Test
  void aFileOfFiftyMegabytesIsRefusedAndTheOthersCount() throws IOException {
    String huge = "x".repeat(50 << 20);
    HandIns.put(folder.resolve("plain"), MASK, huge);
    HandIns.put(folder.resolve("plain"), LOSS, "loss");
    HandIns.zip(folder.resolve("a.zip"), MASK, huge, LOSS, "loss"); // 50 KB when packed
    for (Path from : List.of(folder.resolve("plain"), folder.resolve("a.zip"))) {
      Submission submission = read(from);
      assertThat(texts(submission)).containsExactly("", "loss");
      assertThat(submission.files().get(0).problem()).isEqualTo(MASK + ": is larger than 256 KB");
    }
  }

  @Test
  void aHugeArchiveIsNotEvenOpened() throws IOException {
    Path zip = folder.resolve("a.zip");
    Files.write(zip, new byte[33 << 20]);
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(SubmissionException.class)
        .hasMessage("the archive has 33 MB; at most 32 are read");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    List<String> many = new ArrayList<>(List.of(MASK, "mask"));
    for (int i = 0; i < 20_000; i++) {
      many.addAll(List.of("f" + i, ""));
    }
    Path zip = HandIns.zip(folder.resolve("a.zip"), many.toArray(new String[0]));
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(SubmissionException.class)
        .hasMessage("the archive has 20001 entries; at most 20000 are read");
  }

  @Test
  void aFileThatStandsTwiceInAnArchiveIsRefused() throws IOException {
    Path zip =
        HandIns.zip(folder.resolve("a.zip"), MASK, "one", MASK.replace("exer", "EXER"), "two");
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("EXER", "exer");
    Files.write(zip, text.getBytes(StandardCharsets.ISO_8859_1));
    SubmittedFile mask = read(zip).files().get(0);
    assertThat(mask.problem()).isEqualTo(MASK + ": the archive holds this file 2 times");
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsLine() throws IOException {
    byte[] latin = "one\ntwo \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.createDirectories(folder.resolve(MASK).getParent());
    Files.write(folder.resolve(MASK), latin);
    assertThat(read(folder).files().get(0).problem())
        .isEqualTo(MASK + ":2: this line is not UTF-8 text");
    Files.write(folder.resolve(MASK), Arrays.copyOf("é".getBytes(StandardCharsets.UTF_8), 1));
    assertThat(read(folder).files().get(0).problem())
        .isEqualTo(MASK + ":1: this line is not UTF-8 text");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    HandIns.put(folder, MASK, " \n");
    assertThat(read(folder).files().get(0).problem()).isEqualTo(MASK + ": is empty");
  }

  @Test
  void theWrongFolderIsSaidToBeWrongAndWhatItHolds() throws IOException {
    HandIns.put(folder, "holiday/beach.jpg", "");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("such as MyLengthMask.java")
        .hasMessageContaining("holds holiday/beach.jpg");
    assertThatThrownBy(() -> read(folder.resolve("nowhere")))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("there is no file or folder");
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> read(folder.resolve("empty"))).hasMessageEndingWith("holds nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "no archive at all", "PK\u0003\u0004 cut off"})
  void whatIsNoArchiveIsSaidToBeNone(String text) throws IOException {
    Path file = HandIns.put(folder, "a.zip", text);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("no zip archive");
  }

  @Test
  void anArchiveCutOffAnywhereIsRefusedAndNeverHalfRead() throws IOException {
    Path whole = HandIns.zip(folder.resolve("a.zip"), MASK, "mask", LOSS, "loss");
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 0; length < bytes.length; length += 7) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(SubmissionException.class);
    }
  }

  @Test
  void theHashIsThatOfWhatIsGraded() throws IOException {
    HandIns.put(folder.resolve("a"), MASK, "mask");
    HandIns.put(folder.resolve("a"), "notes.txt", "mine");
    Path zip = HandIns.zip(folder.resolve("b.zip"), "x/" + MASK, "mask");
    HandIns.put(folder.resolve("c"), MASK, "mask ");
    assertThat(read(folder.resolve("a")).sha256()).isEqualTo(read(zip).sha256());
    assertThat(read(folder.resolve("a")).sha256()).isNotEqualTo(read(folder.resolve("c")).sha256());
  }
}
