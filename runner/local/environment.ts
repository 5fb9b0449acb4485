/** What programs of each system need of their user's environment to start at all, to find files and to speak the right language. */
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
 * The environment of a program: what its user's own terminal would give it, less what changes how a runtime works (NODE_OPTIONS,
 * PYTHONPATH), and what is `added`. `{home}` and `{build}` are folders.
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
  // Windows takes PATH and Path for the same, and a program finds the one that comes first.
  const names = new Set(replaced.map(([name = ""]) => name.toUpperCase()));
  const before = own.filter(([name]) => !names.has(name.toUpperCase()));
  return { ...Object.fromEntries(before), ...everyProgram, ...Object.fromEntries(replaced) };
}

/** Puts folders in place of `{home}` and `{build}`. */
export function withFolders(text: string, { home, build }: { home: string; build: string }): string {
  return text.replaceAll("{home}", home).replaceAll("{build}", build);
}
