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
  | Play
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
       * given: a port, by the method by which this program takes one; as-asked: by the method that the lab asks for; none: no port; invalid: this text instead of a port; of: the port of that other program, or the one that the program itself chooses if the lab gives none; a number: that port. @default given
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
       * Arguments other than the port: the value of {words} in its command
       */
      words?: string[];
      /**
       * Variables of its environment
       */
      env?: {
        [k: string]: string;
      };
      /**
       * Its name from now on, if one program is started several times. @default its role
       */
      as?: string;
      /**
       * Wait until it listens. @default true for a server
       */
      listening?: boolean;
      /**
       * open: a pipe on which nothing is typed yet; closed: at end of file from the start; terminal: standard input and output are a terminal, so that output is line-buffered and a typed line has at most 4095 bytes. @default open
       */
      stdin?: "open" | "closed" | "terminal";
      /**
       * closed: descriptor 1 is closed, as after >&- in a shell; for C and C++ it is /dev/null, because a socket would get its number; reader-gone: a pipe whose reader has ended, as with `server | head -1`. @default pipe
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
       * The signal that ends it; if it ignores SIGINT, it is killed. @default SIGINT
       */
      by?: "SIGINT" | "SIGKILL";
    };
/**
 * Waits until a server rests. If it has ended with status 0 after it had answered, as one-shot programs do, it is started again on the same port; any other end fails the test.
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
 * Kills a program and ends the relays to it, so that its port is free again.
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
 * A client that the grader plays connects to the server under test, at the address at which it really listens, or at its path; over UDP it opens a socket whose datagrams go there.
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
       * A path in the program's working folder, at which it listens on a stream socket of AF_UNIX. @default the program's own, if its lab gives it a path instead of a port
       */
      path?: string;
      /**
       * Uses TLS, and accepts only the lab's own certificate, which the server finds in its working folder (`files` with `pem`)
       */
      tls?: true;
      /**
       * narrow: small segments and a small receive buffer, so that the program's send buffer fills up soon
       */
      line?: "narrow";
      /**
       * The address family. @default the one it listens on
       */
      family?: "ipv4" | "ipv6";
    };
/**
 * The grader listens on the port to which a client under test will connect, or takes the port of a server under test.
 */
export type Listen1 =
  | string
  | {
      /**
       * Its name from now on: alice, bob, client-{n}
       */
      as: string;
      /**
       * The program whose port it takes: to which a client will connect, or on which a server wants to listen. @default the test's program
       */
      for?: string;
      /**
       * The grader listens as a third party, over this transport, on `port` or on a free port; later steps can use it as {<name>-port}
       */
      over?: "tcp" | "udp";
      /**
       * With over: the port. @default a free one
       */
      port?: number | string;
      /**
       * A path in the working folder of programs that are started later, for a stream socket of AF_UNIX. @default that of the program, if its lab gives it a path instead of a port
       */
      path?: string;
      /**
       * Over UDP, the multicast group that it joins, or several; peers in one group may share a port
       */
      group?: string | [string, ...string[]];
      /**
       * Uses TLS with the lab's own certificate, whose authority programs find in their working folder (`files` with `pem`); or with one that a client must refuse: of an unknown authority, expired, or for another name
       */
      tls?: true | ("untrusted" | "expired" | "wrong-name");
      /**
       * Attempts to connect get no answer, as if every packet were lost; no connection can be accepted
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
       * A listener of the grader: bob
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
 * The datagrams that a peer has sent must come back in any order, each as one datagram, none of them twice, and no others.
 */
export type ExpectReplies1 =
  | string
  | {
      /**
       * A UDP socket that the grader plays: alice, bob
       */
      at: string;
      /**
       * The least number of replies, or a share of the datagrams that were sent, such as 60%. @default all
       */
      least?: number | string;
      /**
       * The greatest number of replies, for a server that must drop some. @default all
       */
      most?: number | string;
      /**
       * Each reply, if it is not the datagram itself: {upper(sent)}, for example, where {sent} is the text that was sent
       */
      each?: string;
      /**
       * Over UDP, it must come from the port to which the peer sent: a client that called connect() receives no others
       */
      "same-port"?: true;
      /**
       * How long the program may idle between two replies. @default the test's limit
       */
      within?: string;
    };
/**
 * The program must end a peer's connection, and must send nothing more before, unless `rest: any`.
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
       * It may send any bytes before
       */
      rest?: "any";
      /**
       * It must not arrive earlier than this time after the peer last sent or received something; for timers
       */
      after?: string;
      /**
       * How long the program may idle before it closes. @default the test's limit
       */
      within?: string;
    };
/**
 * A peer sends a line, and its answer (with a greeting before it) becomes the server's way to answer, which is all that `expect-served` asks for later. So a server that answers in capital letters, for example, does not fail a test that is about something else.
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
       * Over UDP, it must come from the port to which the peer sent: a client that called connect() receives no others
       */
      "same-port"?: true;
    };
/**
 * The server must answer a peer in the same way as in the `learn` step: with exactly the peer's bytes if it sent those back then, else with an answer that contains them, or with any answer. Over UDP each datagram must be answered, with as many datagrams as in that step.
 */
export type ExpectServed1 =
  | string
  | {
      /**
       * A peer that the grader plays: alice, bob, client-{n}
       */
      at: string;
      /**
       * What was sent. @default the bytes that this peer sent and did not receive back yet
       */
      payload?: string;
      /**
       * Nothing more may follow, if the server sends back what it receives. @default false
       */
      whole?: boolean;
      /**
       * Over UDP: the least number of datagrams that must be answered. @default all that were sent
       */
      least?: number;
      /**
       * Over UDP, it must come from the port to which the peer sent: a client that called connect() receives no others
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
       * How long to wait if silence cannot be proven. @default 300ms
       */
      for?: string;
    };
/**
 * From now on, a peer sends back all bytes as they arrive, and those that it has received before: an echo server for clients that wait for the echo of each part.
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
 * A peer shuts down writing and goes on receiving (half-close).
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
 * A peer closes its connection in an orderly way, or its UDP socket. The name of a listener, if no peer has the same name, makes that listener stop listening.
 */
export type Close1 =
  | string
  | {
      /**
       * A peer or a listener of the grader: alice, bob
       */
      at: string;
    };
/**
 * A peer resets its connection, as a crashed client does.
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
 * A program must listen, and must still run once it rests; with `port: given`, it must listen on the port that it was given.
 */
export type ExpectListening1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * given: on the port that it was given. @default any
       */
      port?: "any" | "given";
    };
/**
 * A program must end, with the given exit status; if SIGINT ends it, that is status 130.
 */
export type ExpectExit1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * error: any status but 0; a number, or several, one of which it must be. @default any status
       */
      status?: "error" | number | [number, ...number[]];
      /**
       * It must print something. @default false
       */
      message?: boolean;
      /**
       * false: a stack trace in its output fails the test. @default true
       */
      traceback?: boolean;
      /**
       * false: it must not leave processes behind. @default true
       */
      children?: boolean;
      /**
       * How long it may idle before it ends. @default the test's limit
       */
      within?: string;
    };
/**
 * A program must reject its arguments with a message and a status other than 0. If its port is written in its source, the test does not apply and does not count.
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
 * The output of a program so far no longer counts for `expect-output`; waits until the program rests.
 */
export type ForgetOutput1 =
  | string
  | {
      /**
       * A program that was started, by its role or the name that `start` gave it: server, client
       */
      of: string;
      /**
       * Does not wait until the program rests: its output from now on counts
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
 * Waits until a program has read and handled all that was sent to it, and rests; for programs that do not answer.
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
 * Lets time pass. To wait for an event, use an `expect` step instead, which is faster and never too early.
 */
export type Wait1 = string;
/**
 * Plays the steps of one of the lab's `sequences`, as if they stood here, with the values that it takes in the place of their names.
 */
export type Play1 =
  | string
  | {
      /**
       * Name of a sequence of the lab
       */
      sequence: string;
      /**
       * The values that it takes, in the order of its `takes`; a single one needs no list
       */
      with?: (string | number) | [string | number, ...(string | number)[]];
      /**
       * Plays it once for each row of values; {n} in it is the number of the row, from 1
       *
       * @minItems 1
       */
      each?: [
        (string | number) | [string | number, ...(string | number)[]],
        ...((string | number) | [string | number, ...(string | number)[]])[]
      ];
    };
/**
 * Plays several lists of steps at the same time and goes on when all have ended.
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
   * The part of the course material that teaches it: document and section
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
   * The sum of the points of all questions and all tests that are not optional. @default 100
   */
  points?: number;
  /**
   * The programs to hand in, by role
   */
  programs?: {
    [k: string]: {
      /**
       * A server listens, a client connects; a program does neither, and prints what its arguments ask for
       */
      kind: "server" | "client" | "program";
      /**
       * both: TCP, and UDP on the same port number. @default tcp
       */
      transport?: "tcp" | "udp" | "both";
      /**
       * Globs of the file names by which it is found, best first
       *
       * @minItems 1
       */
      files: [string, ...string[]];
      /**
       * The kind of its conversations with the grader; a test may have another
       */
      conversation?: "echo" | "reply" | "greeting" | "stream";
      /**
       * How a program gets its port, according to the handout; programs that get it in another way are tested on the port on which they really listen
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
             * The position of the port: 1, or 2 after the host; for any other order write `command`
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
             * The port that is written in the source
             */
            fixed: number;
          };
      /**
       * Instead of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command
       */
      path?: string;
      /**
       * Its arguments, if there are more than the port: {host} {port} {words}; {words} are the arguments that a test gives. Replaces `port`
       */
      command?: string;
      /**
       * The host to which it connects or at which it listens, and {host} in the command. @default localhost
       */
      host?: string;
      /**
       * A correct program, as a path from this file; tests can start it as reference-<role>, alongside the hand-in's
       */
      reference?: string;
      /**
       * fresh: every test of this program has a launch of its own
       */
      launch?: "fresh";
      /**
       * Whether a hand-in's wirecheck.yaml may say how it is run. @default true
       */
      run?: boolean;
    };
  };
  /**
   * Programs of the lab, started by name; if one ends with a status other than 0, the test is an error, not a failure
   */
  helpers?: {
    [k: string]: {
      /**
       * A server listens, a client connects; a program does neither, and prints what its arguments ask for
       */
      kind: "server" | "client" | "program";
      /**
       * both: TCP, and UDP on the same port number. @default tcp
       */
      transport?: "tcp" | "udp" | "both";
      /**
       * How a program gets its port, according to the handout; programs that get it in another way are tested on the port on which they really listen
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
             * The position of the port: 1, or 2 after the host; for any other order write `command`
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
             * The port that is written in the source
             */
            fixed: number;
          };
      /**
       * Instead of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command
       */
      path?: string;
      /**
       * Its arguments, if there are more than the port: {host} {port} {words}; {words} are the arguments that a test gives. Replaces `port`
       */
      command?: string;
      /**
       * The host to which it connects or at which it listens, and {host} in the command. @default localhost
       */
      host?: string;
      /**
       * The program, as a path from this file; other files in its folder are copied with it
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
       * This number of random bytes, which the seed decides
       */
      random?: number | string;
      /**
       * This number of random letters, which the seed decides
       */
      letters?: number | string;
      /**
       * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
       */
      lines?: number | string;
      /**
       * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
       */
      bytes?: string[];
      /**
       * In PEM, a throw-away certificate for localhost and the names of the world, or its key, for a server; or the certificate of the authority that signed it, for a client to trust
       */
      pem?: "certificate" | "key" | "authority";
    };
  };
  /**
   * Libraries that hand-ins may use, installed once before grading: for each language a folder with the files that list them. python: requirements.txt; node: package.json and package-lock.json; go: go.mod and go.sum; rust: Cargo.toml and Cargo.lock
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
   * The machine and the names that programs see; only in a network of their own
   */
  world?: {
    /**
     * Names, addresses and numbers that each test draws from the seed; steps can use them as {name}
     */
    draws?: {
      [k: string]:
        | {
            /**
             * A name; each ? is a random letter
             */
            name: string;
            /**
             * Its value in tier local, where programs see the machine as it is: a text, several right ones, or a fact of the machine
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
             * Its value in tier local, where programs see the machine as it is: a text, several right ones, or a fact of the machine
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
             * Its value in tier local, where programs see the machine as it is: a text, several right ones, or a fact of the machine
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
     * The machine's IPv4 address: of an interface, of its name, and the source of its connections
     */
    address?: string;
    /**
     * IPv4 addresses of names in /etc/hosts; the grader answers at any address
     */
    hosts?: {
      [k: string]: string;
    };
    /**
     * The content of /etc/services
     */
    services?: {
      name: string;
      port: number | string;
      protocol: "tcp" | "udp";
    }[];
    /**
     * The names that DNS knows; any other name does not exist
     */
    dns?: {
      name: string;
      /**
       * IPv4 and IPv6 addresses; asked for an IPv4 address, DNS gives the name
       */
      addresses: string[];
      /**
       * The delay of every answer about it
       */
      after?: string;
      /**
       * The name server does not answer questions about it
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
     * CPU time that it may use before an expected event, or for each 256 KiB of many bytes. @default 5s
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
   * The result of a test that both passes and fails with the same seed; majority: the result of three of at most five runs. @default majority
   */
  flaky?: "fails" | "passes" | "majority";
  /**
   * The former name of `flaky`; deprecated
   */
  unsteady?: "fails" | "passes" | "majority";
  /**
   * Steps that several tests have in common, by name: `play` puts them into a test
   */
  sequences?: {
    [k: string]:
      | [WrittenStep, ...WrittenStep[]]
      | {
          /**
           * Names that its texts contain as {name}; the step that plays it gives their values
           *
           * @minItems 1
           */
          takes: [string, ...string[]];
          /**
           * @minItems 1
           */
          steps: [WrittenStep, ...WrittenStep[]];
        };
  };
  tests?: {
    id: string;
    /**
     * The program under test. @default that of the last `gate` before it, or the lab's first
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
     * Gates: if one of these tests fails, this test is skipped. @default the last `gate` of its program before it
     */
    needs?: string[];
    /**
     * The tests that follow are of the same program and need this one, unless they have a `program` or `needs` of their own
     */
    gate?: true;
    /**
     * Extra credit beyond the lab's points. @default false
     */
    optional?: boolean;
    /**
     * hidden: students see only its title. @default visible
     */
    visibility?: "visible" | "hidden";
    /**
     * The kind of its conversation. @default that of its program, or the one that follows from the steps
     */
    conversation?: "echo" | "reply" | "greeting" | "stream";
    limits?: {
      /**
       * How long a program may idle before an expected event. @default 5s
       */
      idle?: string;
      /**
       * CPU time that it may use before an expected event, or for each 256 KiB of many bytes. @default 5s
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
     * fresh: a launch of its own. Otherwise, tests that only talk to a server share a launch, as long as each passes and leaves the server at rest
     */
    launch?: "fresh";
    /**
     * Files of this test, in addition to those of the lab
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
         * This number of random bytes, which the seed decides
         */
        random?: number | string;
        /**
         * This number of random letters, which the seed decides
         */
        letters?: number | string;
        /**
         * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
         */
        lines?: number | string;
        /**
         * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
         */
        bytes?: string[];
        /**
         * In PEM, a throw-away certificate for localhost and the names of the world, or its key, for a server; or the certificate of the authority that signed it, for a client to trust
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
         * This number of random bytes, which the seed decides
         */
        random?: number | string;
        /**
         * This number of random letters, which the seed decides
         */
        letters?: number | string;
        /**
         * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
         */
        lines?: number | string;
        /**
         * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
         */
        bytes?: string[];
        /**
         * In PEM, a throw-away certificate for localhost and the names of the world, or its key, for a server; or the certificate of the authority that signed it, for a client to trust
         */
        pem?: "certificate" | "key" | "authority";
      };
    };
    /**
     * @minItems 1
     */
    steps: [WrittenStep, ...WrittenStep[]];
    /**
     * A command with which students can try it; {program} is the command that runs the program, {run} the same with a port, {port} that port
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
       * The full question, if its title is not enough
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
       * What an answer gets points for, one part a line; only instructors see it
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
       * The full question, if its title is not enough
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
       * What an answer gets points for, one part a line; only instructors see it
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
 * Launches a program with these arguments and waits until it has ended. If it waits for the keyboard instead, the same words are typed as one line, once; it may then go on waiting for another line.
 */
export interface Ask1 {
  /**
   * Role of a program of the lab: server, client
   */
  program: string;
  /**
   * Its arguments: a sub-command and the arguments of that
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
 * Opens a stranger: a UDP socket at another address and port, whose datagrams go to the same program as those of the peer.
 */
export interface Intrude1 {
  /**
   * Its name from now on: alice, bob, client-{n}
   */
  as: string;
  /**
   * The peer that it pretends to be
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
 * From now on, datagrams between a peer and the program are lost, duplicated or delayed at random, as the seed decides.
 */
export interface Disturb1 {
  /**
   * A UDP socket that the grader plays: alice, bob
   */
  at: string;
  /**
   * in: datagrams from the program; out: datagrams to it. @default both
   */
  way?: "in" | "out" | "both";
  /**
   * How many datagrams are lost: this number of the first ones, or a share of all
   */
  lose?: number | string;
  /**
   * The share of datagrams that arrive twice
   */
  duplicate?: string;
  /**
   * The delay, or the least and the greatest; datagrams with different delays overtake one another
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
 * Forwards and records one connection between a running server and a client that is started next. If the relay takes the server's own port, the client gets a network of its own; on a machine without further networks the two are connected directly, and a test that looks at one of the ends is not played, except by expect-passed.
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
   * The client on whose port it listens. @default the relay listens on the server's port
   */
  for?: string;
  /**
   * How long it delays all bytes; TCP only. @default 0ms
   */
  delay?: string;
  /**
   * The most bytes that it forwards in one write, with a pause after each; TCP only. @default all
   */
  chop?: number | string;
  /**
   * Resets both connections after it has forwarded this number of bytes to the client; TCP only
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * All bytes that this peer received and did not send back yet; over UDP, each datagram separately. swapped-case: with the case of the letters a to z swapped, which a client cannot know in advance
   */
  received?: true | "swapped-case";
  /**
   * Over UDP: sender: to where the last datagram came from, which may be a new port, as with TFTP; group: to the multicast group that this peer joined; or a program that was started. @default the port to which it connected
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
   * Least pause between two writes; each write also waits until the program has read the previous one, or for 2ms if that cannot be seen. @default none
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * Exactly the bytes that this peer sent and did not receive back yet; over UDP, the oldest datagram
   */
  sent?: true;
  /**
   * Any bytes, until the program pauses; over UDP, one datagram
   */
  message?: "any";
  /**
   * A regular expression that the received bytes match. The match is taken and, if it ends within a line, the rest of that line; later bytes are left for the next step
   */
  matches?: string;
  /**
   * With matches, text or line: ignores case
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
   * Over UDP, it must come from the port to which the peer sent: a client that called connect() receives no others
   */
  "same-port"?: true;
  /**
   * Over UDP, it must come from another port than the one to which the peer sent, as with TFTP
   */
  "other-port"?: true;
  /**
   * It must not arrive earlier than this time after the peer last sent or received something; for timers
   */
  after?: string;
  /**
   * Over TCP, the greatest number of bytes that may arrive in a second, counted from when the peer began to send; see `burst`
   */
  "most-per-second"?: number | string;
  /**
   * With most-per-second: how many bytes may arrive at once. @default those of one second
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
 * The next line that arrives on a connection must be this one; bytes after it are left for the next step.
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
   * With matches, text or line: ignores case
   */
  "ignore-case"?: true;
  /**
   * How the line must end: with \n, with \r\n, or with either. @default either
   */
  ends?: "lf" | "crlf" | "either";
  /**
   * Lines that match this may come before: a greeting, an echo, a notice
   */
  skip?: string;
  /**
   * It must not arrive earlier than this time after the peer last sent or received something; for timers
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
 * A frame must arrive on a connection: a length and exactly these bytes; bytes after it are left for the next step.
 */
export interface ExpectFrame1 {
  /**
   * A TCP connection that the grader plays: alice, bob
   */
  at: string;
  /**
   * The form of the length before the frame: u8, u16, u32, u64, or u16le and so on
   */
  length: string;
  /**
   * rest: the length counts the bytes after it; all: it counts itself as well. @default rest
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * A regular expression in the syntax of RE2, which is JavaScript's without look-around and back-references: ^ and $ are the ends of the received bytes. Named groups, (?<name>…), become values: {name}. An expression with \x80 to \xff matches bytes, any other matches text in UTF-8
   */
  matches?: string;
  /**
   * With matches, text or line: ignores case
   */
  "ignore-case"?: true;
  /**
   * It must not arrive earlier than this time after the peer last sent or received something; for timers
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
   * What it must contain: objects, at any depth, may have further keys; a list must have exactly these entries in this order
   */
  has: {
    [k: string]: unknown;
  };
  /**
   * It arrives as a frame, with its length before it in this form: u32, u16le
   */
  length?: string;
  /**
   * rest: the length counts the bytes after it; all: it counts itself as well. @default rest
   */
  counts?: "rest" | "all";
  /**
   * It must not arrive earlier than this time after the peer last sent or received something; for timers
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
 * A peer sends an HTTP request, with Host and, if it has a body, Content-Length, unless `headers` gives other values.
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
   * Header fields by name; null omits one that is sent by default
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
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
   * Header fields by name, in any case: a value, which parameters may follow (text/html; charset=utf-8), a pattern, true for any value, or false if the field must be absent
   */
  headers?: {
    [k: string]:
      | string
      | boolean
      | {
          /**
           * A regular expression in the syntax of RE2, which is JavaScript's without look-around and back-references: ^ and $ are the ends of the received bytes. Named groups, (?<name>…), become values: {name}. An expression with \x80 to \xff matches bytes, any other matches text in UTF-8
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * What it must contain: objects, at any depth, may have further keys; a list must have exactly these entries in this order
   */
  json?: {
    [k: string]: unknown;
  };
  /**
   * A regular expression that the body matches somewhere
   */
  "body-matches"?: string;
  /**
   * right: Content-Length or chunks must give the end of the body, not only the end of the connection. @default any
   */
  length?: "right" | "any";
  /**
   * Whether the connection must end after it, or stay open for the next request. @default either
   */
  close?: boolean;
  /**
   * It must not arrive earlier than this time after the peer last sent or received something; for timers
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
 * The next HTTP request that a peer receives must be whole, well formed, and have this method, path, headers and body.
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
   * Header fields by name, in any case: a value, which parameters may follow (text/html; charset=utf-8), a pattern, true for any value, or false if the field must be absent
   */
  headers?: {
    [k: string]:
      | string
      | boolean
      | {
          /**
           * A regular expression in the syntax of RE2, which is JavaScript's without look-around and back-references: ^ and $ are the ends of the received bytes. Named groups, (?<name>…), become values: {name}. An expression with \x80 to \xff matches bytes, any other matches text in UTF-8
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * What it must contain: objects, at any depth, may have further keys; a list must have exactly these entries in this order
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
 * A peer sends an HTTP response, with Content-Length unless `headers` gives another value.
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
   * Header fields by name; null omits one that is sent by default
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
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
 * A program that was asked must print a value, or a server must send it to a peer: as a separate word, with any label.
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
   * A word that the answer must contain; several right ones are separated by |
   */
  is: string;
  /**
   * A word that it must not contain
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
 * A program that was asked must report that it cannot answer: with a message and a status other than 0 or, as a server to a peer, with a line that begins with ERROR and gives a reason. A program that was asked at the keyboard need not end.
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
   * A server may also close the connection without an answer
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
 * Any bytes must arrive at an end of a relay, which shows that the two programs communicate. If there is no relay on this machine, because the two are connected directly, the client must end with status 0 instead.
 */
export interface ExpectPassed1 {
  /**
   * The end of the relay: <name>-to-server for the server's answers
   */
  at: string;
  /**
   * The client that is connected to the relay
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
 * From now on, a peer reads slowly, a few bytes at a time, so that the program's send buffer fills up.
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
 * Writes these bytes to a program's standard input once it rests, as a person types after the prompt. If the program has ended, nothing happens.
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
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
 * A program that waits must not use the CPU: in at least one of three spans it must stay below the given share.
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
   * The most CPU time in a span: 100% is one CPU
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
 * An open TCP socket of a program must have these options; the program, its runtime or the listening socket may have set them. Linux only.
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
   * SO_LINGER, switched on with this time in whole seconds
   */
  linger?: string;
  /**
   * The least length of the queue of connections that wait for accept()
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
 * A program must make these system calls on its TCP sockets, as strace shows them; other calls in between, and other sockets, do not matter. The calls of an accepted socket begin with those of the listening socket. Linux with strace only.
 */
export interface ExpectCalls1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * Calls, or options switched on, that one TCP socket must have in this order
   *
   * @minItems 1
   */
  order?: [string, ...string[]];
  /**
   * every: it must close every connection and, if it ends by itself, the listening socket as well; once: no thread may close a connection that is already closed, because its number may belong to another client by then
   */
  closes?: "every" | "once";
  /**
   * An option that must be switched on before the first bytes are sent, if it is switched on
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
 * A program must print these bytes somewhere in its output, on either stream; output before a `forget-output` does not count.
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * The bytes that this peer sent last, whole or in the pieces in which it sent them, in order; over TCP also in pieces of 16 bytes and more, as recv() may have returned them
   */
  "sent-by"?: string;
  /**
   * The output may still be in the program's buffers: a program that has not printed it is first ended as by Ctrl-C
   */
  buffered?: true;
  /**
   * false: a stack trace in the output fails the test. @default true
   */
  traceback?: boolean;
  /**
   * A regular expression that the output matches somewhere
   */
  matches?: string;
  /**
   * With matches, text or line: ignores case
   */
  "ignore-case"?: true;
  /**
   * Other words may be between any parts of it: a program may label each piece that recv() returned
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
 * A program must write a file with exactly these bytes into its working folder; the program may have ended since.
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
   * This number of random bytes, which the seed decides
   */
  random?: number | string;
  /**
   * This number of random letters, which the seed decides
   */
  letters?: number | string;
  /**
   * This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines
   */
  lines?: number | string;
  /**
   * Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)
   */
  bytes?: string[];
  /**
   * The bytes of a file under `files` of the lab or the test
   */
  file?: string;
  /**
   * The name of bytes under `payloads` of the test
   */
  payload?: string;
  /**
   * This number of further letters after the text, or in the line before its end
   */
  padding?: number | string;
  /**
   * A regular expression in the syntax of RE2, which is JavaScript's without look-around and back-references: ^ and $ are the ends of the received bytes. Named groups, (?<name>…), become values: {name}. An expression with \x80 to \xff matches bytes, any other matches text in UTF-8
   */
  matches?: string;
  /**
   * The file must not exist once the program rests or has ended
   */
  absent?: true;
  /**
   * With matches, text or line: ignores case
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
 * A program must not have more open descriptors than when they were counted, except for a few.
 */
export interface ExpectDescriptors1 {
  /**
   * A program that was started, by its role or the name that `start` gave it: server, client
   */
  of: string;
  /**
   * How many more are allowed, because a runtime opens some once
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
 * Gives names to values, which later steps can use as {name}. {now} is the time of this step, in seconds since 1970.
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
 * A value that the program sent or printed, and `matches` captured, must be this one or lie in this range; it may also be computed from captured values.
 */
export interface ExpectValue1 {
  /**
   * A value that was captured before, or is computed from one: {seq}, {number(stamp) - asked}
   */
  value: string | number;
  /**
   * The right value, or several
   */
  is?: (string | number) | [string | number, ...(string | number)[]];
  /**
   * A value that is wrong
   */
  not?: string | number;
  /**
   * The least right number
   */
  least?: string | number;
  /**
   * The greatest right number
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
export interface Play {
  play: Play1;
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
 * Calls a function of a lab in TypeScript or JavaScript; `defineLab` makes this step of a function among a lab's steps.
 */
export interface Call1 {
  /**
   * The module whose default export is the lab
   */
  module: string;
  /**
   * The path of the function within the lab
   */
  at: string;
  /**
   * The name of the function
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
 * Plays steps several times, in turn or at the same time; {n} in them is the number of the round, from 1, and can be used in expressions such as {n * 2 - 1}.
 */
export interface Repeat1 {
  /**
   * How often
   */
  times: number;
  /**
   * The name of the number of the round in {…}, for a repeat within another. @default n
   */
  as?: string;
  /**
   * The steps within do not wait until the program rests: for very many rounds
   */
  quick?: true;
  /**
   * All rounds at the same time instead of one after another. @default false
   */
  "at-once"?: boolean;
  /**
   * @minItems 1
   */
  steps: [WrittenStep, ...WrittenStep[]];
}
