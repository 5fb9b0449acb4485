import { execFile } from "node:child_process";
import { chmod, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { waitingIn } from "../runner/queue/names.ts";
import { queueName } from "../runner/queue/route.ts";
import { builtCommand } from "./support/built-command.ts";
import { SmallClass } from "./support/small-class.ts";

const run = promisify(execFile);

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of({ budi: "correct-plain", citra: "upper-cases" });
});
afterAll(() => small.remove());

async function documents(file: string) {
  const parsed = parseAllDocuments(await readFile(`integrations/${file}`, "utf8"), { merge: true });
  expect(parsed.flatMap(({ errors }) => errors)).toEqual([]);
  return parsed.map((document) => document.toJS());
}

/** The command line must know every option that a recipe gives it. */
async function checkCommand(words: readonly string[]): Promise<void> {
  const [name = "", ...rest] = words;
  const { stdout } = await run(builtCommand[0], [builtCommand[1], name, "--help"]);
  const options = rest.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []);
  expect(options.filter((option) => !stdout.includes(`${option} `) && !stdout.includes(`${option}\n`))).toEqual([]);
  expect(options.length).toBeGreaterThan(1);
}

it("Kubernetes: the worker is called as it is to be, and its secret is there under the names that it has", async () => {
  const [secret, deployment] = await documents("kubernetes/worker.yaml");
  const [container] = deployment.spec.template.spec.containers;
  await checkCommand(container.args);
  const [volume] = deployment.spec.template.spec.volumes;
  const [mount] = container.volumeMounts;
  const key = container.args.find((word: string) => word.startsWith("--queue-key="));
  expect(key).toBe(`--queue-key=${mount.mountPath}/${volume.secret.items[0].path}`);
  expect([mount.name, volume.secret.secretName]).toEqual([volume.name, secret.metadata.name]);
  expect(Object.keys(secret.stringData)).toEqual([
    volume.secret.items[0].key,
    container.env[0].valueFrom.secretKeyRef.key,
  ]);
});

it("KEDA: it looks at the lists in which hand-ins wait and are graded", async () => {
  const [authentication, scaled] = await documents("kubernetes/keda.yaml");
  const [, deployment] = await documents("kubernetes/worker.yaml");
  expect(scaled.spec.scaleTargetRef.name).toBe(deployment.metadata.name);
  const route = { wirecheck: "0.1.0", tier: "full" as const, watch: true, labels: [], key: "00000000" };
  const waiting = waitingIn(queueName(route));
  const triggers = scaled.spec.triggers as { metadata: Record<string, string>; authenticationRef: { name: string } }[];
  expect(triggers.map(({ metadata }) => metadata.listName)).toEqual([waiting, waiting.replace(/wait$/, "active")]);
  for (const { metadata, authenticationRef } of triggers)
    expect([metadata.listLength, authenticationRef.name]).toEqual(["4", authentication.metadata.name]);
});

it("compose: Redis and two workers, and a class that goes through them", async () => {
  const [{ services, secrets, volumes }] = await documents("compose/queue.yaml");
  expect(services.worker.deploy.replicas).toBe(2);
  for (const name of ["worker", "grade"]) {
    await checkCommand(services[name].command.split(" "));
    expect(services[name].command).toContain("--queue redis://redis --queue-key /run/secrets/course.key");
    expect(services[name].secrets).toEqual(Object.keys(secrets));
  }
  expect(services.redis.volumes).toEqual([`${Object.keys(volumes)[0]}:/data`]);
});

it("Slurm: the tasks of an array grade their parts, and the parts make the class", async () => {
  const wirecheck = await small.write("wirecheck", `#!/bin/sh\nexec '${builtCommand.join("' '")}' "$@"\n`);
  await chmod(wirecheck, 0o755);
  const env = { ...process.env, PATH: `${small.folder}:${process.env.PATH}`, SLURM_CPUS_PER_TASK: "1" };
  const grades = small.path("grades");
  for (const part of ["1", "2"]) {
    const task = { ...env, SLURM_ARRAY_TASK_ID: part, SLURM_ARRAY_TASK_COUNT: "2" };
    await run("bash", ["integrations/slurm/grade.sbatch", small.lab, small.handIns, grades, "--seed", "7"], {
      env: task,
    });
  }
  await run("bash", ["integrations/slurm/merge.sbatch", grades], { env });
  expect(await small.marks("grades")).toEqual({ budi: 10, citra: 4 });
});
