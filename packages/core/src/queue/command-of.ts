import type { Command } from "./commands.ts";

/** One kind of command. */
export type CommandOf<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;
