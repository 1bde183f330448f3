import type { Shown, ShownChoice } from "./prompter.ts";

/**
 * Choices with every word of the term, wherever in the name: those that begin with it first, those that only their other words find
 * last.
 */
export function findChoices(shown: Pick<Shown, "choices" | "typed">, term: string): ShownChoice[] {
  const sought = term.toLowerCase().split(/\s+/u).filter(Boolean);
  const [first = ""] = sought;
  const found = shown.choices.flatMap((choice) => {
    const name = `${choice.name} ${choice.value}`.toLowerCase();
    const words = (choice.words ?? "").toLowerCase();
    if (!sought.every((word) => name.includes(word) || words.includes(word))) return [];
    const place = name.indexOf(first);
    return [{ choice, rank: place < 0 ? 2 + words.indexOf(first) : Math.min(1, place) }];
  });
  return [
    ...(shown.typed?.(term.trim()) ?? []),
    ...found.toSorted((a, b) => a.rank - b.rank).map(({ choice }) => choice),
  ];
}
