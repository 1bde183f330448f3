/** What stands in for each character beyond ASCII that reports use, on terminals that cannot draw it. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  "×": "x",
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "..",
  "·": "*",
  "•": "*",
  µ: "u",
  "≥": ">=",
  "≤": "<=",
  "→": "->",
  "²": "2",
  "÷": "/",
  "±": "+-",
  "⁺": "+",
  "⁻": "-",
  "√": "sqrt ",
  "∝": "~",
  "′": "'",
  Σ: "sum ",
  Π: "product ",
  λ: "lambda",
  ξ: "xi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  "’": "'",
  "“": '"',
  "”": '"',
};

/** Other characters lose their accents, and become `?` when nothing is left. */
export function toAscii(text: string): string {
  return text.replaceAll(/[^\n -~]/gu, (character) => {
    const known = REPLACEMENTS[character];
    if (known !== undefined) return known;
    const base = character.normalize("NFKD").replaceAll(/[^ -~]/gu, "");
    return base === "" ? "?" : base;
  });
}
