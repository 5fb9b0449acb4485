/** Variables of the user's environment that programs need on one of the systems, to start and to find tools and files. */
const kept = [
  ...[
    "PATH",
    "PATHEXT",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "WINDIR",
    "COMSPEC",
    "TEMP",
    "TMP",
    "TMPDIR",
    "NUMBER_OF_PROCESSORS",
  ],
  ...["USERPROFILE", "USERNAME", "USER", "LOGNAME", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA"],
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "PROCESSOR_ARCHITECTURE", "OS", "JAVA_HOME", "GOROOT", "SDKROOT"],
];

/**
 * The environment of a program: the variables of its user's terminal, without those that change how a runtime works (NODE_OPTIONS,
 * PYTHONPATH), and those in `added`, in which `{home}` and `{build}` are replaced by folders.
 */
export function localEnvironment(
  added: Readonly<Record<string, string>>,
  paths: { home: string; build: string },
): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && kept.includes(entry[0].toUpperCase()),
  );
  const replaced = Object.entries(added).map(([name, value]) => [name, withFolders(value, paths)]);
  const everyProgram = { HOME: paths.home, LANG: "C.UTF-8", TERM: "dumb" };
  // On Windows PATH and Path are the same variable, and a program gets the first one.
  const names = new Set(replaced.map(([name = ""]) => name.toUpperCase()));
  const before = own.filter(([name]) => !names.has(name.toUpperCase()));
  return { ...Object.fromEntries(before), ...everyProgram, ...Object.fromEntries(replaced) };
}

/** Replaces `{home}` and `{build}` by folders. */
export function withFolders(text: string, { home, build }: { home: string; build: string }): string {
  return text.replaceAll("{home}", home).replaceAll("{build}", build);
}
