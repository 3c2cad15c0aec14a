package seq2seq.data.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "je aime le homme; j'aime l'homme",
        "je ne le aime pas; je ne l'aime pas",
        "il ne y a pas de eau; il n'y a pas d'eau",
        "il boit de la eau; il boit de l'eau",
        "est-ce que il te appelle; est-ce qu'il t'appelle",
        "elle se est levée; elle s'est levée",
        "je sais si il dort; je sais s'il dort",
        "je sais si elle dort; je sais si elle dort",
        "le œuf de Alice; l'œuf d'Alice",
        "la école en Italie; l'école en Italie",
      })
  void words_elide_before_a_vowel_and_a_mute_h(String words, String spelled) {
    assertThat(French.spelled(words)).isEqualTo(spelled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "il va à le marché; il va au marché",
        "il va à les États-Unis; il va aux États-Unis",
        "il vient de le Japon; il vient du Japon",
        "il vient de les États-Unis; il vient des États-Unis",
        "il va à le hôpital; il va à l'hôpital",
        "le chien de le homme; le chien de l'homme",
        "il vient de la gare; il vient de la gare",
      })
  void articles_contract_unless_they_elide(String words, String spelled) {
    assertThat(French.spelled(words)).isEqualTo(spelled);
  }

  @Test
  void an_aspirated_h_blocks_elision_and_does_not_block_contraction() {
    assertThat(French.spelled("le hibou de le hibou")).isEqualTo("le hibou du hibou");
    assertThat(French.spelled("le onze")).isEqualTo("le onze");
  }
}
