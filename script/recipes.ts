/**
 * Runs what action.yml, GitLab's template and the autograder for Gradescope run, as their platforms do: each in a container of podman
 * as root, with this machine's files and a layer over them that is thrown away. Prints what came of it; ends with 1 where that is not
 * what is expected. Needs root, podman, runc and the package registries, and says so where they are missing.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");

/** A platform's recipe: the commands that it runs, and what they must print among other things. */
interface Recipe {
  title: string;
  commands: string;
  due: readonly RegExp[];
}

const handIn = `${root}/fixtures/tcp-echo-once/closes-early`;
const clone = (to: string) => `git -c safe.directory='*' clone --quiet --depth 1 'file://${root}' ${to}\n`;

const recipes: readonly Recipe[] = [
  {
    title: "GitHub: action.yml, with a pass mark",
    commands: `${clone("/opt/action")}
      export RUNNER_OS=Linux GITHUB_ACTIONS=true GITHUB_ACTION_PATH=/opt/action
      export GITHUB_OUTPUT=/opt/output GITHUB_STEP_SUMMARY=/opt/summary GITHUB_WORKSPACE=/opt/workspace
      mkdir /opt/workspace && cp ${handIn}/*.py /opt/workspace && cd /opt/workspace
      touch $GITHUB_OUTPUT $GITHUB_STEP_SUMMARY
      ${stepsOfAction({ lab: "tcp-echo-once", "pass-mark": "50", arguments: "--program server" })}
      cat $GITHUB_OUTPUT; head -n 3 $GITHUB_STEP_SUMMARY; ls wirecheck-report`,
    due: [/^score=\d+$/m, /^max-score=74$/m, /^::error |^::warning /m, /^# |^## /m, /^junit\.xml$/m, /^badge\.json$/m],
  },
  {
    title: "GitLab: the template's job",
    commands: `git config --global --add safe.directory '*'
      mkdir /opt/workspace && cp ${handIn}/*.py /opt/workspace && cd /opt/workspace
      export WIRECHECK_REPOSITORY='file://${root}' LAB=tcp-echo-once PASS_MARK=100
      ${jobOfGitLab()}
      echo "status $status"; ls wirecheck-report`,
    due: [/section_start:\d+:setup\[collapsed=true\]/, /^status 1$/m, /^junit\.xml$/m],
  },
  {
    title: "Gradescope: setup.sh and run_autograder",
    commands: `cd /opt && node ${root}/dist/bin/wirecheck.js export gradescope tcp-echo-once --out autograder.zip --packages python3
      mkdir -p /autograder/source /autograder/submission && cd /autograder/source
      python3 -m zipfile -e /opt/autograder.zip . && cp run_autograder .. && chmod +x ../run_autograder
      bash setup.sh
      cp ${handIn}/*.py /autograder/submission
      echo '{"created_at": "2026-11-27T10:00:00+07:00", "assignment": {"due_date": null}, "users": [{"name": "Budi", "email": "budi@example.org"}]}' > ../submission_metadata.json
      ../run_autograder; echo "status $?"
      python3 -c 'import json; print("score", json.load(open("/autograder/results/results.json"))["tests"][0]["score"])'`,
    due: [/^status 0$/m, /^score \d/m],
  },
];

/** The steps of the action that are commands, each in a shell as GitHub starts it; those of other actions are left out. */
function stepsOfAction(given: Readonly<Record<string, string>>): string {
  const { inputs, runs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => given[name] ?? inputs[name].default);
  return runs.steps
    .filter(({ run }: { run?: string }) => run !== undefined)
    .map(({ run, env = {} }: { run: string; env?: Record<string, string> }, index: number) => {
      const variables = Object.entries(env).map(([name, value]) => `${name}=${quoted(filled(value))}`);
      return `echo ${quoted(run)} > /opt/step-${index}\n env ${variables.join(" ")} bash --noprofile --norc -eo pipefail /opt/step-${index}\n`;
    })
    .join("");
}

/** GitLab runs all lines in one shell, and ends it at the first that fails. */
function jobOfGitLab(): string {
  const { wirecheck } = parse(readFileSync(join(root, "integrations/gitlab-ci.yml"), "utf8"));
  const lines = [...wirecheck.before_script, ...wirecheck.script].join("\n");
  return `status=0; bash -eo pipefail -c ${quoted(lines)} || status=$?`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function inContainer(commands: string): string {
  const files = spawnSync("bash", ["-c", "ulimit -Hn"], { encoding: "utf8" }).stdout.trim();
  const limits = ["--ulimit", `nofile=${files}:${files}`, "--ulimit", "nproc=4000:4000"];
  const options = ["--rm", "--network", "host", "--env-host", ...limits, "--workdir", "/", "--rootfs", "/:O"];
  const command = ["--runtime", "runc", "--cgroup-manager", "cgroupfs", "run", ...options, "bash", "-c", commands];
  const { stdout, stderr } = spawnSync("podman", command, { encoding: "utf8", maxBuffer: 2 ** 26 });
  return stdout + stderr;
}

const lacks = ["podman", "runc"].filter((tool) => spawnSync(tool, ["--version"]).status !== 0);
if (lacks.length > 0 || process.getuid?.() !== 0) {
  console.error(`recipes: ${lacks.length > 0 ? `${lacks.join(" and ")} missing` : "only root can"}, nothing was tried`);
} else {
  for (const { title, commands, due } of recipes) {
    if (process.argv[2] !== undefined && !title.startsWith(process.argv[2])) continue;
    const said = inContainer(commands);
    const missing = due.filter((each) => !each.test(said));
    console.log(missing.length === 0 ? `✓ ${title}` : `✗ ${title}: ${missing.join(", ")} is not in\n${said}`);
    if (missing.length > 0) process.exitCode = 1;
  }
}
