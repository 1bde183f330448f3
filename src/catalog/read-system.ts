import { CONFIDENCES, profileFields } from "./profile-fields.ts";
import type { ProfileFields } from "./profile-fields.ts";
import type { System } from "./types.ts";

const KINDS = ["server", "rack-scale", "pod", "workstation", "board", "device"] as const;
const TOPOLOGIES = ["switch", "mesh", "ring", "torus-2d", "torus-3d", "bus", "none"] as const;

/**
 * System of a profile (profiles/systems/<id>.yaml, valid against schemas/system.schema.json), in SI units.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readSystem(document: unknown): System {
  const fields = profileFields(document);
  const minimum = fields.section("minimumChips");
  return {
    id: fields.text("id"),
    name: fields.text("name"),
    kind: fields.oneOf("kind", KINDS),
    chipsPerNode: fields.count("chipsPerNode"),
    scaleUpChips: fields.count("scaleUpChips"),
    topology: fields.oneOf("topology", TOPOLOGIES),
    scaleUpLatencySeconds: fields.quantity("scaleUpLatency", "seconds"),
    scaleOut: readNetwork(fields.sectionOrNull("scaleOut")),
    hostWattsPerChip: fields.quantity("hostPower", "watts"),
    hostUsdPerChip: fields.quantity("hostPrice", "usd"),
    minimumChipsOwned: minimum.count("owned"),
    minimumChipsRented: minimum.count("rented"),
    powerUsageEffectiveness: fields.count("powerUsageEffectiveness"),
    source: fields.text("source"),
    confidence: fields.oneOf("confidence", CONFIDENCES),
    estimated: fields.texts("estimated"),
    note: fields.textOrNull("note"),
  };
}

function readNetwork(fields: ProfileFields | null): System["scaleOut"] {
  if (fields === null) return null;
  return {
    name: fields.text("name"),
    bandwidthBytesPerSecond: fields.quantity("bandwidth", "bytes-per-second"),
    latencySeconds: fields.quantity("latency", "seconds"),
    maxChips: fields.count("maxChips"),
  };
}
