import type { Catalog, Chip, Stack } from "../catalog/types.ts";
import { didYouMean } from "../input/suggest.ts";
import { Failure } from "./failure.ts";

/** @throws Failure with the nearest ids when the catalogue has no such chip */
export function findChip(catalog: Catalog, id: string): Chip {
  return find(catalog.chips, id, "chip", "chipselect catalog list chips");
}

/** @throws Failure with the nearest ids when the catalogue has no such software stack */
export function findStack(catalog: Catalog, id: string): Stack {
  return find(catalog.stacks, id, "stack", "chipselect catalog list stacks");
}

function find<T extends { id: string }>(
  items: readonly T[],
  id: string,
  noun: string,
  listing: string,
): T {
  const found = items.find((item) => item.id === id);
  if (found !== undefined) return found;
  const ids = items.map((item) => item.id);
  throw new Failure(`unknown ${noun} "${id}"`, didYouMean(id, ids) ?? `${listing} shows them all`);
}
