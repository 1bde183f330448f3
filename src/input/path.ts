/** Place in a document: keys of mappings and indices of sequences, root first. */
export type Path = readonly (string | number)[];

/** `demand.tasks[0].rate`; keys that are no plain words are quoted. The root reads `(document)`. */
export function formatPath(path: Path): string {
  if (path.length === 0) return "(document)";
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** RFC 6901: `/demand/tasks/0` with `~1` for a slash and `~0` for a tilde. Numbers index sequences. */
export function parseJsonPointer(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : unescape(step)));
}

function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
