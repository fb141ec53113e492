/** The database cannot be used as it stands; the message is one line for the person who starts the server. */
export class UnusableDatabase extends Error {
  override readonly name = "UnusableDatabase";
}
