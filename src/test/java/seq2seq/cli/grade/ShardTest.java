package seq2seq.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.cli.UsageError;
import seq2seq.grading.report.Roster.Student;

class ShardTest {

  private static List<Student> students(int count) {
    List<Student> students = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      students.add(new Student("s" + i, Path.of("s" + i), "s" + i));
    }
    return students;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 11, 20})
  void eachStudentIsInOneShardAndShardsAreOfOneSize(int of) {
    List<Student> all = students(11);
    List<Student> together = new ArrayList<>();
    for (int number = 1; number <= of; number++) {
      List<Student> part = Shard.parse(number + "/" + of).of(all);
      assertThat(part).hasSizeBetween(11 / of, 11 / of + 1).isSubsetOf(all);
      together.addAll(part);
    }
    assertThat(together).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "4", "1/", "a/b", "1/10001", "-1/2", "1/2/3"})
  void whatIsNoPartIsRefused(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("--shard")
        .hasMessageEndingWith(text);
  }
}
