/** Fails where the files by which the server is run for real name what is not there. `check-deploy.ts [ROOT]` */
import { checkDeploy } from "./lib/deploy/check-deploy.ts";
import { checkWithPrograms } from "./lib/deploy/check-with-programs.ts";
import { repoRoot } from "./lib/repo-root.ts";

const root = process.argv[2] ?? repoRoot;
const { problems, notChecked } = checkWithPrograms(root);
const all = [...checkDeploy(root), ...problems];
for (const problem of all) console.error(problem);
for (const line of notChecked) console.log(`not read by its own program: ${line}`);
process.exitCode = all.length === 0 ? 0 : 1;
