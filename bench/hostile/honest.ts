/**
 * Programs whose marks must be the same next to attacks as alone, by the name of their hand-in: correct ones, and two
 * with a flaw.
 */
export const honestPrograms: Readonly<Record<string, string>> = {
  honest: "fixtures/tcp-echo/correct-threads",
  "honest-asyncio": "fixtures/tcp-echo/correct-asyncio",
  "honest-c": "fixtures/tcp-echo/correct-c-epoll",
  "honest-go": "fixtures/tcp-echo/correct-go",
  "honest-java": "fixtures/tcp-echo/correct-java-threads",
  "honest-node": "fixtures/tcp-echo/correct-node",
  "honest-slow-start": "fixtures/tcp-echo/correct-slow-start",
  "honest-forks": "fixtures/tcp-echo/correct-fork-unreaped",
  "flawed-one-at-a-time": "fixtures/tcp-echo/one-at-a-time",
  "flawed-reads-once": "fixtures/tcp-echo/reads-once",
};
