import type { Config } from "../../config/config.ts";
import type { Credentials } from "../../people/credentials.ts";

/** What it takes to know who asks. */
export interface Doorkeeper {
  readonly credentials: Credentials;
  readonly config: Pick<Config, "publicUrl" | "allowedOrigins">;
}
