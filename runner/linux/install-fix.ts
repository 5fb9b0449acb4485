import { existsSync } from "node:fs";

/**
 * The command that installs packages, named as Debian names them. It is left out on a system whose package manager, or whose name
 * for one of them, is not known here.
 */
export function installFix(packages: readonly string[], manager = installedManager()): { fix?: string } {
  if (manager === "apt-get") return { fix: `sudo apt-get install -y ${packages.join(" ")}` };
  if (manager !== "apk") return {};
  const names = packages.map((name) => namesOnAlpine[name] ?? name);
  return names.includes(unknown) ? {} : { fix: `apk add ${names.join(" ")}` };
}

type Manager = "apt-get" | "apk";

/** The name of a package changes with each release of Alpine. */
const unknown = "";

/** Packages that Alpine calls otherwise. Its compilers do not bring the C library's headers. */
const namesOnAlpine: Readonly<Record<string, string>> = {
  gcc: "gcc musl-dev",
  "g++": "g++ musl-dev",
  "golang-go": "go",
  "default-jdk-headless": "openjdk21-jdk",
  "php-cli": unknown,
};

function installedManager(): Manager | undefined {
  if (process.platform !== "linux") return undefined;
  const places = { "apt-get": "/usr/bin/apt-get", apk: "/sbin/apk" } as const;
  return (["apt-get", "apk"] as const).find((manager) => existsSync(places[manager]));
}
