export interface Example {
  command: string;
  /** What it is for, when the command does not say. */
  purpose?: string;
}

/** A command's description with its examples first, as commander prints it above arguments and options. */
export function described(description: string, examples: readonly Example[]): string {
  const lines = examples.map(({ command, purpose }) =>
    purpose === undefined ? `  ${command}` : `  ${command}  # ${purpose}`,
  );
  return `${description}\n\nExamples:\n${lines.join("\n")}`;
}
