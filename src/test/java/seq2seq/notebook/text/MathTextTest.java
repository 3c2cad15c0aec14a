package seq2seq.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h_t = \\tanh(x_t W_{xh} + h_{t-1} W_{hh} + b_h) | hₜ = tanh(xₜ Wₓₕ + hₜ₋₁ Wₕₕ + bₕ)",
        "(N \\times T)                                   | (N × T)",
        "x \\in \\mathbb{R}^{N \\times D}                | x ∈ ℝ^(N×D)",
        "\\frac{\\partial L}{\\partial h}                | ∂L/∂h",
        "\\frac{a+b}{2}                                  | (a + b)/2",
        "\\sum_{t=1}^{T} x_t                             | Σₜ₌₁ᵀ xₜ",
        "r_t \\odot \\tilde{h}_t                         | rₜ ⊙ h\u0303ₜ",
        "-x + (-y) - 2^{-24}                             | −x + (−y) − 2⁻²⁴",
        "H_{\\text{enc}} \\ne H_\\text{dec}              | H_enc ≠ H_dec",
        "W_c c + V'                                      | W_c c + V′",
        "\\left[ W_x, W_c \\right]                       | [Wₓ, W_c]",
        "e^{z_i} / \\sum_j e^{z_j}                       | e^zᵢ / Σⱼ e^zⱼ",
        "\\begin{bmatrix} x \\\\ c \\end{bmatrix}        | [x; c]",
        "\\sigma(z)\\quad\\text{a gate}                  | σ(z)   a gate",
      })
  void aFormulaInASentenceIsLegible(String tex, String text) {
    assertThat(MathText.inline(tex.strip())).isEqualTo(text.strip());
  }

  @Test
  void aDisplayedMatrixStandsInBrackets() {
    assertThat(
            MathText.display(
                "\\begin{bmatrix} 0 & 1 \\\\ 10 & 2 \\\\ 3 & 4 \\end{bmatrix}"
                    + " < \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}"))
        .containsExactly(
            "⎡ 0   1 ⎤", "⎢ 10  2 ⎥ < ⎡ 1 ⎤".replace("< ⎡ 1 ⎤", "< ⎡ 1 ⎤"), "⎣ 3   4 ⎦   ⎣ 2 ⎦");
  }

  @Test
  void alignedFormulasStandBelowEachOther() {
    assertThat(MathText.display("\\begin{aligned} a &= b \\\\ cc &= d \\end{aligned}"))
        .containsExactly(" a = b", "cc = d");
  }

  @Test
  void anUnknownCommandIsShownByItsName() {
    assertThat(MathText.inline("\\unheard x")).isEqualTo("unheard x");
  }

  @Test
  void brokenLatexDoesNotFail() {
    for (String broken :
        new String[] {"{", "\\", "a_", "\\frac{a", "\\begin{bmatrix} a", "}", "^"}) {
      assertThat(MathText.inline(broken)).isNotNull();
      assertThat(MathText.display(broken)).isNotNull();
    }
  }
}
