export type WrittenStep =
  | Start
  | Restart
  | StartAgain
  | Stop
  | Ask
  | Connect
  | Listen
  | Accept
  | Intrude
  | Disturb
  | Relay
  | Send
  | Expect
  | ExpectLine
  | ExpectFrame
  | ExpectJson
  | ExpectReplies
  | Request
  | ExpectHttp
  | ExpectRequest
  | Respond
  | ExpectAnswer
  | ExpectRefusal
  | ExpectClose
  | Learn
  | ExpectServed
  | ExpectPassed
  | ExpectSilence
  | ReadSlowly
  | Echo
  | Finish
  | Close
  | Reset
  | Type
  | EndOfInput
  | Signal
  | ExpectListening
  | ExpectExit
  | ExpectIdle
  | ExpectOption
  | ExpectCalls
  | ExpectUsageError
  | ExpectOutput
  | ForgetOutput
  | ExpectFile
  | NoteDescriptors
  | ExpectDescriptors
  | Set
  | ExpectValue
  | Rest
  | Wait
  | Call
  | Together
  | Repeat;
/**
 * Launches a program. A server is launched before the first step of its tests unless they start it themselves.
 */
export type Start1 =
  | string
  | {
      /**
       * Role of a program of the lab: server, client
       */
      program: string;
      /**
       * given: a port, in whatever way this program takes one; as-asked: only in the way the lab asks for; none: no port; invalid: this text instead of a port; of: the port of that other program, or the one that it takes by itself where the lab names none; a number: that port. @default given
       */
      port?:
        | ("given" | "as-asked" | "none")
        | {
            invalid: string;
          }
        | {
            /**
             * Role of a program of the lab: server, client
             */
            of: string;
          }
        | number;
      /**
       * Arguments beside those of the port: what {words} of its command is
       */
      words?: string[];
      /**
       * Variables of its environment
       */
      env?: {
        [k: string]: string;
      };
      /**
       * Its name from now on, where one program is started several times. @default its role
       */
      as?: string;
      /**
       * Wait until it listens. @default true for a server
       */
      listening?: boolean;
      /**
       * open: a silent keyboard, through a pipe; closed: at its end from the start; terminal: keyboard and screen are a terminal, where output that waits for a newline is seen in time and a line has at most 4095 bytes. @default open
       */
      stdin?: "open" | "closed" | "terminal";
      /**
       * closed: descriptor 1 is closed, as after >&- in a shell; /dev/null for C and C++, where a socket would take its place; reader-gone: a pipe whose reader has ended, as the log of `server | head -1`. @default pipe
       */
      stdout?: "pipe" | "closed" | "reader-gone";
    };
/**
 * Ends a server and starts it again at once on the same port; it must listen again.
 */
export type Restart1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      program: string;
      /**
       * How it is ended; one that ignores SIGINT is killed. @default SIGINT
       */
      by?: "SIGINT" | "SIGKILL";
    };
/**
 * Waits until a server rests; one that ended with status 0 after it had answered, as one-shot programs do, is started again on the same port. Any other end fails the test.
 */
export type StartAgain1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      program: string;
    };
/**
 * Kills a program, and ends the relays that lead to it: its port is free again.
 */
export type Stop1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      program: string;
    };
/**
 * A client of the grader connects to the server under test, at the address where it really listens, or at the path that it has in the place of a port; over UDP it opens a socket of its own whose datagrams go there.
 */
export type Connect1 =
  | string
  | {
      /**
       * Its name from now on: alice, bob, client-{n}
       */
      as: string;
      /**
       * The server under test. @default the program of the test
       */
      to?: string;
      /**
       * The transport, for a server of both. @default the program's own
       */
      over?: "tcp" | "udp";
      /**
       * A path of the program's working folder, at which it listens on a stream socket of AF_UNIX. @default the program's own, if its lab gives it one in the place of a port
       */
      path?: string;
      /**
       * Speaks TLS, and accepts no other certificate than the lab's own, which lies before the server as `files` say (`pem`)
       */
      tls?: true;
      /**
       * narrow: small segments and little room, so that the program's send buffer fills up soon
       */
      line?: "narrow";
      /**
       * The address family. @default the one it listens on
       */
      family?: "ipv4" | "ipv6";
    };
/**
 * The grader listens where a client under test will dial, or takes the port away from a server under test.
 */
export type Listen1 =
  | string
  | {
      /**
       * Its name from now on: alice, bob, client-{n}
       */
      as: string;
      /**
       * The program whose port it takes: where a client dials, or where a server wants to listen. @default the test's program
       */
      for?: string;
      /**
       * The grader as a third party: it listens over this transport, on a free port that is {<name>-port} from now on, or on `port`
       */
      over?: "tcp" | "udp";
      /**
       * With over: the port. @default a free one
       */
      port?: number | string;
      /**
       * A path of the working folder of programs that are started later, for a stream socket of AF_UNIX. @default that of the program, if its lab gives it one in the place of a port
       */
      path?: string;
      /**
       * Over UDP, the multicast group that it joins, or several; peers in one group may share a port
       */
      group?: string | [string, ...string[]];
      /**
       * Speaks TLS and shows the lab's own certificate, whose authority programs find as `files` say (`pem`); or one that a client must refuse: of an authority that nobody knows, expired, or for another name
       */
      tls?: true | ("untrusted" | "expired" | "wrong-name");
      /**
       * Attempts to connect stay without an answer, as if every packet were lost; no connection can be accepted
       */
      deaf?: true;
    };
/**
 * A client under test must connect; the connection becomes a peer.
 */
export type Accept1 =
  | string
  | {
      /**
       * A listener of the grader's: bob
       */
      at: string;
      /**
       * Name of the connection. @default the listener's own name
       */
      as?: string;
      /**
       * How long the program may idle before it connects. @default the test's limit
       */
      within?: string;
    };
/**
 * The datagrams that a peer sent come back in any order, each by itself, none of them twice and nothing else with them.
 */
export type ExpectReplies1 =
  | string
  | {
      /**
       * A UDP socket that the grader plays: alice, bob
       */
      at: string;
      /**
       * So many must come, or 60% of what was sent; UDP may lose the rest. @default all that were sent
       */
      least?: number | string;
      /**
       * More may not come: a server that is to lose some does. @default all that were sent
       */
      most?: number | string;
      /**
       * What each reply is, where it is not what was sent: {upper(sent)}, with {sent} for the text that was sent
       */
      each?: string;
      /**
       * Over UDP, it comes from the port that was asked: a client that called connect() gets no other
       */
      "same-port"?: true;
      /**
       * How long the program may idle between two replies. @default the test's limit
       */
      within?: string;
    };
/**
 * The program must end a peer's connection, and unless `rest: any` send nothing more before.
 */
export type ExpectClose1 =
  | string
  | {
      /**
       * A TCP connection that the grader plays: alice, bob
       */
      at: string;
      /**
       * How the program must end the connection. @default either
       */
      how?: "orderly" | "reset" | "either";
      /**
       * It may send whatever it likes before
       */
      rest?: "any";
      /**
       * It may not come sooner than so long after the peer last sent or received something, as a timer has it
       */
      after?: string;
      /**
       * How long the program may idle before it closes. @default the test's limit
       */
      within?: string;
    };
/**
 * A peer sends a line and takes whatever comes back, and a greeting before it, for the server's way to answer: `expect-served` asks for no more than that from then on. So a test about something else than bytes is not lost to a server that, say, answers in capitals.
 */
export type Learn1 =
  | string
  | {
      /**
       * A peer that the grader plays: alice, bob, client-{n}
       */
      from: string;
      /**
       * What it sends. @default "Halo, server!" and a newline
       */
      text?: string;
      /**
       * Over UDP, it comes from the port that was asked: a client that called connect() gets no other
       */
      "same-port"?: true;
    };
/**
 * A peer is answered in the way in which the server answered when that was learnt: with exactly its bytes by a server that sent those back, else with an answer that holds them, or with any. Over UDP each datagram that it sent is answered by itself, as often as the first one was.
 */
export type ExpectServed1 =
  | string
  | {
      /**
       * A peer that the grader plays: alice, bob, client-{n}
       */
      at: string;
      /**
       * What was sent. @default what this peer sent and did not get back yet
       */
      payload?: string;
      /**
       * Nothing more may follow, where the server sends back what it gets. @default false
       */
      whole?: boolean;
      /**
       * Over UDP: so many datagrams must be answered; UDP may lose the rest. @default all that were sent
       */
      least?: number;
      /**
       * Over UDP, it comes from the port that was asked: a client that called connect() gets no other
       */
      "same-port"?: true;
      /**
       * How long the program may idle before the reply. @default the test's limit
       */
      within?: string;
    };
/**
 * Nothing may arrive at a peer, and its connection must stay open.
 */
export type ExpectSilence1 =
  | string
  | {
      /**
       * A peer that the grader plays: alice, bob, client-{n}
       */
      at: string;
      /**
       * How long silence is waited for where it cannot be proven. @default 300ms
       */
      for?: string;
    };
/**
 * From now on a peer sends back what it receives, as it comes, and what it has received before: an echo server for clients that wait for the echo of each part.
 */
export type Echo1 =
  | string
  | {
      /**
       * A TCP connection that the grader plays: alice, bob
       */
      at: string;
    };
/**
 * A peer ends its own sending and goes on receiving (half-close).
 */
export type Finish1 =
  | string
  | {
      /**
       * A TCP connection that the grader plays: alice, bob
       */
      at: string;
    };
/**
 * A peer closes its connection in an orderly way, or its UDP socket; a listener of whose name there is no peer listens no more, as a server that is down.
 */
export type Close1 =
  | string
  | {
      /**
       * A peer or a listener of the grader's: alice, bob
       */
      at: string;
    };
/**
 * A peer breaks its connection off with a reset, as a crashed client does.
 */
export type Reset1 =
  | string
  | {
      /**
       * A TCP connection that the grader plays: alice, bob
       */
      at: string;
    };
/**
 * Ends a program's standard input once it rests, as a person's Ctrl-D does.
 */
export type EndOfInput1 = string;
/**
 * A program must listen and go on running once it rests; `port: given` also asks that it listens on the port it was told.
 */
export type ExpectListening1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * given: on the port it was told. @default any
       */
      port?: "any" | "given";
    };
/**
 * A program must end, with the given exit status; end by SIGINT counts as status 130.
 */
export type ExpectExit1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * error: any status but 0; a number, or numbers, one of which it must be. @default any status
       */
      status?: "error" | number | [number, ...number[]];
      /**
       * It must say something about it. @default false
       */
      message?: boolean;
      /**
       * false: a stack trace is no answer for a user and fails the test. @default true
       */
      traceback?: boolean;
      /**
       * false: it must leave no process of its own behind. @default true
       */
      children?: boolean;
      /**
       * How long it may idle before it ends. @default the test's limit
       */
      within?: string;
    };
/**
 * A program must refuse what it was told with a message and a status other than 0. It does not apply to one whose port is written in its source: then the test does not count.
 */
export type ExpectUsageError1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * It may also listen on a default port, if it says which. @default false
       */
      "or-default-port"?: boolean;
    };
/**
 * What a program has printed so far no longer counts for `expect-output`; waits until it has nothing left to print.
 */
export type ForgetOutput1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * Does not wait: what it prints from now on may be what is expected
       */
      "at-once"?: true;
    };
/**
 * Counts the open descriptors of a program, for a later `expect-descriptors`.
 */
export type NoteDescriptors1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
    };
/**
 * Waits until a program has done what it can and rests: all that was sent to it is read and acted on, where no answer would tell.
 */
export type Rest1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
    };
/**
 * Lets time pass. To wait for an event, expect it instead: that is quicker and never too early.
 */
export type Wait1 = string;
/**
 * Plays several lists of steps at once and goes on when all have ended.
 *
 * @minItems 2
 */
export type Together1 = [[WrittenStep, ...WrittenStep[]], [WrittenStep, ...WrittenStep[]], ...[WrittenStep, ...WrittenStep[]][]];

export interface LabFile {
  id: string;
  /**
   * A text for all languages, or { en, id } with one for each
   */
  title:
    | string
    | {
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
   * Where the course material teaches it: document and section
   */
  handout?: string;
  /**
   * What the hand-in must do, in a few sentences
   */
  summary?:
    | string
    | {
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
   * What the points of all questions and all tests but the optional ones sum to. @default 100
   */
  points?: number;
  /**
   * The programs to hand in, by role
   */
  programs?: {
    [k: string]: {
      /**
       * A server listens, a client dials; a program does neither, and is told by its arguments what to print
       */
      kind: "server" | "client" | "program";
      /**
       * both: TCP first of all, and UDP on the same port number. @default tcp
       */
      transport?: "tcp" | "udp" | "both";
      /**
       * Globs of the file names by which it is found, best first
       *
       * @minItems 1
       */
      files: [string, ...string[]];
      /**
       * What it and the grader talk about; a test may say otherwise
       */
      conversation?: "echo" | "reply" | "greeting" | "stream";
      /**
       * How the handout asks for the port; programs that take it otherwise are exercised where they really listen
       */
      port?:
        | {
            /**
             * The option that takes the port: --port
             */
            flag: string;
          }
        | {
            /**
             * Which argument is the port: 1, or 2 after the host; for any other order write `command`
             */
            argument: 1 | 2;
          }
        | {
            /**
             * The environment variable that holds the port: PORT
             */
            environment: string;
          }
        | {
            /**
             * The port that the handout writes into the source
             */
            fixed: number;
          };
      /**
       * In the place of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command
       */
      path?: string;
      /**
       * Its arguments, where the handout names more than the port: {host} {port} {words}; {words} are those that a test gives it. Takes the place of `port`
       */
      command?: string;
      /**
       * The host that the handout names, and {host} in the command. @default localhost
       */
      host?: string;
      /**
       * A correct program, as a path from this file; tests start it as reference-<role>, beside the hand-in's
       */
      reference?: string;
      /**
       * Whether a hand-in's wirecheck.yaml may say how it is run. @default true
       */
      run?: boolean;
    };
  };
  /**
   * Programs of the lab's own, started by name; one that ends with a status other than 0 makes the test an error, never a failure
   */
  helpers?: {
    [k: string]: {
      /**
       * A server listens, a client dials; a program does neither, and is told by its arguments what to print
       */
      kind: "server" | "client" | "program";
      /**
       * both: TCP first of all, and UDP on the same port number. @default tcp
       */
      transport?: "tcp" | "udp" | "both";
      /**
       * How the handout asks for the port; programs that take it otherwise are exercised where they really listen
       */
      port?:
        | {
            /**
             * The option that takes the port: --port
             */
            flag: string;
          }
        | {
            /**
             * Which argument is the port: 1, or 2 after the host; for any other order write `command`
             */
            argument: 1 | 2;
          }
        | {
            /**
             * The environment variable that holds the port: PORT
             */
            environment: string;
          }
        | {
            /**
             * The port that the handout writes into the source
             */
            fixed: number;
          };
      /**
       * In the place of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command
       */
      path?: string;
      /**
       * Its arguments, where the handout names more than the port: {host} {port} {words}; {words} are those that a test gives it. Takes the place of `port`
       */
      command?: string;
      /**
       * The host that the handout names, and {host} in the command. @default localhost
       */
      host?: string;
      /**
       * The program, as a path from this file; what lies beside it goes with it
       */
      file: string;
    };
  };
  /**
   * Files that every program finds in its working folder, by their paths there
   */
  files?: {
    [k: string]: {
      /**
       * The bytes of this text in UTF-8
       */
      text?: string;
      /**
       * This text and a newline
       */
      line?: string;
      /**
       * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
       */
      crlf?: string;
      /**
       * Bytes in hexadecimal digits; blanks are ignored
       */
      hex?: string;
      /**
       * Bytes in base64
       */
      base64?: string;
      /**
       * So many random bytes, the same again under the same seed
       */
      random?: number | string;
      /**
       * So many random letters, the same again under the same seed
       */
      letters?: number | string;
      /**
       * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
       */
      lines?: number | string;
      /**
       * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
       */
      bytes?: string[];
      /**
       * Of a throw-away certificate for localhost and the names of the world, in PEM: itself or its key, for a server; or that of the authority which signed it, for a client to trust
       */
      pem?: "certificate" | "key" | "authority";
    };
  };
  /**
   * Libraries that hand-ins may use, installed once before any is graded: for each language a folder with what says which. python: requirements.txt; node: package.json and package-lock.json; go: go.mod and go.sum; rust: Cargo.toml and Cargo.lock
   */
  setup?: {
    /**
     * Folder with the requirements.txt of python, as a path from this file
     */
    python?: string;
    /**
     * Folder with the package.json and package-lock.json of node, as a path from this file
     */
    node?: string;
    /**
     * Folder with the go.mod and go.sum of go, as a path from this file
     */
    go?: string;
    /**
     * Folder with the Cargo.toml and Cargo.lock of rust, as a path from this file
     */
    rust?: string;
  };
  /**
   * What the programs find besides themselves; only in a network of their own
   */
  world?: {
    /**
     * Names, addresses and numbers that every test draws anew from the seed; {name} stands for them in steps, too
     */
    draws?: {
      [k: string]:
        | {
            /**
             * A name; each ? is a random letter
             */
            name: string;
            /**
             * What it is where programs share the machine's own network: a text, several right ones, or a fact of the machine
             */
            otherwise?:
              | string
              | [string, ...string[]]
              | {
                  /**
                   * hostname: its own; addresses: its own; name: the name of the address `of`; port: of a service `of`
                   */
                  machine: "hostname" | "addresses" | "name" | "port";
                  /**
                   * An address, or a service and its protocol: http/tcp
                   */
                  of?: string;
                };
          }
        | {
            /**
             * An IPv4 address; each ? is a random number from 1 to 254
             */
            address: string;
            /**
             * What it is where programs share the machine's own network: a text, several right ones, or a fact of the machine
             */
            otherwise?:
              | string
              | [string, ...string[]]
              | {
                  /**
                   * hostname: its own; addresses: its own; name: the name of the address `of`; port: of a service `of`
                   */
                  machine: "hostname" | "addresses" | "name" | "port";
                  /**
                   * An address, or a service and its protocol: http/tcp
                   */
                  of?: string;
                };
          }
        | {
            /**
             * A random number between these two
             *
             * @minItems 2
             * @maxItems 2
             */
            number: never[];
            /**
             * What it is where programs share the machine's own network: a text, several right ones, or a fact of the machine
             */
            otherwise?:
              | string
              | [string, ...string[]]
              | {
                  /**
                   * hostname: its own; addresses: its own; name: the name of the address `of`; port: of a service `of`
                   */
                  machine: "hostname" | "addresses" | "name" | "port";
                  /**
                   * An address, or a service and its protocol: http/tcp
                   */
                  of?: string;
                };
          };
    };
    /**
     * The machine's name
     */
    hostname?: string;
    /**
     * The machine's IPv4 address: that of an interface, of its name, and from which it reaches others
     */
    address?: string;
    /**
     * IPv4 addresses of names, as /etc/hosts has them; whatever the address, the grader answers there
     */
    hosts?: {
      [k: string]: string;
    };
    /**
     * All that /etc/services holds
     */
    services?: {
      name: string;
      port: number | string;
      protocol: "tcp" | "udp";
    }[];
    /**
     * What DNS knows; of every other name it says that there is none
     */
    dns?: {
      name: string;
      /**
       * IPv4 and IPv6 addresses; asked for an IPv4 address, DNS gives the name
       */
      addresses: string[];
      /**
       * How late every answer about it comes
       */
      after?: string;
      /**
       * Nobody answers
       */
      silent?: true;
    }[];
  };
  limits?: {
    /**
     * How long a program may idle before an expected event. @default 5s
     */
    idle?: string;
    /**
     * CPU time it may use before an expected event, or for each 256 KiB where many bytes are to pass. @default 5s
     */
    processor?: string;
    /**
     * MiB of memory for all its processes together. @default 512
     */
    memory?: number;
    /**
     * Processes and threads. @default 256
     */
    processes?: number;
    /**
     * MiB that it may print. @default 4
     */
    output?: number;
  };
  /**
   * What becomes of a test that both passes and fails under the same seed; majority: what it does three times of at most five. @default majority
   */
  flaky?: "fails" | "passes" | "majority";
  /**
   * The same by the name that it had before; deprecated
   */
  unsteady?: "fails" | "passes" | "majority";
  tests?: {
    id: string;
    /**
     * The program under test. @default the lab's first
     */
    program?: string;
    /**
     * A text for all languages, or { en, id } with one for each
     */
    title:
      | string
      | {
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
    why:
      | string
      | {
          /**
           * English
           */
          en: string;
          /**
           * Indonesian
           */
          id: string;
        };
    points: number;
    /**
     * Gates: where one of them fails, this test is skipped
     */
    needs?: string[];
    /**
     * Extra credit beyond the lab's points. @default false
     */
    optional?: boolean;
    /**
     * hidden: students see no more than its title. @default visible
     */
    visibility?: "visible" | "hidden";
    /**
     * What its conversation is about. @default what its program's is, or what the steps do
     */
    conversation?: "echo" | "reply" | "greeting" | "stream";
    limits?: {
      /**
       * How long a program may idle before an expected event. @default 5s
       */
      idle?: string;
      /**
       * CPU time it may use before an expected event, or for each 256 KiB where many bytes are to pass. @default 5s
       */
      processor?: string;
      /**
       * MiB of memory for all its processes together. @default 512
       */
      memory?: number;
      /**
       * Processes and threads. @default 256
       */
      processes?: number;
      /**
       * MiB that it may print. @default 4
       */
      output?: number;
    };
    /**
     * fresh: a launch of its own. Tests that only talk to a server share one otherwise, as long as each passes and leaves the server at rest
     */
    launch?: "fresh";
    /**
     * Files of this test alone, beside those of the lab
     */
    files?: {
      [k: string]: {
        /**
         * The bytes of this text in UTF-8
         */
        text?: string;
        /**
         * This text and a newline
         */
        line?: string;
        /**
         * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
         */
        crlf?: string;
        /**
         * Bytes in hexadecimal digits; blanks are ignored
         */
        hex?: string;
        /**
         * Bytes in base64
         */
        base64?: string;
        /**
         * So many random bytes, the same again under the same seed
         */
        random?: number | string;
        /**
         * So many random letters, the same again under the same seed
         */
        letters?: number | string;
        /**
         * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
         */
        lines?: number | string;
        /**
         * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
         */
        bytes?: string[];
        /**
         * Of a throw-away certificate for localhost and the names of the world, in PEM: itself or its key, for a server; or that of the authority which signed it, for a client to trust
         */
        pem?: "certificate" | "key" | "authority";
      };
    };
    /**
     * Bytes that steps refer to by name
     */
    payloads?: {
      [k: string]: {
        /**
         * The bytes of this text in UTF-8
         */
        text?: string;
        /**
         * This text and a newline
         */
        line?: string;
        /**
         * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
         */
        crlf?: string;
        /**
         * Bytes in hexadecimal digits; blanks are ignored
         */
        hex?: string;
        /**
         * Bytes in base64
         */
        base64?: string;
        /**
         * So many random bytes, the same again under the same seed
         */
        random?: number | string;
        /**
         * So many random letters, the same again under the same seed
         */
        letters?: number | string;
        /**
         * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
         */
        lines?: number | string;
        /**
         * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
         */
        bytes?: string[];
        /**
         * Of a throw-away certificate for localhost and the names of the world, in PEM: itself or its key, for a server; or that of the authority which signed it, for a client to trust
         */
        pem?: "certificate" | "key" | "authority";
      };
    };
    /**
     * @minItems 1
     */
    steps: [WrittenStep, ...WrittenStep[]];
    /**
     * A command with which a student sees it; {program} stands for the command that runs the program, {run} for the same with a port, {port} for that port
     */
    "try-it"?: string;
  }[];
  /**
   * Questions that are answered in writing and marked by hand
   *
   * @minItems 1
   */
  questions?: [
    {
      id: string;
      /**
       * A text for all languages, or { en, id } with one for each
       */
      title:
        | string
        | {
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
       * The question in full, where its title is not enough
       */
      text?:
        | string
        | {
            /**
             * English
             */
            en: string;
            /**
             * Indonesian
             */
            id: string;
          };
      points: number;
      /**
       * What an answer earns its points for, one part a line; instructors alone see it
       *
       * @minItems 1
       *
       * Items: A text for all languages, or { en, id } with one for each
       */
      rubric: [
        (
          | string
          | {
              /**
               * English
               */
              en: string;
              /**
               * Indonesian
               */
              id: string;
            }
        ),
        ...(
          | string
          | {
              /**
               * English
               */
              en: string;
              /**
               * Indonesian
               */
              id: string;
            }
        )[]
      ];
    },
    ...{
      id: string;
      /**
       * A text for all languages, or { en, id } with one for each
       */
      title:
        | string
        | {
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
       * The question in full, where its title is not enough
       */
      text?:
        | string
        | {
            /**
             * English
             */
            en: string;
            /**
             * Indonesian
             */
            id: string;
          };
      points: number;
      /**
       * What an answer earns its points for, one part a line; instructors alone see it
       *
       * @minItems 1
       *
       * Items: A text for all languages, or { en, id } with one for each
       */
      rubric: [
        (
          | string
          | {
              /**
               * English
               */
              en: string;
              /**
               * Indonesian
               */
              id: string;
            }
        ),
        ...(
          | string
          | {
              /**
               * English
               */
              en: string;
              /**
               * Indonesian
               */
              id: string;
            }
        )[]
      ];
    }[]
  ];
}
export interface Start {
  start: Start1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Restart {
  restart: Restart1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface StartAgain {
  "start-again": StartAgain1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Stop {
  stop: Stop1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Ask {
  ask: Ask1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Launches a program with these arguments and waits until it has ended. One that waits for the keyboard instead is typed the same words on one line, once, and may go on waiting there for the next.
 */
export interface Ask1 {
  /**
   * Role of a program of the lab: server, client
   */
  program: string;
  /**
   * Its arguments: a sub-command and what belongs to it
   *
   * @minItems 1
   */
  words: [string, ...string[]];
}
export interface Connect {
  connect: Connect1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Listen {
  listen: Listen1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Accept {
  accept: Accept1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Intrude {
  intrude: Intrude1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A stranger appears: a UDP socket at another address and port, whose datagrams go to the same program as those of the peer.
 */
export interface Intrude1 {
  /**
   * Its name from now on: alice, bob, client-{n}
   */
  as: string;
  /**
   * The peer whose place it tries to take
   */
  on: string;
}
export interface Disturb {
  disturb: Disturb1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * From now on datagrams between a peer and the program are lost, doubled, delayed or overtake one another, as the seed decides.
 */
export interface Disturb1 {
  /**
   * A UDP socket that the grader plays: alice, bob
   */
  at: string;
  /**
   * in: what comes from the program; out: what goes to it. @default both
   */
  way?: "in" | "out" | "both";
  /**
   * How many datagrams are lost: the first so many, or a share of all
   */
  lose?: number | string;
  /**
   * The share of datagrams that arrive twice
   */
  duplicate?: string;
  /**
   * How late they arrive, or the least and the most; those with different delays overtake one another
   */
  delay?: string | never[];
}
export interface Relay {
  relay: Relay1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Stands between a server that runs and a client that is started next, and records one connection both ways. Where the relay takes the server's own port, the client gets a network of its own; a machine that has but one lets the two meet directly.
 */
export interface Relay1 {
  /**
   * Name of the relay; its two ends are the peers <name>-to-client and <name>-to-server
   */
  as: string;
  /**
   * The server that the relay connects to
   */
  to: string;
  /**
   * The client where whose port it listens. @default the server's own port, in whose place it stands
   */
  for?: string;
  /**
   * How long everything is held back on its way; over TCP only, as what follows. @default 0ms
   */
  delay?: string;
  /**
   * Most bytes passed on in one write, with a pause after each. @default all
   */
  chop?: number | string;
  /**
   * Resets both connections when this number of bytes has gone back to the client
   */
  "cut-after"?: number | string;
}
export interface Send {
  send: Send1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A peer sends bytes: over TCP in one write or in pieces, over UDP as one datagram.
 */
export interface Send1 {
  /**
   * A peer that the grader plays: alice, bob, client-{n}
   */
  from: string;
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * All bytes that this peer received and did not send back yet; over UDP, each datagram by itself. swapped-case: capital and small letters a to z exchanged, an answer that a client cannot know beforehand
   */
  received?: true | "swapped-case";
  /**
   * Over UDP: sender: to where the last datagram came from, which may be a new port, as with TFTP; group: to the multicast group that this peer joined; or a program that was started. @default the port that was dialled
   */
  to?: ("sender" | "group") | string;
  /**
   * Number of writes of about the same size. @default 1
   */
  pieces?: number;
  /**
   * Size of each write, or the smallest and the largest of sizes drawn from the seed
   */
  "piece-bytes"?: (number | string) | never[];
  /**
   * Least pause between two writes, which wait for the program to take the one before in any case; 2ms where that cannot be seen. @default none
   */
  every?: string;
}
export interface Expect {
  expect: Expect1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Bytes must arrive at a peer, exactly these and in this order; over UDP, as one datagram.
 */
export interface Expect1 {
  /**
   * A peer that the grader plays: alice, bob, client-{n}
   */
  at: string;
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * Exactly the bytes that this peer sent and that did not come back yet; over UDP, the oldest datagram
   */
  sent?: true;
  /**
   * Any bytes at all, up to the moment when no more come for now; over UDP, one datagram
   */
  message?: "any";
  /**
   * A regular expression that what came matches. The match is taken, and where it ends within a line the rest of that line; what lies behind is left for the next step
   */
  matches?: string;
  /**
   * With matches, text or line: capital and small letters are the same
   */
  "ignore-case"?: true;
  /**
   * Nothing more may follow. @default false
   */
  whole?: boolean;
  /**
   * With whole: a newline may follow, for programs that end their messages with one
   */
  newline?: "optional";
  /**
   * Over UDP, it comes from the port that was asked: a client that called connect() gets no other
   */
  "same-port"?: true;
  /**
   * Over UDP, it comes from another port than the one that was asked, as the answers of TFTP do
   */
  "other-port"?: true;
  /**
   * It may not come sooner than so long after the peer last sent or received something, as a timer has it
   */
  after?: string;
  /**
   * Over TCP, no more bytes a second may come than this, counted from when the peer began to send; see `burst`
   */
  "most-per-second"?: number | string;
  /**
   * With most-per-second: so many bytes may come at once. @default those of one second
   */
  burst?: number | string;
  /**
   * How long the program may idle before the reply. @default the test's limit
   */
  within?: string;
}
export interface ExpectLine {
  "expect-line": ExpectLine1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * The next line that arrives on a connection must be this one, whatever it came with; what follows it is left for the next step.
 */
export interface ExpectLine1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * The line, without its end
   */
  is?: string;
  /**
   * A regular expression that the line, without its end, matches
   */
  matches?: string;
  /**
   * A regular expression that the line must not match
   */
  not?: string;
  /**
   * With matches, text or line: capital and small letters are the same
   */
  "ignore-case"?: true;
  /**
   * How the line must end: \n, \r\n, or as it likes. @default either
   */
  ends?: "lf" | "crlf" | "either";
  /**
   * Lines that match this may come before: a greeting, an echo, a notice
   */
  skip?: string;
  /**
   * It may not come sooner than so long after the peer last sent or received something, as a timer has it
   */
  after?: string;
  /**
   * How long the program may idle before the line. @default the test's limit
   */
  within?: string;
}
export interface ExpectFrame {
  "expect-frame": ExpectFrame1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A frame must arrive on a connection: its length, then so many bytes, exactly these; what follows is left for the next step.
 */
export interface ExpectFrame1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * How the length before the frame is written: u8, u16, u32, u64, or u16le and so on
   */
  length: string;
  /**
   * Whether the length counts what follows it, or itself too. @default rest
   */
  counts?: "rest" | "all";
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * A regular expression in the syntax of RE2, which is JavaScript's without look-around and references back: ^ and $ are the ends of what has come. Named groups, (?<name>…), become values: {name}. One with \x80 to \xff in it is about bytes, any other about text in UTF-8
   */
  matches?: string;
  /**
   * With matches, text or line: capital and small letters are the same
   */
  "ignore-case"?: true;
  /**
   * It may not come sooner than so long after the peer last sent or received something, as a timer has it
   */
  after?: string;
  /**
   * How long the program may idle before the frame. @default the test's limit
   */
  within?: string;
}
export interface ExpectJson {
  "expect-json": ExpectJson1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * JSON must arrive: over TCP as the next line or, with `length`, as a frame; over UDP as the next datagram.
 */
export interface ExpectJson1 {
  /**
   * A peer that the grader plays: alice, bob, client-{n}
   */
  at: string;
  /**
   * What it must hold: further keys of objects, at any depth, are the program's own; a list has these entries in this order and no more
   */
  has: {
    [k: string]: unknown;
  };
  /**
   * It comes as a frame, with its length before it in this form: u32, u16le
   */
  length?: string;
  /**
   * Whether the length counts what follows it, or itself too. @default rest
   */
  counts?: "rest" | "all";
  /**
   * It may not come sooner than so long after the peer last sent or received something, as a timer has it
   */
  after?: string;
  /**
   * How long the program may idle before it. @default the test's limit
   */
  within?: string;
}
export interface ExpectReplies {
  "expect-replies": ExpectReplies1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Request {
  request: Request1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A peer sends an HTTP request, with a Host field, and a Content-Length where there is a body, unless `headers` says otherwise.
 */
export interface Request1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  from: string;
  /**
   * @default GET, or POST with a body
   */
  method?: string;
  /**
   * The request's target: /index.html, or a whole URL for a proxy. @default /
   */
  path?: string;
  /**
   * @default 1.1
   */
  version?: "1.0" | "1.1";
  /**
   * Header fields by name; null leaves one out that would stand there by itself
   */
  headers?: {
    [k: string]: string | null;
  };
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * Number of writes of about the same size. @default 1
   */
  pieces?: number;
  /**
   * Least pause between two writes. @default 15ms
   */
  every?: string;
}
export interface ExpectHttp {
  "expect-http": ExpectHttp1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * The next HTTP response must be whole and well formed, with this status, these header fields and this body; chunks are joined.
 */
export interface ExpectHttp1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * The status, or several right ones. @default 200
   */
  status?: number | [number, ...number[]];
  /**
   * Header fields by name, whatever the case of its letters: a value, which parameters may follow (text/html; charset=utf-8), a pattern, true for any value, or false for none
   */
  headers?: {
    [k: string]:
      | string
      | boolean
      | {
          /**
           * A regular expression in the syntax of RE2, which is JavaScript's without look-around and references back: ^ and $ are the ends of what has come. Named groups, (?<name>…), become values: {name}. One with \x80 to \xff in it is about bytes, any other about text in UTF-8
           */
          matches: string;
        };
  };
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * What it must hold: further keys of objects, at any depth, are the program's own; a list has these entries in this order and no more
   */
  json?: {
    [k: string]: unknown;
  };
  /**
   * A regular expression that the body matches somewhere
   */
  "body-matches"?: string;
  /**
   * right: the end of the body is known by Content-Length or chunks, not by the end alone. @default any
   */
  length?: "right" | "any";
  /**
   * Whether the connection must end after it, or stay open for the next request. @default either
   */
  close?: boolean;
  /**
   * It may not come sooner than so long after the peer last sent or received something, as a timer has it
   */
  after?: string;
  /**
   * How long the program may idle before the response. @default the test's limit
   */
  within?: string;
}
export interface ExpectRequest {
  "expect-request": ExpectRequest1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * The next HTTP request that a peer receives must be whole and well formed, and ask for this.
 */
export interface ExpectRequest1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * @default GET
   */
  method?: string;
  /**
   * The request's target, exactly. @default any
   */
  path?: string;
  /**
   * A regular expression that the request's target matches
   */
  "path-matches"?: string;
  /**
   * Header fields by name, whatever the case of its letters: a value, which parameters may follow (text/html; charset=utf-8), a pattern, true for any value, or false for none
   */
  headers?: {
    [k: string]:
      | string
      | boolean
      | {
          /**
           * A regular expression in the syntax of RE2, which is JavaScript's without look-around and references back: ^ and $ are the ends of what has come. Named groups, (?<name>…), become values: {name}. One with \x80 to \xff in it is about bytes, any other about text in UTF-8
           */
          matches: string;
        };
  };
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * What it must hold: further keys of objects, at any depth, are the program's own; a list has these entries in this order and no more
   */
  json?: {
    [k: string]: unknown;
  };
  /**
   * A regular expression that the body matches somewhere
   */
  "body-matches"?: string;
  /**
   * How long the program may idle before the request. @default the test's limit
   */
  within?: string;
}
export interface Respond {
  respond: Respond1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A peer answers with an HTTP response, with a Content-Length unless `headers` says otherwise.
 */
export interface Respond1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  from: string;
  /**
   * @default 200
   */
  status?: number;
  /**
   * Header fields by name; null leaves one out that would stand there by itself
   */
  headers?: {
    [k: string]: string | null;
  };
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * Number of writes of about the same size. @default 1
   */
  pieces?: number;
  /**
   * Least pause between two writes. @default 15ms
   */
  every?: string;
}
export interface ExpectAnswer {
  "expect-answer": ExpectAnswer1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program that was asked must print a value, or a server must send a peer one: as a word of its own, with whatever label beside it.
 */
export interface ExpectAnswer1 {
  /**
   * The program that was asked
   */
  of?: string;
  /**
   * The peer that waits for the answer, a line or a datagram
   */
  at?: string;
  /**
   * A word that the answer holds; several right ones have | between them
   */
  is: string;
  /**
   * A word that it must not hold
   */
  not?: string;
  /**
   * How long the program may idle before it answers. @default the test's limit
   */
  within?: string;
}
export interface ExpectRefusal {
  "expect-refusal": ExpectRefusal1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program that was asked must say that it cannot answer: with a message and a status other than 0, or, as a server to a peer, with a line that begins with ERROR and gives a reason. One that was asked on the keyboard need not end.
 */
export interface ExpectRefusal1 {
  /**
   * The program that was asked
   */
  of?: string;
  /**
   * The peer that waits for the answer, a line or a datagram
   */
  at?: string;
  /**
   * A server may also close the connection without a word
   */
  "or-close"?: true;
  /**
   * How long the program may idle before it answers. @default the test's limit
   */
  within?: string;
}
export interface ExpectClose {
  "expect-close": ExpectClose1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Learn {
  learn: Learn1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectServed {
  "expect-served": ExpectServed1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectPassed {
  "expect-passed": ExpectPassed1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Something comes at an end of a relay, whatever it is: the two programs understand each other. Where the machine lets the two meet directly, the client must end with status 0 instead.
 */
export interface ExpectPassed1 {
  /**
   * The end of the relay: <name>-to-server for what the server answers
   */
  at: string;
  /**
   * The client that speaks through the relay
   */
  client: string;
  /**
   * How long the programs may idle before it comes. @default the test's limit
   */
  within?: string;
}
export interface ExpectSilence {
  "expect-silence": ExpectSilence1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ReadSlowly {
  "read-slowly": ReadSlowly1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * From now on a peer reads slowly, a few bytes at a time, so that the program's send buffer fills up.
 */
export interface ReadSlowly1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * Most bytes read at a time. @default 64KiB
   */
  bytes?: number | string;
  /**
   * Pause between two reads. @default 1ms
   */
  every?: string;
}
export interface Echo {
  echo: Echo1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Finish {
  finish: Finish1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Close {
  close: Close1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Reset {
  reset: Reset1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Type {
  type: Type1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Types on the keyboard of a program once it rests, as a person does after the prompt: its standard input receives these bytes. A program that has ended hears nothing.
 */
export interface Type1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  to: string;
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
}
export interface EndOfInput {
  "end-of-input": EndOfInput1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Signal {
  signal: Signal1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Sends a signal to a program and its processes once it rests, as a terminal does; SIGINT is Ctrl-C.
 */
export interface Signal1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  to: string;
  /**
   * The signal's name
   */
  name: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGUSR1" | "SIGUSR2" | "SIGKILL";
}
export interface ExpectListening {
  "expect-listening": ExpectListening1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectExit {
  "expect-exit": ExpectExit1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectIdle {
  "expect-idle": ExpectIdle1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program that waits must leave the processor alone: within three spans there must be one in which it uses only so much.
 */
export interface ExpectIdle1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * Length of a span
   */
  for: string;
  /**
   * Most CPU time in a span: 100% is one processor
   */
  processor: string;
}
export interface ExpectOption {
  "expect-option": ExpectOption1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A live TCP socket of a program must have these options, whoever set them: the program, its runtime, or the socket that it comes from. Linux only.
 */
export interface ExpectOption1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * listening: the socket on which it listens; a peer: the program's end of that peer's connection
   */
  on: "listening" | string;
  /**
   * SO_REUSEADDR
   */
  reuseaddr?: boolean;
  /**
   * SO_KEEPALIVE
   */
  keepalive?: boolean;
  /**
   * TCP_NODELAY
   */
  nodelay?: boolean;
  /**
   * SO_LINGER, switched on with so many seconds
   */
  linger?: string;
  /**
   * The least length of the queue of clients that wait for accept
   */
  backlog?: number;
}
export interface ExpectCalls {
  "expect-calls": ExpectCalls1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * What a program asked of the kernel for its TCP sockets, seen by strace from outside: other calls in between, and other sockets beside, do not matter. The life of an accepted socket begins with that of the one that listens. Linux with strace only.
 */
export interface ExpectCalls1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * Calls, or options switched on, that the life of one TCP socket must hold in this order
   *
   * @minItems 1
   */
  order?: [string, ...string[]];
  /**
   * every: it must close every connection, and if it ends by itself the socket on which it listens too; once: no thread may close a connection that is closed already, for its number may be another client's by then
   */
  closes?: "every" | "once";
  /**
   * An option that no connection may switch on only after its first message
   */
  "before-sending"?: string;
}
export interface ExpectUsageError {
  "expect-usage-error": ExpectUsageError1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectOutput {
  "expect-output": ExpectOutput1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program must print these bytes somewhere in its output, on either stream, since `forget-output` if that came before.
 */
export interface ExpectOutput1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * What this peer sent last, whole or in the pieces in which it was sent, in order; over TCP also in the pieces of 16 bytes and more in which recv took it
   */
  "sent-by"?: string;
  /**
   * It may still wait in the program's buffers: one that has printed nothing of it is ended as by Ctrl-C first
   */
  buffered?: true;
  /**
   * false: a stack trace is no such output. @default true
   */
  traceback?: boolean;
  /**
   * A regular expression that the output matches somewhere
   */
  matches?: string;
  /**
   * With matches, text or line: capital and small letters are the same
   */
  "ignore-case"?: true;
  /**
   * Other words may stand between any parts of it: a program may label each piece that recv gave it
   */
  scattered?: true;
  /**
   * How long it may idle before it prints. @default the test's limit
   */
  within?: string;
}
export interface ForgetOutput {
  "forget-output": ForgetOutput1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectFile {
  "expect-file": ExpectFile1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program must write a file with exactly these bytes into its working folder; what it wrote counts also when it has ended.
 */
export interface ExpectFile1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * The file's path in the program's working folder
   */
  path: string;
  /**
   * The bytes of this text in UTF-8
   */
  text?: string;
  /**
   * This text and a newline
   */
  line?: string;
  /**
   * This text and \r\n, with which SMTP, HTTP, FTP and IRC end a line
   */
  crlf?: string;
  /**
   * Bytes in hexadecimal digits; blanks are ignored
   */
  hex?: string;
  /**
   * Bytes in base64
   */
  base64?: string;
  /**
   * So many random bytes, the same again under the same seed
   */
  random?: number | string;
  /**
   * So many random letters, the same again under the same seed
   */
  letters?: number | string;
  /**
   * The same in lines of 64 bytes, each with its newline, for what a server that waits for lines is to pass, too
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (bytes that follow), length-all, checksum (Internet, RFC 1071, of all, this field as 0), crc32 or crc32-before (of what follows, or stands before), in network order or with le behind the word (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file that the lab or the test lays before the programs under `files`
   */
  file?: string;
  /**
   * Bytes that the test names under `payloads`
   */
  payload?: string;
  /**
   * So many letters more after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * A regular expression in the syntax of RE2, which is JavaScript's without look-around and references back: ^ and $ are the ends of what has come. Named groups, (?<name>…), become values: {name}. One with \x80 to \xff in it is about bytes, any other about text in UTF-8
   */
  matches?: string;
  /**
   * There must be no such file once the program rests or has ended
   */
  absent?: true;
  /**
   * With matches, text or line: capital and small letters are the same
   */
  "ignore-case"?: true;
  /**
   * How long the program may idle before it has written it. @default the test's limit
   */
  within?: string;
}
export interface NoteDescriptors {
  "note-descriptors": NoteDescriptors1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface ExpectDescriptors {
  "expect-descriptors": ExpectDescriptors1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A program may have only a few more open descriptors than when they were counted.
 */
export interface ExpectDescriptors1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * How many more are no leak: what a runtime opens once
   */
  more: number;
}
export interface Set {
  set: Set1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Gives values to names, as they are at this moment: {name} stands for them in later steps. {now} is the time, in seconds since 1970.
 */
export interface Set1 {
  [k: string]: string | number;
}
export interface ExpectValue {
  "expect-value": ExpectValue1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * A value that the program gave must be this one, or lie between two: what `matches` captured, or what follows from it.
 */
export interface ExpectValue1 {
  /**
   * What was captured before, or worked out of it: {seq}, {number(stamp) - asked}
   */
  value: string | number;
  /**
   * What it must be, or several right ones
   */
  is?: (string | number) | [string | number, ...(string | number)[]];
  /**
   * What it must not be
   */
  not?: string | number;
  /**
   * The least number that it may be
   */
  least?: string | number;
  /**
   * The largest number that it may be
   */
  most?: string | number;
}
export interface Rest {
  rest: Rest1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Wait {
  wait: Wait1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Call {
  call: Call1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Calls a function of a lab in TypeScript or JavaScript; `defineLab` puts this step where a lab has a function among its steps.
 */
export interface Call1 {
  /**
   * The module whose default export is the lab
   */
  module: string;
  /**
   * Where in the lab the function stands
   */
  at: string;
  /**
   * What the function is called
   */
  name: string;
}
export interface Together {
  together: Together1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
export interface Repeat {
  repeat: Repeat1;
  /**
   * What students read first when this step fails
   */
  says?:
    | string
    | {
        /**
         * English
         */
        en: string;
        /**
         * Indonesian
         */
        id: string;
      };
}
/**
 * Plays steps several times, in turn or at once; {n} in them is the number of the round, from 1, and {n * 2 - 1} what can be worked out of it.
 */
export interface Repeat1 {
  /**
   * How often
   */
  times: number;
  /**
   * What {…} calls the number of the round, so that one repeat may stand in another. @default n
   */
  as?: string;
  /**
   * The steps within do not wait for the program to rest: for very many rounds
   */
  quick?: true;
  /**
   * All rounds at once instead of one after another. @default false
   */
  "at-once"?: boolean;
  /**
   * @minItems 1
   */
  steps: [WrittenStep, ...WrittenStep[]];
}
