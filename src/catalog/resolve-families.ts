import type { FamilyParameters, FamilyProfile } from "./read-family.ts";
import type { Family } from "./types.ts";

/**
 * Fills the parameters that a family leaves out with those of its nearest ancestor that has them, the class last. What a
 * family says about itself (basis, source, confidence, note) stays its own. Returns the families in the order given.
 *
 * @throws RangeError when a parent is missing, when families are their own ancestors, or when no ancestor has a parameter.
 */
export function resolveFamilies(profiles: readonly FamilyProfile[]): Family[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return profiles.map((profile) => resolve(profile, lineage(profile, byId)));
}

/** The family itself, its parent, and so on up to the class. */
function lineage(
  profile: FamilyProfile,
  byId: ReadonlyMap<string, FamilyProfile>,
): readonly FamilyProfile[] {
  const line = [profile];
  let youngest = profile;
  while (youngest.parent !== null) {
    const parent = byId.get(youngest.parent);
    if (parent === undefined) {
      throw new RangeError(`family ${youngest.id} has an unknown parent, ${youngest.parent}`);
    }
    if (line.includes(parent)) {
      throw new RangeError(`family ${profile.id} descends from itself through ${parent.id}`);
    }
    line.push(parent);
    youngest = parent;
  }
  return line;
}

function resolve(profile: FamilyProfile, line: readonly FamilyProfile[]): Family {
  const inherit = (name: keyof FamilyParameters): number => {
    for (const ancestor of line) {
      const value = ancestor[name];
      if (value !== null) return value;
    }
    throw new RangeError(`family ${profile.id} and its ancestors have no ${name}`);
  };
  return {
    ...profile,
    matmulShare: inherit("matmulShare"),
    bandwidthShare: inherit("bandwidthShare"),
    vectorShare: inherit("vectorShare"),
    attentionShare: inherit("attentionShare"),
    narrowShare: inherit("narrowShare"),
    tileRows: inherit("tileRows"),
    tileColumns: inherit("tileColumns"),
    tileDepth: inherit("tileDepth"),
    depthwiseShare: inherit("depthwiseShare"),
    linkShare: inherit("linkShare"),
    launchSeconds: inherit("launchSeconds"),
  };
}
