/**
 * One graded hand-in
 */
export interface Result {
  schemaVersion: 1;
  lab: {
    id: string;
    /**
     * A text in English and Indonesian
     */
    title: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
  };
  submission: {
    id: string;
    /**
     * Digest over the names and contents of the files graded
     */
    sha256: string;
  };
  programs: {
    role: string;
    /**
     * Path within the hand-in; null: it was not found
     */
    file: string | null;
    language: string | null;
    /**
     * How it takes its port: --port N, as an argument, PORT, written in the source, …
     */
    port: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    } | null;
    /**
     * How to run it without wirecheck
     */
    byHand: {
      /**
       * What a student types to run it, without its port
       */
      program: string;
      /**
       * The same with a port that every user may use, or with the port in its source
       */
      run: string;
      /**
       * That port
       */
      port: number;
    } | null;
    /**
     * The compiler's output, if it failed
     */
    build: string | null;
    /**
     * What the student should know about how the program was found
     */
    note?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    /**
     * What is missing on the grader or its machine to run it: its tests are then errors
     */
    lacks?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
  }[];
  /**
   * Language of the messages
   */
  language: "en" | "id";
  /**
   * Seed of all random payloads; --seed repeats it. null if hidden tests could be derived from it
   */
  seed: number | null;
  isolation: {
    /**
     * full: a network and sandbox of its own; ports: free ports on the machine's own network; local: the same, seen from outside only, for students who check their own work
     */
    tier: "full" | "ports" | "local";
    /**
     * Whether each test had a network of its own
     */
    network: boolean;
    /**
     * Whether each test had addresses of its own on the machine's network
     */
    address: boolean;
    /**
     * Whether each program saw only its toolchain of the machine
     */
    sandbox: boolean;
    /**
     * Whether each program could open only its own files and the system's
     */
    files: boolean;
    /**
     * Whether each program could signal only its own processes
     */
    signals: boolean;
    /**
     * Whether each program ran as a user of its own, without privileges
     */
    unprivilegedUser: boolean;
    /**
     * Why it is not full
     */
    why?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
  };
  /**
   * wirecheck, node, kernel and the toolchains used
   */
  versions: {
    [k: string]: string;
  };
  startedAt: string;
  durationMs: number;
  score: number;
  maxScore: number;
  tests: {
    id: string;
    /**
     * The program of the lab under test: server or client
     */
    program: string;
    /**
     * A text in English and Indonesian
     */
    title: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    /**
     * The idea that the test teaches
     */
    why: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    status: "passed" | "failed" | "skipped" | "error";
    points: number;
    maxPoints: number;
    /**
     * Extra credit: counts when passed, costs nothing when not
     */
    optional: boolean;
    visibility: "visible" | "hidden";
    /**
     * What went wrong in one paragraph, in the run's language; null when passed
     */
    message: string | null;
    /**
     * The gate whose failure skipped this test
     */
    skippedFor?: string;
    /**
     * Why it could not be played on this machine or with this program: skipped, and not among the available points
     */
    unplayable?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    failure: {
      code:
        | "no-program"
        | "build-failed"
        | "not-listening"
        | "exited-early"
        | "wrong-port"
        | "refused"
        | "not-accepted"
        | "no-connection"
        | "tls-failed"
        | "no-reply"
        | "reply-incomplete"
        | "reply-differs"
        | "reply-too-long"
        | "no-match"
        | "line-unended"
        | "line-ending"
        | "came-too-early"
        | "came-too-fast"
        | "frame-incomplete"
        | "not-json"
        | "json-differs"
        | "too-many-replies"
        | "http-malformed"
        | "http-incomplete"
        | "http-differs"
        | "no-file"
        | "file-differs"
        | "file-left"
        | "wrong-answer"
        | "closed-early"
        | "reset-early"
        | "not-closed"
        | "closed-wrongly"
        | "not-silent"
        | "answered-twice"
        | "reply-from-elsewhere"
        | "replies-missing"
        | "not-taken"
        | "no-exit"
        | "wrong-status"
        | "traceback"
        | "no-message"
        | "no-message-sent"
        | "nothing-passed"
        | "no-output"
        | "more-descriptors"
        | "children-left"
        | "not-listening-again"
        | "busy"
        | "option-differs"
        | "call-missing"
        | "option-late"
        | "closed-twice"
        | "left-open"
        | "value-differs"
        | "not-as-asked";
      /**
       * Index of the failed step in the test's list of steps
       */
      step: number;
      /**
       * The failed step as the lab writes it, on one line
       */
      did: string;
      /**
       * The peer or program concerned
       */
      who?: string;
      /**
       * What the lab says about this step's failure
       */
      says?: {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
      expected?: {
        /**
         * How many bytes there were
         */
        length: number;
        /**
         * The first bytes, in base64; all bytes if there is no tail
         */
        head: string;
        /**
         * The last bytes, in base64, if those in the middle were left out
         */
        tail?: string;
      };
      actual?: {
        /**
         * How many bytes there were
         */
        length: number;
        /**
         * The first bytes, in base64; all bytes if there is no tail
         */
        head: string;
        /**
         * The last bytes, in base64, if those in the middle were left out
         */
        tail?: string;
      };
      difference?: {
        /**
         * Index of the first byte that differs
         */
        offset: number;
        /**
         * Index of the first byte shown
         */
        windowStart: number;
        /**
         * The window of the expected bytes
         */
        expected: string;
        /**
         * The window of the actual bytes
         */
        actual: string;
      };
      /**
       * Values that the sentence needs, by name
       */
      facts?: {
        [k: string]: string | number | boolean;
      };
      /**
       * Where in the student's own files the program crashed, was blocked or could not be built
       */
      location?: {
        /**
         * Path within the hand-in
         */
        file: string;
        /**
         * Number of the line, from 1
         */
        line: number;
        /**
         * The line itself
         */
        text: string;
        /**
         * The lines before it, at most two
         */
        before: string[];
        /**
         * The lines after it, at most two
         */
        after: string[];
      };
    } | null;
    diagnosis: {
      /**
       * Public name of the misconception, one of those that docs/reference.md lists
       */
      code: string;
      /**
       * What was seen in this run, with numbers and names
       */
      saw: {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
      /**
       * The idea behind it
       */
      idea: {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
      /**
       * What to look at
       */
      look: {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
      /**
       * Its name in this case, if that is more precise than the name of the code
       */
      name?: {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
      /**
       * The error that the program, its runtime or its compiler printed, on one line
       */
      error?: string;
      /**
       * Lines of the student's files that a traceback or the compiler names, innermost first
       */
      lines?: {
        file: string;
        line: number;
      }[];
    } | null;
    /**
     * A command line with which a student can see it
     */
    tryIt: string | null;
    durationMs: number;
    transcript: {
      /**
       * Milliseconds since the test began, on a monotonic clock
       */
      atMs: number;
      /**
       * The peer (alice) or the program (server) of the event
       */
      who: string;
      kind:
        | "started"
        | "listening"
        | "exited"
        | "stdout"
        | "stderr"
        | "typed"
        | "end-of-input"
        | "signal"
        | "listen"
        | "connect"
        | "refused"
        | "accepted"
        | "sent"
        | "received"
        | "finished"
        | "ended"
        | "closed"
        | "reset-sent"
        | "reset"
        | "lost"
        | "blocked";
      /**
       * What was sent, received, printed or typed
       */
      bytes?: {
        /**
         * How many bytes there were
         */
        length: number;
        /**
         * The first bytes, in base64; all bytes if there is no tail
         */
        head: string;
        /**
         * The last bytes, in base64, if those in the middle were left out
         */
        tail?: string;
      };
      /**
       * A port, an exit status, a signal's name, a system call
       */
      detail?: string;
      /**
       * The line of the student's own file at which a program is blocked: server.py:23
       */
      at?: string;
    }[];
    /**
     * If the same test both passed and failed with the same seed: what was seen when it passed
     */
    flaky?: {
      /**
       * Milliseconds since the test began, on a monotonic clock
       */
      atMs: number;
      /**
       * The peer (alice) or the program (server) of the event
       */
      who: string;
      kind:
        | "started"
        | "listening"
        | "exited"
        | "stdout"
        | "stderr"
        | "typed"
        | "end-of-input"
        | "signal"
        | "listen"
        | "connect"
        | "refused"
        | "accepted"
        | "sent"
        | "received"
        | "finished"
        | "ended"
        | "closed"
        | "reset-sent"
        | "reset"
        | "lost"
        | "blocked";
      /**
       * What was sent, received, printed or typed
       */
      bytes?: {
        /**
         * How many bytes there were
         */
        length: number;
        /**
         * The first bytes, in base64; all bytes if there is no tail
         */
        head: string;
        /**
         * The last bytes, in base64, if those in the middle were left out
         */
        tail?: string;
      };
      /**
       * A port, an exit status, a signal's name, a system call
       */
      detail?: string;
      /**
       * The line of the student's own file at which a program is blocked: server.py:23
       */
      at?: string;
    }[];
    /**
     * How often a flaky test was played, and how often it failed
     */
    plays?: {
      played: number;
      failed: number;
    };
    /**
     * Whether it passed on a launch that earlier tests had used
     */
    sharedLaunch?: boolean;
    output: {
      stdout: string;
      stderr: string;
    };
  }[];
  /**
   * What a person marks, in the lab's order
   */
  questions?: {
    id: string;
    /**
     * A text in English and Indonesian
     */
    title: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    /**
     * The full question
     */
    text?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    };
    /**
     * What an answer gets points for; only for instructors
     *
     * Items: A text in English and Indonesian
     */
    rubric?: {
      /**
       * English
       */
      en: string;
      /**
       * Indonesian
       */
      id: string;
    }[];
    /**
     * The points of the answer; null: not marked yet
     */
    points: number | null;
    maxPoints: number;
    /**
     * The note of who marked it; only for instructors
     */
    comment?: string;
  }[];
}
