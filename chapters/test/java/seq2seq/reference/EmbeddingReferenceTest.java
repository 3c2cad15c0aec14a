package seq2seq.reference;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.engine.Tensor;

class EmbeddingReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("embedding");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLookupAndItsScatterAddAgreeWithPyTorch(ReferenceCase reference) {
    Embedding embedding = new Embedding(reference.weight("W"));
    Tensor outputs = embedding.forward(reference.ids("tokens"));
    Mix.of(outputs).backward();
    new Comparison(reference)
        .within(0, "outputs", outputs)
        .gradients(embedding.parameters())
        .complete();
  }
}
