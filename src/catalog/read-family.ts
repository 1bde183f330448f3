import { CONFIDENCES, type ProfileFields, present, profileFields } from "./profile-fields.ts";
import type { ChipClass, Family } from "./types.ts";

/** What a family inherits where it does not say: eight fitted parameters and the tile, which is a fact of the architecture. */
export type FamilyParameters = Pick<
  Family,
  | "matmulShare"
  | "bandwidthShare"
  | "vectorShare"
  | "attentionShare"
  | "narrowShare"
  | "tileRows"
  | "tileColumns"
  | "tileDepth"
  | "depthwiseShare"
  | "linkShare"
  | "launchSeconds"
>;

/** A family as its file states it: parameters that it leaves out are null and come from the parent (see resolveFamilies). */
export type FamilyProfile = Omit<Family, keyof FamilyParameters> & {
  readonly [Name in keyof FamilyParameters]: number | null;
};

const CLASSES: readonly ChipClass[] = ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"];
const BASES = ["fitted", "published", "inherited"] as const;

/**
 * Chip family of a profile (profiles/families/<id>.yaml, valid against schemas/family.schema.json), times in seconds.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readFamily(document: unknown): FamilyProfile {
  const fields = profileFields(document);
  const tile = fields.sectionOrNull("tile");
  return {
    id: fields.text("id"),
    name: fields.text("name"),
    class: fields.oneOf("class", CLASSES),
    parent: fields.textOrNull("parent"),
    matmulShare: fields.quantityOrNull("matmulShare", "share"),
    bandwidthShare: fields.quantityOrNull("bandwidthShare", "share"),
    vectorShare: fields.quantityOrNull("vectorShare", "share"),
    attentionShare: fields.quantityOrNull("attentionShare", "share"),
    narrowShare: fields.quantityOrNull("narrowShare", "share"),
    tileRows: tile?.count("rows") ?? null,
    tileColumns: tile?.count("columns") ?? null,
    tileDepth: tile?.count("depth") ?? null,
    depthwiseShare: fields.quantityOrNull("depthwiseShare", "share"),
    linkShare: fields.quantityOrNull("linkShare", "share"),
    launchSeconds: fields.quantityOrNull("launch", "seconds"),
    ...present("fullClockWatts", fields.countOrNull("fullClockWatts")),
    ...present("portedAttentionShare", fields.quantityOrNull("portedAttentionShare", "share")),
    ...supportEnd(fields.sectionOrNull("supportEnd")),
    ...(fields.flagOrNull("contexts") === true ? { contexts: true } : {}),
    basis: fields.oneOf("basis", BASES),
    source: fields.text("source"),
    confidence: fields.oneOf("confidence", CONFIDENCES),
    note: fields.textOrNull("note"),
  };
}

function supportEnd(section: ProfileFields | null): Pick<Family, "supportEnd"> {
  return section === null
    ? {}
    : { supportEnd: { date: section.text("date"), reason: section.text("reason") } };
}
