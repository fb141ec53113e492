/** `npm run verify-audit` */
import { verifyAllChains, type VerifiedChain } from "@callnext/server/maintenance";
import { openCommand, usage } from "./command.ts";
import { fail } from "./fail.ts";

const USAGE = `npm run verify-audit

Recomputes the audit log's chains of hashes, the platform's and each organisation's, while the server runs or not.
Ends with 1 where one of them is broken. Keep what it prints elsewhere: a hash noted down today proves later that
nothing before it was changed since.`;

if (process.argv.length > 2) usage(USAGE);
const { config, log } = openCommand();
const chains = await verifyAllChains(config, log).catch((problem: unknown) =>
  fail(problem, "The audit log cannot be read"),
);
console.log(chains.map(line).join("\n"));
if (chains.some(({ found }) => found.state === "broken")) process.exitCode = 1;

function line({ tenant, found }: VerifiedChain): string {
  const name = tenant ?? "(platform)";
  if (found.state === "broken") return `${name}  BROKEN at entry ${found.at}: ${found.why}`;
  const none = found.to < found.from;
  return none
    ? `${name}  no entries`
    : `${name}  intact, entries ${found.from} to ${found.to}  ${found.hash}`;
}
