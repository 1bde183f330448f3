/** What scripts and CI rely on; see the command line contract in the README. */
export const EXIT = {
  ok: 0,
  /** It ran, and a gate fails: no candidate is feasible. */
  gateFails: 1,
  /** It could not run: usage, input, configuration, internal fault. */
  couldNotRun: 2,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
