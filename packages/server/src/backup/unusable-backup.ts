export type BackupFault =
  | "backup-missing"
  | "backup-unwritable"
  | "backup-foreign"
  | "backup-newer"
  | "backup-damaged"
  | "database-not-empty"
  | "database-foreign"
  | "database-busy"
  | "not-the-owner"
  | "secret-missing";

/** A backup cannot be made or restored; nothing was changed. The message is one line for the person who asked. */
export class UnusableBackup extends Error {
  override readonly name = "UnusableBackup";
  readonly code: BackupFault;

  constructor(code: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
