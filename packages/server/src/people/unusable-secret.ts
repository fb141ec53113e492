/** A secret's file cannot be used as it stands; the message is one line for the person who starts the server. */
export class UnusableSecret extends Error {
  override readonly name = "UnusableSecret";
}
