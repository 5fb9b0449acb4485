import { expect, it } from "vitest";
import { type Sandbox, sandboxArguments } from "./sandbox.ts";

const sandbox: Sandbox = {
  home: "/scratch/0/home",
  build: null,
  toolFolders: [],
  machineFiles: "/scratch/etc",
  sharedFolders: ["/etc/alternatives"],
  systemFolders: { "/bin": { linkTo: "usr/bin" }, "/lib": "folder" },
  namespacedUser: null,
};
const argumentsOf = (changes: Partial<Sandbox> = {}) =>
  sandboxArguments({ ...sandbox, ...changes }, 3, ["/bin/sh", "-c", "true"]).join(" ");

it("keeps the real user namespace where the real user is dropped", () => {
  expect(argumentsOf()).not.toContain("--unshare-user");
  expect(argumentsOf({ namespacedUser: 64_000 })).toContain("--unshare-user --uid 64000 --gid 64000");
});

it("always ends with the caller, and never takes its network away", () => {
  expect(argumentsOf()).toContain("--die-with-parent");
  expect(argumentsOf()).toContain("--unshare-pid --unshare-uts");
  expect(argumentsOf()).not.toContain("--unshare-net");
});

it("follows the machine's own layout beside /usr", () => {
  expect(argumentsOf()).toContain("--ro-bind /usr /usr --symlink usr/bin /bin --ro-bind /lib /lib");
});

it("makes every folder on the way to a tool passable, and mounts nothing twice that /usr brings", () => {
  const tools = argumentsOf({ toolFolders: ["/root/.pyenv/versions/3.11.7", "/usr/local/go"] });
  const way = ["/root", "/root/.pyenv", "/root/.pyenv/versions"].map((path) => `--perms 0755 --dir ${path}`).join(" ");
  expect(tools).toContain(`${way} --ro-bind /root/.pyenv/versions/3.11.7 /root/.pyenv/versions/3.11.7`);
  expect(tools).not.toContain("/usr/local/go");
});

it("lets build products be written only where asked", () => {
  expect(argumentsOf()).not.toContain("/build");
  expect(argumentsOf({ build: { folder: "/products", writable: false } })).toContain("--ro-bind /products /build");
  expect(argumentsOf({ build: { folder: "/products", writable: true } })).toContain("--bind /products /build");
});

it("runs its first process in the program's own copy of its files", () => {
  expect(argumentsOf()).toContain("--bind /scratch/0/home /home/student");
  expect(argumentsOf()).toMatch(/--remount-ro \/ --chdir \/home\/student -- \/bin\/sh -c true$/);
});
