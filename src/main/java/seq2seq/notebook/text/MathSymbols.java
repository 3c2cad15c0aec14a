package seq2seq.notebook.text;

import java.util.Map;
import java.util.TreeMap;

/** The characters that LaTeX names, and those that can stand high or low. */
final class MathSymbols {
  private static final Map<String, String> NAMED =
      pairs(
          "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ",
          "lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ",
          "omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω",
          "sum Σ prod ∏ int ∫ partial ∂ nabla ∇ infty ∞ prime ′ ell ℓ top ⊤ hbar ℏ emptyset ∅",
          "forall ∀ exists ∃ neg ¬ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩",
          "lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert |",
          "{ { } } | ‖ % % $ $ & & # # _ _ lbrace { rbrace } backslash \\ star ⋆ checkmark ✓");

  /** Written with a blank on each side between operands. */
  private static final Map<String, String> OPERATORS =
      pairs(
          "times × cdot · odot ⊙ oplus ⊕ otimes ⊗ div ÷ pm ± mp ∓ ast ∗ circ ∘ cup ∪ cap ∩ leq ≤ le ≤",
          "geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ propto ∝ ll ≪ gg ≫ in ∈ notin ∉",
          "subset ⊂ subseteq ⊆ to → rightarrow → leftarrow ← gets ← mapsto ↦ Rightarrow ⇒",
          "Leftrightarrow ⇔ iff ⇔ implies ⇒ longrightarrow ⟶ Longrightarrow ⟹ longmapsto ⟼ mid |",
          "land ∧ lor ∨ wedge ∧ vee ∨ parallel ∥ setminus ∖ leftrightarrow ↔ lt < gt > coloneqq ≔");

  private static final String HIGH_FROM =
      "0123456789+-=()abcdefghijklmnoprstuvwxyzTNHDLVRABEGIJKMOPUW′⊤,";
  private static final String HIGH_TO =
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴺᴴᴰᴸⱽᴿᴬᴮᴱᴳᴵᴶᴷᴹᴼᴾᵁᵂ′ᵀ˒";
  private static final String LOW_FROM = "0123456789+-=()aehijklmnoprstuvxβγρφχ,";
  private static final String LOW_TO = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ,";

  private MathSymbols() {}

  private static Map<String, String> pairs(String... lines) {
    Map<String, String> pairs = new TreeMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        pairs.put(words[i], words[i + 1]);
      }
    }
    return pairs;
  }

  /** The character of the command {@code name}; null if it has none. */
  static String named(String name) {
    return NAMED.get(name);
  }

  /** The character of the operator or relation {@code name}; null if it is none. */
  static String operator(String name) {
    return OPERATORS.get(name);
  }

  /** {@code text} raised, {@code xᵗ⁻¹}, or in a form such as {@code ^(t/2)}. */
  static String high(String text) {
    String small = mapped(text.replace("−", "-"), HIGH_FROM, HIGH_TO);
    return small != null ? small : "^" + grouped(text);
  }

  /** {@code text} lowered, {@code hₜ₋₁}, or in a form such as {@code W_c}. */
  static String low(String text) {
    String small = mapped(text.replace("−", "-"), LOW_FROM, LOW_TO);
    return small != null ? small : "_" + grouped(text);
  }

  private static String mapped(String text, String from, String to) {
    StringBuilder mapped = new StringBuilder();
    for (char c : text.toCharArray()) {
      int i = from.indexOf(c);
      if (i < 0) {
        return null;
      }
      mapped.append(to.charAt(i));
    }
    return mapped.toString();
  }

  private static String grouped(String text) {
    boolean simple = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '′');
    return simple ? text : "(" + text + ")";
  }

  /** The letter of {@code \mathbb} and {@code \mathcal}. */
  static String blackboard(String letter) {
    return switch (letter) {
      case "R" -> "ℝ";
      case "N" -> "ℕ";
      case "Z" -> "ℤ";
      case "E" -> "𝔼";
      case "1" -> "𝟙";
      default -> letter;
    };
  }
}
