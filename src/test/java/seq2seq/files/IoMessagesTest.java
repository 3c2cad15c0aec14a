package seq2seq.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoMessagesTest {
  @TempDir Path folder;

  @Test
  void whatStoodInTheWayIsSaidInWordsEvenWhereTheJdkGivesOnlyAPath() {
    Path deep = folder.resolve("a/b/loss.png");
    assertThat(IoMessages.whyNotWritten(deep, new AccessDeniedException("/x")))
        .isEqualTo("no permission to write in the folder " + folder);
    assertThat(
            IoMessages.whyNotWritten(
                deep, new FileSystemException("/x", null, "Read-only file system")))
        .isEqualTo("Read-only file system");
    assertThat(IoMessages.whyNotWritten(deep, new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(IoMessages.whyNotWritten(folder, new IOException("Is a directory")))
        .isEqualTo("it is a folder");
  }
}
