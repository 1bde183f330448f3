import type { Chip, Link } from "../../catalog/types.ts";
import { isMapping, type Mapping } from "../../input/mapping.ts";

/** Keys that a spec may leave out, and what stands in for them: those of the chip that it extends, or plain defaults. */
export function withDefaults(document: Mapping, base: Chip | null): Mapping {
  const defaults =
    base === null
      ? { family: document["class"] }
      : {
          vendor: base.vendor,
          class: base.class,
          deployment: base.deployment,
          year: base.year,
          family: base.family,
          system: base.system,
          stacks: base.stacks,
          availability: base.availability,
        };
  const links = base === null ? {} : { links: linksOf(document["links"], base) };
  return { source: "spec", confidence: "low", compute: {}, ...defaults, ...document, ...links };
}

/** A link is a name, a rate and a number of chips together; what a spec says of one completes the base's. */
function linksOf(written: unknown, base: Chip): Mapping {
  const links = isMapping(written) ? written : {};
  const complete = (
    key: string,
    link: (Link & { domainChips?: number }) | null,
  ): [string, unknown][] => {
    const own = links[key];
    if (!isMapping(own) || link === null) return own === undefined ? [] : [[key, own]];
    const { name, bandwidthBytesPerSecond, domainChips } = link;
    const bandwidth = `${bandwidthBytesPerSecond / 1e9} GB/s`;
    return [[key, { name, bandwidth, ...(domainChips && { chips: domainChips }), ...own }]];
  };
  return Object.fromEntries([
    ...complete("scaleUp", base.scaleUp),
    ...complete("scaleOut", base.scaleOut),
    ...complete("host", base.hostLink),
  ]);
}

/** Every figure that the spec leaves out is that of the chip that it extends. */
export function inherit(chip: Chip, base: Chip, written: Mapping): Chip {
  const merged: Chip = {
    ...fillNulls(chip, base),
    peakOpsPerSecond: { ...base.peakOpsPerSecond, ...chip.peakOpsPerSecond },
    structuredSparsity: says(written, "compute", "structuredSparsity")
      ? chip.structuredSparsity
      : base.structuredSparsity,
    memory: {
      ...fillNulls(chip.memory, base.memory),
      onChipOnly: says(written, "memory", "onChipOnly")
        ? chip.memory.onChipOnly
        : base.memory.onChipOnly,
    },
    process: fillNulls(chip.process, base.process),
  };
  // An estimate of the base stays one where the spec says nothing.
  const own = (field: string): boolean => readField(chip, field) !== null;
  return { ...merged, estimated: base.estimated.filter((field) => !own(field)) };
}

function fillNulls<T extends object>(values: T, others: T): T {
  const stated = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return { ...others, ...Object.fromEntries(stated) };
}

function says(written: Mapping, section: string, key: string): boolean {
  const part = written[section];
  return isMapping(part) && key in part;
}

/** The value at a dotted path of `Chip` ("memory.bandwidthBytesPerSecond"); null when nobody states it. */
export function readField(chip: Chip, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>((node, key) => (isMapping(node) ? (node[key] ?? null) : null), chip);
}
