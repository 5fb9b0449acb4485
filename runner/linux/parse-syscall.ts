/**
 * Parses `/proc/<pid>/task/<tid>/syscall`: the number and six arguments of the call a thread is blocked in; null when
 * it runs or is blocked outside a call (a page fault); proc_pid_syscall(5).
 */
export function parseSyscall(text: string): { number: number; args: bigint[] } | null {
  const words = text.trim().split(" ");
  const number = Number(words[0]);
  if (!(number >= 0) || words.length < 1 + ARGUMENTS) return null;
  return { number, args: words.slice(1, 1 + ARGUMENTS).map(BigInt) };
}

const ARGUMENTS = 6;
