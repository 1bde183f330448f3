import type { Catalog, Chip, Model } from "../catalog/types.ts";
import { once } from "../units/once.ts";
import { aliasKey, chipWords, type ChipWords } from "./chip-words.ts";
import { modelSpellings } from "./model-words.ts";
import type { Naming, NetworkSize } from "./naming.ts";

/** Ids that printed names mean. A name that fits nothing, or several things alike, has no id. */
export interface Names {
  chip(printed: string): FoundName;
  model(printed: string): string | null;
  /** Size of a convolution network that the catalogue lacks. */
  networkSize(printed: string): NetworkSize | null;
}

/** `several`: ids that the name does not tell apart. */
type FoundName = { id: string } | { several: readonly string[] };

export function createNames(catalog: Catalog, naming: Naming): Names {
  const chips = once(() => chipIndex(catalog, naming));
  const models = once(() => modelIndex(catalog.models, naming));
  const sizes = once(
    () =>
      new Map(Object.entries(naming.networkSizes).map(([name, size]) => [faithful(name), size])),
  );
  return {
    chip(printed) {
      const exact = naming.chips[printed];
      return exact === undefined ? chips().find(printed) : { id: exact };
    },
    model(printed) {
      return naming.models[printed] ?? models()(printed);
    },
    networkSize(printed) {
      const spelling = modelSpellings(printed).find((each) => sizes().has(each));
      return (spelling === undefined ? undefined : sizes().get(spelling)) ?? null;
    },
  };
}

interface Candidate {
  chip: Chip;
  words: ChipWords;
}

function chipIndex(catalog: Catalog, naming: Naming): { find(printed: string): FoundName } {
  const byId = new Map(catalog.chips.map((chip) => [chip.id, chip]));
  const byPart = new Map<string, Candidate[]>();
  const add = (chip: Chip, name: string): void => {
    const words = chipWords(name);
    const same = byPart.get(words.part);
    if (same === undefined) byPart.set(words.part, [{ chip, words }]);
    else if (!same.some((other) => other.chip.id === chip.id)) same.push({ chip, words });
  };
  for (const chip of catalog.chips) add(chip, chip.name);
  for (const [alias, id] of Object.entries(naming.chipAliases)) {
    const chip = byId.get(id);
    if (chip) add(chip, alias);
  }
  const aliases = new Map(
    Object.entries(naming.chipAliases).map(([alias, id]) => [aliasKey(alias), id]),
  );
  return {
    find(printed) {
      if (byId.has(printed)) return { id: printed };
      const alias = aliases.get(aliasKey(printed));
      if (alias !== undefined) return { id: alias };
      const asked = chipWords(printed);
      if (asked.isVague || asked.part === "") return { several: [] };
      const candidates = byPart.get(asked.part) ?? [];
      return only(
        candidates.filter((candidate) => fits(asked, candidate, byId)),
        asked,
      );
    },
  };
}

function fits(
  asked: ChipWords,
  { chip, words }: Candidate,
  byId: ReadonlyMap<string, Chip>,
): boolean {
  if (!engineFits(asked, chip, byId)) return false;
  if (differ(asked.form, words.form)) return false;
  if (chip.class === "gpu" && differ(asked.gpuCores, chip.cores)) return false;
  if (asked.memoryGigabytes === null) return true;
  if (words.memoryGigabytes !== null) return words.memoryGigabytes === asked.memoryGigabytes;
  return !isCard(chip) || nearCapacity(asked.memoryGigabytes, chip);
}

/** Names of these classes rarely say which engine they mean, but sometimes call it an NPU or a CPU. */
const HAS_ONE_ENGINE = /^(?:asic|mcu|tpu|fpga)$/u;

/**
 * The engine that the name speaks of is that of the profile. A system on chip may have several profiles: "x" for its main accelerator beside
 * "x-cpu" and "x-gpu"; a processor named without an engine means its CPU.
 */
function engineFits(asked: ChipWords, chip: Chip, byId: ReadonlyMap<string, Chip>): boolean {
  const isNpuOfProcessor = chip.class === "cpu" && byId.has(`${chip.id}-cpu`);
  const engine = isNpuOfProcessor ? "npu" : chip.class;
  if (asked.engine === "other") return false;
  if (asked.engine !== null && HAS_ONE_ENGINE.test(engine)) return !byId.has(`${chip.id}-cpu`);
  if (asked.engine !== null) return engine === asked.engine;
  if (isNpuOfProcessor) return false;
  const whole = byId.get(chip.id.replace(/-(?:cpu|gpu)$/u, ""));
  if (whole === undefined || whole.id === chip.id) return true;
  return chip.class === "cpu" && whole.class === "cpu";
}

/** Cards are named with their memory; a Mac or a board with the memory that its owner bought. */
const isCard = (chip: Chip): boolean =>
  chip.class === "gpu" && chip.vendor !== "Apple" && /PCIe|SXM|OAM/u.test(chip.formFactor ?? "");

function nearCapacity(gigabytes: number, { memory: { capacityBytes } }: Chip): boolean {
  return capacityBytes === null || Math.abs(capacityBytes / 1e9 / gigabytes - 1) < 0.12;
}

const differ = (asked: string | number | null, own: string | number | null): boolean =>
  asked !== null && own !== null && asked !== own;

/** The one candidate that is left, or the plain one among its variants ("m1-max" before "m1-max-24c"). */
function only(candidates: readonly Candidate[], asked: ChipWords): FoundName {
  const exact = candidates.filter(
    ({ words }) => (asked.form === null) === (words.form === null) || words.form === asked.form,
  );
  const left = exact.length > 0 ? exact : candidates;
  const ids = left.map(({ chip }) => chip.id);
  const plain = ids.find((id) => ids.every((other) => other === id || other.startsWith(`${id}-`)));
  return plain === undefined ? { several: ids } : { id: plain };
}

function modelIndex(models: readonly Model[], naming: Naming): (printed: string) => string | null {
  const index = new Map<string, string | null>();
  const add = (spelling: string, id: string): void => {
    const other = index.get(spelling);
    // Two models of one spelling: the name alone tells neither.
    index.set(spelling, other === undefined || other === id ? id : null);
  };
  for (const { id, name } of models) {
    for (const spelling of new Set([faithful(id), faithful(name)])) add(spelling, id);
  }
  for (const [alias, id] of Object.entries(naming.modelAliases)) index.set(faithful(alias), id);
  return (printed) => {
    for (const spelling of modelSpellings(printed)) {
      const id = index.get(spelling);
      if (id !== undefined && id !== null) return id;
    }
    return null;
  };
}

const faithful = (name: string): string => modelSpellings(name)[0] ?? "";
