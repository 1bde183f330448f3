import type { Catalog, Chip } from "../../catalog/types.ts";
import { didYouMean } from "../../input/suggest.ts";

const CLASSES = ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"] as const;

type Selection =
  | { ok: true; chips: readonly Chip[] }
  | { ok: false; message: string; help: string | null };

/** The chips that the words name, in the order of the catalogue: ids, classes, or `*` for all. */
export function selectChips(words: readonly string[], { chips }: Catalog): Selection {
  const chosen = new Set<Chip>();
  for (const word of words) {
    const named = chips.filter((chip) => word === "*" || chip.id === word || chip.class === word);
    if (named.length === 0) {
      const known = [...chips.map(({ id }) => id), ...CLASSES];
      const help = didYouMean(word, known) ?? "chipselect catalog list chips shows them all";
      return { ok: false, message: `no chip or class "${word}" in the catalogue`, help };
    }
    for (const chip of named) chosen.add(chip);
  }
  return { ok: true, chips: chips.filter((chip) => chosen.has(chip)) };
}
