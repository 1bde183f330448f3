import { isMapping } from "../mapping.ts";
import type { Path } from "../path.ts";
import { didYouMean } from "../suggest.ts";
import { tidy } from "./expand-values.ts";
import type { Piece } from "./over-text.ts";

export type PlaceReading =
  | { ok: true; path: Path }
  | { ok: false; piece: Piece; message: string; help: string | null };

/**
 * Where the words of a key lead in a document: keys of mappings, numbers or ids of the entries of lists. A key that is not there yet
 * is a place all the same (the format's reader says whether it may be); an entry of a list must be there.
 */
export function findPlace(root: unknown, steps: readonly Piece[]): PlaceReading {
  const path: (string | number)[] = [];
  let node: unknown = root;
  for (const piece of steps) {
    if (Array.isArray(node)) {
      const index = indexOf(node, piece.text);
      if (index === null) {
        const ids = node.flatMap((entry) =>
          isMapping(entry) && typeof entry["id"] === "string" ? [entry["id"]] : [],
        );
        const list = String(path.at(-1) ?? "list");
        const help = didYouMean(piece.text, ids) ?? `entries are numbered from 0`;
        return { ok: false, piece, message: `"${list}" has no entry "${piece.text}"`, help };
      }
      path.push(index);
      node = node[index];
    } else if (node === undefined || node === null || isMapping(node)) {
      path.push(piece.text);
      node = isMapping(node) ? node[piece.text] : undefined;
    } else {
      const name = String(path.at(-1));
      const message = `"${name}" is ${JSON.stringify(node)} here, which has no key "${piece.text}"`;
      const help = `vary "${name}" itself, with values such as {${piece.text}: ...}`;
      return { ok: false, piece, message, help };
    }
  }
  return { ok: true, path };
}

function indexOf(list: readonly unknown[], word: string): number | null {
  const byId = list.findIndex((entry) => isMapping(entry) && entry["id"] === word);
  if (byId !== -1) return byId;
  const index = /^\d+$/u.test(word) ? Number(word) : Number.NaN;
  return index < list.length ? index : null;
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)];
    return isMapping(node) ? node[String(step)] : undefined;
  }, root);
}

/** The same document with one value replaced; nothing that it shares with the given one changes. */
export function withValueAt(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((entry: unknown, index) =>
      index === step ? withValueAt(entry, rest, value) : entry,
    );
  }
  const mapping = isMapping(root) ? root : {};
  return { ...mapping, [step]: withValueAt(mapping[step], rest, value) };
}

const WRITTEN = /^(\D*?)(\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(.*)$/isu;

/** A number, or a quantity such as "20 k USD" with its unit kept, times the factor; null for anything else. */
export function multiplied(written: unknown, factor: number): number | string | null {
  if (typeof written === "number") return tidy(written * factor);
  if (typeof written !== "string") return null;
  const [, before = "", number, after = ""] = WRITTEN.exec(written) ?? [];
  return number === undefined ? null : `${before}${tidy(Number(number) * factor)}${after}`;
}
