import { extname } from "node:path/posix";

/** The name of a language for which there is no launcher, by the ending of a file; null for other files. */
export function foreignLanguage(file: string): string | null {
  return languages[extname(file).toLowerCase()] ?? null;
}

const languages: Readonly<Record<string, string>> = {
  ...{ ".cs": "C#", ".csproj": "C#", ".fs": "F#", ".vb": "Visual Basic", ".kt": "Kotlin", ".kts": "Kotlin" },
  ...{ ".pl": "Perl", ".pm": "Perl", ".lua": "Lua", ".swift": "Swift", ".scala": "Scala", ".groovy": "Groovy" },
  ...{ ".hs": "Haskell", ".ml": "OCaml", ".ex": "Elixir", ".exs": "Elixir", ".erl": "Erlang", ".clj": "Clojure" },
  ...{ ".dart": "Dart", ".zig": "Zig", ".nim": "Nim", ".d": "D", ".cr": "Crystal", ".jl": "Julia", ".r": "R" },
  ...{ ".pas": "Pascal", ".adb": "Ada", ".f90": "Fortran", ".lisp": "Lisp", ".rkt": "Racket", ".tcl": "Tcl" },
  ...{ ".s": "assembly", ".asm": "assembly", ".ps1": "PowerShell", ".bat": "Windows batch", ".v": "V" },
  ...{ ".exe": "Windows machine code", ".jar": "compiled Java", ".class": "compiled Java", ".ipynb": "a notebook" },
};
