/** A reason for which the command could not run that the user can mend; ends with exit code 2 and no stack. */
export class Failure extends Error {
  /** What would be right, on a line of its own. */
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = "Failure";
    this.help = help;
  }
}
