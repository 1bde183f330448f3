import type { Evidence } from "../catalog/calibration.ts";
import { chipEvidence } from "../catalog/intervals.ts";
import type { Chip, Family } from "../catalog/types.ts";

/** Whose measurements the parameters of a chip rest on, in words. */
export function parameterBasis(chip: Chip, family: Family, evidence: Evidence | null): string {
  if (evidence === null) return `${family.name} (${family.basis})`;
  const { chips, families } = evidence.rows;
  const basis = chipEvidence(evidence.rows, chip);
  if (basis === "chip") {
    return `${family.name} (fitted, ${counted(chips[chip.id] ?? 0)} of this chip)`;
  }
  if (basis === "family") {
    return `${family.name} (fitted on other chips of the family, ${counted(families[family.id] ?? 0)})`;
  }
  return `${family.name} (never measured; ${family.basis === "published" ? "published facts, the rest" : "all"} from its class)`;
}

const counted = (rows: number): string => `${rows} measurement${rows === 1 ? "" : "s"}`;
