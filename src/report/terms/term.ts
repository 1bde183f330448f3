/** Something that reports or messages name and that a reader may ask about. */
export interface Term {
  id: string;
  kind:
    | "criterion"
    | "metric"
    | "plan"
    | "bound"
    | "decision"
    | "application"
    | "message"
    | "method"
    | "weights"
    | "robustness";
  title: string;
  aliases: readonly string[];
  /** How the figure comes about, where it is one. */
  formula: string | null;
  text: string;
}

/** A maker of terms of one kind. */
export function termsOf(kind: Term["kind"]) {
  return (
    id: string,
    title: string,
    aliases: readonly string[],
    formula: string | null,
    text: string,
  ): Term => ({ id, kind, title, aliases, formula, text });
}
